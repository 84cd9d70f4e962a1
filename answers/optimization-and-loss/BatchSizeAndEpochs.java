import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Updates and epochs to a loss threshold, against the batch size, in four regimes. */
public class BatchSizeAndEpochs {
  private static final int EPOCH = 1024;
  private static final int LIMIT = 20_000;

  /** Curvatures: the inputs are independent Gaussians with these variances. */
  private static final double[] LAMBDA = new double[10];

  /** The squared initial error of each weight. */
  private static final double START = 4;

  /** The variance of the targets' noise. */
  private static final double NOISE = 1;

  // @start region="expected"
  /** The expected excess loss; v holds the mean squared errors. */
  static double excess(double[] v) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += LAMBDA[i] * v[i] / 2;
    }
    return sum;
  }

  /** What an update with m fresh samples makes of v. */
  static void update(double[] v, double eta, int m) {
    double scatter = 2 * excess(v) + NOISE;
    for (int i = 0; i < v.length; i++) {
      double step = eta * LAMBDA[i];
      double mean = (1 - step) * (1 - step) * v[i];
      double noise = step * step * v[i] + eta * step * scatter;
      v[i] = mean + noise / m;
    }
  }

  // @end

  /** How many updates bring the expected excess below the threshold. */
  private static double updates(double eta, int m, double threshold, int most) {
    double[] v = new double[LAMBDA.length];
    Arrays.fill(v, START);
    double start = excess(v);
    for (int t = 0; t <= most; t++) {
      double now = excess(v);
      if (now <= threshold) {
        return t;
      }
      if (now > 100 * start) {
        return Double.NaN;
      }
      update(v, eta, m);
    }
    return Double.NaN;
  }

  private static double floor(double eta, int m) {
    double[] v = new double[LAMBDA.length];
    for (int t = 0; t < 20_000; t++) {
      update(v, eta, m);
    }
    return excess(v);
  }

  public static void main(String[] args) {
    for (int i = 0; i < LAMBDA.length; i++) {
      LAMBDA[i] = 1.0 / (i + 1);
    }
    double rate = 0.1;
    double loose = 0.5;
    double tight = 0.005;
    double perSample = 0.004;
    show("epoch", (long) EPOCH);
    show("weights", (long) LAMBDA.length);
    show("rate", rate);
    show("loose", loose);
    show("tight", tight);
    show("perSample", perSample);
    show("startExcess", loss(start()));
    double trace = 0;
    for (double lambda : LAMBDA) {
      trace += NOISE * lambda;
    }
    double critical = rate * trace / (4 * tight);
    show("critical", critical);
    check(
        "ratio of the long-run excess to η tr S / 4m, for η = 0.01,",
        floor(0.01, 8) / (0.01 * trace / 32),
        between(0.99, 1.02));
    simulation(rate);

    int[] sizes = new int[11];
    double[][] counts = new double[4][sizes.length];
    double[] best = new double[sizes.length];
    Random random = new Random(91);
    for (int s = 0; s < sizes.length; s++) {
      int m = 1 << s;
      sizes[s] = m;
      counts[0][s] = updates(rate, m, loose, LIMIT);
      counts[1][s] = firstPassage(rate, m, tight, m <= 8 ? 16 : m <= 64 ? 4 : 1, random);
      counts[2][s] = updates(perSample * m, m, tight, LIMIT);
      double fewest = 20 * EPOCH / m + 1;
      for (int k = 0; k <= 140; k++) {
        double eta = 2 * StrictMath.pow(0.95, k);
        double count = updates(eta, m, tight, (int) fewest - 1);
        if (count < fewest) {
          fewest = count;
          best[s] = eta;
        }
      }
      counts[3][s] = fewest;
    }
    int reaching = 1;
    while (Double.isNaN(updates(rate, reaching, tight, LIMIT))) {
      reaching++;
    }
    show("reaching", (long) reaching);
    check(
        "ratio of the least batch that reaches the tight threshold to η tr S / 4ε",
        reaching / critical,
        between(1, 1.15));
    results(sizes, counts);
  }

  private static final String[] REGIMES = {"fixed, loose", "fixed, tight", "rate ∝ m", "best rate"};

  private static void results(int[] sizes, double[][] counts) {
    var table = table("counts").column("$m$");
    for (String regime : REGIMES) {
      table.column(regime);
    }
    table.tolerance(within(1e-6));
    double[][] epochs = new double[4][sizes.length];
    double rise = 0;
    for (int s = 0; s < sizes.length; s++) {
      Object[] row = new Object[5];
      row[0] = sizes[s];
      for (int r = 0; r < 4; r++) {
        epochs[r][s] = counts[r][s] * sizes[s] / EPOCH;
        row[r + 1] =
            Double.isNaN(epochs[r][s]) ? "never" : String.format(Locale.ROOT, "%.2f", epochs[r][s]);
        if (s > 0 && !Double.isNaN(counts[r][s])) {
          rise = Math.max(rise, counts[r][s] / counts[r][s - 1]);
        }
      }
      table.row(row);
    }
    check("greatest ratio of updates when the batch doubles, in any regime,", rise, below(1.05));
    check(
        "with the best rates no batch needs fewer epochs than single samples",
        Arrays.stream(epochs[3]).min().orElseThrow() == epochs[3][0]);
    check(
        "ratio of epochs for m = 64 to epochs for m = 1, rate in proportion to m,",
        epochs[2][6] / epochs[2][0],
        between(0.95, 1.05));
    check(
        "ratio of epochs for m = 1 to epochs for m = 4, fixed rate, tight threshold,",
        epochs[1][0] / epochs[1][2],
        above(5));
    show("looseRatio", epochs[0][10] / epochs[0][0]);
    show("tightEpochs", epochs[1], within(1e-6));
    show("bestUpdates", counts[3]);
    show("bestEpochs", epochs[3]);

    double[] m = Arrays.stream(sizes).asDoubleStream().toArray();
    plot(
            "epochs",
            "On logarithmic scales: with a fixed rate and a loose threshold the epochs rise in"
                + " proportion to the batch size. With a fixed rate and a tight threshold they fall"
                + " steeply from 1 to 4 and then rise. With a rate in proportion to the batch size"
                + " they are constant until the curve ends at 256. With the best rate for each size"
                + " they are constant up to about 32 and then rise.")
        .x("batch size m")
        .y("epochs to the threshold")
        .logX()
        .logY()
        .line(REGIMES[0], m, epochs[0])
        .line(REGIMES[1], m, epochs[1])
        .line(REGIMES[2], m, epochs[2])
        .line(REGIMES[3], m, epochs[3]);
    plot(
            "updates",
            "On logarithmic scales the number of updates falls, or stays, as the batch grows, in"
                + " all four regimes. With a fixed rate the curves become flat. With a rate in"
                + " proportion to the batch size, and with the best rate, they first fall in"
                + " proportion to it; the latter then flattens.")
        .x("batch size m")
        .y("updates to the threshold")
        .logX()
        .logY()
        .line(REGIMES[0], m, counts[0])
        .line(REGIMES[1], m, counts[1])
        .line(REGIMES[2], m, counts[2])
        .line(REGIMES[3], m, counts[3]);
  }

  /** The mean number of updates after which a run first gets below the threshold. */
  private static double firstPassage(double eta, int m, double threshold, int runs, Random random) {
    double total = 0;
    for (int run = 0; run < runs; run++) {
      double[] w = start();
      while (loss(w) > threshold) {
        step(w, eta, m, random);
        total++;
      }
    }
    return total / runs;
  }

  /** One update of the weights' errors by a real batch of random samples. */
  private static void step(double[] w, double eta, int m, Random random) {
    double[] g = new double[w.length];
    double[] x = new double[w.length];
    for (int k = 0; k < m; k++) {
      double error = -Math.sqrt(NOISE) * random.nextGaussian();
      for (int i = 0; i < w.length; i++) {
        x[i] = Math.sqrt(LAMBDA[i]) * random.nextGaussian();
        error += w[i] * x[i];
      }
      for (int i = 0; i < w.length; i++) {
        g[i] += error * x[i] / m;
      }
    }
    for (int i = 0; i < w.length; i++) {
      w[i] -= eta * g[i];
    }
  }

  private static double loss(double[] w) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += LAMBDA[i] * w[i] * w[i] / 2;
    }
    return sum;
  }

  private static double[] start() {
    double[] w = new double[LAMBDA.length];
    Arrays.fill(w, Math.sqrt(START));
    return w;
  }

  private static void simulation(double eta) {
    int m = 1; // where the noise counts most
    int steps = 40;
    int runs = 2000;
    Random random = new Random(91);
    double sum = 0;
    for (int run = 0; run < runs; run++) {
      double[] w = start();
      for (int t = 0; t < steps; t++) {
        step(w, eta, m, random);
      }
      sum += loss(w);
    }
    double[] v = new double[LAMBDA.length];
    Arrays.fill(v, START);
    for (int t = 0; t < steps; t++) {
      update(v, eta, m);
    }
    show("simulatedBatch", (long) m);
    show("simulatedUpdates", (long) steps);
    show("simulated", sum / runs);
    show("expected", excess(v));
    check(
        "ratio of the simulated mean excess to the expected one, m = 1, 40 updates,",
        sum / runs / excess(v),
        between(0.97, 1.03));
  }
}
