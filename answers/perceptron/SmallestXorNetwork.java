import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Networks that compute XOR, smallest by neurons, layers or weights, and proofs by enumeration. */
public class SmallestXorNetwork {
  static final int[][] INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

  /** A truth table as four bits, the output for (0, 0) being the highest. */
  static final int XOR = 0b0110;

  // @start region="unit"
  /** The weighted sum of x plus the bias, w[0]. */
  static double sum(double[] w, double... x) {
    double z = w[0];
    for (int j = 0; j < x.length; j++) {
      z += w[j + 1] * x[j];
    }
    return z;
  }

  static int unit(double[] w, double... x) {
    return sum(w, x) > 0 ? 1 : 0;
  }

  // @end

  interface Network {
    double output(double x1, double x2);
  }

  static boolean isXor(Network network) {
    for (int[] x : INPUTS) {
      if (network.output(x[0], x[1]) != (x[0] ^ x[1])) {
        return false;
      }
    }
    return true;
  }

  static int truthTable(double[] w) {
    int bits = 0;
    for (int[] x : INPUTS) {
      bits = 2 * bits + unit(w, x[0], x[1]);
    }
    return bits;
  }

  static int nonZero(double[]... rows) {
    int count = 0;
    for (double[] row : rows) {
      for (double w : row) {
        count += w == 0 ? 0 : 1;
      }
    }
    return count;
  }

  // @start region="layered"
  static final double[] OR = {-0.5, 1, 1};
  static final double[] AND = {-1.5, 1, 1};
  static final double[] OR_NOT_AND = {-0.5, 1, -1};

  static double layered(double x1, double x2) {
    int h1 = unit(OR, x1, x2);
    int h2 = unit(AND, x1, x2);
    return unit(OR_NOT_AND, h1, h2);
  }

  // @end

  // @start region="lean"
  static final double[] DIFFERENCE = {0, 1, -1};
  static final double[] REVERSE = {0, -1, 1};
  static final double[] ADD = {0, 1, 1};

  static double lean(double x1, double x2) {
    int h1 = unit(DIFFERENCE, x1, x2);
    int h2 = unit(REVERSE, x1, x2);
    return unit(ADD, h1, h2);
  }

  // @end

  // @start region="skip"
  static final double[] COUNT_LESS_TWICE_H = {-0.5, 1, 1, -2};

  static double skip(double x1, double x2) {
    int h = unit(AND, x1, x2);
    return unit(COUNT_LESS_TWICE_H, x1, x2, h);
  }

  // @end

  // @start region="sparse"
  static final double[] SECOND_ONLY = {0, -1, 1};
  static final double[] FIRST_ONLY_OR_H = {0, 1, -1, 2};

  static double sparse(double x1, double x2) {
    int h = unit(SECOND_ONLY, x1, x2);
    return unit(FIRST_ONLY_OR_H, x1, x2, h);
  }

  // @end

  // @start region="relu"
  static double rectified(double x1, double x2) {
    double h1 = Math.max(0, sum(DIFFERENCE, x1, x2));
    double h2 = Math.max(0, sum(REVERSE, x1, x2));
    return sum(ADD, h1, h2);
  }

  static double absolute(double x1, double x2) {
    return Math.abs(sum(DIFFERENCE, x1, x2));
  }

  // @end

  public static void main(String[] args) {
    variants();
    singleUnit();
    enumeration();
    figures();
  }

  private static void variants() {
    var table =
        table("variants")
            .column("network")
            .column("neurons")
            .column("layers")
            .column("parameters")
            .column("not 0");
    row(table, "step, layered", SmallestXorNetwork::layered, 2, OR, AND, OR_NOT_AND);
    row(table, "step, layered, no biases", SmallestXorNetwork::lean, 2, DIFFERENCE, REVERSE, ADD);
    row(table, "step, skip connections", SmallestXorNetwork::skip, 2, AND, COUNT_LESS_TWICE_H);
    row(
        table,
        "step, skip, no biases",
        SmallestXorNetwork::sparse,
        2,
        SECOND_ONLY,
        FIRST_ONLY_OR_H);
    row(table, "ReLU, layered", SmallestXorNetwork::rectified, 2, DIFFERENCE, REVERSE, ADD);
    row(table, "absolute value", SmallestXorNetwork::absolute, 1, DIFFERENCE);

    // The ReLU network once more, as matrices.
    INDArray x = Nd4j.create(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    INDArray z = x.mmul(Nd4j.create(new double[][] {{1, -1}, {-1, 1}}));
    INDArray y = Nd4j.nn().relu(z, 0).mmul(Nd4j.create(new double[][] {{1}, {1}}));
    INDArray xor = Nd4j.create(new double[][] {{0}, {1}, {1}, {0}});
    check("ND4J's ReLU network computes XOR", y.sub(xor).norm1Number().doubleValue(), near(0, 0));
  }

  private static void row(
      answerbook.api.Table table, String name, Network network, int layers, double[]... weights) {
    int parameters = 0;
    for (double[] w : weights) {
      parameters += w.length;
    }
    table.row(name, weights.length, layers, parameters, nonZero(weights));
    check(name + ": its truth table is that of XOR", isXor(network));
  }

  private static void singleUnit() {
    // @start region="single"
    TreeMap<Integer, double[]> reached = new TreeMap<>();
    for (int b = -2; b <= 2; b++) {
      for (int w1 = -2; w1 <= 2; w1++) {
        for (int w2 = -2; w2 <= 2; w2++) {
          double[] w = {b, w1, w2};
          reached.putIfAbsent(truthTable(w), w);
        }
      }
    }
    // @end
    show("reached", reached.size());

    // A function is out of reach if its signed inputs (1, x1, x2) add up to 0: no weights
    // can have a positive product with each of them.
    TreeSet<Integer> impossible = new TreeSet<>();
    for (int f = 0; f < 16; f++) {
      int[] sum = new int[3];
      for (int i = 0; i < 4; i++) {
        int sign = (f >> (3 - i) & 1) == 1 ? 1 : -1;
        sum[0] += sign;
        sum[1] += sign * INPUTS[i][0];
        sum[2] += sign * INPUTS[i][1];
      }
      if (sum[0] == 0 && sum[1] == 0 && sum[2] == 0) {
        impossible.add(f);
      }
    }
    show("impossible", impossible.size());
    check("XOR is among the impossible ones", impossible.contains(XOR));
    TreeSet<Integer> all = new TreeSet<>(impossible);
    boolean disjoint = all.stream().noneMatch(reached::containsKey);
    all.addAll(reached.keySet());
    check(
        "each of the 16 functions is either reached or proved impossible",
        disjoint && all.size() == 16);

    Random random = new Random(24);
    int draws = 100_000;
    TreeSet<Integer> drawn = new TreeSet<>();
    for (int n = 0; n < draws; n++) {
      drawn.add(
          truthTable(
              new double[] {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()}));
    }
    show("draws", draws);
    check("random real weights reach the same functions", drawn.equals(reached.keySet()));
  }

  private static void enumeration() {
    TreeSet<Integer> units = new TreeSet<>();
    for (int i = 0; i < 125; i++) {
      units.add(truthTable(new double[] {i % 5 - 2, i / 5 % 5 - 2, i / 25 - 2}));
    }

    // @start region="hidden"
    int withOne = 0; // hidden unit h, output unit on (h, h)
    int withTwo = 0; // hidden units h1 and h2, output unit on (h1, h2)
    for (int h1 : units) {
      for (int out : units) {
        withOne += compose(out, h1, h1) == XOR ? 1 : 0;
        for (int h2 : units) {
          withTwo += compose(out, h1, h2) == XOR ? 1 : 0;
        }
      }
    }
    // @end
    show("withOne", withOne);
    show("withTwo", withTwo);
    check("one hidden unit and no skip connection is never enough", withOne == 0);

    fewestLayered();

    // The fewest weights that are not 0, with whole weights from −2 to 2.
    int fewest = 7;
    int smallNets = 0;
    for (int n = 0; n < 78_125; n++) {
      int rest = n;
      double[] w = new double[7];
      for (int j = 0; j < 7; j++) {
        w[j] = rest % 5 - 2;
        rest /= 5;
      }
      double[] hidden = {w[0], w[1], w[2]};
      double[] out = {w[3], w[4], w[5], w[6]};
      if (isXor((x1, x2) -> unit(out, x1, x2, unit(hidden, x1, x2)))) {
        smallNets++;
        fewest = Math.min(fewest, nonZero(w));
      }
    }
    show("skipNets", 78_125);
    show("skipXors", smallNets);
    show("fewestSkip", fewest);
    check(
        "none has fewer than the design without biases",
        fewest == nonZero(SECOND_ONLY, FIRST_ONLY_OR_H));
  }

  /** The fewest weights of a layered network that are not 0, with weights −1, 0 and 1. */
  private static void fewestLayered() {
    int fewest = 9;
    for (int n = 0; n < 19_683; n++) {
      int rest = n;
      double[] w = new double[9];
      for (int j = 0; j < 9; j++) {
        w[j] = rest % 3 - 1;
        rest /= 3;
      }
      double[] h1 = {w[0], w[1], w[2]};
      double[] h2 = {w[3], w[4], w[5]};
      double[] out = {w[6], w[7], w[8]};
      if (isXor((x1, x2) -> unit(out, unit(h1, x1, x2), unit(h2, x1, x2)))) {
        fewest = Math.min(fewest, nonZero(w));
      }
    }
    show("fewestLayered", fewest);
    check(
        "no layered one has fewer than the layered design without biases",
        fewest == nonZero(DIFFERENCE, REVERSE, ADD));
  }

  /** The truth table of {@code out} applied to the outputs of {@code h1} and {@code h2}. */
  private static int compose(int out, int h1, int h2) {
    int bits = 0;
    for (int i = 3; i >= 0; i--) {
      int row = 2 * (h1 >> i & 1) + (h2 >> i & 1);
      bits = 2 * bits + (out >> (3 - row) & 1);
    }
    return bits;
  }

  private static void figures() {
    String layered =
        "Inputs x1 and x2 enter h1 with weights %s and %s and h2 with weights %s and %s. The bias"
            + " of h1 is %s, that of h2 is %s. h1 and h2 enter y with weights %s and %s; the bias"
            + " of y is %s.";
    diagram(
            "layered",
            layered.formatted(
                labels(
                    OR[1],
                    OR[2],
                    AND[1],
                    AND[2],
                    OR[0],
                    AND[0],
                    OR_NOT_AND[1],
                    OR_NOT_AND[2],
                    OR_NOT_AND[0])))
        .column("inputs")
        .neuron("x1", "x_1")
        .neuron("x2", "x_2")
        .column("hidden")
        .bias("b1", label(OR[0]))
        .neuron("h1", "h_1")
        .neuron("h2", "h_2")
        .bias("b2", label(AND[0]))
        .column("output")
        .neuron("y", "y")
        .bias("b", label(OR_NOT_AND[0]))
        .edge("x1", "h1", label(OR[1]))
        .edge("x1", "h2", label(AND[1]))
        .edge("x2", "h1", label(OR[2]))
        .edge("x2", "h2", label(AND[2]))
        .edge("b1", "h1")
        .edge("b2", "h2")
        .edge("h1", "y", label(OR_NOT_AND[1]))
        .edge("h2", "y", label(OR_NOT_AND[2]))
        .edge("b", "y");

    double[] h = SECOND_ONLY;
    double[] y = FIRST_ONLY_OR_H;
    String skip =
        "Inputs x1 and x2 enter the hidden unit h with weights %s and %s. They also go past it to"
            + " the output unit y, with weights %s and %s; h enters y with weight %s. There are no"
            + " biases.";
    diagram("skip", skip.formatted(labels(h[1], h[2], y[1], y[2], y[3])))
        .column("inputs")
        .neuron("x1", "x_1")
        .neuron("x2", "x_2")
        .column("hidden")
        .neuron("h", "h")
        .column("output")
        .neuron("y", "y")
        .edge("x1", "h", label(h[1]))
        .edge("x2", "h", label(h[2]))
        .bypass("x1", "y", label(y[1]))
        .bypass("x2", "y", label(y[2]))
        .edge("h", "y", label(y[3]));

    double[] ends = {-0.75, 1.75};
    plot(
            "plane",
            "The four inputs as corners of the unit square. Two parallel lines run from upper left"
                + " to lower right, one on each side of the corners (0, 1) and (1, 0), where y is"
                + " 1; (0, 0) is below both lines, (1, 1) above both.")
        .x("x_1")
        .y("x_2")
        .square()
        .xRange(-0.75, 1.75)
        .yRange(-0.75, 1.75)
        .line("h_1 changes", ends, map(ends, x1 -> -(OR[0] + OR[1] * x1) / OR[2]))
        .line("h_2 changes", ends, map(ends, x1 -> -(AND[0] + AND[1] * x1) / AND[2]))
        .points("y = 0", new double[] {0, 1}, new double[] {0, 1})
        .points("y = 1", new double[] {0, 1}, new double[] {1, 0});

    double[][] hidden = new double[4][];
    for (int i = 0; i < 4; i++) {
      hidden[i] =
          new double[] {
            unit(OR, INPUTS[i][0], INPUTS[i][1]), unit(AND, INPUTS[i][0], INPUTS[i][1])
          };
    }
    plot(
            "hidden",
            "The same four inputs by their hidden units: (0, 0) and (1, 1) become (0, 0) and (1,"
                + " 1), the other two fall together at (1, 0). One line separates that point from"
                + " the others.")
        .x("h_1")
        .y("h_2")
        .square()
        .xRange(-0.75, 1.75)
        .yRange(-0.75, 1.75)
        .line(
            "y changes",
            ends,
            map(ends, h1 -> -(OR_NOT_AND[0] + OR_NOT_AND[1] * h1) / OR_NOT_AND[2]))
        .points(
            "y = 0",
            new double[] {hidden[0][0], hidden[3][0]},
            new double[] {hidden[0][1], hidden[3][1]})
        .points(
            "y = 1",
            new double[] {hidden[1][0], hidden[2][0]},
            new double[] {hidden[1][1], hidden[2][1]});
  }

  private static String label(double weight) {
    return (weight == Math.rint(weight) ? "%.0f" : "%.1f").formatted(weight).replace('-', '−');
  }

  private static Object[] labels(double... weights) {
    return Arrays.stream(weights).mapToObj(SmallestXorNetwork::label).toArray();
  }
}
