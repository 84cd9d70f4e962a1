import static answerbook.api.Snippet.*;

import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

public class SigmoidAndItsApproximation {
  static final double[] V = {0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99};

  // @start region="functions"
  static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  static double sigmoidSlope(double x) {
    double s = sigmoid(x);
    return s * (1 - s);
  }

  static double approximation(double x) {
    return 1 / (1 + StrictMath.pow(2, -1.5 * x));
  }

  static double approximationSlope(double x) {
    double s = approximation(x);
    return 1.5 * StrictMath.log(2) * s * (1 - s);
  }

  // @end

  public static void main(String[] args) {
    curves();
    values();
    constant();
    errors();
  }

  private static void curves() {
    plot(
            "curves",
            "Four S-shaped curves through 0.5 at x = 0. The steeper c, the sooner a curve reaches 0"
                + " and 1; the approximation almost covers the standard sigmoid, c = 1.")
        .x("x")
        .y("s(x)")
        .line("c = 1", -4, 4, SigmoidAndItsApproximation::sigmoid)
        .line("c = 2", -4, 4, x -> sigmoid(2 * x))
        .line("c = 5", -4, 4, x -> sigmoid(5 * x))
        .dashed("base 2, factor 1.5", -4, 4, SigmoidAndItsApproximation::approximation);
  }

  private static void values() {
    double[] sigmoid = map(V, SigmoidAndItsApproximation::sigmoid);
    double[] sigmoidSlope = map(V, SigmoidAndItsApproximation::sigmoidSlope);
    double[] approximation = map(V, SigmoidAndItsApproximation::approximation);
    double[] approximationSlope = map(V, SigmoidAndItsApproximation::approximationSlope);
    show("sigmoid", sigmoid);
    show("sigmoidSlope", sigmoidSlope);
    show("approximation", approximation);
    show("approximationSlope", approximationSlope);
    var table =
        table("values")
            .column("$x$", "%.2f")
            .column("$s(x)$", "%.6f")
            .column("$\\tilde s(x)$", "%.6f")
            .column("$\\tilde s - s$", "%.6f")
            .column("$s'(x)$", "%.6f")
            .column("$\\tilde s'(x)$", "%.6f");
    for (int i = 0; i < V.length; i++) {
      table.row(
          V[i],
          sigmoid[i],
          approximation[i],
          approximation[i] - sigmoid[i],
          sigmoidSlope[i],
          approximationSlope[i]);
    }

    double c = 1.5 * StrictMath.log(2);
    INDArray x = Nd4j.create(V);
    agree("the sigmoid and ND4J's", sigmoid, Transforms.sigmoid(x, true));
    agree("its slope and ND4J's", sigmoidSlope, Transforms.sigmoidDerivative(x, true));
    agree(
        "the approximation and ND4J's sigmoid of 1.5 ln 2 · x",
        approximation,
        Transforms.sigmoid(x.mul(c), true));
    agree(
        "its slope and ND4J's, by the chain rule",
        approximationSlope,
        Transforms.sigmoidDerivative(x.mul(c), true).mul(c));
    double[] wide = linspace(-8, 8, 33);
    check(
        "the slope of the sigmoid matches central differences",
        slopeError(
            SigmoidAndItsApproximation::sigmoid, SigmoidAndItsApproximation::sigmoidSlope, wide),
        below(1e-9));
    check(
        "the slope of the approximation matches central differences",
        slopeError(
            SigmoidAndItsApproximation::approximation,
            SigmoidAndItsApproximation::approximationSlope,
            wide),
        below(1e-9));
  }

  private static void agree(String what, double[] ours, INDArray theirs) {
    double error = Nd4j.create(ours).sub(theirs).amaxNumber().doubleValue();
    check(what + " agree", error, below(1e-12));
  }

  private static double slopeError(
      DoubleUnaryOperator f, DoubleUnaryOperator slope, double[] points) {
    double h = 1e-5;
    double worst = 0;
    for (double x : points) {
      double difference = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
      worst = Math.max(worst, Math.abs(difference - slope.applyAsDouble(x)));
    }
    return worst;
  }

  private static void constant() {
    show("floatTenth", (double) 0.1f);
    show("log2e", 1 / StrictMath.log(2));
    show("steepness", 1.5 * StrictMath.log(2));
    show("exactSlopeAt0", sigmoidSlope(0));
    show("slopeAt0", approximationSlope(0));
    show("tooSteep", 100 * (approximationSlope(0) / sigmoidSlope(0) - 1));
  }

  private static void errors() {
    DoubleUnaryOperator error = x -> approximation(x) - sigmoid(x);
    DoubleUnaryOperator closer = x -> 1 / (1 + StrictMath.pow(2, -1.44 * x)) - sigmoid(x);
    plot(
            "error",
            "With the factor 1.5 the error swings from about -0.009 to 0.009 and is largest in"
                + " magnitude near x = -1.5 and x = 1.5; with 1.44 it is about a twentieth of that."
                + " The error of the slope is about 0.01 at 0, turns negative on both sides and"
                + " fades out.")
        .x("x")
        .y("approximation − exact")
        .line("sigmoid, factor 1.5", -8, 8, error)
        .line("sigmoid, factor 1.44", -8, 8, closer)
        .dashed("its slope, factor 1.5", -8, 8, x -> approximationSlope(x) - sigmoidSlope(x));

    double low = 1; // the error's slope is positive here
    double high = 2; // and negative here
    while (high - low > 1e-12) {
      double x = (low + high) / 2;
      if (approximationSlope(x) > sigmoidSlope(x)) {
        low = x;
      } else {
        high = x;
      }
    }
    double worst = approximation(low) - sigmoid(low);
    show("worstAt", low, within(1e-6));
    show("worst", worst);
    double[] grid = linspace(-8, 8, 16001);
    double largest = 0;
    double largestCloser = 0;
    double largestSlope = 0;
    for (double x : grid) {
      largest = Math.max(largest, Math.abs(error.applyAsDouble(x)));
      largestCloser = Math.max(largestCloser, Math.abs(closer.applyAsDouble(x)));
      largestSlope = Math.max(largestSlope, Math.abs(approximationSlope(x) - sigmoidSlope(x)));
    }
    check("no point of a grid over [-8, 8] is worse", largest - worst, below(1e-12));
    check("and the grid comes as close as its spacing allows", worst - largest, below(1e-7));
    show("worstCloser", largestCloser);
    double inV = 0;
    for (double x : V) {
      inV = Math.max(inV, Math.abs(error.applyAsDouble(x)));
    }
    show("worstInV", inV);
    show("tail", 100 * (1 - approximation(-8) / sigmoid(-8)));
  }
}
