import static answerbook.api.Snippet.*;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One hidden node followed by a ReLU: its output, and why it passes no gradient back. */
public class HiddenNodeWithRelu {
  private static final double[] W = {-0.3, 0.15};
  private static final double B = 0.001;
  private static final double[] X = {0.9, 0.7};
  private static final double LEAK = 0.01;

  // @start region="forward"
  static double relu(double z) {
    return Math.max(0, z);
  }

  static double linear(double[] w, double b, double[] x) {
    return w[0] * x[0] + w[1] * x[1] + b;
  }

  static double node(double[] w, double b, double[] x) {
    return relu(linear(w, b, x));
  }

  // @end

  // @start region="backward"
  /** The derivatives of the output by w1, w2 and b. */
  static double[] gradient(double[] w, double b, double[] x) {
    double slope = linear(w, b, x) > 0 ? 1 : 0;
    return new double[] {slope * x[0], slope * x[1], slope};
  }

  // @end

  public static void main(String[] args) {
    double z = linear(W, B, X);
    double out2 = node(W, B, X);
    show("x", X);
    show("z", z);
    show("out2", out2);

    check("ND4J gives the same output", nd4j(X), near(out2, 1e-15));

    show("step", z > 0 ? 1L : 0L);
    show("beforeBias", relu(W[0] * X[0] + W[1] * X[1]) + B);
    show("perProduct", relu(W[0] * X[0]) + relu(W[1] * X[1]) + B);
    show("leak", LEAK);
    show("leaky", z > 0 ? z : LEAK * z);
    check(
        "ND4J's leaky ReLU agrees",
        Nd4j.nn().leakyRelu(Nd4j.create(new double[] {z}), LEAK).getDouble(0),
        near(LEAK * z, 1e-15));

    // The same node at an input on the other side of its boundary.
    double kink = -(W[0] * X[0] + B) / W[1];
    show("kink", kink);
    show("slopeOfBoundary", -W[0] / W[1]);
    show("interceptOfBoundary", -B / W[1]);
    check("bisection finds the same boundary", bisect(X[0]), near(kink, 1e-12));
    double[] active = {X[0], 2.4};
    show("active", active);
    show("activeStep", linear(W, B, active) > 0 ? 1L : 0L);
    show("activeOutput", node(W, B, active));
    check("ND4J gives the same active output", nd4j(active), near(node(W, B, active), 1e-15));

    show("gradient", gradient(W, B, X));
    show("activeGradient", gradient(W, B, active));
    check(
        "error of the gradient at the given input against finite differences",
        slopeError(X),
        below(1e-9));
    check(
        "error of the gradient at the active input against finite differences",
        slopeError(active),
        below(1e-9));

    String description =
        "Inputs x1 and x2 enter hidden node H1 with weights %s and %s. H1 sends out1 to a sum node,"
            + " which bias B1 = %s enters too. The sum passes through a ReLU, whose output out2 is"
            + " g(x1, x2).";
    diagram("node", description.formatted(W[0], W[1], B))
        .column("inputs")
        .neuron("x1", "x_1")
        .neuron("x2", "x_2")
        .column("hidden")
        .neuron("h1", "H_1")
        .column("sum")
        .sum("sum")
        .bias("b1", "B_1")
        .column("activation")
        .activation("relu", "relu")
        .column("")
        .block("g", "g(x_1, x_2)")
        .edge("x1", "h1", "w_1 = " + W[0])
        .edge("x2", "h1", "w_2 = " + W[1])
        .edge("h1", "sum", "out1")
        .edge("b1", "sum", "" + B)
        .edge("sum", "relu")
        .edge("relu", "g", "out2");

    plot(
            "slice",
            "Against x2 from 0 to 3, the weighted sum rises in a straight line from below zero. The"
                + " output is flat at zero until the line crosses zero, and follows the line from"
                + " there. The given input lies on the flat part.")
        .x("x_2, with x_1 = " + X[0])
        .y("value")
        .dashed("z, before the ReLU", 0, 3, x2 -> linear(W, B, new double[] {X[0], x2}))
        .line("out2, after the ReLU", 0, 3, x2 -> node(W, B, new double[] {X[0], x2}))
        .note(X[1], out2, "the given input");
  }

  // @start region="nd4j"
  static double nd4j(double[] x) {
    INDArray row = Nd4j.create(new double[][] {x}); // 1 × 2
    INDArray column = Nd4j.create(new double[][] {{W[0]}, {W[1]}}); // 2 × 1
    INDArray bias = Nd4j.create(new double[] {B});
    INDArray z = Nd4j.nn().linear(row, column, bias);
    return Nd4j.nn().relu(z, 0).getDouble(0); // overwrites z
  }

  // @end

  private static double bisect(double x1) {
    double low = 0;
    double high = 3;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (node(W, B, new double[] {x1, middle}) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** The largest difference between the derivatives by formula and by central differences. */
  private static double slopeError(double[] x) {
    double h = 1e-5;
    double[] difference = {
      node(new double[] {W[0] + h, W[1]}, B, x) - node(new double[] {W[0] - h, W[1]}, B, x),
      node(new double[] {W[0], W[1] + h}, B, x) - node(new double[] {W[0], W[1] - h}, B, x),
      node(W, B + h, x) - node(W, B - h, x)
    };
    double[] gradient = gradient(W, B, x);
    double error = 0;
    for (int k = 0; k < 3; k++) {
      error = Math.max(error, Math.abs(difference[k] / (2 * h) - gradient[k]));
    }
    return error;
  }
}
