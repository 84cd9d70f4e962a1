import static answerbook.api.Snippet.*;

import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

public class TanhAndGradcheck {
  static final double[] X = {0.37, 0.192, 0.571};

  static double tanh(double x) {
    double up = StrictMath.exp(x);
    double down = StrictMath.exp(-x);
    return (up - down) / (up + down);
  }

  static double tanhSlope(double x) {
    return 1 - tanh(x) * tanh(x);
  }

  /** The same function without overflow. */
  static double stableTanh(double x) {
    return 1 - 2 / (StrictMath.exp(2 * x) + 1);
  }

  /** A backward pass: the gradient for the input, from the one for the output. */
  interface Backward {
    double[] apply(double[] x, double[] upstream);
  }

  static double[] backward(double[] x, double[] upstream) {
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double y = tanh(x[i]);
      gradient[i] = upstream[i] * (1 - y * y);
    }
    return gradient;
  }

  /** The mistake to be caught: the upstream gradient is forgotten. */
  static double[] brokenBackward(double[] x, double[] upstream) {
    return map(x, TanhAndGradcheck::tanhSlope);
  }

  // @start region="gradcheck"
  /** The largest difference between analytical and numerical Jacobian. */
  static double gradcheck(double[] x, Backward backward) {
    double eps = 1e-6;
    double worst = 0;
    for (int i = 0; i < x.length; i++) { // row i: output i
      double[] unit = new double[x.length];
      unit[i] = 1;
      double[] row = backward.apply(x, unit);
      for (int j = 0; j < x.length; j++) { // column j: input j
        double[] up = x.clone();
        double[] down = x.clone();
        up[j] += eps;
        down[j] -= eps;
        double numerical = (tanh(up[i]) - tanh(down[i])) / (2 * eps);
        worst = Math.max(worst, Math.abs(row[j] - numerical));
      }
    }
    return worst;
  }

  // @end

  public static void main(String[] args) {
    curves();
    values();
    gradientCheck();
    precision();
    overflow();
  }

  private static void curves() {
    plot(
            "curves",
            "Both curves rise through the origin. tanh(x/4) has slope 1/4 there and stays below 1;"
                + " 4 tanh(x/4) starts along the line y = x and has reached about 3 at x = 4.")
        .x("x")
        .y("y")
        .line("4 tanh(x/4)", -4, 4, x -> 4 * tanh(x / 4))
        .line("tanh(x/4)", -4, 4, x -> tanh(x / 4))
        .dashed("y = x", -4, 4, x -> x);
    double h = 1e-5;
    double scaled = 4 * (tanh(h / 4) - tanh(-h / 4)) / (2 * h);
    check("4 tanh(x/4) has the slope of tanh at 0", Math.abs(scaled - tanhSlope(0)), below(1e-9));
    show("slopeAt0", tanhSlope(0));
    show("quarterSlope", tanhSlope(0) / 4);
    double flat = (tanh(h / 4) - tanh(-h / 4)) / (2 * h);
    check("tanh(x/4) has a quarter of it", Math.abs(flat - tanhSlope(0) / 4), below(1e-9));
    show("scaledAt4", 4 * tanh(1));
  }

  private static void values() {
    double[] value = map(X, TanhAndGradcheck::tanh);
    double[] slope = map(X, TanhAndGradcheck::tanhSlope);
    show("value", value);
    show("slope", slope);
    var table =
        table("values")
            .column("$x$", "%.3f")
            .column("$\\tanh x$", "%.6f")
            .column("$1 - \\tanh^2 x$", "%.6f")
            .column("$1 / \\cosh^2 x$", "%.6f");
    double worst = 0;
    for (int i = 0; i < X.length; i++) {
      double cosh = StrictMath.cosh(X[i]);
      table.row(X[i], value[i], slope[i], 1 / (cosh * cosh));
      worst = Math.max(worst, Math.abs(slope[i] - 1 / (cosh * cosh)));
    }
    check("1 − tanh² is 1 / cosh²", worst, below(1e-12));
    INDArray x = Nd4j.create(new double[][] {X});
    check("tanh matches ND4J's", distance(value, Transforms.tanh(x, true)), below(1e-12));
    INDArray theirs = new ActivationTanH().backprop(x.dup(), x.like().assign(1)).getFirst();
    check("its derivative matches ND4J's", distance(slope, theirs), below(1e-12));
  }

  private static double distance(double[] ours, INDArray theirs) {
    return Nd4j.create(new double[][] {ours}).sub(theirs).amaxNumber().doubleValue();
  }

  private static void gradientCheck() {
    check(
        "gradcheck accepts the backward pass",
        gradcheck(X, TanhAndGradcheck::backward),
        below(1e-8));
    double broken = gradcheck(X, TanhAndGradcheck::brokenBackward);
    double[] single = {X[0]};
    check("gradcheck rejects one that forgets the upstream gradient", broken, above(0.1));
    check(
        "but not for a single element",
        gradcheck(single, TanhAndGradcheck::brokenBackward),
        below(1e-8));
    show("brokenError", broken);
    double[] g = {1, -2, 0.5};
    show("upstream", g);
    show("downstream", backward(X, g));
  }

  /** The error of central differences by step, in double and in single precision. */
  private static void precision() {
    double x = X[0];
    double[] steps = map(linspace(-8, 0, 65), exponent -> StrictMath.pow(10, exponent));
    double[] inDouble =
        map(steps, h -> Math.abs((tanh(x + h) - tanh(x - h)) / (2 * h) - tanhSlope(x)));
    double[] inFloat = map(steps, h -> floatError((float) x, (float) h));
    plot(
            "precision",
            "Both errors fall together as the step shrinks, until rounding takes over. In single"
                + " precision that happens near a step of 1e-2 to 1e-3, in double precision near"
                + " 1e-5; from there on they rise. At 1e-6 the single-precision error is above"
                + " 1e-2, the other about 1e-11.")
        .x("step h")
        .y("error of the derivative")
        .logX()
        .logY()
        .line("double", steps, inDouble)
        .line("float", steps, inFloat)
        .vertical(1e-6, "h = 10^{−6}");
    double error = Math.abs((tanh(x + 1e-6) - tanh(x - 1e-6)) / 2e-6 - tanhSlope(x));
    check("in double precision the quotient is good", error, below(1e-9));
    show("floatError", floatError((float) x, 1e-6f));
  }

  private static double floatError(float x, float h) {
    float up = (float) tanh(x + h);
    float down = (float) tanh(x - h);
    return Math.abs((up - down) / (2 * h) - tanhSlope(x));
  }

  private static void overflow() {
    show("overflowAt", 800);
    check("the quotient of exponentials is not a number at 800", Double.isNaN(tanh(800)));
    show("stableAt800", stableTanh(800));
    double worst = 0;
    for (double x : linspace(-20, 20, 401)) {
      worst = Math.max(worst, Math.abs(stableTanh(x) - StrictMath.tanh(x)));
    }
    check("the stable form matches the library's tanh", worst, below(1e-12));
  }
}
