import static answerbook.api.Snippet.*;

import java.util.Locale;

/** Gradient descent on the cost of a neuron: why it descends, and for which learning rates. */
public class HowToMinimiseTheCost {
  private static final double[] X = {-1, -0.5, 0.2, 0.4, 1, 1.5};
  private static final double[] Y = {0, 0, 1, 0, 1, 1};

  static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  static double cost(double w, double b) {
    double sum = 0;
    for (int n = 0; n < X.length; n++) {
      double error = Y[n] - sigmoid(w * X[n] + b);
      sum += error * error / 2;
    }
    return sum / X.length;
  }

  // @start region="gradient"
  static double[] gradient(double w, double b) {
    double[] sum = new double[2];
    for (int n = 0; n < X.length; n++) {
      double a = sigmoid(w * X[n] + b);
      double delta = (a - Y[n]) * a * (1 - a);
      sum[0] += delta * X[n] / X.length;
      sum[1] += delta / X.length;
    }
    return sum;
  }

  // @end

  // @start region="descent"
  static double[] descend(double w, double b, double rate, int steps) {
    for (int step = 0; step < steps; step++) {
      double[] g = gradient(w, b);
      w -= rate * g[0];
      b -= rate * g[1];
    }
    return new double[] {w, b};
  }

  // @end

  public static void main(String[] args) {
    steepest();
    convergence();
    learningRates();
  }

  /** Of all short steps from one point, the one against the gradient lowers the cost most. */
  private static void steepest() {
    double w = -1;
    double b = 1.5;
    double[] g = gradient(w, b);
    double h = 1e-6;
    check(
        "the derivative by w matches a finite difference",
        (cost(w + h, b) - cost(w - h, b)) / (2 * h),
        near(g[0], 1e-9));
    check(
        "the derivative by b matches a finite difference",
        (cost(w, b + h) - cost(w, b - h)) / (2 * h),
        near(g[1], 1e-9));

    double length = 0.001;
    double[] angles = linspace(-180, 180, 361);
    double[] changes =
        map(
            angles,
            angle -> {
              double radians = Math.toRadians(angle);
              double dw = length * Math.cos(radians);
              double db = length * Math.sin(radians);
              return 1e6 * (cost(w + dw, b + db) - cost(w, b));
            });
    int best = 0;
    for (int i = 0; i < angles.length; i++) {
      best = changes[i] < changes[best] ? i : best;
    }
    double against = Math.toDegrees(Math.atan2(-g[1], -g[0]));
    show("w", w);
    show("b", b);
    show("length", length);
    show("against", against);
    show("best", angles[best]);
    check(
        "the best of 361 directions is that against the gradient, in degrees:",
        angles[best],
        near(against, 0.6));
    plot(
            "directions",
            "The change of the cost against the direction of a short step follows a cosine: it is"
                + " most negative in the direction against the gradient, most positive opposite to"
                + " it, and near zero at right angles.")
        .x("direction of the step in the (w, b) plane, degrees")
        .y("change of the cost, millionths")
        .line("", angles, changes)
        .vertical(against, "against the gradient");
  }

  private static void convergence() {
    double rate = 2;
    int steps = 10_000;
    double[] end = descend(-1, 1.5, rate, steps);
    double[] other = descend(4, -3, rate, steps);
    show("rate", rate);
    show("steps", (long) steps);
    show("startCost", cost(-1, 1.5));
    show("end", end, within(1e-6));
    show("endCost", cost(end[0], end[1]), within(1e-6));
    double[] g = gradient(end[0], end[1]);
    check("length of the gradient at the end", Math.hypot(g[0], g[1]), below(1e-9));
    check(
        "distance between the ends from two starts",
        Math.hypot(end[0] - other[0], end[1] - other[1]),
        below(1e-6));
  }

  /** A linear neuron on the same samples: its cost is a bowl, whose curvatures limit the rate. */
  private static void learningRates() {
    int n = X.length;
    double xx = 0;
    double x = 0;
    double xy = 0;
    double y = 0;
    for (int i = 0; i < n; i++) {
      xx += X[i] * X[i] / n;
      x += X[i] / n;
      xy += X[i] * Y[i] / n;
      y += Y[i] / n;
    }
    double spread = Math.sqrt((xx - 1) * (xx - 1) + 4 * x * x);
    double flattest = (xx + 1 - spread) / 2;
    double steepest = (xx + 1 + spread) / 2;
    double limit = 2 / steepest;
    double bestW = (xy - x * y) / (xx - x * x);
    double bestB = y - bestW * x;
    show("flattest", flattest);
    show("steepest", steepest);
    show("limit", limit);

    double[] rates = {0.1, 2 / (flattest + steepest), 1.05 * limit};
    show("rates", rates);
    int steps = 20;
    double[][] curves = new double[rates.length][];
    for (int r = 0; r < rates.length; r++) {
      curves[r] = distances(rates[r], steps, new double[] {xx, x, xy, y, bestW, bestB});
    }
    double measured = curves[0][steps] / curves[0][steps - 1];
    check(
        "the slow run shrinks the distance by 1 − ηλ, the least λ:",
        measured,
        near(1 - rates[0] * flattest, 1e-3));
    double[] below = distances(0.99 * limit, 2000, new double[] {xx, x, xy, y, bestW, bestB});
    double[] above = distances(1.01 * limit, 2000, new double[] {xx, x, xy, y, bestW, bestB});
    check("distance left by a rate 1% below the limit", below[2000], below(1e-9));
    check("distance left by a rate 1% above the limit", above[2000], above(1e6));

    plot(
            "convergence",
            "On a logarithmic scale the distance from the minimum falls along straight lines:"
                + " slowly with the small learning rate, fast with the best one. With a rate above"
                + " the limit the distance falls for two steps and then grows.")
        .x("iteration")
        .y("distance from the minimum")
        .logY()
        .line(label(rates[0]), linspace(0, steps, steps + 1), curves[0])
        .line(label(rates[1]), linspace(0, steps, steps + 1), curves[1])
        .line(label(rates[2]), linspace(0, steps, steps + 1), curves[2]);
  }

  private static String label(double rate) {
    return String.format(Locale.ROOT, "η = %.2f", rate);
  }

  private static double[] distances(double rate, int steps, double[] moments) {
    double w = -1;
    double b = 1.5;
    double[] distances = new double[steps + 1];
    for (int step = 0; step <= steps; step++) {
      distances[step] = Math.hypot(w - moments[4], b - moments[5]);
      double gw = moments[0] * w + moments[1] * b - moments[2];
      double gb = moments[1] * w + b - moments[3];
      w -= rate * gw;
      b -= rate * gb;
    }
    return distances;
  }
}
