import static answerbook.api.Snippet.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

public class FourActivations {
  static final double LEAK = 0.1; // larger than the usual 0.01, to be seen in the plots
  static final int DEPTH = 5;

  // @start region="functions"
  static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  static double sigmoidSlope(double z) {
    return sigmoid(z) * (1 - sigmoid(z));
  }

  static double tanh(double z) {
    return StrictMath.tanh(z);
  }

  static double tanhSlope(double z) {
    return 1 - tanh(z) * tanh(z);
  }

  static double relu(double z) {
    return z > 0 ? z : 0;
  }

  static double reluSlope(double z) {
    return z > 0 ? 1 : 0; // at 0 a choice, not a derivative
  }

  static double leaky(double z) {
    return z > 0 ? z : LEAK * z;
  }

  static double leakySlope(double z) {
    return z > 0 ? 1 : LEAK; // at 0 a choice, too
  }

  // @end

  /** A function, the slope claimed for it, and ND4J's implementation of both. */
  record Activation(DoubleUnaryOperator f, DoubleUnaryOperator slope, IActivation nd4j) {}

  static final Map<String, Activation> ALL = new LinkedHashMap<>();

  static {
    ALL.put(
        "sigmoid",
        new Activation(
            FourActivations::sigmoid, FourActivations::sigmoidSlope, new ActivationSigmoid()));
    ALL.put(
        "tanh",
        new Activation(FourActivations::tanh, FourActivations::tanhSlope, new ActivationTanH()));
    ALL.put(
        "ReLU",
        new Activation(FourActivations::relu, FourActivations::reluSlope, new ActivationReLU()));
    ALL.put(
        "leaky ReLU",
        new Activation(
            FourActivations::leaky, FourActivations::leakySlope, new ActivationLReLU(LEAK)));
  }

  public static void main(String[] args) {
    curves();
    facts();
    slopesAreRight();
    deadUnit();
    atZero();
    vectorSigmoid();
    sigmoidOfDotProduct();
  }

  private static void curves() {
    String leakyName = "leaky ReLU, leak " + LEAK;
    plot(
            "curves",
            "Sigmoid rises from 0 to 1, tanh from -1 to 1. ReLU is 0 up to z = 0 and the line z"
                + " after it. Leaky ReLU is the same on the right and sinks slowly below 0 on the"
                + " left.")
        .x("z")
        .y("f(z)")
        .yRange(-1.2, 3)
        .line("sigmoid", -4, 4, FourActivations::sigmoid)
        .line("tanh", -4, 4, FourActivations::tanh)
        .line("ReLU", -4, 3, FourActivations::relu)
        .dashed(leakyName, -4, 3, FourActivations::leaky);
    double[] ends = {-4, 0, 0, 0, 4};
    plot(
            "slopes",
            "The slope of sigmoid is a low bump about 0, that of tanh a bump four times as high;"
                + " both have all but vanished at -4 and 4. The slopes of ReLU and leaky ReLU are"
                + " constant on either side and jump to 1 at z = 0.")
        .x("z")
        .y("f′(z)")
        .yRange(-0.1, 1.2)
        .line("sigmoid", -4, 4, FourActivations::sigmoidSlope)
        .line("tanh", -4, 4, FourActivations::tanhSlope)
        .line("ReLU", ends, new double[] {0, 0, Double.NaN, 1, 1})
        .dashed(leakyName, ends, new double[] {LEAK, LEAK, Double.NaN, 1, 1});
    show("leak", LEAK);
    show("depth", DEPTH);
  }

  private static void facts() {
    var table =
        table("facts")
            .column("function")
            .column("$f'(0)$", "%.2f")
            .column("$f'(5)$", "%.4f")
            .column("$f'(-5)$", "%.4f")
            .column("mean", "%.3f")
            .column("stack at 1", "%.5f")
            .column("stack at −1", "%.5f");
    double meanError = 0;
    double stackError = 0;
    for (var entry : ALL.entrySet()) {
      Activation a = entry.getValue();
      boolean kinked = entry.getKey().endsWith("ReLU");
      table.row(
          entry.getKey(),
          kinked ? "none" : (Object) a.slope.applyAsDouble(0),
          a.slope.applyAsDouble(5),
          a.slope.applyAsDouble(-5),
          mean(a.f),
          stackSlope(a, 1),
          stackSlope(a, -1));
      meanError = Math.max(meanError, Math.abs(mean(a.f) - simulatedMean(a.f)));
      for (double x : new double[] {1, -1}) {
        double slope = difference(z -> stack(a, z), x);
        stackError = Math.max(stackError, Math.abs(stackSlope(a, x) - slope));
      }
    }
    check("the four mean outputs agree with a simulation: error", meanError, below(0.01));
    check("the slopes of the stacks agree with differences: error", stackError, below(1e-9));
    show("sigmoidPeak", sigmoidSlope(0));
    show("tanhPeak", tanhSlope(0));
    show("sigmoidMean", mean(FourActivations::sigmoid));
    show("sigmoidBound", StrictMath.pow(sigmoidSlope(0), DEPTH));
  }

  /** The mean of f(z) for standard normal z, by the trapezoidal rule. */
  private static double mean(DoubleUnaryOperator f) {
    double dz = 0.01;
    double sum = 0;
    for (int k = -800; k <= 800; k++) {
      double z = k * dz;
      sum += f.applyAsDouble(z) * StrictMath.exp(-z * z / 2) * dz;
    }
    return sum / Math.sqrt(2 * Math.PI);
  }

  private static double simulatedMean(DoubleUnaryOperator f) {
    Random random = new Random(4);
    int draws = 100_000;
    double sum = 0;
    for (int k = 0; k < draws; k++) {
      sum += f.applyAsDouble(random.nextGaussian());
    }
    return sum / draws;
  }

  /** The output of DEPTH one-unit layers of weight 1 and bias 0. */
  private static double stack(Activation a, double x) {
    for (int layer = 0; layer < DEPTH; layer++) {
      x = a.f.applyAsDouble(x);
    }
    return x;
  }

  /** The slope of the same, by the chain rule. */
  private static double stackSlope(Activation a, double x) {
    double slope = 1;
    for (int layer = 0; layer < DEPTH; layer++) {
      slope *= a.slope.applyAsDouble(x);
      x = a.f.applyAsDouble(x);
    }
    return slope;
  }

  private static double difference(DoubleUnaryOperator f, double z) {
    double h = 1e-5;
    return (f.applyAsDouble(z + h) - f.applyAsDouble(z - h)) / (2 * h);
  }

  private static void slopesAreRight() {
    double[] z = {-3.1, -1.2, -0.4, 0.3, 0.9, 2.7};
    double fromDifferences = 0;
    double fromNd4j = 0;
    for (Activation a : ALL.values()) {
      INDArray ours = Nd4j.create(new double[][] {map(z, a.slope)});
      INDArray differences = Nd4j.create(new double[][] {map(z, x -> difference(a.f, x))});
      fromDifferences = Math.max(fromDifferences, distance(ours, differences));
      fromNd4j = Math.max(fromNd4j, distance(ours, nd4jSlope(a.nd4j, z)));
    }
    check("the four slopes agree with central differences: error", fromDifferences, below(1e-9));
    check("they agree with ND4J's: error", fromNd4j, below(1e-8)); // its leak is a float
    show("nd4jReluAt0", nd4jSlope(new ActivationReLU(), new double[] {0}).getDouble(0));
    show("nd4jLeakyAt0", nd4jSlope(new ActivationLReLU(LEAK), new double[] {0}).getDouble(0));
  }

  private static double distance(INDArray a, INDArray b) {
    return a.sub(b).amaxNumber().doubleValue();
  }

  private static INDArray nd4jSlope(IActivation activation, double[] z) {
    INDArray in = Nd4j.create(new double[][] {z});
    return activation.backprop(in, in.like().assign(1)).getFirst();
  }

  /** One unit whose pre-activation starts below 0 for every input. */
  private static void deadUnit() {
    double[] reluLoss = train(ALL.get("ReLU"));
    double[] leakyLoss = train(ALL.get("leaky ReLU"));
    double[] steps = linspace(0, reluLoss.length - 1, reluLoss.length);
    plot(
            "dead",
            "The loss of the ReLU unit is a horizontal line from the first step to the last. That"
                + " of the leaky unit starts higher, crosses the line after some forty steps and"
                + " ends close to 0.")
        .x("step of gradient descent")
        .y("mean squared error")
        .yRange(0, 1.6)
        .line("ReLU", steps, reluLoss)
        .dashed("leaky ReLU, leak " + LEAK, steps, leakyLoss);
    int last = reluLoss.length - 1;
    show("deadSteps", last);
    show("reluLossEnd", reluLoss[last]);
    show("leakyLossEnd", leakyLoss[last]);
    check("the dead unit has learnt nothing", reluLoss[last] == reluLoss[0]);
    check(
        "the leaky unit's loss, as a share of that at the start,",
        leakyLoss[last] / leakyLoss[0],
        below(0.1));
  }

  private static double[] train(Activation a) {
    Random random = new Random(7);
    double[] x = random.doubles(200, -2, 2).toArray();
    double w = 1;
    double b = -6;
    double[] losses = new double[301];
    for (int step = 0; step < losses.length; step++) {
      double dw = 0;
      double db = 0;
      for (double xi : x) {
        double z = w * xi + b;
        double error = a.f.applyAsDouble(z) - relu(xi);
        double delta = 2 * error * a.slope.applyAsDouble(z) / x.length;
        losses[step] += error * error / x.length;
        dw += delta * xi;
        db += delta;
      }
      w -= 0.3 * dw;
      b -= 0.3 * db;
    }
    return losses;
  }

  private static void atZero() {
    // @start region="zero"
    double h = 1e-3;
    double fromLeft = (relu(0) - relu(0 - h)) / h;
    double fromRight = (relu(0 + h) - relu(0)) / h;
    // @end
    show("fromLeft", fromLeft);
    show("fromRight", fromRight);

    double[] z = linspace(-2, 2, 401);
    int violations = undercuts(0, z) + undercuts(0.5, z) + undercuts(1, z);
    check(
        "lines of slope 0, 0.5 and 1 through 0 stay below ReLU: violations", violations, below(1));
    int outside = Math.min(undercuts(-0.1, z), undercuts(1.1, z));
    check("lines of slope -0.1 and 1.1 do not: violations", outside, above(0));

    Random random = new Random(11);
    int draws = 100_000;
    int hits = 0;
    for (int k = 0; k < draws; k++) {
      double sum = 0;
      for (int i = 0; i < 5; i++) {
        sum += random.nextGaussian() * random.nextGaussian();
      }
      hits += sum == 0 ? 1 : 0;
    }
    show("draws", draws);
    show("hits", hits);

    // relu(z) − relu(−z) = z; the chain rule at 0 with slope s there gives s + s
    show("identitySlope", difference(x -> relu(x) - relu(-x), 0));
    show("chainRuleSlope", reluSlope(0) - reluSlope(-0.0) * -1);
  }

  /** In how many of the points the line g·z lies above relu(z). */
  private static int undercuts(double g, double[] points) {
    int count = 0;
    for (double z : points) {
      count += relu(z) < g * z - 1e-15 ? 1 : 0;
    }
    return count;
  }

  private static void vectorSigmoid() {
    double[] z = {-1, 0, 2};
    double[] upstream = {1, -2, 0.5};
    double[][] j = jacobian(z);
    show("z", z);
    show("sigma", map(z, FourActivations::sigmoid));
    show("J", j);
    show("upstream", upstream);

    INDArray full = Nd4j.create(j);
    check(
        "the Jacobian matches central differences, zeros included",
        full.sub(Nd4j.create(differences(z, 1e-5))).amaxNumber().doubleValue(),
        below(1e-9));
    INDArray batch = Nd4j.create(new double[][] {z, z, z});
    INDArray rows =
        new ActivationSigmoid().backprop(batch, Nd4j.eye(3).castTo(full.dataType())).getFirst();
    check(
        "the Jacobian matches what ND4J propagates back for unit vectors",
        full.sub(rows).amaxNumber().doubleValue(),
        below(1e-12));

    // @start region="product"
    double[] downstream = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      double s = sigmoid(z[i]);
      downstream[i] = upstream[i] * s * (1 - s);
    }
    // @end
    show("downstream", downstream);
    INDArray g = Nd4j.create(new double[][] {upstream});
    check(
        "the element-wise product is the product with the Jacobian",
        g.mmul(full).sub(Nd4j.create(new double[][] {downstream})).amaxNumber().doubleValue(),
        below(1e-12));
  }

  // @start region="jacobian"
  /** The Jacobian of the element-wise sigmoid: a diagonal matrix. */
  static double[][] jacobian(double[] z) {
    double[][] j = new double[z.length][z.length];
    for (int i = 0; i < z.length; i++) {
      double s = sigmoid(z[i]);
      j[i][i] = s * (1 - s);
    }
    return j;
  }

  /** All of the same matrix by central differences. */
  static double[][] differences(double[] z, double h) {
    double[][] j = new double[z.length][z.length];
    for (int k = 0; k < z.length; k++) {
      double[] up = z.clone();
      double[] down = z.clone();
      up[k] += h;
      down[k] -= h;
      for (int i = 0; i < z.length; i++) {
        j[i][k] = (sigmoid(up[i]) - sigmoid(down[i])) / (2 * h);
      }
    }
    return j;
  }

  // @end

  private static void sigmoidOfDotProduct() {
    double[] w = {0.5, -1, 1};
    double[] x = {-1, 0, 2};
    double y = sigmoid(dot(w, x));
    double[] gradient = map(w, wi -> y * (1 - y) * wi);
    show("w", w);
    show("y", y);
    show("gradient", gradient);
    double error = 0;
    for (int i = 0; i < x.length; i++) {
      int k = i;
      double slope =
          difference(
              xk -> {
                double[] moved = x.clone();
                moved[k] = xk;
                return sigmoid(dot(w, moved));
              },
              x[i]);
      error = Math.max(error, Math.abs(slope - gradient[i]));
    }
    check("the gradient of σ(w·x) matches central differences", error, below(1e-9));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
