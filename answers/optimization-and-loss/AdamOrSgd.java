import static answerbook.api.Snippet.*;

import java.util.Random;

/** Adam and SGD: badly scaled losses, a set that only one of them generalises from, a trap. */
public class AdamOrSgd {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  // @start region="sgd"
  /** SGD with momentum mu; with mu = 0, plain SGD. */
  static void sgd(
      double[] w, double[] g, double[] m, double rate, double mu) {
    for (int i = 0; i < w.length; i++) {
      m[i] = mu * m[i] + g[i];
      w[i] -= rate * m[i];
    }
  }

  // @end

  // @start region="adam"
  /** Step t = 1, 2, … of Adam; m and v start at zero. */
  static void adam(
      double[] w, double[] g, double[] m, double[] v, double rate, int t) {
    double correction1 = 1 - StrictMath.pow(BETA_1, t);
    double correction2 = 1 - StrictMath.pow(BETA_2, t);
    for (int i = 0; i < w.length; i++) {
      m[i] = BETA_1 * m[i] + (1 - BETA_1) * g[i];
      v[i] = BETA_2 * v[i] + (1 - BETA_2) * g[i] * g[i];
      double mHat = m[i] / correction1;
      double vHat = v[i] / correction2;
      w[i] -= rate * mHat / (Math.sqrt(vHat) + EPSILON);
    }
  }

  // @end

  public static void main(String[] args) {
    show("beta1", BETA_1);
    show("beta2", BETA_2);
    show("epsilon", EPSILON);
    firstSteps();
    scaledGradients();
    valley();
    sparse();
    trap();
  }

  private static void firstSteps() {
    double rate = 0.001;
    double[] gradients = {0.002, 30};
    double[] w = new double[2];
    adam(w, gradients, new double[2], new double[2], rate, 1);
    double[] u = new double[2];
    sgd(u, gradients, new double[2], rate, 0);
    show("stepRate", rate);
    show("stepGradients", gradients);
    show("adamSteps", w);
    show("sgdSteps", u);
    check("Adam's first step for a small gradient is the rate", w[0], near(-rate, 1e-8));
    check("Adam's first step for a large gradient is the rate", w[1], near(-rate, 1e-8));
  }

  private static void scaledGradients() {
    Valley valley = new Valley(100, 0.3);
    double[] w = valley.start();
    double[] u = valley.start();
    double[][] moments = new double[4][2];
    double gap = 0;
    for (int t = 1; t <= 100; t++) {
      adam(w, valley.gradient(w), moments[0], moments[1], 0.05, t);
      double[] g = valley.gradient(u);
      g[0] *= 1000;
      g[1] *= 1000;
      adam(u, g, moments[2], moments[3], 0.05, t);
      gap = Math.max(gap, Math.abs(w[0] - u[0]) + Math.abs(w[1] - u[1]));
    }
    check("distance of Adam's paths with all gradients times 1 and times 1000", gap, below(1e-6));
  }

  // ---- a badly scaled quadratic

  /** The loss a² + κ b², halved, where (a, b) is (x, y) turned by an angle. */
  private record Valley(double kappa, double angle) {
    double loss(double[] w) {
      double[] c = turned(w, angle);
      return (c[0] * c[0] + kappa * c[1] * c[1]) / 2;
    }

    double[] gradient(double[] w) {
      double[] c = turned(w, angle);
      return turned(new double[] {c[0], kappa * c[1]}, -angle);
    }

    double[] start() {
      return turned(new double[] {1, 1}, -angle);
    }
  }

  private static double[] turned(double[] w, double angle) {
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    return new double[] {cos * w[0] + sin * w[1], -sin * w[0] + cos * w[1]};
  }

  private static final int MOST_STEPS = 6000;
  private static final double TARGET = 1e-6;
  private static final int PER_DECADE = 20;

  /** Steps until the loss is below its start times TARGET for good; MOST_STEPS if it never is. */
  private static int steps(Valley valley, String method, double rate, double[] curve) {
    double[] w = valley.start();
    double[] m = new double[2];
    double[] v = new double[2];
    double first = valley.loss(w);
    int reached = 0;
    for (int t = 1; t <= MOST_STEPS; t++) {
      double[] g = valley.gradient(w);
      switch (method) {
        case "SGD" -> sgd(w, g, m, rate, 0);
        case "SGD with momentum" -> sgd(w, g, m, rate, 0.9);
        default -> adam(w, g, m, v, rate, t);
      }
      double share = valley.loss(w) / first;
      if (!(share < 1e6)) {
        return MOST_STEPS;
      }
      if (share > TARGET) {
        reached = t;
      }
      if (curve != null && t < curve.length) {
        curve[t] = share;
      }
    }
    return Math.min(reached + 1, MOST_STEPS);
  }

  private static double bestRate(Valley valley, String method) {
    double best = 0;
    int fewest = Integer.MAX_VALUE;
    for (int k = -4 * PER_DECADE; k <= PER_DECADE; k++) {
      double rate = StrictMath.pow(10, (double) k / PER_DECADE);
      int count = steps(valley, method, rate, null);
      if (count < fewest) {
        fewest = count;
        best = rate;
      }
    }
    return best;
  }

  private static void valley() {
    double kappa = 100;
    String[] methods = {"SGD", "SGD with momentum", "Adam"};
    String[] names = {"round", "aligned", "diagonal"};
    Valley[] valleys = {new Valley(1, 0), new Valley(kappa, 0), new Valley(kappa, Math.PI / 4)};
    show("kappa", kappa);
    show("target", TARGET);
    show("ratesPerDecade", (long) PER_DECADE);
    var table =
        table("valley")
            .column("optimiser")
            .column("round")
            .column("along an axis")
            .column("diagonal");
    int[][] counts = new int[3][3];
    double[][] rates = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        rates[i][j] = bestRate(valleys[j], methods[i]);
        counts[i][j] = steps(valleys[j], methods[i], rates[i][j], null);
      }
      table.row(methods[i], counts[i][0], counts[i][1], counts[i][2]);
    }
    for (int j = 0; j < 3; j++) {
    }
    int sameRate = steps(valleys[1], "Adam", rates[2][0], null);
    check(
        "with one rate, Adam needs as many steps in the valley along an axis as in the round bowl",
        sameRate == counts[2][0]);
    int turnedSgd = steps(valleys[2], "SGD", rates[0][1], null);
    check("turning the valley does not change SGD's count", turnedSgd == counts[0][1]);
    check("turning the valley costs Adam steps", counts[2][2] - counts[2][1], above(0));
    double rate = rates[0][1];
    int closedForm = 0;
    double along;
    double across;
    do {
      closedForm++;
      along = StrictMath.pow(1 - rate, 2 * closedForm);
      across = kappa * StrictMath.pow(1 - kappa * rate, 2 * closedForm);
    } while ((along + across) / (1 + kappa) > TARGET);
    check("SGD's count follows from the factors 1 − η and 1 − κη", closedForm == counts[0][1]);

    int length = 301;
    double[] t = linspace(0, length - 1, length);
    var plot =
        plot(
                "curves",
                "Loss, on a logarithmic axis, against steps. In the valley along an axis Adam's"
                    + " loss swings and falls fastest. SGD's falls in a straight line, steeper than"
                    + " that of Adam in the diagonal valley.")
            .x("step")
            .y("loss, as a share of its start")
            .logY();
    String[] labels = {"Adam, along an axis", "Adam, diagonal", "SGD, either"};
    int[][] picks = {{2, 1}, {2, 2}, {0, 1}};
    for (int k = 0; k < 3; k++) {
      double[] curve = new double[length];
      curve[0] = 1;
      int i = picks[k][0];
      int j = picks[k][1];
      steps(valleys[j], methods[i], rates[i][j], curve);
      plot.line(labels[k], t, curve);
    }
  }

  // ---- a separable set on which the two find different solutions

  // @start region="sample"
  /** Three shared features; one (label 1) or five (−1) of its own. */
  static double[] sample(int label, int index, int width) {
    double[] x = new double[width];
    x[0] = label;
    x[1] = 1;
    x[2] = 1;
    int own = 3 + 5 * index;
    for (int j = own; j < own + (label > 0 ? 1 : 5); j++) {
      x[j] = 1;
    }
    return x;
  }

  // @end

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void sparse() {
    int n = 50;
    int tests = 1000;
    int width = 3 + 5 * (n + 1); // the last five are for a test sample
    double share = 0.6;
    Random random = new Random(1);
    int[] labels = new int[n];
    double[][] x = new double[n][];
    int positive = 0;
    for (int i = 0; i < n; i++) {
      labels[i] = random.nextDouble() < share ? 1 : -1;
      positive += labels[i] > 0 ? 1 : 0;
      x[i] = sample(labels[i], i, width);
    }
    int testPositive = 0;
    for (int i = 0; i < tests; i++) {
      testPositive += random.nextDouble() < share ? 1 : 0;
    }
    double prior = (double) testPositive / tests;

    int steps = 4000;
    double[][] w = new double[3][width];
    double[] m = new double[width];
    double[] v = new double[width];
    double[] unused = new double[width];
    double[] m1 = new double[width];
    double[] v1 = new double[width];
    for (int t = 1; t <= steps; t++) {
      double[] full = new double[width];
      for (int i = 0; i < n; i++) {
        addGradient(full, w[1], x[i], labels[i], n);
      }
      adam(w[1], full, m, v, 0.01 / Math.sqrt(t), t);

      int i = random.nextInt(n);
      double[] single = new double[width];
      addGradient(single, w[0], x[i], labels[i], 1);
      sgd(w[0], single, unused, 0.1, 0);
      single = new double[width];
      addGradient(single, w[2], x[i], labels[i], 1);
      adam(w[2], single, m1, v1, 0.01 / Math.sqrt(t), t);
    }
    show("samples", (long) n);
    show("weights", (long) width - 5);
    show("tests", (long) tests);
    show("positives", prior);
    String[] names = {"SGD, one sample", "Adam, full batch", "Adam, one sample"};
    var table =
        table("sparse")
            .column("optimiser, batch")
            .column("output, new +1", "%.2f")
            .column("output, new −1", "%.2f")
            .column("test accuracy", "%.3f");
    double[] accuracy = new double[3];
    for (int k = 0; k < 3; k++) {
      double loss = 0;
      for (int i = 0; i < n; i++) {
        double error = dot(w[k], x[i]) - labels[i];
        loss += error * error / (2 * n);
      }
      check("training loss of " + names[k], loss, below(1e-4));
      double plus = dot(w[k], sample(1, n, width));
      double minus = dot(w[k], sample(-1, n, width));
      accuracy[k] = (plus > 0 ? prior : 0) + (minus < 0 ? 1 - prior : 0);
      table.tolerance(within(1e-4)).row(names[k], plus, minus, accuracy[k]);
    }
    for (int k = 0; k < 3; k++) {
    }

    // The solution of least norm is Σ c_i x_i. By symmetry c_i is one value a label: two equations.
    double p = positive;
    double q = n - positive;
    double determinant = (3 * p + 1) * (3 * q + 5) - p * q;
    double cPlus = (3 * q + 5 + q) / determinant;
    double cMinus = -(3 * p + 1 + p) / determinant;
    check(
        "SGD's output for a new +1, against the solution of least norm",
        dot(w[0], sample(1, n, width)),
        near(1 - cPlus, 1e-5));
    check(
        "SGD's output for a new −1, against the solution of least norm",
        dot(w[0], sample(-1, n, width)),
        near(-1 - 5 * cMinus, 1e-5));
    double[] correlations = new double[width];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < width; j++) {
        correlations[j] += labels[i] * x[i][j];
      }
    }
    double worst = 0;
    for (int j = 0; j < width; j++) {
      worst = Math.max(worst, Math.abs(w[1][j] - Math.signum(correlations[j]) / 4));
    }
    check("distance of full-batch Adam's weights from sign(Xᵀy)/4", worst, below(1e-4));
  }

  /** Adds the gradient of (w·x − y)² / 2n. */
  private static void addGradient(double[] sum, double[] w, double[] x, int label, int n) {
    double error = (dot(w, x) - label) / n;
    for (int j = 0; j < w.length; j++) {
      sum[j] += error * x[j];
    }
  }

  // ---- a loss on which Adam walks to the worst point

  private static void trap() {
    int periods = 500;
    double c = 3;
    double shortMemory = 1 / (1 + c * c); // β_2
    String[] names = {"SGD", "Adam, short memory", "Adam, default β_2", "AMSGrad"};
    double[][] path = new double[4][periods + 1];
    double[] w = new double[4];
    double[] moves = new double[3];
    double vShort = 0;
    double vLong = 0;
    double vMax = 0;
    for (int t = 1; t <= 3 * periods; t++) {
      double rate = 0.1 / Math.sqrt(t);
      double g = t % 3 == 1 ? c : -1;
      vShort = shortMemory * vShort + (1 - shortMemory) * g * g;
      vLong = BETA_2 * vLong + (1 - BETA_2) * g * g;
      vMax = Math.max(vMax, vShort);
      double vShortHat = vShort / (1 - StrictMath.pow(shortMemory, t));
      double vLongHat = vLong / (1 - StrictMath.pow(BETA_2, t));
      double[] scale = {1, Math.sqrt(vShortHat), Math.sqrt(vLongHat), Math.sqrt(vMax)};
      for (int k = 0; k < 4; k++) {
        w[k] = Math.max(-1, Math.min(1, w[k] - rate * g / scale[k]));
        path[k][t / 3] = w[k];
      }
      moves[(t - 1) % 3] = -g / scale[1];
    }
    show("trapSlope", c);
    show("trapSlopeMean", (c - 2) / 3);
    show("shortMemory", shortMemory);
    show("trapMoves", moves);
    show("trapNet", moves[0] + moves[1] + moves[2]);
    double b = shortMemory;
    double afterLarge = (1 - b) * (c * c + b + b * b) / (1 - b * b * b); // the fixed cycle of v
    check(
        "the move at the large slope, from the cycle that v settles into",
        moves[0],
        near(-c / Math.sqrt(afterLarge), 1e-9));
    check("Adam with a short memory ends at the worst point", w[1], near(1, 1e-12));
    for (int k : new int[] {0, 2, 3}) {
      check(names[k] + " ends near the best point", w[k], below(-0.9));
    }
    double[] steps = linspace(0, 3 * periods, periods + 1);
    var plot =
        plot(
                "trap",
                "The parameter against steps. SGD, AMSGrad and Adam with its default memory go"
                    + " from 0 down to -1, the best point. Adam with a short memory goes up to +1,"
                    + " the worst.")
            .x("step")
            .y("parameter w, best at −1")
            .yRange(-1.2, 1.2);
    for (int k = 0; k < 4; k++) {
      plot.line(names[k], steps, path[k]);
    }
  }
}
