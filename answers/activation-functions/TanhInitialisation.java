import static answerbook.api.Snippet.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** How three ways to set the first weights of a deep tanh network treat its gradients. */
public class TanhInitialisation {
  static final int DEPTH = 20;
  static final int WIDTH = 100;
  static final int BATCH = 16;
  static final int NETWORKS = 5;

  // @start region="init"
  /** Weight drawn from a normal distribution of variance 2 / fan-in. */
  static double kaimingNormal(Random random, int in, int out) {
    return random.nextGaussian() * Math.sqrt(2.0 / in);
  }

  /** Weight drawn from a uniform distribution, variance 2 / (in + out). */
  static double glorotUniform(Random random, int in, int out) {
    double limit = Math.sqrt(6.0 / (in + out));
    return (2 * random.nextDouble() - 1) * limit;
  }

  static double zero(Random random, int in, int out) {
    return 0;
  }

  // @end

  /** Not among the options: uniform on ±1/√fan-in, the habit that Glorot and Bengio examined. */
  static double narrowUniform(Random random, int in, int out) {
    return (2 * random.nextDouble() - 1) / Math.sqrt(in);
  }

  interface Initialiser {
    double weight(Random random, int in, int out);
  }

  /** DEPTH hidden tanh layers of WIDTH units and a linear output. Index 0 is the first layer. */
  static class Network {
    final double[][][] w = new double[DEPTH + 1][][];
    final double[][] b = new double[DEPTH + 1][];

    Network(Initialiser initialiser, Random random) {
      for (int l = 0; l <= DEPTH; l++) {
        int out = l < DEPTH ? WIDTH : 1;
        w[l] = new double[out][WIDTH];
        b[l] = new double[out];
        for (double[] row : w[l]) {
          Arrays.setAll(row, k -> initialiser.weight(random, WIDTH, out));
        }
      }
    }

    /** The outputs of all layers for one example; h[0] is the input. */
    double[][] forward(double[] x) {
      double[][] h = new double[DEPTH + 2][];
      h[0] = x;
      for (int l = 0; l <= DEPTH; l++) {
        h[l + 1] = new double[w[l].length];
        for (int j = 0; j < w[l].length; j++) {
          double z = b[l][j];
          for (int k = 0; k < WIDTH; k++) {
            z += w[l][j][k] * h[l][k];
          }
          h[l + 1][j] = l < DEPTH ? StrictMath.tanh(z) : z;
        }
      }
      return h;
    }

    double loss(double[][] xs, double[] ts) {
      double sum = 0;
      for (int i = 0; i < xs.length; i++) {
        double error = forward(xs[i])[DEPTH + 1][0] - ts[i];
        sum += error * error / 2;
      }
      return sum / xs.length;
    }
  }

  /** What one backward pass over the batch yields. */
  static class Gradients {
    final double[][][] w = new double[DEPTH + 1][][];
    final double[][] b = new double[DEPTH + 1][];

    /** Mean squares by layer, over units and examples. */
    final double[] activation = new double[DEPTH + 2];

    final double[] delta = new double[DEPTH + 1];
    double saturated;

    Gradients(Network net, double[][] xs, double[] ts) {
      for (int l = 0; l <= DEPTH; l++) {
        w[l] = new double[net.w[l].length][WIDTH];
        b[l] = new double[net.w[l].length];
      }
      for (int i = 0; i < xs.length; i++) {
        double[][] h = net.forward(xs[i]);
        for (int l = 0; l <= DEPTH + 1; l++) {
          activation[l] += meanSquare(h[l]) / xs.length;
        }
        for (double value : h[DEPTH]) {
          saturated += Math.abs(value) > 0.9 ? 1.0 / WIDTH / xs.length : 0;
        }
        backward(net, h, ts[i], xs.length);
      }
    }

    // @start region="backward"
    void backward(Network net, double[][] h, double t, int batch) {
      double[] d = {h[DEPTH + 1][0] - t};
      for (int l = DEPTH; l >= 0; l--) {
        delta[l] += meanSquare(d) / batch;
        double[] below = new double[WIDTH];
        for (int j = 0; j < d.length; j++) {
          b[l][j] += d[j] / batch;
          for (int k = 0; k < WIDTH; k++) {
            w[l][j][k] += d[j] * h[l][k] / batch;
            below[k] += net.w[l][j][k] * d[j];
          }
        }
        for (int k = 0; k < WIDTH; k++) {
          below[k] *= 1 - h[l][k] * h[l][k]; // tanh' = 1 - tanh²
        }
        d = below;
      }
    }
    // @end
  }

  static double meanSquare(double[] v) {
    return Arrays.stream(v).map(a -> a * a).average().orElseThrow();
  }

  static double norm(double[][] m) {
    return Math.sqrt(Arrays.stream(m).mapToDouble(r -> meanSquare(r) * r.length).sum());
  }

  /** E[f(√q·Z)] for a standard normal Z. */
  static double gaussianMean(DoubleUnaryOperator f, double q) {
    double sum = 0;
    for (double z = -8; z <= 8; z += 0.02) {
      sum += 0.02 * StrictMath.exp(-z * z / 2) * f.applyAsDouble(Math.sqrt(q) * z);
    }
    return sum / Math.sqrt(2 * Math.PI);
  }

  static double sech4(double z) {
    double slope = 1 - StrictMath.tanh(z) * StrictMath.tanh(z);
    return slope * slope;
  }

  public static void main(String[] args) {
    Random data = new Random(51);
    double[][] xs = new double[BATCH][WIDTH];
    double[] ts = new double[BATCH];
    for (int i = 0; i < BATCH; i++) {
      Arrays.setAll(xs[i], k -> data.nextGaussian());
      ts[i] = data.nextBoolean() ? 1 : -1;
    }
    show("depth", DEPTH);
    show("width", WIDTH);
    show("batch", BATCH);
    show("networks", NETWORKS);
    show("kaimingStd", Math.sqrt(2.0 / WIDTH));
    show("glorotLimit", Math.sqrt(6.0 / (WIDTH + WIDTH)));

    double[] hidden = linspace(1, DEPTH, DEPTH);
    var activations =
        plot(
                "activations",
                "Root mean square of the activations in each hidden layer. Kaiming normal levels"
                    + " off after a few layers, Glorot uniform falls slowly, the narrow uniform"
                    + " start falls along a straight line on the logarithmic scale by more than"
                    + " four orders of magnitude. Measured points lie on the predicted lines.")
            .x("hidden layer")
            .y("RMS activation")
            .logY();
    var norms =
        plot(
                "gradients",
                "Norm of the gradient of each hidden layer's weight matrix. Kaiming normal grows"
                    + " towards the first layer, Glorot uniform is nearly flat, the narrow uniform"
                    + " start is flat too, but four orders of magnitude lower.")
            .x("hidden layer")
            .y("norm of ∂L/∂W")
            .logY();
    var summary =
        table("summary")
            .column("start")
            .column("$g$", "%.2f")
            .column("RMS $h^{(1)}$", "%.3f")
            .column("RMS $h^{(%d)}$".formatted(DEPTH), "%.2g")
            .column("factor", "%.3f")
            .column("predicted", "%.3f")
            .column("$\\lVert\\partial L/\\partial W^{(1)}\\rVert$", "%.2g");

    measure("Kaiming normal", "kaiming", TanhInitialisation::kaimingNormal, 2, xs, ts);
    measure("Glorot uniform", "glorot", TanhInitialisation::glorotUniform, 1, xs, ts);
    measure("uniform ±1/√n", "narrow", TanhInitialisation::narrowUniform, 1.0 / 3, xs, ts);
    for (Measured m : measured) {
      activations
          .points(m.label + ", measured", hidden, m.activation)
          .line(m.label + ", predicted", hidden, m.predicted);
      norms.line(m.label, hidden, m.gradient);
      summary.row(
          m.label,
          m.gain,
          m.activation[0],
          m.activation[DEPTH - 1],
          m.factor,
          m.predictedFactor,
          m.gradient[0]);
    }

    show("kaimingHundred", StrictMath.pow(measured.get(0).factor, 100), within(1e-6));

    Network dead = new Network(TanhInitialisation::zero, new Random(1));
    Gradients none = new Gradients(dead, xs, ts);
    double largest = 0;
    for (int l = 0; l <= DEPTH; l++) {
      largest = Math.max(largest, norm(none.w[l]));
      if (l < DEPTH) {
        largest = Math.max(largest, meanSquare(none.b[l]));
      }
    }
    summary.row("all zero", 0.0, 0.0, 0.0, "–", "–", norm(none.w[0]));
    check("every weight and hidden bias of the all-zero network has gradient zero", largest == 0);
    show("zeroOutputBias", none.b[DEPTH][0]);
    double before = dead.loss(xs, ts);
    double moved = 0;
    for (int l = 0; l <= DEPTH; l++) {
      dead.w[l][0][7] += 0.5;
      moved = Math.max(moved, Math.abs(dead.loss(xs, ts) - before));
      dead.w[l][0][7] -= 0.5;
    }
    check(
        "change of the all-zero network's loss when one weight of any layer moves by 0.5:",
        moved,
        below(1e-15));
    double step = 1e-5;
    dead.b[DEPTH][0] = step;
    double up = dead.loss(xs, ts);
    dead.b[DEPTH][0] = -step;
    double slope = (up - dead.loss(xs, ts)) / (2 * step);
    check(
        "slope of its output bias, difference from finite differences:",
        Math.abs(slope - none.b[DEPTH][0]),
        below(1e-9));
  }

  record Measured(
      String label,
      double gain,
      double[] activation,
      double[] predicted,
      double[] gradient,
      double factor,
      double predictedFactor) {}

  static final List<Measured> measured = new ArrayList<>();

  static void measure(
      String label, String key, Initialiser initialiser, double gain, double[][] xs, double[] ts) {
    double[] activation = new double[DEPTH];
    double[] delta = new double[DEPTH];
    double[] gradient = new double[DEPTH];
    double saturated = 0;
    for (int n = 0; n < NETWORKS; n++) {
      Network net = new Network(initialiser, new Random(100 + n));
      Gradients g = new Gradients(net, xs, ts);
      for (int l = 0; l < DEPTH; l++) {
        activation[l] += g.activation[l + 1] / NETWORKS;
        delta[l] += g.delta[l] / NETWORKS;
        gradient[l] += norm(g.w[l]) / NETWORKS;
      }
      saturated += g.saturated / NETWORKS;
      if (n == 0) {
        double worst = 0;
        for (int l = 0; l < DEPTH; l += 6) {
          double step = 1e-5;
          net.w[l][3][5] += step;
          double up = net.loss(xs, ts);
          net.w[l][3][5] -= 2 * step;
          double slope = (up - net.loss(xs, ts)) / (2 * step);
          net.w[l][3][5] += step;
          worst = Math.max(worst, Math.abs(slope - g.w[l][3][5]));
        }
        check(label + ": backpropagation, difference from finite differences:", worst, below(1e-9));
      }
    }
    // The infinitely wide network: q is the variance of the pre-activations, from layer to layer.
    double[] predicted = new double[DEPTH];
    double q = gain;
    double logFactor = 0;
    double worst = 0;
    for (int l = 0; l < DEPTH; l++) {
      double square = gaussianMean(z -> StrictMath.tanh(z) * StrictMath.tanh(z), q);
      predicted[l] = Math.sqrt(square);
      if (l < DEPTH - 1) {
        logFactor += StrictMath.log(gain * gaussianMean(TanhInitialisation::sech4, q)) / 2;
      }
      activation[l] = Math.sqrt(activation[l]);
      worst = Math.max(worst, Math.abs(activation[l] / predicted[l] - 1));
      q = gain * square;
    }
    double factor = StrictMath.pow(delta[0] / delta[DEPTH - 1], 0.5 / (DEPTH - 1));
    double predictedFactor = StrictMath.exp(logFactor / (DEPTH - 1));
    check(label + ": activations, relative distance from the prediction:", worst, below(0.1));
    check(
        label + ": factor per layer, difference of measurement and prediction:",
        Math.abs(factor - predictedFactor),
        below(0.01));
    show(key + "Saturated", 100 * saturated, within(1e-6));
    show(key + "Ratio", gradient[0] / gradient[DEPTH - 1]);
    show(key + "Factor", factor);
    measured.add(
        new Measured(label, gain, activation, predicted, gradient, factor, predictedFactor));
  }
}
