import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** What an AUC of 0.984 and a log-loss of 0.042 say together, and what they leave open. */
public class RocAndLogLossReading {
  static final double AUC = 0.984439608912;
  static final double LOG_LOSS = 0.0421598347226;
  static final int ROWS = 316_200;
  static final int COLUMNS = 6;
  static final int TREES = 1000;
  static final int TREE_DEPTH = 9;
  static final int SAMPLE = 200_000;

  static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  static double logit(double p) {
    return StrictMath.log(p / (1 - p));
  }

  /** log(1 + e^z) without overflow. */
  static double softplus(double z) {
    return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
  }

  /** Φ, the standard normal distribution function, by Simpson's rule from 0. */
  static double normal(double x) {
    int steps = 200;
    double h = x / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * StrictMath.exp(-h * i * h * i / 2);
    }
    return 0.5 + sum * h / 3 / Math.sqrt(2 * Math.PI);
  }

  /** Where the increasing function f reaches the target. */
  static double solve(DoubleUnaryOperator f, double target, double low, double high) {
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      if (f.applyAsDouble(middle) < target) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  // @start region="losses"
  /** The log-loss of always answering the share of positives. */
  static double constantLoss(double p) {
    return -p * StrictMath.log(p) - (1 - p) * StrictMath.log(1 - p);
  }

  // Of calibrated probabilities, if scores are N(0, 1) in the negative
  // class and N(d, 1) in the positive one.
  static double calibratedLoss(double share, double d) {
    double sum = 0;
    double h = 0.02;
    for (double z = -8; z <= 8; z += h) {
      double ofPositive = softplus(-logOdds(d + z, share, d));
      double ofNegative = softplus(logOdds(z, share, d));
      double mean = share * ofPositive + (1 - share) * ofNegative;
      sum += h * StrictMath.exp(-z * z / 2) * mean;
    }
    return sum / Math.sqrt(2 * Math.PI);
  }

  /** Bayes' rule: the log-odds of the positive class at a score. */
  static double logOdds(double score, double share, double d) {
    return logit(share) + d * score - d * d / 2;
  }

  // @end

  /** The area under the ROC curve from ranks. */
  static double area(double[] positives, double[] negatives) {
    double[] sorted = negatives.clone();
    Arrays.sort(sorted);
    double wins = 0;
    for (double p : positives) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) / 2;
        if (sorted[middle] < p) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      int ties = low;
      while (ties < sorted.length && sorted[ties] == p) {
        ties++;
      }
      wins += low + (ties - low) / 2.0;
    }
    return wins / positives.length / negatives.length;
  }

  static double loss(double[] positives, double[] negatives, DoubleUnaryOperator logOdds) {
    double sum = 0;
    for (double p : positives) {
      sum += softplus(-logOdds.applyAsDouble(p));
    }
    for (double n : negatives) {
      sum += softplus(logOdds.applyAsDouble(n));
    }
    return sum / (positives.length + negatives.length);
  }

  public static void main(String[] args) {
    show("givenAuc", AUC);
    show("givenLoss", LOG_LOSS);
    show("trees", TREES);
    show("depth", TREE_DEPTH);
    show("rows", ROWS);
    show("columns", COLUMNS);
    show("perTree", COLUMNS / 2);
    show("leaves", (long) TREES << TREE_DEPTH);
    double geometric = StrictMath.exp(-LOG_LOSS);
    show("geometric", geometric);

    double d = Math.sqrt(2) * solve(RocAndLogLossReading::normal, AUC, 0, 6);
    show("d", d);
    double[] thresholds = linspace(-8, 11, 191);
    double[] fpr = map(thresholds, t -> normal(-t));
    double[] tpr = map(thresholds, t -> normal(d - t));
    plot(
            "roc",
            "A ROC curve that hugs the upper left corner: at a false positive rate of 0.1 it is"
                + " already above 0.95. The dashed diagonal runs far below.")
        .x("false positive rate")
        .y("true positive rate")
        .square()
        .line(String.format(Locale.ROOT, "AUC = %.6f", AUC), fpr, tpr)
        .dashed("guessing", new double[] {0, 1}, new double[] {0, 1});
    double trapezia = 0;
    for (int i = 1; i < fpr.length; i++) {
      trapezia += (fpr[i - 1] - fpr[i]) * (tpr[i - 1] + tpr[i]) / 2;
    }
    check(
        "area under the drawn curve, distance from the given AUC:",
        Math.abs(trapezia - AUC),
        below(1e-3));

    // The share of positives that would explain the log-loss.
    double trivialShare = solve(RocAndLogLossReading::constantLoss, LOG_LOSS, 1e-6, 0.5);
    double share = solve(p -> calibratedLoss(p, d), LOG_LOSS, 1e-6, 0.5);
    show("trivialShare", 100 * trivialShare);
    show("share", 100 * share, within(1e-6));
    show("constantThere", constantLoss(share), within(1e-6));
    show("balancedLoss", calibratedLoss(0.5, d), within(1e-6));
    show("balancedConstant", constantLoss(0.5));
    double[] shares = new double[61];
    Arrays.setAll(shares, i -> 0.001 * StrictMath.pow(500, i / 60.0));
    plot(
            "prevalence",
            "Log-loss against the share of positives, both axes logarithmic. A constant answer's"
                + " loss rises from 0.008 to 0.69. The loss of calibrated scores with the given AUC"
                + " runs below it. The given loss is a horizontal line that meets the constant's"
                + " curve at a smaller share than the calibrated one's.")
        .x("share of positives")
        .y("log-loss")
        .logX()
        .logY()
        .line("constant answer", shares, map(shares, RocAndLogLossReading::constantLoss))
        .line("calibrated, AUC 0.984", shares, map(shares, p -> calibratedLoss(p, d)))
        .horizontal(LOG_LOSS, "given log-loss")
        .note(trivialShare, LOG_LOSS, "no skill")
        .note(share, LOG_LOSS, "calibrated");

    // A sample of that kind, and what distortions of the probabilities do to it.
    Random random = new Random(590);
    double[] positives = new double[(int) Math.round(share * SAMPLE)];
    double[] negatives = new double[SAMPLE - positives.length];
    Arrays.setAll(positives, i -> d + random.nextGaussian());
    Arrays.setAll(negatives, i -> random.nextGaussian());
    show("sample", SAMPLE);
    show("samplePositives", positives.length);
    double sampleAuc = area(positives, negatives);
    DoubleUnaryOperator calibrated = s -> logOdds(s, share, d);
    double sampleLoss = loss(positives, negatives, calibrated);
    check(
        "the sample's area, distance from the given AUC:", Math.abs(sampleAuc - AUC), below(0.002));
    check(
        "the sample's log-loss, distance from the given one:",
        Math.abs(sampleLoss - LOG_LOSS),
        below(0.002));
    double toBalanced = -logit(share);
    String[] names = {
      "calibrated", "log-odds tripled", "log-odds divided by 3", "as if classes were balanced"
    };
    DoubleUnaryOperator[] distortions = {
      calibrated,
      s -> 3 * calibrated.applyAsDouble(s),
      s -> calibrated.applyAsDouble(s) / 3,
      s -> calibrated.applyAsDouble(s) + toBalanced,
    };
    var same =
        table("same").column("probabilities").column("AUC", "%.4f").column("log-loss", "%.4f");
    same.tolerance(within(1e-6));
    double[] losses = new double[names.length];
    double spread = 0;
    for (int i = 0; i < names.length; i++) {
      double[] p = map(positives, distortions[i]);
      double[] n = map(negatives, distortions[i]);
      double auc = area(p, n);
      spread = Math.max(spread, Math.abs(auc - sampleAuc));
      losses[i] = loss(positives, negatives, distortions[i]);
      same.row(names[i], auc, losses[i]);
    }
    check("the four models' areas, largest difference:", spread, below(1e-9));
    check(
        "smallest rise of the loss by a distortion:",
        Math.min(losses[1], Math.min(losses[2], losses[3])) - losses[0],
        above(0.001));

    // Precision at a recall of 0.9.
    double threshold = d - solve(RocAndLogLossReading::normal, 0.9, 0, 6);
    double falseRate = normal(-threshold);
    show("falseRate", 100 * falseRate);
    var precision =
        table("precision")
            .column("share of positives", "%.2f%%")
            .column("recall", "%.2f")
            .column("false positive rate", "%.4f")
            .column("precision", "%.3f")
            .tolerance(within(1e-6));
    for (double p : new double[] {0.5, 0.1, share, trivialShare}) {
      precision.row(100 * p, 0.9, falseRate, 0.9 * p / (0.9 * p + falseRate * (1 - p)));
    }
    double found = Arrays.stream(positives).filter(a -> a >= threshold).count();
    double falseAlarms = Arrays.stream(negatives).filter(a -> a >= threshold).count();
    double derived = 0.9 * share / (0.9 * share + falseRate * (1 - share));
    check(
        "precision, difference of count and formula:",
        Math.abs(found / (found + falseAlarms) - derived),
        below(0.02));

    // Balanced classes with the same two figures: a few positives hide just below the negatives.
    int half = 10_000;
    int hidden = (int) Math.round((1 - AUC) * half);
    double q = (double) hidden / (hidden + half);
    double blockLoss = (hidden + half) * constantLoss(q) / (2.0 * half);
    double[] blockP = new double[half];
    double[] blockN = new double[half];
    Arrays.setAll(blockP, i -> i < hidden ? logit(q) - 1e-9 : 40);
    Arrays.fill(blockN, logit(q));
    show("hidden", 100.0 * hidden / half);
    show("blockLoss", blockLoss);
    check(
        "area of the balanced counterexample, distance from the given AUC:",
        Math.abs(area(blockP, blockN) - AUC),
        below(1e-4));
    check(
        "its loss, difference of sum and formula:",
        Math.abs(loss(blockP, blockN, s -> s) - blockLoss),
        below(1e-6));
    check("its loss is below the given one", blockLoss < LOG_LOSS);

    // Labels that have nothing to do with the columns, judged by the nearest neighbour.
    int rows = 600;
    double[][] x = new double[2 * rows][COLUMNS];
    boolean[] y = new boolean[2 * rows];
    for (int i = 0; i < 2 * rows; i++) {
      Arrays.setAll(x[i], k -> random.nextGaussian());
      y[i] = random.nextBoolean();
    }
    show("noiseTrain", memory(x, y, 0, rows));
    show("noiseTest", memory(x, y, rows, 2 * rows));
  }

  /**
   * The AUC on rows {@code from} to {@code to} of the label of the nearest row in the first half.
   */
  static double memory(double[][] x, boolean[] y, int from, int to) {
    double[] scores = new double[to - from];
    for (int i = from; i < to; i++) {
      double nearest = Double.MAX_VALUE;
      for (int j = 0; j < x.length / 2; j++) {
        double distance = 0;
        for (int k = 0; k < COLUMNS; k++) {
          distance += (x[i][k] - x[j][k]) * (x[i][k] - x[j][k]);
        }
        if (distance < nearest) {
          nearest = distance;
          scores[i - from] = y[j] ? 1 : 0;
        }
      }
    }
    double[] positives = new double[scores.length];
    double[] negatives = new double[scores.length];
    int p = 0;
    int n = 0;
    for (int i = 0; i < scores.length; i++) {
      if (y[from + i]) {
        positives[p++] = scores[i];
      } else {
        negatives[n++] = scores[i];
      }
    }
    return area(Arrays.copyOf(positives, p), Arrays.copyOf(negatives, n));
  }
}
