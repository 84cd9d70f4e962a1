import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;

/** Squared loss and cross-entropy for logistic regression: speed, minima, accuracy, outliers. */
public class SquaredLossForLogisticRegression {
  // @start region="losses"
  static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  static double loss(boolean squared, double a, double y) {
    return squared ? (a - y) * (a - y) : -StrictMath.log(y == 1 ? a : 1 - a);
  }

  /** The derivative of the loss by z, where a = sigmoid(z). */
  static double delta(boolean squared, double a, double y) {
    return squared ? 2 * (a - y) * a * (1 - a) : a - y;
  }

  // @end

  public static void main(String[] args) {
    slopes();
    race();
    minima();
    efficiency();
    outliers();
    check("longest last step of the fits", longestLastStep, below(1e-8));
  }

  private static void slopes() {
    double error = 0;
    double h = 1e-5;
    for (double z : linspace(-5, 5, 41)) {
      for (boolean squared : new boolean[] {false, true}) {
        for (double y : new double[] {0, 1}) {
          double up = loss(squared, sigmoid(z + h), y);
          double down = loss(squared, sigmoid(z - h), y);
          double slope = delta(squared, sigmoid(z), y);
          error = Math.max(error, Math.abs((up - down) / (2 * h) - slope));
        }
      }
    }
    check("error of both derivatives against finite differences", error, below(1e-9));
    double low = 0;
    double high = 3;
    for (int i = 0; i < 60; i++) { // where the squared loss's slope for label 0 is largest
      double z = (low + high) / 2;
      double d = delta(true, sigmoid(z + h), 0) - delta(true, sigmoid(z - h), 0);
      low = d > 0 ? z : low;
      high = d > 0 ? high : z;
    }
    show("steepest", sigmoid(low), within(1e-6));
    check("the output of steepest slope", sigmoid(low), near(2.0 / 3, 1e-6));
    plot(
            "slopes",
            "For a sample of label 0, the derivative by z against the output a. That of the"
                + " cross-entropy is the diagonal. That of the squared loss is small, is largest"
                + " at two thirds, and falls to 0 where the output is 1, fully wrong.")
        .x("output a, wanted: 0")
        .y("derivative by z")
        .line("cross-entropy", 0, 1, a -> delta(false, a, 0))
        .line("squared", 0, 1, a -> delta(true, a, 0));
  }

  // ---- gradient descent from a bad start

  private static final int SAMPLES = 200;

  private static final double GOAL = 80;

  private static void race() {
    show("goal", GOAL);
    double[] truth = {3, -2, 0.5};
    Random random = new Random(1);
    double[][] x = new double[SAMPLES][];
    double[] y = new double[SAMPLES];
    for (int n = 0; n < SAMPLES; n++) {
      x[n] = new double[] {random.nextGaussian(), random.nextGaussian(), 1};
      y[n] = random.nextDouble() < sigmoid(dot(truth, x[n])) ? 1 : 0;
    }
    double[] start = {-6, 4, 0};
    double[] far = {-12, 8, 0};
    show("samples", (long) SAMPLES);
    show("truth", truth);
    show("start", start);
    show("far", far);
    var table =
        table("counts")
            .column("learning rate", "%.0f")
            .column("cross-entropy")
            .column("squared loss");
    for (double rate : new double[] {1, 3, 10}) {
      int entropy = reached(descend(false, start, x, y, rate));
      int squared = reached(descend(true, start, x, y, rate));
      table.row(rate, entropy, squared);
      if (rate == 1) {
      }
    }
    show("most", (long) MOST);
    double[] stuck = descend(true, far, x, y, 1);
    show("farEntropy", (long) reached(descend(false, far, x, y, 1)));
    show("farSquared", stuck[MOST]);
    check("the squared loss from the far start does not reach the goal", reached(stuck) == MOST);

    int shown = 400;
    double[] axis = linspace(0, shown, shown + 1);
    plot(
            "race",
            "Share of samples classified correctly, against iterations. From 17 per cent, the"
                + " cross-entropy jumps to 85 per cent at once. The squared loss creeps up in"
                + " nearly a straight line for about 350 iterations.")
        .x("iteration")
        .y("classified correctly (%)")
        .yRange(0, 100)
        .line("cross-entropy", axis, Arrays.copyOf(descend(false, start, x, y, 1), shown + 1))
        .line("squared", axis, Arrays.copyOf(descend(true, start, x, y, 1), shown + 1));
  }

  private static final int MOST = 1000;

  /** The per cent of samples classified correctly, after 0, 1, 2, … iterations. */
  private static double[] descend(
      boolean squared, double[] start, double[][] x, double[] y, double rate) {
    double[] w = start.clone();
    double[] right = new double[MOST + 1];
    for (int t = 0; t <= MOST; t++) {
      double[] g = new double[w.length];
      for (int n = 0; n < SAMPLES; n++) {
        double a = sigmoid(dot(w, x[n]));
        right[t] += (a > 0.5) == (y[n] == 1) ? 100.0 / SAMPLES : 0;
        double d = delta(squared, a, y[n]) / SAMPLES;
        for (int j = 0; j < w.length; j++) {
          g[j] += d * x[n][j];
        }
      }
      for (int j = 0; j < w.length; j++) {
        w[j] -= rate * g[j];
      }
    }
    return right;
  }

  private static int reached(double[] right) {
    int t = 0;
    while (t < MOST && right[t] < GOAL) {
      t++;
    }
    return t;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  // ---- local minima

  private static final double[] X = {0.3, 1.5, 1.5, 9};
  private static final double[] Y = {0, 1, 1, 0};

  private static double mean(boolean squared, double w) {
    double sum = 0;
    for (int n = 0; n < X.length; n++) {
      sum += loss(squared, sigmoid(w * X[n]), Y[n]) / X.length;
    }
    return sum;
  }

  private static double slope(boolean squared, double w) {
    double sum = 0;
    for (int n = 0; n < X.length; n++) {
      sum += delta(squared, sigmoid(w * X[n]), Y[n]) * X[n] / X.length;
    }
    return sum;
  }

  /** How many different places gradient descent ends at, in a model with {@code width} weights. */
  private static int ends(boolean squared, int width) {
    double[] starts = {-2, -0.5, 0.5, 2, 4};
    TreeSet<String> ends = new TreeSet<>();
    int grid = (int) Math.pow(starts.length, width);
    for (int s = 0; s < grid; s++) {
      double[] w = new double[width];
      int rest = s;
      for (int j = 0; j < width; j++) {
        w[j] = starts[rest % starts.length];
        rest /= starts.length;
      }
      for (int t = 0; t < 400; t++) {
        // The samples lie on the axes, so each weight has a slope of its own.
        for (int j = 0; j < width; j++) {
          w[j] -= (squared ? 0.5 : 0.1) * slope(squared, w[j]);
        }
      }
      StringBuilder key = new StringBuilder();
      for (double end : w) {
        key.append(Math.round(end * 100)).append(' ');
      }
      ends.add(key.toString());
    }
    return ends.size();
  }

  private static void minima() {
    show("x", X);
    show("y", Y);
    var table = table("minima").column("weights").column("squared loss").column("cross-entropy");
    for (int width = 1; width <= 4; width++) {
      table.row(width, ends(true, width), ends(false, width));
    }
    plot(
            "landscape",
            "Mean loss against the weight. The cross-entropy has a single minimum and rises"
                + " without bound on both sides. The squared loss has two minima and flattens out.")
        .x("weight w")
        .y("mean loss")
        .yRange(0, 1.2)
        .line("cross-entropy", -2, 4, w -> mean(false, w))
        .line("squared", -2, 4, w -> mean(true, w));
  }

  // ---- how accurate the estimate is

  private static double longestLastStep;

  /** The weight that fits the samples best, by Newton-like steps from a good start. */
  private static double fit(boolean squared, double[] x, double[] y, double start) {
    double w = start;
    double lastStep = 0;
    for (int t = 0; t < 60; t++) {
      double g = 0;
      double h = 0;
      for (int n = 0; n < x.length; n++) {
        double a = sigmoid(w * x[n]);
        double slope = a * (1 - a);
        g += delta(squared, a, y[n]) * x[n];
        h += x[n] * x[n] * slope * (squared ? 2 * slope : 1);
      }
      w -= g / h;
      lastStep = Math.abs(g / h);
    }
    longestLastStep = Math.max(longestLastStep, lastStep);
    return w;
  }

  private static void efficiency() {
    int sets = 400;
    int n = 200;
    show("sets", (long) sets);
    show("n", (long) n);
    var table =
        table("efficiency")
            .column("true weight")
            .column("squared: mean", "%.2f")
            .column("cross-entropy: mean", "%.2f")
            .column("variance ratio", "%.2f")
            .column("predicted", "%.2f");
    table.tolerance(within(1e-6));
    double worst = 0;
    for (double truth : new double[] {1, 2, 3, 4}) {
      Random random = new Random(2);
      double[] sum = new double[2];
      double[] squares = new double[2];
      for (int s = 0; s < sets; s++) {
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
          x[i] = random.nextGaussian();
          y[i] = random.nextDouble() < sigmoid(truth * x[i]) ? 1 : 0;
        }
        for (int k = 0; k < 2; k++) {
          double w = fit(k == 0, x, y, truth);
          sum[k] += w / sets;
          squares[k] += w * w / sets;
        }
      }
      double ratio = (squares[0] - sum[0] * sum[0]) / (squares[1] - sum[1] * sum[1]);
      double[] e = new double[4]; // E[s^k x²] by numerical integration
      for (double x : linspace(-8, 8, 1601)) {
        double density = StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        double a = sigmoid(truth * x);
        double s = a * (1 - a);
        for (int k = 1; k <= 3; k++) {
          e[k] += 0.01 * density * StrictMath.pow(s, k) * x * x;
        }
      }
      double predicted = e[3] * e[1] / (e[2] * e[2]);
      worst = Math.max(worst, Math.abs(ratio / predicted - 1));
      table.row(truth, sum[0], sum[1], ratio, predicted);
      if (truth == 2) {
        show("ratioTwo", predicted, within(1e-6));
      }
    }
    check("relative error of the predicted ratio of variances", worst, below(0.15));
  }

  /** Some samples far out get the wrong label. */
  private static void outliers() {
    int sets = 200;
    int n = 200;
    int wrong = 5;
    double truth = 2;
    Random random = new Random(3);
    double[] sum = new double[2];
    for (int s = 0; s < sets; s++) {
      double[] x = new double[n];
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = random.nextGaussian();
        y[i] = random.nextDouble() < sigmoid(truth * x[i]) ? 1 : 0;
      }
      for (int i = 0; i < wrong; i++) {
        x[i] = 3 + random.nextDouble();
        y[i] = 0;
      }
      for (int k = 0; k < 2; k++) {
        sum[k] += fit(k == 0, x, y, truth) / sets;
      }
    }
    show("outlierTruth", truth);
    show("outlierCount", (long) wrong);
    show("outlierSets", (long) sets);
    show("outlierSquared", sum[0], within(1e-6));
    show("outlierEntropy", sum[1], within(1e-6));
  }
}
