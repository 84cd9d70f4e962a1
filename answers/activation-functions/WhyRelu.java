import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Slopes of sigmoid, tanh and ReLU, and what they do to the error signal of a deep network. */
public class WhyRelu {
  static final int DEPTH = 20;
  static final int WIDTH = 100;
  static final int BATCH = 16;
  static final int NETWORKS = 5;

  // @start region="activations"
  static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  static double sigmoidSlope(double z) {
    return sigmoid(z) * (1 - sigmoid(z));
  }

  static double tanhSlope(double z) {
    return 1 - StrictMath.tanh(z) * StrictMath.tanh(z);
  }

  static double relu(double z) {
    return Math.max(0, z);
  }

  static double reluSlope(double z) {
    return z > 0 ? 1 : 0;
  }

  // @end

  record Unit(
      String name, String key, DoubleUnaryOperator f, DoubleUnaryOperator slope, double gain) {}

  static final Unit[] units = {
    new Unit("sigmoid", "sigmoid", WhyRelu::sigmoid, WhyRelu::sigmoidSlope, 1),
    new Unit("tanh", "tanh", StrictMath::tanh, WhyRelu::tanhSlope, 1),
    new Unit("ReLU", "relu", WhyRelu::relu, WhyRelu::reluSlope, 2),
  };

  /** A deep network of one kind of unit, with weights of variance gain / width. */
  static class Network {
    final Unit unit;
    final double[][][] w = new double[DEPTH][WIDTH][WIDTH];

    Network(Unit unit, Random random) {
      this.unit = unit;
      for (double[][] layer : w) {
        for (double[] row : layer) {
          Arrays.setAll(row, k -> random.nextGaussian() * Math.sqrt(unit.gain / WIDTH));
        }
      }
    }

    /** Pre-activations of all layers. */
    double[][] forward(double[] x) {
      double[][] z = new double[DEPTH][WIDTH];
      double[] h = x;
      for (int l = 0; l < DEPTH; l++) {
        for (int j = 0; j < WIDTH; j++) {
          for (int k = 0; k < WIDTH; k++) {
            z[l][j] += w[l][j][k] * h[k];
          }
        }
        h = map(z[l], unit.f);
      }
      return z;
    }

    /** The loss: a fixed random projection of the last layer's output. */
    double loss(double[] x, double[] projection) {
      double[] h = map(forward(x)[DEPTH - 1], unit.f);
      double sum = 0;
      for (int j = 0; j < WIDTH; j++) {
        sum += projection[j] * h[j];
      }
      return sum;
    }

    // @start region="backward"
    /** The error signal ∂L/∂z of every layer. */
    double[][] backward(double[][] z, double[] projection) {
      double[][] delta = new double[DEPTH][WIDTH];
      double[] arriving = projection;
      for (int l = DEPTH - 1; l >= 0; l--) {
        double[] below = new double[WIDTH];
        for (int j = 0; j < WIDTH; j++) {
          double slope = unit.slope.applyAsDouble(z[l][j]);
          delta[l][j] = arriving[j] * slope;
          for (int k = 0; k < WIDTH; k++) {
            below[k] += w[l][j][k] * delta[l][j];
          }
        }
        arriving = below;
      }
      return delta;
    }
    // @end
  }

  static double meanSquare(double[] v) {
    return Arrays.stream(v).map(a -> a * a).average().orElseThrow();
  }

  /** E[f(√q·Z)²] for a standard normal Z, by the midpoint rule. */
  static double meanSquare(DoubleUnaryOperator f, double q) {
    double sum = 0;
    for (int i = 0; i < 8000; i++) {
      double z = -8 + 0.002 * (i + 0.5);
      double value = f.applyAsDouble(Math.sqrt(q) * z);
      sum += 0.002 * StrictMath.exp(-z * z / 2) * value * value;
    }
    return sum / Math.sqrt(2 * Math.PI);
  }

  /** By which factor the RMS error signal changes per layer, for normally distributed z. */
  static double predictedFactor(Unit unit) {
    double q = unit.gain; // the inputs have mean square 1
    double logFactor = 0;
    for (int l = 0; l < DEPTH - 1; l++) {
      logFactor += StrictMath.log(unit.gain * meanSquare(unit.slope, q)) / 2;
      q = unit.gain * meanSquare(unit.f, q);
    }
    return StrictMath.exp(logFactor / (DEPTH - 1));
  }

  /** Sigmoid units whose weights are four times as large as in the table. */
  static void largeWeights() {
    Unit unit = new Unit("sigmoid", "large", WhyRelu::sigmoid, WhyRelu::sigmoidSlope, 16);
    double first = 0;
    double last = 0;
    for (int n = 0; n < NETWORKS; n++) {
      Random random = new Random(630 + n);
      Network net = new Network(unit, random);
      for (int i = 0; i < BATCH; i++) {
        double[] projection = random.doubles(WIDTH, -1, 1).toArray();
        double[] x = new double[WIDTH];
        Arrays.setAll(x, k -> random.nextGaussian());
        double[][] d = net.backward(net.forward(x), projection);
        first += meanSquare(d[0]);
        last += meanSquare(d[DEPTH - 1]);
      }
    }
    double factor = StrictMath.pow(first / last, 0.5 / (DEPTH - 1));
    show("largeFactor", factor);
    check(
        "sigmoid with large weights: factor per layer, difference of measurement and prediction:",
        Math.abs(factor - predictedFactor(unit)),
        below(0.02));
  }

  public static void main(String[] args) {
    show("depth", DEPTH);
    show("width", WIDTH);
    show("batch", BATCH);
    show("networks", NETWORKS);
    show("sigmoidTop", sigmoidSlope(0));
    show("sigmoidAtFive", sigmoidSlope(5));
    show("tanhAtFive", tanhSlope(5));
    show("bestSigmoid", StrictMath.pow(sigmoidSlope(0), DEPTH - 1));
    double slopeError = 0;
    double h = 1e-5;
    for (Unit unit : units) {
      for (double z = -5.75; z < 6; z += 0.5) {
        double difference = (unit.f.applyAsDouble(z + h) - unit.f.applyAsDouble(z - h)) / (2 * h);
        slopeError = Math.max(slopeError, Math.abs(difference - unit.slope.applyAsDouble(z)));
      }
    }
    check("the three slopes, difference from central differences:", slopeError, below(1e-9));

    var slopes =
        plot(
                "slopes",
                "The slope of the sigmoid is a low bell with its top of 0.25 at zero, that of tanh"
                    + " a narrow bell with its top of 1; both vanish on either side. ReLU's slope"
                    + " is 0 left of zero and 1 right of it.")
            .x("z")
            .y("slope");
    var scale =
        plot(
                "scale",
                "Root mean square slope against the standard deviation of the pre-activation. It"
                    + " is constant for ReLU; for tanh it falls from 1, for the sigmoid from 0.25,"
                    + " both towards zero. Sampled points lie on the curves.")
            .x("standard deviation of z")
            .y("RMS slope")
            .logX();
    double[] deviations = new double[41];
    Arrays.setAll(deviations, i -> 0.1 * StrictMath.pow(300, i / 40.0));
    double[] sampledAt = {0.1, 0.3, 1, 3, 10, 30};
    double sampleError = 0;
    for (Unit unit : units) {
      double[] grid =
          unit.key.equals("relu") ? new double[] {-6, -1e-9, 0, 1e-9, 6} : linspace(-6, 6, 201);
      double[] heights = map(grid, unit.slope);
      if (unit.key.equals("relu")) {
        heights[2] = Double.NaN; // no slope, so no line
      }
      slopes.line(unit.name, grid, heights);
      scale.line(
          unit.name, deviations, map(deviations, s -> Math.sqrt(meanSquare(unit.slope, s * s))));
      Random random = new Random(7);
      double[] sampled =
          map(
              sampledAt,
              s -> {
                double sum = 0;
                for (int i = 0; i < 20_000; i++) {
                  double slope = unit.slope.applyAsDouble(s * random.nextGaussian());
                  sum += slope * slope;
                }
                return Math.sqrt(sum / 20_000);
              });
      scale.points(unit.name + ", sampled", sampledAt, sampled);
      for (int i = 0; i < sampled.length; i++) {
        double exact = Math.sqrt(meanSquare(unit.slope, sampledAt[i] * sampledAt[i]));
        sampleError = Math.max(sampleError, Math.abs(sampled[i] - exact));
      }
      show(unit.key + "AtTen", Math.sqrt(meanSquare(unit.slope, 100)));
    }
    check("RMS slopes, difference of sample and integral:", sampleError, below(0.01));

    var signal =
        plot(
                "signal",
                "Root mean square of the error signal in each hidden layer, relative to the last"
                    + " one, on a logarithmic scale. Sigmoid falls along a straight line by about"
                    + " twelve orders of magnitude, tanh falls a little, ReLU stays flat.")
            .x("hidden layer")
            .y("RMS of ∂L/∂z, relative to layer " + DEPTH)
            .logY();
    var summary =
        table("summary")
            .column("unit")
            .column("top slope", "%.2f")
            .column("$n \\operatorname{Var}(w)$", "%.0f")
            .column("factor", "%.3f")
            .column("predicted", "%.3f")
            .column("first / last", "%.2g")
            .column("zeros", "%.1f%%");
    double[] layers = linspace(1, DEPTH, DEPTH);
    for (Unit unit : units) {
      double[] delta = new double[DEPTH];
      double zeros = 0;
      double gradientError = 0;
      for (int n = 0; n < NETWORKS; n++) {
        Random random = new Random(530 + n);
        Network net = new Network(unit, random);
        double[] projection = new double[WIDTH];
        Arrays.setAll(projection, j -> random.nextGaussian());
        for (int i = 0; i < BATCH; i++) {
          double[] x = new double[WIDTH];
          Arrays.setAll(x, k -> random.nextGaussian());
          double[][] z = net.forward(x);
          double[][] d = net.backward(z, projection);
          for (int l = 0; l < DEPTH; l++) {
            delta[l] += meanSquare(d[l]);
          }
          zeros += Arrays.stream(map(z[DEPTH - 1], unit.f)).filter(a -> a == 0).count();
          if (i == 0) {
            // ∂L/∂w of one weight is its unit's error signal times the activation below.
            int l = DEPTH - 3;
            double below = unit.f.applyAsDouble(z[l - 1][4]);
            double kept = net.w[l][9][4];
            net.w[l][9][4] = kept + h;
            double up = net.loss(x, projection);
            net.w[l][9][4] = kept - h;
            double difference = (up - net.loss(x, projection)) / (2 * h);
            net.w[l][9][4] = kept;
            gradientError = Math.max(gradientError, Math.abs(difference - d[l][9] * below));
          }
        }
      }
      check(
          unit.name + ": error signals, difference from finite differences:",
          gradientError,
          below(1e-8));
      double factor = StrictMath.pow(delta[0] / delta[DEPTH - 1], 0.5 / (DEPTH - 1));
      double predicted = predictedFactor(unit);
      check(
          unit.name + ": factor per layer, difference of measurement and prediction:",
          Math.abs(factor - predicted),
          below(0.02));
      double last = delta[DEPTH - 1];
      signal.line(unit.name, layers, map(delta, a -> Math.sqrt(a / last)));
      double share = 100 * zeros / (NETWORKS * BATCH * WIDTH);
      if (unit.key.equals("relu")) {
        show("reluZeros", share);
      }
      double top = unit.slope.applyAsDouble(unit.key.equals("relu") ? 1 : 0);
      summary.row(unit.name, top, unit.gain, factor, predicted, Math.sqrt(delta[0] / last), share);
      show(unit.key + "Share", Math.sqrt(delta[0] / last));
    }

    largeWeights();

    Random random = new Random(53);
    double[] x = new double[WIDTH];
    Arrays.setAll(x, k -> random.nextGaussian());
    double[] ones = new double[WIDTH];
    Arrays.fill(ones, 1);
    Network net = new Network(units[2], random);
    double plain = net.loss(x, ones);
    double scaled = net.loss(map(x, a -> 1000 * a), ones);
    check(
        "1000-fold input of a ReLU network without biases, distance of the output from 1000-fold:",
        Math.abs(scaled / plain - 1000),
        below(1e-6));
  }
}
