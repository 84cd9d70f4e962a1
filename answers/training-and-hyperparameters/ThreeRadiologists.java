import static answerbook.api.Snippet.*;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.factory.Nd4j;

/** Three readers of unlike strictness: one set for each of them, or a majority over all sets. */
public class ThreeRadiologists {
  private static final double PREVALENCE = 0.3; // of nodules, in the model's scans
  private static final double SIGNAL = 2; // how much more conspicuous a nodule is
  private static final double NOISE = 0.6; // of one reader on one scan
  private static final double[] STRICTNESS = {0.6, 2.0, 1.4}; // readers 1, 2, 3
  private static final int SCANS = 4000;

  /** One set: conspicuity, truth, and what each of the three readers says. */
  private record Scans(double[] x, int[] truth, int[][] said) {}

  // @start region="reader"
  /** Whether a reader calls a nodule on a scan of conspicuity x. */
  static int read(double x, int reader, Random random) {
    double seen = x + NOISE * random.nextGaussian();
    return seen > STRICTNESS[reader] ? 1 : 0;
  }

  // @end

  static int majority(int[] votes) {
    return votes[0] + votes[1] + votes[2] >= 2 ? 1 : 0;
  }

  public static void main(String[] args) {
    Random random = new Random(8);
    Scans train = scans(random);
    Scans test = scans(random);
    show("scans", (long) SCANS);
    show("prevalence", 100 * PREVALENCE);
    readers(test);
    oneSetEach(train, scans(random), test);
    jury(random);
  }

  private static Scans scans(Random random) {
    double[] x = new double[SCANS];
    int[] truth = new int[SCANS];
    int[][] said = new int[5][SCANS]; // by reader; then their majority; then one of them
    for (int i = 0; i < SCANS; i++) {
      truth[i] = random.nextDouble() < PREVALENCE ? 1 : 0;
      x[i] = SIGNAL * truth[i] + random.nextGaussian();
      int[] votes = new int[3];
      for (int r = 0; r < 3; r++) {
        votes[r] = read(x[i], r, random);
        said[r][i] = votes[r];
      }
      said[3][i] = majority(votes);
      said[4][i] = votes[random.nextInt(3)];
    }
    return new Scans(x, truth, said);
  }

  // ---- how good the readers are, and how far they agree

  private static void readers(Scans set) {
    double[] error = new double[3];
    var table = table("readers");
    table.column("reader").column("read").column("sensitivity, %", "%.1f");
    table.column("specificity, %", "%.1f").column("error, %", "%.1f").tolerance(within(1e-6));
    String[] sets = {"training set", "validation set", "test set"};
    double worst = 0;
    for (int r = 0; r < 3; r++) {
      int reader = r;
      double sensitivity = mean(1, x -> call(x, reader));
      double specificity = 1 - mean(0, x -> call(x, reader));
      error[r] = PREVALENCE * (1 - sensitivity) + (1 - PREVALENCE) * (1 - specificity);
      table.row(r + 1, sets[r], 100 * sensitivity, 100 * specificity, 100 * error[r]);
      worst = Math.max(worst, Math.abs(1 - agreement(set.said[r], set.truth) - error[r]));
    }
    check("simulated error of the readers against the integral", worst, below(0.02));

    double[] agree = new double[3];
    double[] kappa = new double[3];
    int[][] pairs = {{0, 1}, {0, 2}, {1, 2}};
    double worstAgreement = 0;
    for (int p = 0; p < 3; p++) {
      int a = pairs[p][0];
      int b = pairs[p][1];
      agree[p] = both(x -> call(x, a) * call(x, b) + (1 - call(x, a)) * (1 - call(x, b)));
      double rateA = both(x -> call(x, a));
      double rateB = both(x -> call(x, b));
      double chance = rateA * rateB + (1 - rateA) * (1 - rateB);
      kappa[p] = (agree[p] - chance) / (1 - chance);
      double counted = agreement(set.said[a], set.said[b]);
      worstAgreement = Math.max(worstAgreement, Math.abs(counted - agree[p]));
    }
    show("agreement", new double[] {100 * agree[0], 100 * agree[1], 100 * agree[2]}, within(1e-6));
    show("kappa", kappa, within(1e-6));
    check("simulated agreement of pairs against the integral", worstAgreement, below(0.02));

    double promised = promised(error);
    check(
        "promise of independence against the polynomial of two out of three",
        promised - two(error[0], error[1], error[2]),
        between(-1e-15, 1e-15));
    double missed = mean(1, x -> 1 - two(call(x, 0), call(x, 1), call(x, 2)));
    double called = mean(0, x -> two(call(x, 0), call(x, 1), call(x, 2)));
    double real = PREVALENCE * missed + (1 - PREVALENCE) * called;
    show("promised", 100 * promised, within(1e-6));
    show("majorityError", 100 * real, within(1e-6));
    check(
        "simulated error of the majority", 1 - agreement(set.said[3], set.truth), near(real, .02));
    int all = 0;
    for (int i = 0; i < SCANS; i++) {
      int votes = set.said[0][i] + set.said[1][i] + set.said[2][i];
      all += votes % 3 == 0 ? 1 : 0;
    }
    // Each scan without unanimity has exactly one pair that agrees.
    double unanimous = (agree[0] + agree[1] + agree[2] - 1) / 2;
    show("unanimous", 100 * unanimous, within(1e-6));
    check("simulated share of unanimous scans", all / (double) SCANS, near(unanimous, 0.025));
  }

  // @start region="promise"
  /** The majority's error if the three erred independently. */
  static double promised(double[] e) {
    double all = e[0] * e[1] * e[2];
    double notFirst = (1 - e[0]) * e[1] * e[2];
    double notSecond = e[0] * (1 - e[1]) * e[2];
    double notThird = e[0] * e[1] * (1 - e[2]);
    return all + notFirst + notSecond + notThird;
  }

  // @end

  /** The chance that at least two of three come true. */
  private static double two(double a, double b, double c) {
    return a * b + a * c + b * c - 2 * a * b * c;
  }

  /** The chance that a reader calls a nodule. */
  private static double call(double x, int reader) {
    return normal((x - STRICTNESS[reader]) / NOISE);
  }

  // ---- a classifier that learns from the first reader

  private static void oneSetEach(Scans train, Scans validation, Scans test) {
    double first = threshold(train.x, train.said[0]);
    double third = threshold(train.x, train.said[3]);
    double dealt = threshold(train.x, train.said[4]);
    String[] names = {"reader 1", "reader 2", "reader 3", "majority"};
    var table = table("sets");
    table.column("labels by");
    table.column("trained on reader 1, %", "%.1f").column("on majority, %", "%.1f");
    table.column("knows truth, %", "%.1f");
    double[][] score = new double[4][];
    for (int r = 0; r < 4; r++) {
      score[r] = row(test, test.said[r], first, third);
      table.row(names[r], score[r][0], score[r][1], score[r][2]);
    }
    double[] last = row(test, test.truth, first, third);
    table.row("truth", last[0], last[1], last[2]);
    show("onTraining", 100 * agreement(calls(train.x, first), train.said[0]));
    show("onValidation", 100 * agreement(calls(validation.x, first), validation.said[1]));
    show("onTest", score[2][0]);
    show("byTruth", last[0]);
    show("perfectDealt", 100 * agreement(test.truth, test.said[4]));
    show("perfectMajority", score[3][2]);
    show("perfect", new double[] {score[0][2], score[1][2], score[2][2]});
    show("trainedOnMajority", last[1]);
    show("trainedOnDealt", 100 * agreement(calls(test.x, dealt), test.truth));
  }

  private static double[] row(Scans test, int[] labels, double first, double majority) {
    return new double[] {
      100 * agreement(calls(test.x, first), labels),
      100 * agreement(calls(test.x, majority), labels),
      100 * agreement(test.truth, labels)
    };
  }

  private static int[] calls(double[] x, double threshold) {
    int[] calls = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      calls[i] = x[i] > threshold ? 1 : 0;
    }
    return calls;
  }

  /** Logistic regression by Newton's method; the conspicuity at which it changes its mind. */
  private static double threshold(double[] x, int[] labels) {
    double w = 0;
    double b = 0;
    for (int iteration = 0; iteration < 12; iteration++) {
      double[] g = new double[2];
      double[] h = new double[3];
      for (int i = 0; i < x.length; i++) {
        double p = 1 / (1 + StrictMath.exp(-w * x[i] - b));
        g[0] += (p - labels[i]) * x[i];
        g[1] += p - labels[i];
        h[0] += p * (1 - p) * x[i] * x[i];
        h[1] += p * (1 - p) * x[i];
        h[2] += p * (1 - p);
      }
      double det = h[0] * h[2] - h[1] * h[1];
      w -= (h[2] * g[0] - h[1] * g[1]) / det;
      b -= (h[0] * g[1] - h[1] * g[0]) / det;
    }
    return -b / w;
  }

  // ---- more readers, all as strict as the third

  private static void jury(Random random) {
    double[] sizes = {1, 3, 5, 7, 9};
    double[] shared = new double[5];
    double[] independent = new double[5];
    double e =
        PREVALENCE * mean(1, x -> 1 - call(x, 2)) + (1 - PREVALENCE) * mean(0, x -> call(x, 2));
    for (int s = 0; s < 5; s++) {
      int n = (int) sizes[s];
      double missed = mean(1, x -> 1 - most(n, call(x, 2)));
      double called = mean(0, x -> most(n, call(x, 2)));
      shared[s] = 100 * (PREVALENCE * missed + (1 - PREVALENCE) * called);
      independent[s] = 100 * most(n, e);
    }
    double floor =
        100
            * (PREVALENCE * normal(STRICTNESS[2] - SIGNAL)
                + (1 - PREVALENCE) * normal(-STRICTNESS[2]));
    int wrong = 0;
    int runs = 20_000;
    for (int run = 0; run < runs; run++) {
      int truth = random.nextDouble() < PREVALENCE ? 1 : 0;
      double x = SIGNAL * truth + random.nextGaussian();
      int votes = 0;
      for (int reader = 0; reader < 9; reader++) {
        votes += read(x, 2, random);
      }
      wrong += (votes > 4 ? 1 : 0) == truth ? 0 : 1;
    }
    check("simulated error of nine readers, per cent,", 100.0 * wrong / runs, near(shared[4], 0.8));
    check(
        "error of nine over that of infinitely many readers", shared[4] / floor, between(1, 1.05));
    plot(
            "jury",
            "If readers err independently, the error of the majority falls towards zero within nine"
                + " readers. If they find the same scans hard, it falls a little from one reader"
                + " to three and then stays close to a floor.")
        .x("readers")
        .y("error of the majority, per cent")
        .yRange(0, 20)
        .line("errors independent", sizes, independent)
        .line("same scans hard for all", sizes, shared)
        .horizontal(floor, "no reading noise");
  }

  /** The chance that most of n readers say yes if each does with probability p. */
  private static double most(int n, double p) {
    double sum = 0;
    for (int k = n / 2 + 1; k <= n; k++) {
      double ways = 1;
      for (int j = 1; j <= k; j++) {
        ways = ways * (n - k + j) / j;
      }
      sum += ways * Math.pow(p, k) * Math.pow(1 - p, n - k);
    }
    return sum;
  }

  // ---- integrals over the conspicuity

  private static final int STEPS = 600;
  private static final double STEP = 10.0 / STEPS;
  private static final List<double[]> POINTS =
      List.of(linspace(-5, 5, STEPS + 1), linspace(SIGNAL - 5, SIGNAL + 5, STEPS + 1));

  /** The mean of f over the scans with that truth. */
  private static double mean(int truth, DoubleUnaryOperator f) {
    double sum = 0;
    for (double x : POINTS.get(truth)) {
      double d = x - SIGNAL * truth;
      sum += f.applyAsDouble(x) * Math.exp(-d * d / 2) / Math.sqrt(2 * Math.PI) * STEP;
    }
    return sum;
  }

  private static double both(DoubleUnaryOperator f) {
    return PREVALENCE * mean(1, f) + (1 - PREVALENCE) * mean(0, f);
  }

  private static final double[] NORMAL = normals();

  private static double[] normals() {
    double[] at = map(linspace(-14, 14, 28_001), z -> z / Math.sqrt(2));
    return Nd4j.math().erf(Nd4j.create(at)).add(1).div(2).toDoubleVector();
  }

  /** The standard normal distribution function, from ND4J's error function. */
  private static double normal(double z) {
    double place = Math.max(0, Math.min(28_000 - 1e-9, (z + 14) * 1000));
    int k = (int) place;
    return NORMAL[k] + (place - k) * (NORMAL[k + 1] - NORMAL[k]);
  }

  private static double agreement(int[] a, int[] b) {
    int same = 0;
    for (int i = 0; i < a.length; i++) {
      same += a[i] == b[i] ? 1 : 0;
    }
    return same / (double) a.length;
  }
}
