import static answerbook.api.Snippet.above;
import static answerbook.api.Snippet.below;
import static answerbook.api.Snippet.check;
import static answerbook.api.Snippet.diagram;
import static answerbook.api.Snippet.plot;
import static answerbook.api.Snippet.show;
import static answerbook.api.Snippet.table;

import answerbook.api.Plot;
import answerbook.api.Table;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

public class ConsecutiveDropouts {
  static final int ELEMENTS = 100_000;

  /** The drop probability of the one layer that replaces both. */
  static double combined(double p, double q) {
    return 1 - (1 - p) * (1 - q);
  }

  // @start region="layer"
  /** Inverted dropout: zeroes with probability p, scales survivors. */
  static double[] dropout(double[] x, double p, Random random) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = random.nextDouble() < p ? 0 : x[i] / (1 - p);
    }
    return y;
  }
  // @end

  public static void main(String[] args) {
    diagram("layers",
        "Two dropout layers in a row, the first with probability P, the second with Q.")
        .column("").label("in", "ReLU(Conv2d(x))")
        .column("").block("first", "Dropout(p = P)")
        .column("").block("second", "Dropout(p = Q)")
        .column("").label("out", "y")
        .edge("in", "first").edge("first", "second").edge("second", "out");
    double[][] pairs = {{0.1, 0.1}, {0.2, 0.5}, {0.5, 0.5}, {0.6, 0.6}};
    curves(pairs, simulate(pairs));
    runOnNd4j(0.1, 0.1);
    linearBetween(0.5, 0.5);
    show("combined", combined(0.1, 0.1));
    show("scale", 1 / (1 - combined(0.1, 0.1)));
    show("sum", 0.1 + 0.1);
    show("largeSum", 0.6 + 0.6);
    show("variance", combined(0.1, 0.1) / (1 - combined(0.1, 0.1)));
  }

  /** Returns the share of zeros for each pair of probabilities. */
  private static double[] simulate(double[][] pairs) {
    Random random = new Random(65);
    Table table = table("simulation").column("$P$").column("$Q$").column("$P + Q$")
        .column("$P + Q - PQ$").column("zeros", "%.4f")
        .column("95% interval").column("survivors", "%.4f");
    double[] ones = new double[ELEMENTS];
    Arrays.fill(ones, 1);
    double[] shares = new double[pairs.length];
    int contained = 0;
    double furthest = 0;
    double scaleError = 0;
    for (int i = 0; i < pairs.length; i++) {
      double p = combined(pairs[i][0], pairs[i][1]);
      double[] y = dropout(dropout(ones, pairs[i][0], random), pairs[i][1], random);
      double zeros = Arrays.stream(y).filter(value -> value == 0).count();
      double survivor = Arrays.stream(y).max().orElseThrow();
      shares[i] = zeros / ELEMENTS;
      double error = Math.sqrt(shares[i] * (1 - shares[i]) / ELEMENTS);
      double low = shares[i] - 1.96 * error;
      double high = shares[i] + 1.96 * error;
      String interval = String.format(Locale.ROOT, "%.4f\u00a0to\u00a0%.4f", low, high);
      table.row(pairs[i][0], pairs[i][1], pairs[i][0] + pairs[i][1], p, shares[i], interval,
          survivor);
      contained += low <= p && p <= high ? 1 : 0;
      furthest = Math.max(furthest, Math.abs(shares[i] - p) / error);
      scaleError = Math.max(scaleError, Math.abs(survivor - 1 / (1 - p)));
    }
    show("elements", ELEMENTS);
    show("intervals", pairs.length);
    show("contained", contained);
    check("largest distance of a share of zeros from P + Q − PQ, in standard errors", furthest,
        below(4));
    check("survivors of both layers against 1/(1 − p), largest difference", scaleError,
        below(1e-12));
    return shares;
  }

  private static void runOnNd4j(double p, double q) {
    Nd4j.getRandom().setSeed(65);
    INDArray x = Nd4j.ones(DataType.DOUBLE, ELEMENTS);
    // ND4J's argument is the probability of keeping an element.
    INDArray y = Nd4j.nn().dropoutInverted(x, 1 - p);
    y = Nd4j.nn().dropoutInverted(y, 1 - q);
    double share = y.eq(0).castTo(DataType.DOUBLE).meanNumber().doubleValue();
    double expected = combined(p, q);
    double error = Math.sqrt(expected * (1 - expected) / ELEMENTS);
    check("ND4J's dropout, applied twice: distance of its share of zeros, in standard errors",
        Math.abs(share - expected) / error, below(4));
    check("ND4J's survivors against 1/(1 − p), difference",
        Math.abs(y.maxNumber().doubleValue() - 1 / (1 - expected)), below(1e-12));
  }

  /** With a sum of two inputs between the layers: enumerates all masks. */
  private static void linearBetween(double p, double q) {
    // @start region="between"
    double zeroBetween = 0;
    double bothBetween = 0;
    for (int mask = 0; mask < 8; mask++) {
      boolean keepFirst = (mask & 1) != 0;
      boolean keepSecond = (mask & 2) != 0;
      boolean keepSum = (mask & 4) != 0;
      double probability = (keepFirst ? 1 - p : p)
          * (keepSecond ? 1 - p : p) * (keepSum ? 1 - q : q);
      if (!keepSum || (!keepFirst && !keepSecond)) {
        zeroBetween += probability;
      } else if (keepFirst && keepSecond) {
        bothBetween += probability;
      }
    }
    double single = combined(p, q);
    double zeroBefore = single * single;
    double zeroAfter = single;
    // @end
    show("zeroBetween", zeroBetween);
    show("bothBetween", bothBetween);
    double roots = Math.sqrt(zeroBetween) + Math.sqrt(bothBetween);
    show("roots", roots);
    show("zeroBefore", zeroBefore);
    show("zeroAfter", zeroAfter);
    check("the enumerated share of zeros against 1 − (1 − Q)(1 − P²), difference",
        Math.abs(zeroBetween - (1 - (1 - q) * (1 - p * p))), below(1e-12));
    check("p and 1 − p that a layer before the sum would need: distance of their sum from 1",
        Math.abs(roots - 1), above(0.01));
    check("with a sum in between, distance of the share of zeros from both single layers",
        Math.min(Math.abs(zeroBetween - zeroBefore), Math.abs(zeroBetween - zeroAfter)),
        above(0.01));
  }

  private static void curves(double[][] pairs, double[] shares) {
    double[] q = Arrays.stream(pairs).mapToDouble(pair -> pair[1]).toArray();
    Plot plot = plot("curves", "The combined drop probability against Q. For each P it is a "
        + "straight line from P at Q = 0 to 1 at Q = 1, and the simulated shares of zeros lie on "
        + "these lines. The dashed sum P + Q for P = 0.6 leaves its line at once and passes 1.")
        .x("Q, drop probability of the second layer").y("combined drop probability p")
        .yRange(0, 1.2);
    for (double[] pair : pairs) {
      double first = pair[0];
      plot.line("P = " + first, new double[] {0, 1},
          new double[] {combined(first, 0), combined(first, 1)});
    }
    plot.dashed("P + Q for P = 0.6", new double[] {0, 0.6}, new double[] {0.6, 1.2})
        .points("simulated", q, shares);
  }
}
