import static answerbook.api.Snippet.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The perceptron learning rule on AND, on separable points and on XOR. */
public class PerceptronLearningRule {
  /** Inputs with a leading 1, whose weight is the bias, and their labels, 0 or 1. */
  record Data(double[][] x, int[] t) {}

  static final double[][] CORNERS = {{1, 0, 0}, {1, 0, 1}, {1, 1, 0}, {1, 1, 1}};
  static final Data AND = new Data(CORNERS, new int[] {0, 0, 0, 1});
  static final Data XOR = new Data(CORNERS, new int[] {0, 1, 1, 0});

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  // @start region="rule"
  /** Shows one sample to the unit; w[0] is the bias, x[0] is 1. */
  static boolean learn(double[] w, double[] x, int t, double eta) {
    int y = dot(w, x) > 0 ? 1 : 0;
    for (int j = 0; j < w.length; j++) {
      w[j] += eta * (t - y) * x[j];
    }
    return y != t;
  }

  // @end

  /** The weights after each mistake, until an epoch has none. */
  static List<double[]> train(Data data, double eta, int mostEpochs) {
    double[] w = new double[data.x[0].length];
    List<double[]> history = new ArrayList<>();
    boolean settled = false;
    for (int epoch = 1; epoch <= mostEpochs && !settled; epoch++) {
      settled = true;
      for (int i = 0; i < data.x.length; i++) {
        if (learn(w, data.x[i], data.t[i], eta)) {
          history.add(w.clone());
          settled = false;
        }
      }
    }
    return history;
  }

  /** Random points of the square from −1 to 1, those near the line of {@code u} left out. */
  static Data separable(Random random, double[] u, int samples, double gap) {
    double[][] x = new double[samples][];
    int[] t = new int[samples];
    for (int i = 0; i < samples; ) {
      x[i] = new double[] {1, 2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1};
      double side = dot(u, x[i]);
      if (Math.abs(side) > gap) {
        t[i] = side > 0 ? 1 : 0;
        i++;
      }
    }
    return new Data(x, t);
  }

  /** A random unit vector (b, w1, w2) with a small b. */
  static double[] separator(Random random) {
    double[] u = {0.3 * random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
    double norm = Math.sqrt(dot(u, u));
    return map(u, value -> value / norm);
  }

  static double margin(Data data, double[] u) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < data.x.length; i++) {
      least = Math.min(least, (2 * data.t[i] - 1) * dot(u, data.x[i]));
    }
    return least;
  }

  static double radius(Data data) {
    return Math.sqrt(Arrays.stream(data.x).mapToDouble(x -> dot(x, x)).max().getAsDouble());
  }

  public static void main(String[] args) {
    and();
    bound();
    xor();
    criterion();
  }

  private static void and() {
    var trace =
        table("trace")
            .column("epoch")
            .column("$(x_1, x_2)$")
            .column("$t$")
            .column("$y$")
            .column("$b$", "%.0f")
            .column("$w_1$", "%.0f")
            .column("$w_2$", "%.0f");
    double[] w = new double[3];
    int mistakes = 0;
    int epoch = 0;
    boolean settled = false;
    while (!settled) {
      epoch++;
      settled = true;
      for (int i = 0; i < 4; i++) {
        double[] x = AND.x[i];
        int t = AND.t[i];
        if (learn(w, x, t, 1)) {
          trace.row(epoch, "$(%.0f, %.0f)$".formatted(x[1], x[2]), t, 1 - t, w[0], w[1], w[2]);
          mistakes++;
          settled = false;
        }
      }
    }
    show("andMistakes", mistakes);
    show("andEpochs", epoch);
    boolean right = true;
    for (int i = 0; i < 4; i++) {
      right &= dot(w, AND.x[i]) > 0 == ((int) AND.x[i][1] & (int) AND.x[i][2]) > 0;
    }
    check("the learned unit is an AND gate", right);

    List<double[]> quarter = train(AND, 0.25, 100);
    double[] last = map(quarter.get(quarter.size() - 1), value -> 4 * value);
    check("a quarter of the rate gives a quarter of the weights", Arrays.equals(last, w));
    check("after as many mistakes", quarter.size() == mistakes);
  }

  private static void bound() {
    Random random = new Random(44);
    double[] u = separator(random);
    Data data = separable(random, u, 60, 0.05);
    // @start region="bound"
    List<double[]> history = train(data, 1, 10_000);
    double gamma = margin(data, u);
    double r = radius(data);
    double bound = r * r / (gamma * gamma);
    check("mistakes are within the bound", history.size() <= bound);
    // @end
    show("points", data.x.length);
    show("gamma", gamma);
    show("radius", r);
    show("bound", bound);
    show("mistakes", history.size());

    boolean progress = true;
    boolean growth = true;
    for (int k = 1; k <= history.size(); k++) {
      double[] w = history.get(k - 1);
      progress &= dot(u, w) >= k * gamma - 1e-9;
      growth &= dot(w, w) <= k * r * r + 1e-9;
    }
    check("after k mistakes the weights have a share of at least kγ along u", progress);
    check("and a squared length of at most kR²", growth);

    int datasets = 300;
    double closest = 0;
    for (int n = 0; n < datasets; n++) {
      double[] v = separator(random);
      Data other = separable(random, v, 5 + n % 40, 0.02 + 0.002 * (n % 100));
      double most = Math.pow(radius(other) / margin(other, v), 2);
      closest = Math.max(closest, train(other, 1, 10_000).size() / most);
    }
    show("datasets", datasets);
    show("closest", 100 * closest);
    check("no dataset of the others breaks its bound", closest, below(1));

    double[] ends = {1, 2 * bound};
    double[] k = linspace(1, history.size(), history.size());
    plot(
            "squeeze",
            "On logarithmic axes against the number of mistakes k: the lower limit kγ is a steep"
                + " straight line, the upper limit √k R a flatter one; they cross at the bound. The"
                + " measured length of the weights stays between them and ends long before the"
                + " crossing.")
        .x("number of mistakes k")
        .y("length of the weight vector")
        .logX()
        .logY()
        .dashed("at most √k R", ends, map(ends, m -> Math.sqrt(m) * r))
        .dashed("at least kγ", ends, map(ends, m -> m * gamma))
        .line("measured", k, map(k, m -> norm(history.get((int) m - 1))))
        .vertical(bound, "bound");
  }

  private static double norm(double[] w) {
    return Math.sqrt(dot(w, w));
  }

  private static void xor() {
    // The rule is deterministic: weights that return after an epoch return for ever.
    // @start region="cycle"
    double[] w = new double[3];
    Map<String, Integer> seen = new HashMap<>();
    int epoch = 0;
    while (seen.putIfAbsent(Arrays.toString(w), epoch) == null) {
      for (int i = 0; i < 4; i++) {
        learn(w, XOR.x[i], XOR.t[i], 1);
      }
      epoch++;
    }
    int first = seen.get(Arrays.toString(w));
    // @end
    show("cycleFrom", first);
    show("cycleTo", epoch);
    var lap =
        table("lap")
            .column("$(x_1, x_2)$")
            .column("$t$")
            .column("$y$")
            .column("$b$", "%.0f")
            .column("$w_1$", "%.0f")
            .column("$w_2$", "%.0f");
    lap.row("start", "", "", w[0], w[1], w[2]);
    int lapMistakes = 0;
    for (int i = 0; i < 4; i++) {
      double[] x = XOR.x[i];
      boolean mistake = learn(w, x, XOR.t[i], 1);
      int y = mistake ? 1 - XOR.t[i] : XOR.t[i];
      lapMistakes += mistake ? 1 : 0;
      lap.row("$(%.0f, %.0f)$".formatted(x[1], x[2]), XOR.t[i], y, w[0], w[1], w[2]);
    }
    show("lapMistakes", lapMistakes);

    int epochsTried = 1000;
    List<double[]> history = train(XOR, 1, epochsTried);
    int foreseen = train(XOR, 1, first).size() + (epochsTried - first) * lapMistakes;
    check("a long run makes as many mistakes as the cycle foretells", history.size() == foreseen);
    show("xorEpochs", epochsTried);
    show("xorMistakes", history.size());

    double[] epochs = linspace(1, 12, 12);
    plot(
            "epochs",
            "Mistakes per epoch over twelve epochs: on AND they fall to 0 and stay there, on XOR"
                + " they never do.")
        .x("epoch")
        .y("mistakes (of 4 inputs)")
        .yRange(-0.2, 4.2)
        .line("AND", epochs, mistakes(AND, 12))
        .line("XOR", epochs, mistakes(XOR, 12));
  }

  private static double[] mistakes(Data data, int epochs) {
    double[] w = new double[3];
    double[] counts = new double[epochs];
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int i = 0; i < 4; i++) {
        counts[epoch] += learn(w, data.x[i], data.t[i], 1) ? 1 : 0;
      }
    }
    return counts;
  }

  /** The rule is a gradient step on max(0, −s·z), s = 2t − 1. */
  private static void criterion() {
    Random random = new Random(7);
    double worst = 0;
    for (int n = 0; n < 200; n++) {
      double[] w = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      double[] x = {1, random.nextGaussian(), random.nextGaussian()};
      int t = n % 2;
      double[] after = w.clone();
      learn(after, x, t, 1);
      double h = 1e-7;
      for (int j = 0; j < 3 && Math.abs(dot(w, x)) > 1e-3; j++) {
        double[] up = w.clone();
        double[] down = w.clone();
        up[j] += h;
        down[j] -= h;
        double slope = (loss(up, x, t) - loss(down, x, t)) / (2 * h);
        worst = Math.max(worst, Math.abs(after[j] - w[j] + slope));
      }
    }
    check("the rule's step is minus the numeric gradient of max(0, −sz)", worst, below(1e-6));
  }

  private static double loss(double[] w, double[] x, int t) {
    return Math.max(0, -(2 * t - 1) * dot(w, x));
  }
}
