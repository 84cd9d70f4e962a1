import static answerbook.api.Snippet.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.nd4j.evaluation.classification.ROC;
import org.nd4j.linalg.factory.Nd4j;

/** The ROC curve of a scoring classifier and of a guessing one, and three ways to get its area. */
public class RocVocabulary {
  static final int POSITIVES = 60;
  static final int NEGATIVES = 120;
  static final double SHIFT = 1.2;

  record Point(double fpr, double tpr) {}

  // @start region="curve"
  /** The ROC points, from the strictest threshold to the laxest. */
  static List<Point> curve(double[] positives, double[] negatives) {
    double[] p = positives.clone();
    double[] n = negatives.clone();
    Arrays.sort(p);
    Arrays.sort(n);
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
    int i = p.length;
    int j = n.length;
    while (i > 0 || j > 0) {
      double best = Math.max(top(p, i), top(n, j));
      while (top(p, i) == best && i > 0) {
        i--; // one more true positive
      }
      while (top(n, j) == best && j > 0) {
        j--; // one more false positive
      }
      double fpr = 1 - (double) j / n.length;
      points.add(new Point(fpr, 1 - (double) i / p.length));
    }
    return points;
  }

  /** The area under the points, by trapezia. */
  static double area(List<Point> points) {
    double sum = 0;
    for (int k = 1; k < points.size(); k++) {
      Point a = points.get(k - 1);
      Point b = points.get(k);
      sum += (b.fpr - a.fpr) * (a.tpr + b.tpr) / 2;
    }
    return sum;
  }

  /** The share of pairs in which the positive scores higher. */
  static double pairs(double[] positives, double[] negatives) {
    double wins = 0;
    for (double p : positives) {
      for (double n : negatives) {
        wins += p > n ? 1 : p == n ? 0.5 : 0;
      }
    }
    return wins / positives.length / negatives.length;
  }

  // @end

  private static double top(double[] sorted, int count) {
    return count > 0 ? sorted[count - 1] : Double.NEGATIVE_INFINITY;
  }

  /** The upper convex hull of points that are sorted by fpr. */
  static List<Point> hull(List<Point> points) {
    List<Point> hull = new ArrayList<>();
    for (Point c : points) {
      while (hull.size() > 1) {
        Point a = hull.get(hull.size() - 2);
        Point b = hull.get(hull.size() - 1);
        double turn = (b.fpr - a.fpr) * (c.tpr - a.tpr) - (b.tpr - a.tpr) * (c.fpr - a.fpr);
        if (turn < 0) {
          break;
        }
        hull.remove(hull.size() - 1);
      }
      hull.add(c);
    }
    return hull;
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

  static double[] draw(Random random, int count, double mean) {
    double[] scores = new double[count];
    Arrays.setAll(scores, i -> mean + random.nextGaussian());
    return scores;
  }

  static double share(double[] scores, double threshold) {
    return (double) Arrays.stream(scores).filter(s -> s >= threshold).count() / scores.length;
  }

  static double[] fprs(List<Point> points) {
    return points.stream().mapToDouble(Point::fpr).toArray();
  }

  static double[] tprs(List<Point> points) {
    return points.stream().mapToDouble(Point::tpr).toArray();
  }

  public static void main(String[] args) {
    Random random = new Random(58);
    double[] positives = draw(random, POSITIVES, SHIFT);
    double[] negatives = draw(random, NEGATIVES, 0);
    double[] guessedP = draw(random, POSITIVES, 0);
    double[] guessedN = draw(random, NEGATIVES, 0);
    List<Point> scored = curve(positives, negatives);
    List<Point> guessed = curve(guessedP, guessedN);
    List<Point> hull = hull(scored);
    double auc = area(scored);
    show("positives", POSITIVES);
    show("negatives", NEGATIVES);
    show("shift", SHIFT);
    show("auc", auc);
    show("guessAuc", area(guessed));
    show("hullAuc", area(hull));
    double expected = normal(SHIFT / Math.sqrt(2));
    show("expected", expected);
    check(
        "area by trapezia, difference from the share of pairs:",
        Math.abs(auc - pairs(positives, negatives)),
        below(1e-12));
    check(
        "area by trapezia, difference from ND4J's:",
        Math.abs(auc - nd4jArea(positives, negatives)),
        below(1e-6));

    plot(
            "roc",
            "ROC curves in the unit square. The scoring classifier's rises steeply from (0, 0) and"
                + " bends towards (1, 1); its steps stay below its concave hull, which is dashed."
                + " The guessing classifier's winds about the diagonal.")
        .x("false positive rate = 1 − specificity")
        .y("true positive rate = sensitivity")
        .square()
        .steps("scores", fprs(scored), tprs(scored))
        .dashed("its concave hull", fprs(hull), tprs(hull))
        .steps("guesses", fprs(guessed), tprs(guessed))
        .dashed("diagonal", new double[] {0, 1}, new double[] {0, 1});

    var thresholds =
        table("thresholds")
            .column("positive if the score is at least")
            .column("true positive rate", "%.3f")
            .column("false positive rate", "%.3f")
            .column("specificity", "%.3f");
    for (double t : new double[] {4, 2, 1, 0, -4}) {
      double tpr = share(positives, t);
      double fpr = share(negatives, t);
      thresholds.row((int) t, tpr, fpr, 1 - fpr);
    }

    // The area under many guessers' curves, against the variance of the Mann–Whitney statistic.
    int runs = 400;
    double sum = 0;
    double squares = 0;
    for (int r = 0; r < runs; r++) {
      double a = area(curve(draw(random, POSITIVES, 0), draw(random, NEGATIVES, 0)));
      sum += a;
      squares += a * a;
    }
    double mean = sum / runs;
    double deviation = Math.sqrt(squares / runs - mean * mean);
    double formula = Math.sqrt((POSITIVES + NEGATIVES + 1) / (12.0 * POSITIVES * NEGATIVES));
    show("runs", runs);
    show("guessMean", mean);
    show("guessDeviation", deviation, within(1e-6));
    show("guessFormula", formula);
    show("weak", (0.55 - 0.5) / formula);
    check("mean area of the guessers, distance from 0.5:", Math.abs(mean - 0.5), below(0.01));
    check(
        "deviation of the guessers' area, difference of measurement and formula:",
        Math.abs(deviation - formula),
        below(0.003));
    int bigRuns = 40;
    double total = 0;
    for (int r = 0; r < bigRuns; r++) {
      total += area(curve(draw(random, 1000, SHIFT), draw(random, 1000, 0))) / bigRuns;
    }
    check(
        "area for large samples, distance from Φ(d/√2):", Math.abs(total - expected), below(0.005));

    // Populations: equal spreads give a concave curve, a wider positive class does not.
    double[] t = linspace(-14, 16, 301);
    double[] equal = map(t, s -> normal(SHIFT - s));
    double[] wide = map(t, s -> normal((SHIFT - s) / 3));
    double[] fpr = map(t, s -> normal(-s));
    plot(
            "concavity",
            "Two population ROC curves. With equal spreads the curve is concave. With a three times"
                + " wider positive class it rises steeply, flattens, and runs below the diagonal"
                + " before it reaches the upper right corner.")
        .x("false positive rate")
        .y("true positive rate")
        .square()
        .line("equal spread", fpr, equal)
        .line("positives three times as wide", fpr, wide)
        .dashed("diagonal", new double[] {0, 1}, new double[] {0, 1});
    int under = 0;
    int underEqual = 0;
    for (int i = 0; i < t.length; i++) {
      under += wide[i] < fpr[i] - 1e-6 ? 1 : 0;
      underEqual += equal[i] < fpr[i] - 1e-6 ? 1 : 0;
    }
    check("the wide class's curve falls below the diagonal somewhere", under > 0);
    check("the equal one's does not", underEqual == 0);
    check("excess of the hull's area over the curve's:", area(hull) - auc, above(0.001));
  }

  /** The area by ND4J, which wants scores from 0 to 1; an increasing map leaves the curve alone. */
  static double nd4jArea(double[] positives, double[] negatives) {
    double[][] labels = new double[positives.length + negatives.length][1];
    double[][] scores = new double[labels.length][1];
    for (int i = 0; i < labels.length; i++) {
      boolean positive = i < positives.length;
      labels[i][0] = positive ? 1 : 0;
      double score = positive ? positives[i] : negatives[i - positives.length];
      scores[i][0] = 1 / (1 + StrictMath.exp(-score));
    }
    ROC roc = new ROC(0);
    roc.eval(Nd4j.create(labels), Nd4j.create(scores));
    return roc.calculateAUC();
  }
}
