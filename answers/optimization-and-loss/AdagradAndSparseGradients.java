import static answerbook.api.Snippet.*;

import answerbook.api.Table;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.AdaGrad;

/** Adagrad and SGD on features of which some are rare. */
public class AdagradAndSparseGradients {
  private static final int FEATURES = 40;
  private static final int TRAINING = 2000;
  private static final int TEST = 400;
  private static final int DATASETS = 8;
  private static final double EPSILON = 1e-8;

  // @start region="adagrad"
  /** Steps along g; every parameter has a sum of its own. */
  static void adagrad(double[] w, double[] sum, double[] g, double eta) {
    for (int j = 0; j < w.length; j++) {
      sum[j] += g[j] * g[j];
      w[j] -= eta * g[j] / (Math.sqrt(sum[j]) + EPSILON);
    }
  }

  // @end

  private interface Rule {
    void step(double[] theta, double[] sum, double[] g, double eta, int t);
  }

  private static final String[] NAMES = {"SGD, constant", "SGD, 1/√t", "Adagrad"};
  private static final Rule[] RULES = {
    (theta, sum, g, eta, t) -> plain(theta, g, eta),
    (theta, sum, g, eta, t) -> plain(theta, g, eta / Math.sqrt(t)),
    (theta, sum, g, eta, t) -> adagrad(theta, sum, g, eta)
  };

  private static void plain(double[] theta, double[] g, double eta) {
    for (int j = 0; j < theta.length; j++) {
      theta[j] -= eta * g[j];
    }
  }

  /** How often a feature is there. */
  private static double frequency(int j, boolean sparse) {
    return sparse ? 0.5 / (j + 1) : 1;
  }

  /** Features that are there or not, or dense ones. */
  private static double[] input(boolean sparse, Random random) {
    double[] x = new double[FEATURES];
    for (int j = 0; j < FEATURES; j++) {
      if (sparse) {
        x[j] = random.nextDouble() < frequency(j, true) ? 1 : 0;
      } else {
        x[j] = 0.25 * random.nextGaussian();
      }
    }
    return x;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  private static double loss(double[] theta, double[] x, double y) {
    double z = dot(theta, x);
    return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - y * z;
  }

  private static double[] train(Rule rule, double eta, double[][] x, double[] y) {
    double[] theta = new double[FEATURES];
    double[] sum = new double[FEATURES];
    for (int t = 1; t <= x.length; t++) {
      double delta = sigmoid(dot(theta, x[t - 1])) - y[t - 1];
      rule.step(theta, sum, map(x[t - 1], value -> delta * value), eta, t);
    }
    return theta;
  }

  public static void main(String[] args) {
    byNd4j();
    travel();
    show("features", (long) FEATURES);
    show("training", (long) TRAINING);
    show("datasets", (long) DATASETS);
    show("often", TRAINING * frequency(0, true));
    show("seldom", TRAINING * frequency(FEATURES - 1, true));
    var table =
        table("risks")
            .column("features")
            .column("rule")
            .column("best rate", "%.2f")
            .column("excess loss", "%.4f")
            .column("lead of Adagrad");
    table.tolerance(within(1e-6));
    double[] sparseExcess = compare(true, table);
    double[] denseExcess = compare(false, table);
    check(
        "sparse: lead of Adagrad over SGD with a constant rate, in standard errors,",
        sparseExcess[0],
        above(3));
    check(
        "sparse: lead of Adagrad over SGD with 1/√t, in standard errors,",
        sparseExcess[1],
        above(3));
    check(
        "dense: lead of Adagrad over SGD with 1/√t, in standard errors,", denseExcess[1], below(2));
  }

  private static void byNd4j() {
    Random random = new Random(3);
    double[] theta = {1, -1, 0.5};
    double[] sum = new double[3];
    INDArray parameters = Nd4j.create(theta.clone());
    INDArray history = Nd4j.create(new double[][] {{0, 0, 0}});
    AdaGrad config = new AdaGrad(0.1, EPSILON);
    GradientUpdater<?> updater = config.instantiate(history, false);
    for (int t = 0; t < 50; t++) {
      double[] g = {random.nextGaussian(), t % 10 == 0 ? 1 : 0, 1e-3 * random.nextGaussian()};
      adagrad(theta, sum, g, 0.1);
      INDArray change = Nd4j.create(new double[][] {g});
      updater.applyUpdater(change, t, 0);
      parameters.subi(change.reshape(3));
    }
    double distance = 0;
    for (int j = 0; j < 3; j++) {
      distance = Math.max(distance, Math.abs(theta[j] - parameters.getDouble(j)));
    }
    check("distance from ND4J's Adagrad after 50 updates", distance, below(1e-12));
  }

  /** How far a parameter goes whose gradient is 1 in every T-th step, and 0 in the others. */
  private static void travel() {
    int steps = 10_000;
    double[] first = new double[3];
    show("steps", (long) steps);
    var table =
        table("travel")
            .column("$T$")
            .column("gradients")
            .column(NAMES[0], "%.4f")
            .column(NAMES[1], "%.4f")
            .column(NAMES[2], "%.4f");
    double worst = 0;
    for (int every : new int[] {1, 10, 100, 1000}) {
      double[] went = new double[3];
      for (int r = 0; r < 3; r++) {
        double[] theta = new double[1];
        double[] sum = new double[1];
        for (int t = 1; t <= steps; t++) {
          RULES[r].step(theta, sum, new double[] {t % every == 0 ? 1 : 0}, 1, t);
        }
        went[r] = -theta[0];
        first[r] = every == 1 ? went[r] : first[r];
        went[r] /= first[r];
      }
      table.row(every, steps / every, went[0], went[1], went[2]);
      if (every <= 100) {
        worst = Math.max(worst, Math.abs(went[2] / went[1] / Math.sqrt(every) - 1));
      }
    }
    check("relative distance of Adagrad's lead over 1/√t from √T, T up to 100", worst, below(0.02));
  }

  /** Tunes every rule; returns the others' excess over Adagrad's in standard errors. */
  private static double[] compare(boolean sparse, Table table) {
    double[][][] x = new double[DATASETS][TRAINING][];
    double[][] y = new double[DATASETS][TRAINING];
    double[][][] test = new double[DATASETS][TEST][];
    double[][] truth = new double[DATASETS][FEATURES];
    for (int d = 0; d < DATASETS; d++) {
      Random random = new Random(100 + d);
      for (int j = 0; j < FEATURES; j++) {
        truth[d][j] = random.nextBoolean() ? 2 : -2;
      }
      for (int i = 0; i < TRAINING; i++) {
        x[d][i] = input(sparse, random);
        y[d][i] = random.nextDouble() < sigmoid(dot(truth[d], x[d][i])) ? 1 : 0;
      }
      for (int i = 0; i < TEST; i++) {
        test[d][i] = input(sparse, random);
      }
    }
    double[][] best = new double[RULES.length][];
    double[] rates = new double[RULES.length];
    for (int r = 0; r < RULES.length; r++) {
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k < 14; k++) {
        double eta = 0.05 * StrictMath.pow(1.6, k);
        double[] risks = new double[DATASETS];
        for (int d = 0; d < DATASETS; d++) {
          double[] theta = train(RULES[r], eta, x[d], y[d]);
          risks[d] = risk(theta, truth[d], test[d]);
        }
        double mean = Arrays.stream(risks).average().orElseThrow();
        if (mean < least) {
          least = mean;
          best[r] = risks;
          rates[r] = eta;
        }
      }
    }
    double[] leads = new double[RULES.length];
    for (int r = 0; r < RULES.length; r++) {
      double mean = 0;
      double lead = 0;
      for (int d = 0; d < DATASETS; d++) {
        mean += best[r][d] / DATASETS;
        lead += (best[r][d] - best[2][d]) / DATASETS;
      }
      double square = 0;
      for (int d = 0; d < DATASETS; d++) {
        double off = best[r][d] - best[2][d] - lead;
        square += off * off / (DATASETS - 1);
      }
      double standardError = Math.sqrt(square / DATASETS);
      leads[r] = lead / standardError;
      String shown =
          r == 2
              ? "–"
              : String.format(Locale.ROOT, "%.4f ± %.4f", lead, standardError).replace('-', '−');
      table.row(sparse ? "sparse" : "dense", NAMES[r], rates[r], mean, shown);
    }
    if (sparse) {
      plotRates(x[0], y[0], rates);
    }
    return leads;
  }

  /** The rate that each feature has at the end, by each rule. */
  private static void plotRates(double[][] x, double[] y, double[] rates) {
    double[] theta = new double[FEATURES];
    double[] sum = new double[FEATURES];
    double[] occurrences = new double[FEATURES];
    for (int t = 1; t <= x.length; t++) {
      double delta = sigmoid(dot(theta, x[t - 1])) - y[t - 1];
      adagrad(theta, sum, map(x[t - 1], value -> delta * value), rates[2]);
      for (int j = 0; j < FEATURES; j++) {
        occurrences[j] += x[t - 1][j];
      }
    }
    double[] own = map(sum, g -> rates[2] / (Math.sqrt(g) + EPSILON));
    double commonest = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < FEATURES; j++) {
      commonest = Math.max(commonest, occurrences[j]);
      least = Math.min(least, occurrences[j]);
    }
    double last = rates[1] / Math.sqrt(TRAINING);
    show("ownCommon", own[0], within(1e-6));
    show("ownRare", own[FEATURES - 1], within(1e-6));
    check(
        "ratio of Adagrad's rates for the features with the lowest and the highest frequency",
        own[FEATURES - 1] / own[0],
        above(3));
    double[] ends = {least, commonest};
    plot(
            "rates",
            "On logarithmic scales Adagrad's rates fall with the number of occurrences of a"
                + " feature, scattered about a line of slope minus one half. The rates of the two"
                + " kinds of SGD are horizontal lines: the same for all features.")
        .x("occurrences of the feature in training")
        .y("learning rate at the end")
        .logX()
        .logY()
        .line(NAMES[0], ends, new double[] {rates[0], rates[0]})
        .line(NAMES[1], ends, new double[] {last, last})
        .points(NAMES[2], occurrences, own);
  }

  /** The expected loss on the test inputs above that of the true weights. */
  private static double risk(double[] theta, double[] truth, double[][] inputs) {
    double sum = 0;
    for (double[] x : inputs) {
      double p = sigmoid(dot(truth, x));
      sum += p * (loss(theta, x, 1) - loss(truth, x, 1));
      sum += (1 - p) * (loss(theta, x, 0) - loss(truth, x, 0));
    }
    return sum / inputs.length;
  }
}
