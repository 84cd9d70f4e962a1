import static answerbook.api.Snippet.*;

import java.util.Random;

/** An epoch of samples drawn with and without replacement: coverage, and error left by SGD. */
public class EpochsWithoutReplacement {
  private static final String WITH = "with replacement";
  private static final String WITHOUT = "without replacement";

  // @start region="epochs"
  /** n draws with replacement: any sample, any number of times. */
  static int[] drawn(int n, Random random) {
    int[] epoch = new int[n];
    for (int k = 0; k < n; k++) {
      epoch[k] = random.nextInt(n);
    }
    return epoch;
  }

  /** n draws without replacement: a random order of all samples. */
  static int[] shuffled(int n, Random random) {
    int[] epoch = new int[n];
    for (int k = 0; k < n; k++) {
      int other = random.nextInt(k + 1);
      epoch[k] = epoch[other];
      epoch[other] = k;
    }
    return epoch;
  }

  // @end

  private static int[] epoch(boolean replace, int n, Random random) {
    return replace ? drawn(n, random) : shuffled(n, random);
  }

  public static void main(String[] args) {
    coverage();
    mean();
    logistic();
  }

  /** Which share of a dataset has been seen after so many draws. */
  private static void coverage() {
    int n = 1000;
    int epochs = 8;
    int runs = 400;
    Random random = new Random(11);
    double[] seen = new double[10 * epochs + 1];
    double complete = 0;
    double most = 0;
    for (int run = 0; run < runs; run++) {
      int[] times = new int[n];
      int missing = n;
      int t = 0;
      while (missing > 0 || t < epochs * n) {
        int i = random.nextInt(n);
        t++;
        if (times[i] == 0) {
          missing--;
          complete += missing == 0 ? (double) t / n / runs : 0;
        }
        times[i]++;
        if (t % (n / 10) == 0 && t <= epochs * n) {
          seen[t / (n / 10)] += 100.0 * (n - missing) / n / runs;
        }
        if (t == n) {
          int highest = 0;
          for (int count : times) {
            highest = Math.max(highest, count);
          }
          most += (double) highest / runs;
        }
      }
    }
    double foretold = 100 * (1 - StrictMath.pow(1 - 1.0 / n, n));
    double harmonic = 0;
    for (int k = 1; k <= n; k++) {
      harmonic += 1.0 / k;
    }
    show("n", (long) n);
    show("seen", seen[10]);
    show("missed", 100 - foretold);
    show("complete", complete);
    show("harmonic", harmonic);
    show("most", most);
    show("runs", (long) runs);
    check(
        "simulated share seen in an epoch with replacement, %, less the formula's",
        Math.abs(seen[10] - foretold), below(0.5));
    check(
        "ratio of the simulated epochs until all samples have been seen to the formula's",
        complete / harmonic,
        between(0.97, 1.03));
    double[] epoch = linspace(0, epochs, seen.length);
    plot(
            "coverage",
            "Without replacement the share of samples seen rises in a straight line to 100% after"
                + " one epoch. With replacement it bends: 63% after one epoch, 86% after two, and"
                + " nearly 100% only after about six.")
        .x("epochs of n draws")
        .y("samples seen, %")
        .line(WITH, epoch, seen)
        .line(WITHOUT, epoch, map(epoch, e -> Math.min(100, 100 * e)));
  }

  // @start region="formulas"
  /** Mean square of w in units of the variance, in the long run. */
  static double withReplacement(double eta) {
    return eta / (2 - eta);
  }

  /** The same at the ends of epochs of n samples without replacement. */
  static double withoutReplacement(double eta, int n) {
    double squares = 0;
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double c = eta * StrictMath.pow(1 - eta, k); // weight of a sample
      squares += c * c;
      sum += c;
    }
    double oneEpoch = (squares - sum * sum / n) * n / (n - 1);
    return oneEpoch / (1 - StrictMath.pow(1 - eta, 2 * n));
  }

  // @end

  /** The cost (w - a)^2 / 2 over n values a whose mean, the best w, is zero. */
  private static void mean() {
    int n = 100;
    Random data = new Random(12);
    double[] a = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      a[i] = data.nextGaussian();
      sum += a[i];
    }
    double variance = 0;
    for (int i = 0; i < n; i++) {
      a[i] -= sum / n;
      variance += a[i] * a[i] / n;
    }
    show("values", (long) n);

    // @start region="running"
    double w = 5; // forgotten at the first step
    int t = 0;
    for (int i : shuffled(n, new Random(1))) {
      t++;
      w -= (w - a[i]) / t;
    }
    // @end
    check("distance from the minimum after one epoch with rates 1/t", Math.abs(w), below(1e-14));
    double square = 0;
    int repeats = 2000;
    Random random = new Random(2);
    for (int repeat = 0; repeat < repeats; repeat++) {
      double v = 5;
      int u = 0;
      for (int i : drawn(n, random)) {
        u++;
        v -= (v - a[i]) / u;
      }
      square += v * v / repeats;
    }
    show("drawnError", Math.sqrt(square / variance));
    show("drawnFormula", 1 / Math.sqrt(n));
    check(
        "ratio of the mean square error with replacement to variance/n",
        square / variance * n,
        between(0.9, 1.1));

    double[] etas = {0.001, 0.00316, 0.01, 0.0316, 0.1, 0.316, 1};
    double[][] simulated = new double[2][etas.length];
    double worst = 0;
    for (int e = 0; e < etas.length; e++) {
      simulated[0][e] = longRun(true, etas[e], a)[0] / variance;
      simulated[1][e] = longRun(false, etas[e], a)[0] / variance;
      worst = Math.max(worst, Math.abs(simulated[0][e] / withReplacement(etas[e]) - 1));
      worst = Math.max(worst, Math.abs(simulated[1][e] / withoutReplacement(etas[e], n) - 1));
    }
    check("greatest relative distance of simulation and formulas", worst, below(0.08));
    show("gainRates", new double[] {0.01, 0.316});
    show("gain", withReplacement(0.01) / withoutReplacement(0.01, n));
    show("gainInside", longRun(true, 0.01, a)[1] / longRun(false, 0.01, a)[1], within(1e-6));
    show("gainLarge", withReplacement(0.316) / withoutReplacement(0.316, n));
    double[] fine = new double[61];
    for (int k = 0; k < fine.length; k++) {
      fine[k] = StrictMath.pow(10, -3 + k / 20.0);
    }
    plot(
            "noise",
            "On logarithmic scales both errors rise with the learning rate and meet at rates above"
                + " 0.1. Below, the error with replacement falls in proportion to the rate; that"
                + " without replacement falls much faster, to less than a thousandth of it.")
        .x("learning rate η")
        .y("mean square error / variance")
        .logX()
        .logY()
        .line(WITH, fine, map(fine, EpochsWithoutReplacement::withReplacement))
        .line(WITHOUT, fine, map(fine, eta -> withoutReplacement(eta, n)))
        .points("with, simulated", etas, simulated[0])
        .points("without, simulated", etas, simulated[1])
        .vertical(1.0 / n, "1/n");
  }

  /** Mean squares of w in the long run: at the ends of epochs, and at all updates. */
  private static double[] longRun(boolean replace, double eta, double[] a) {
    int n = a.length;
    Random random = new Random(3);
    double w = 0;
    double ends = 0;
    double all = 0;
    int settle = (int) (3 / (eta * n));
    int epochs = 6000;
    for (int e = 0; e < settle + epochs; e++) {
      for (int i : epoch(replace, n, random)) {
        w -= eta * (w - a[i]);
        all += e < settle ? 0 : w * w;
      }
      ends += e < settle ? 0 : w * w;
    }
    return new double[] {ends / epochs, all / epochs / n};
  }

  /** Logistic regression with two weights and a bias. */
  private static void logistic() {
    int n = 200;
    int epochs = 30;
    int runs = 20;
    double eta = 0.05;
    Random data = new Random(13);
    double[][] x = new double[n][];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = new double[] {data.nextGaussian(), data.nextGaussian(), 1};
      double z = 1.5 * x[i][0] - x[i][1] + 0.5;
      y[i] = data.nextDouble() < sigmoid(z) ? 1 : 0;
    }
    double[] best = new double[3];
    for (int step = 0; step < 3000; step++) {
      double[] g = new double[3];
      for (int i = 0; i < n; i++) {
        add(g, best, x[i], y[i], 1.0 / n);
      }
      for (int k = 0; k < 3; k++) {
        best[k] -= 2 * g[k];
      }
    }
    double least = cost(best, x, y);
    double[][] excess = new double[2][epochs + 1];
    for (int kind = 0; kind < 2; kind++) {
      for (int run = 0; run < runs; run++) {
        Random random = new Random(run);
        double[] w = new double[3];
        excess[kind][0] += (cost(w, x, y) - least) / runs;
        for (int e = 1; e <= epochs; e++) {
          for (int i : epoch(kind == 0, n, random)) {
            add(w, w.clone(), x[i], y[i], -eta);
          }
          excess[kind][e] += (cost(w, x, y) - least) / runs;
        }
      }
    }
    double[] late = new double[2];
    for (int kind = 0; kind < 2; kind++) {
      for (int e = epochs - 9; e <= epochs; e++) {
        late[kind] += excess[kind][e] / 10;
      }
    }
    show("logisticSamples", (long) n);
    show("logisticRate", eta);
    show("logisticRuns", (long) runs);
    show("late", late, within(1e-6));
    show("lateRatio", late[0] / late[1], within(1e-6));
    check("ratio of the excess with to that without replacement", late[0] / late[1], above(2));
    double[] epoch = linspace(0, epochs, epochs + 1);
    plot(
            "logistic",
            "Both curves fall together in the first epochs. With replacement the excess loss then"
                + " stays at a higher level, without replacement at a lower one.")
        .x("epoch")
        .y("loss above its minimum")
        .logY()
        .line(WITH, epoch, excess[0])
        .line(WITHOUT, epoch, excess[1]);
  }

  private static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  /** Adds a multiple of one sample's gradient at w. */
  private static void add(double[] sum, double[] w, double[] x, double y, double factor) {
    double delta = sigmoid(w[0] * x[0] + w[1] * x[1] + w[2] * x[2]) - y;
    for (int k = 0; k < 3; k++) {
      sum[k] += factor * delta * x[k];
    }
  }

  private static double cost(double[] w, double[][] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double z = w[0] * x[i][0] + w[1] * x[i][1] + w[2] * x[i][2];
      sum += Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - y[i] * z;
    }
    return sum / x.length;
  }
}
