import static answerbook.api.Snippet.*;

import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Swish: its curve, its slope, its minimum and its limits. */
public class SwishPaper {
  // @start region="swish"
  static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  static double swish(double x, double beta) {
    return x * sigmoid(beta * x);
  }

  static double slope(double x, double beta) {
    double f = swish(x, beta);
    return beta * f + sigmoid(beta * x) * (1 - beta * f);
  }

  // @end

  /** Where {@code f} changes sign between {@code low} and {@code high}. */
  static double bisect(DoubleUnaryOperator f, double low, double high) {
    boolean risingAtLow = f.applyAsDouble(low) > 0;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (f.applyAsDouble(middle) > 0 == risingAtLow) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  public static void main(String[] args) {
    double[] betas = {0.1, 1, 4};
    diagram(
            "core",
            "Two inputs x1 and x2 pass unary functions u1 and u2; a binary function b joins them.")
        .column("inputs")
        .label("x1", "x_1")
        .label("x2", "x_2")
        .column("unary")
        .block("u1", "u_1")
        .block("u2", "u_2")
        .column("binary")
        .block("b", "b")
        .column("output")
        .label("y", "b(u_1(x_1), u_2(x_2))")
        .edge("x1", "u1")
        .edge("x2", "u2")
        .edge("u1", "b")
        .edge("u2", "b")
        .edge("b", "y");
    var curves =
        plot(
                "curves",
                "Swish for three values of beta. With 0.1 it is close to the line x/2; with 1 it"
                    + " dips below zero on the left and rises towards y = x on the right; with 4 it"
                    + " dips less and keeps close to ReLU, which is dashed.")
            .x("x")
            .y("f(x)");
    var slopes =
        plot(
                "slopes",
                "The derivative of Swish. With beta 1 it is slightly negative left of the minimum,"
                    + " one half at zero, and overshoots 1 before it settles there. A larger beta"
                    + " makes the transition steeper, but not the overshoot higher.")
            .x("x")
            .y("f ′(x)");
    for (double beta : betas) {
      String name = beta < 1 ? "β = " + beta : "β = " + (int) beta;
      curves.line(name, -5, 3, x -> swish(x, beta));
      slopes.line(name, -6, 6, x -> slope(x, beta));
    }
    curves.dashed("ReLU", -5, 3, x -> Math.max(0, x));

    double difference = 0;
    double h = 1e-5;
    for (double beta : betas) {
      for (double x = -6; x <= 6; x += 0.25) {
        double quotient = (swish(x + h, beta) - swish(x - h, beta)) / (2 * h);
        difference = Math.max(difference, Math.abs(quotient - slope(x, beta)));
      }
    }
    check("the slope, difference from central differences:", difference, below(1e-8));
    double op = 0;
    double[] grid = linspace(-6, 6, 49);
    INDArray points = Nd4j.create(grid);
    INDArray nd4j = Nd4j.nn().swish(points);
    for (int i = 0; i < grid.length; i++) {
      op = Math.max(op, Math.abs(nd4j.getDouble(i) - swish(grid[i], 1)));
    }
    check("Swish with β = 1, difference from ND4J's:", op, below(1e-12));

    // @start region="minimum"
    double minimum = bisect(x -> slope(x, 1), -4, 0);
    double lowest = swish(minimum, 1);
    // @end
    show("minimum", minimum);
    show("lowest", lowest);
    // Lambert's W(1/e), by Newton's method on w·e^w = 1/e.
    double lambert = 0.3;
    for (int i = 0; i < 50; i++) {
      double e = StrictMath.exp(lambert);
      lambert -= (lambert * e - StrictMath.exp(-1)) / (e * (lambert + 1));
    }
    check("lowest value, distance from −W(1/e):", Math.abs(lowest + lambert), below(1e-9));
    check("its place, distance from −1 − W(1/e):", Math.abs(minimum + 1 + lambert), below(1e-9));
    double one = bisect(x -> slope(x, 1) - 1, 0, 2);
    show("one", one);
    check(
        "place where the slope passes 1, distance from the mirrored minimum:",
        Math.abs(one + minimum),
        below(1e-9));
    double steepest = bisect(x -> slope(x + h, 1) - slope(x - h, 1), 1, 5);
    show("steepest", steepest, within(1e-5));
    show("largestSlope", slope(steepest, 1));
    show("smallestSlope", slope(-steepest, 1), within(1e-6));
    check(
        "slopes at x and −x, distance of their sum from 1:",
        Math.abs(slope(steepest, 1) + slope(-steepest, 1) - 1),
        below(1e-12));

    double toLine = 0;
    double toRelu = 0;
    for (double x = -5; x <= 5; x += 0.01) {
      toLine = Math.max(toLine, Math.abs(swish(x, 1e-6) - x / 2));
      toRelu = Math.max(toRelu, Math.abs(swish(x, 1000) - Math.max(0, x)));
    }
    check("for β = 1e-6, largest distance from x/2 on [−5, 5]:", toLine, below(1e-5));
    check("for β = 1000, largest distance from ReLU on [−5, 5]:", toRelu, below(1e-3));
    double scaling = 0;
    for (double x : grid) {
      scaling = Math.max(scaling, Math.abs(swish(x, 4) - swish(4 * x, 1) / 4));
    }
    check("Swish with β = 4 at x, distance from a quarter of Swish at 4x:", scaling, below(1e-12));
    double gap = 0;
    for (double beta : betas) {
      double top = 0;
      for (double x = 0; x <= 40; x += 0.001) {
        top = Math.max(top, Math.abs(x - swish(x, beta)));
      }
      gap = Math.max(gap, Math.abs(top * beta - lambert));
    }
    check("largest distance from ReLU times β, distance from W(1/e):", gap, below(1e-5));
    show("gap", lambert);
  }
}
