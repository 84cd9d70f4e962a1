import static answerbook.api.Snippet.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What training solves: a minimum, its stationarity condition, and when the two part. */
public class TrainingAsMinimisation {
  private static final double[] X = {0.2, 2, 2, 10};
  private static final double[] Y = {0, 1, 1, 0};

  static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  // @start region="cost"
  static double cost(double w) {
    double sum = 0;
    for (int n = 0; n < X.length; n++) {
      double a = sigmoid(w * X[n]);
      sum += (Y[n] - a) * (Y[n] - a) / 2;
    }
    return sum / X.length;
  }

  static double slope(double w) {
    double sum = 0;
    for (int n = 0; n < X.length; n++) {
      double a = sigmoid(w * X[n]);
      sum += (a - Y[n]) * a * (1 - a) * X[n];
    }
    return sum / X.length;
  }

  // @end

  public static void main(String[] args) {
    stationaryPoints();
    linearNeuron();
    separable();
  }

  private static void stationaryPoints() {
    List<Double> points = new ArrayList<>();
    double[] grid = linspace(-6, 4, 1001);
    for (int i = 0; i + 1 < grid.length; i++) {
      if (Math.signum(slope(grid[i])) != Math.signum(slope(grid[i + 1]))) {
        points.add(root(TrainingAsMinimisation::slope, grid[i], grid[i + 1]));
      }
    }
    show("x", X);
    show("y", Y);
    show("count", (long) points.size());
    var table = table("stationary").column("$w$", "%.3f").column("$C(w)$", "%.4f").column("kind");
    table.tolerance(within(1e-6));
    double h = 1e-4;
    double lowest = Double.POSITIVE_INFINITY;
    double worstSlope = 0;
    for (double w : points) {
      double difference = (cost(w + h) - cost(w - h)) / (2 * h);
      worstSlope = Math.max(worstSlope, Math.abs(difference));
      boolean minimum = cost(w - h) > cost(w) && cost(w + h) > cost(w);
      lowest = minimum ? Math.min(lowest, cost(w)) : lowest;
      table.row(w, cost(w), minimum ? "minimum" : "maximum");
    }
    check("slope by finite differences at the stationary points", worstSlope, below(1e-7));
    double leastOnGrid = Double.POSITIVE_INFINITY;
    for (double w : grid) {
      leastOnGrid = Math.min(leastOnGrid, cost(w));
    }
    check("no point of a fine grid lies below the lowest minimum", leastOnGrid > lowest);

    double[] ends = {descend(-1), descend(3)};
    show("starts", new double[] {-1, 3});
    plot(
            "landscape",
            "The cost against the single weight w. From the left it rises to a maximum near -2.7,"
                + " falls to its lowest value near w = -0.1, rises to a second maximum near 0.35,"
                + " falls to a higher minimum near 1.2, and rises again.")
        .x("weight w")
        .y("quadratic cost C(w)")
        .line("", -6, 4, TrainingAsMinimisation::cost)
        .note(ends[0], cost(ends[0]), "from w = -1")
        .note(ends[1], cost(ends[1]), "from w = 3");
  }

  private static double root(DoubleUnaryOperator f, double low, double high) {
    double sign = Math.signum(f.applyAsDouble(low));
    double from = low;
    double to = high;
    for (int i = 0; i < 60; i++) {
      double middle = (from + to) / 2;
      if (Math.signum(f.applyAsDouble(middle)) == sign) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return (from + to) / 2;
  }

  private static double descend(double start) {
    double w = start;
    for (int step = 0; step < 2000; step++) {
      w -= 0.3 * slope(w);
    }
    return w;
  }

  /** A linear neuron, a = w x + b: the stationarity condition is linear, and has a formula. */
  private static void linearNeuron() {
    double[] x = {0, 1, 2, 3, 4};
    double[] y = {1.1, 1.9, 3.2, 3.8, 5.3};
    int n = x.length;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (int i = 0; i < n; i++) {
      sumX += x[i];
      sumY += y[i];
      sumXx += x[i] * x[i];
      sumXy += x[i] * y[i];
    }
    // @start region="normal"
    double w = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
    double b = (sumY - w * sumX) / n;
    // @end
    show("linearW", w);
    show("linearB", b);

    double v = 0;
    double c = 0;
    for (int step = 0; step < 2000; step++) {
      double gradientW = (v * sumXx + c * sumX - sumXy) / n;
      double gradientB = (v * sumX + c * n - sumY) / n;
      v -= 0.1 * gradientW;
      c -= 0.1 * gradientB;
    }
    check("gradient descent comes to the same weight", v, near(w, 1e-12));
    check("gradient descent comes to the same bias", c, near(b, 1e-12));
  }

  /** Two samples that a weight can separate: x = −1 with label 0 and x = 1 with label 1. */
  private static void separable() {
    var table =
        table("separable")
            .column("iterations")
            .column("$w$", "%.2f")
            .column("cross-entropy", "%.6f");
    table.tolerance(within(1e-6));
    double w = 0;
    int next = 1;
    for (int step = 1; step <= 100_000; step++) {
      w -= sigmoid(w) - 1; // both samples have this slope; the learning rate is 1
      if (step == next) {
        table.row(step, w, Math.log1p(Math.exp(-w)));
        next *= 10;
      }
    }
    double steps = 100_000;
    double continuous = root(v -> Math.exp(v) + v - steps - 1, 0, 20);
    check(
        "the weight after 100000 iterations follows exp(w) + w = t + 1",
        w,
        near(continuous, 0.001));
  }
}
