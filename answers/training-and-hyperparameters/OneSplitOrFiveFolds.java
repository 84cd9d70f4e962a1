import static answerbook.api.Snippet.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** One split against five folds: as a measure of a model, and as a way to choose one. */
public class OneSplitOrFiveFolds {
  /** Fisher's irises in millimetres, 50 of each species: sepals and petals, length and width. */
  private static final String IRISES =
      """
      51 35 14 2; 49 30 14 2; 47 32 13 2; 46 31 15 2; 50 36 14 2; 54 39 17 4; 46 34 14 3;
      50 34 15 2; 44 29 14 2; 49 31 15 1; 54 37 15 2; 48 34 16 2; 48 30 14 1; 43 30 11 1;
      58 40 12 2; 57 44 15 4; 54 39 13 4; 51 35 14 3; 57 38 17 3; 51 38 15 3; 54 34 17 2;
      51 37 15 4; 46 36 10 2; 51 33 17 5; 48 34 19 2; 50 30 16 2; 50 34 16 4; 52 35 15 2;
      52 34 14 2; 47 32 16 2; 48 31 16 2; 54 34 15 4; 52 41 15 1; 55 42 14 2; 49 31 15 2;
      50 32 12 2; 55 35 13 2; 49 36 14 1; 44 30 13 2; 51 34 15 2; 50 35 13 3; 45 23 13 3;
      44 32 13 2; 50 35 16 6; 51 38 19 4; 48 30 14 3; 51 38 16 2; 46 32 14 2; 53 37 15 2;
      50 33 14 2;
      70 32 47 14; 64 32 45 15; 69 31 49 15; 55 23 40 13; 65 28 46 15; 57 28 45 13; 63 33 47 16;
      49 24 33 10; 66 29 46 13; 52 27 39 14; 50 20 35 10; 59 30 42 15; 60 22 40 10; 61 29 47 14;
      56 29 36 13; 67 31 44 14; 56 30 45 15; 58 27 41 10; 62 22 45 15; 56 25 39 11; 59 32 48 18;
      61 28 40 13; 63 25 49 15; 61 28 47 12; 64 29 43 13; 66 30 44 14; 68 28 48 14; 67 30 50 17;
      60 29 45 15; 57 26 35 10; 55 24 38 11; 55 24 37 10; 58 27 39 12; 60 27 51 16; 54 30 45 15;
      60 34 45 16; 67 31 47 15; 63 23 44 13; 56 30 41 13; 55 25 40 13; 55 26 44 12; 61 30 46 14;
      58 26 40 12; 50 23 33 10; 56 27 42 13; 57 30 42 12; 57 29 42 13; 62 29 43 13; 51 25 30 11;
      57 28 41 13;
      63 33 60 25; 58 27 51 19; 71 30 59 21; 63 29 56 18; 65 30 58 22; 76 30 66 21; 49 25 45 17;
      73 29 63 18; 67 25 58 18; 72 36 61 25; 65 32 51 20; 64 27 53 19; 68 30 55 21; 57 25 50 20;
      58 28 51 24; 64 32 53 23; 65 30 55 18; 77 38 67 22; 77 26 69 23; 60 22 50 15; 69 32 57 23;
      56 28 49 20; 77 28 67 20; 63 27 49 18; 67 33 57 21; 72 32 60 18; 62 28 48 18; 61 30 49 18;
      64 28 56 21; 72 30 58 16; 74 28 61 19; 79 38 64 20; 64 28 56 22; 63 28 51 15; 61 26 56 14;
      77 30 61 23; 63 34 56 24; 64 31 55 18; 60 30 48 18; 69 31 54 21; 67 31 56 24; 69 31 51 23;
      58 27 51 19; 68 32 59 23; 67 33 57 25; 67 30 52 23; 63 25 50 19; 65 30 52 20; 62 34 54 23;
      59 30 51 18;
      """;

  private static final int K = 3; // species
  private static final int D = 5; // four lengths in centimetres, and 1 for the bias

  private static final double[][] X = new double[150][];
  private static final int[] Y = new int[150];

  static boolean[] oneSplit(Random random) {
    boolean[] held = new boolean[150];
    for (int i : shuffled(150, random).subList(0, 30)) {
      held[i] = true;
    }
    return held;
  }

  // @start region="folds"
  /** The fold of each sample; every fold takes a fifth of each species. */
  static int[] fiveFolds(Random random) {
    int[] fold = new int[150];
    for (int species = 0; species < K; species++) {
      int place = 0;
      for (int i : shuffled(50, random)) {
        fold[50 * species + i] = place++ / 10;
      }
    }
    return fold;
  }

  static double[] accuracies(int[] fold, double c) {
    double[] scores = new double[5];
    for (int f = 0; f < 5; f++) {
      boolean[] held = new boolean[150];
      for (int i = 0; i < 150; i++) {
        held[i] = fold[i] == f;
      }
      scores[f] = accuracy(fit(held, c), held);
    }
    return scores;
  }

  // @end

  public static void main(String[] args) {
    String[] rows = IRISES.strip().split("\\s*;\\s*");
    for (int i = 0; i < 150; i++) {
      String[] numbers = rows[i].split(" ");
      X[i] = new double[D];
      for (int j = 0; j < 4; j++) {
        X[i][j] = Integer.parseInt(numbers[j]) / 10.0;
      }
      X[i][4] = 1;
      Y[i] = i / 50;
    }
    Random random = new Random(3);
    fitCheck(random);
    spread(random);
    grid();
    choosing(random);
  }

  private static void fitCheck(Random random) {
    boolean[] held = oneSplit(random);
    double[] w = fit(held, 1);
    double h = 1e-5;
    double worst = 0;
    for (int k = 0; k < w.length; k++) {
      double[] up = w.clone();
      double[] down = w.clone();
      up[k] += h;
      down[k] -= h;
      worst = Math.max(worst, Math.abs(cost(up, held, 1) - cost(down, held, 1)) / (2 * h));
    }
    check("slope of the cost at the fitted weights, by finite differences,", worst, below(1e-6));
  }

  private static void spread(Random random) {
    int splits = 200;
    double[] single = new double[splits];
    for (int s = 0; s < splits; s++) {
      boolean[] held = oneSplit(random);
      single[s] = accuracy(fit(held, 1), held);
    }
    double[] fold = new double[40];
    for (int s = 0; s < fold.length; s++) {
      fold[s] = mean(accuracies(fiveFolds(random), 1));
    }
    show("splits", (long) splits);
    show("partitions", (long) fold.length);
    show("lowest", 100 * min(single));
    show("highest", 100 * max(single));
    show("spread", 100 * deviation(single));
    double accuracy = 0.9;
    long large = 100_000;
    show("largeAccuracy", 100 * accuracy);
    show("large", large);
    show("largeError", 100 * Math.sqrt(accuracy * (1 - accuracy) / large));
    show("foldSpread", 100 * deviation(fold));
    check(
        "spread of single splits over that of five-fold means",
        deviation(single) / deviation(fold),
        above(3));

    List<String> bins = new ArrayList<>();
    double[] count = new double[6];
    double[] foldCount = new double[6];
    for (int wrong = 5; wrong >= 0; wrong--) {
      double centre = 1 - wrong / 30.0;
      bins.add(String.format(Locale.ROOT, "%.1f", 100 * centre));
      for (double value : single) {
        count[5 - wrong] += Math.round((1 - value) * 30) == wrong ? 100.0 / splits : 0;
      }
      for (double value : fold) {
        foldCount[5 - wrong] += Math.round((1 - value) * 30) == wrong ? 100.0 / fold.length : 0;
      }
    }
    check("sum of the bars of the plot", sum(count) + sum(foldCount), near(200, 1e-9));
    plot(
            "runs",
            "Bars of how often each accuracy comes out. Single splits spread over many bars up to"
                + " 100 per cent; the five-fold means all lie in the bar at 96.7.")
        .x("accuracy, per cent")
        .y("share of the runs, per cent")
        .bars("one split", bins, count)
        .bars("mean of five folds", bins, foldCount);
  }

  /** The search over C with the folds that scikit-learn takes when it does not shuffle. */
  private static void grid() {
    int[] fold = IntStream.range(0, 150).map(i -> i % 50 / 10).toArray();
    show("folds", accuracies(fold, 1));
    show("mean", mean(accuracies(fold, 1)));
    double[] grid = {0.01, 0.1, 1, 10, 100};
    double[] accuracy = new double[grid.length];
    double[] area = new double[grid.length];
    int best = 0;
    for (int c = 0; c < grid.length; c++) {
      accuracy[c] = mean(accuracies(fold, grid[c]));
      for (int f = 0; f < 5; f++) {
        boolean[] held = new boolean[150];
        for (int i = 0; i < 150; i++) {
          held[i] = fold[i] == f;
        }
        area[c] += area(fit(held, grid[c]), held) / 5;
      }
      best = area[c] > area[best] + 1e-9 ? c : best;
    }
    show("grid", grid);
    show("accuracy", accuracy);
    show("area", area);
    show("best", grid[best]);
    show("fits", 5L * grid.length + 1);
    var table = table("search");
    table.column("$C$", "%.2f").column("mean accuracy", "%.4f").column("mean AUC", "%.4f");
    for (int c = 0; c < grid.length; c++) {
      table.row(grid[c], accuracy[c], area[c]);
    }
  }

  // ---- choosing: ridge regression on small sets whose truth is known

  private static final int N = 30;
  private static final int INPUTS = 10;

  private static void choosing(Random random) {
    int sets = 300;
    double[] grid = new double[9];
    for (int c = 0; c < grid.length; c++) {
      grid[c] = StrictMath.pow(10, (c - 2) / 2.0);
    }
    double[] risk = new double[3]; // one split, five folds, the best that could be chosen
    double[] promised = new double[2];
    for (int set = 0; set < sets; set++) {
      double[] truth = gaussian(INPUTS, random);
      double[][] x = new double[N][];
      double[] y = new double[N];
      for (int i = 0; i < N; i++) {
        x[i] = gaussian(INPUTS, random);
        y[i] = dot(truth, x[i]) + 3 * random.nextGaussian();
      }
      // @start region="choose"
      double[][] errors = new double[2][grid.length];
      for (int c = 0; c < grid.length; c++) {
        for (int f = 0; f < 5; f++) {
          double error = heldOutError(x, y, f, grid[c]);
          errors[0][c] += f == 0 ? error : 0; // one split
          errors[1][c] += error / 5; // five folds
        }
      }
      // @end
      double[] excess = new double[grid.length];
      for (int c = 0; c < grid.length; c++) {
        double[] w = ridge(x, y, -1, grid[c]);
        for (int j = 0; j < INPUTS; j++) {
          excess[c] += (w[j] - truth[j]) * (w[j] - truth[j]);
        }
      }
      for (int way = 0; way < 2; way++) {
        int chosen = least(errors[way]);
        risk[way] += excess[chosen] / sets;
        promised[way] += errors[way][chosen] / sets;
      }
      risk[2] += excess[least(excess)] / sets;
    }
    show("sets", (long) sets);
    show("n", (long) N);
    show("inputs", (long) INPUTS);
    show("choices", (long) grid.length);
    show("splitRisk", risk[0], within(1e-6));
    show("foldRisk", risk[1], within(1e-6));
    show("leastRisk", risk[2], within(1e-6));
    show("splitPromise", promised[0], within(1e-6));
    show("splitTruth", 9 + risk[0], within(1e-6));
    show("foldPromise", promised[1], within(1e-6));
    show("foldTruth", 9 + risk[1], within(1e-6));
    check("excess error by five folds over that by one split", risk[1] / risk[0], below(0.9));
  }

  private static double heldOutError(double[][] x, double[] y, int fold, double lambda) {
    double[] w = ridge(x, y, fold, lambda);
    double sum = 0;
    for (int i = fold; i < N; i += 5) {
      double error = y[i] - dot(w, x[i]);
      sum += error * error / (N / 5.0);
    }
    return sum;
  }

  /** Fitted without the samples of a fold; fold −1 leaves none out. */
  private static double[] ridge(double[][] x, double[] y, int fold, double lambda) {
    double[][] a = new double[INPUTS][INPUTS + 1];
    for (int j = 0; j < INPUTS; j++) {
      a[j][j] = lambda;
    }
    for (int i = 0; i < N; i++) {
      if (i % 5 != fold) {
        for (int j = 0; j < INPUTS; j++) {
          for (int k = 0; k < INPUTS; k++) {
            a[j][k] += x[i][j] * x[i][k];
          }
          a[j][INPUTS] += x[i][j] * y[i];
        }
      }
    }
    return solve(a);
  }

  // ---- multinomial logistic regression with an L2 penalty, by Newton's method

  /** Minimises C times the summed cross-entropy plus half the squared weights without biases. */
  private static double[] fit(boolean[] held, double c) {
    double[] w = new double[K * D];
    double[] step;
    do {
      step = solve(newton(w, held, c));
      double ceiling = cost(w, held, c) * (1 + 1e-12);
      double size = 1;
      while (cost(moved(w, step, size), held, c) > ceiling) {
        size /= 2;
      }
      w = moved(w, step, size);
    } while (Math.max(max(step), -min(step)) > 1e-8);
    return w;
  }

  private static double[] moved(double[] w, double[] step, double size) {
    double[] next = w.clone();
    for (int a = 0; a < w.length; a++) {
      next[a] -= size * step[a];
    }
    return next;
  }

  /** The Hessian, and the gradient in the last column. */
  private static double[][] newton(double[] w, boolean[] held, double c) {
    double[][] system = new double[K * D][K * D + 1];
    for (int a = 0; a < K * D; a++) {
      boolean bias = a % D == D - 1;
      system[a][a] = bias ? 0 : 1;
      system[a][K * D] = bias ? 0 : w[a];
    }
    for (int k = 0; k < K; k++) {
      for (int l = 0; l < K; l++) { // shifting all biases changes no output: don't
        system[k * D + D - 1][l * D + D - 1] = 1;
      }
    }
    for (int i = 0; i < 150; i++) {
      if (held[i]) {
        continue;
      }
      double[] p = probabilities(w, X[i]);
      for (int k = 0; k < K; k++) {
        double delta = c * (p[k] - (Y[i] == k ? 1 : 0));
        for (int j = 0; j < D; j++) {
          system[k * D + j][K * D] += delta * X[i][j];
        }
        for (int l = 0; l < K; l++) {
          double bend = c * p[k] * ((k == l ? 1 : 0) - p[l]);
          for (int j = 0; j < D; j++) {
            for (int m = 0; m < D; m++) {
              system[k * D + j][l * D + m] += bend * X[i][j] * X[i][m];
            }
          }
        }
      }
    }
    return system;
  }

  private static double cost(double[] w, boolean[] held, double c) {
    double sum = 0;
    for (int a = 0; a < K * D; a++) {
      sum += a % D == D - 1 ? 0 : w[a] * w[a] / 2;
    }
    for (int i = 0; i < 150; i++) {
      sum -= held[i] ? 0 : c * StrictMath.log(probabilities(w, X[i])[Y[i]]);
    }
    return sum;
  }

  private static double[] probabilities(double[] w, double[] x) {
    double[] z = new double[K];
    for (int k = 0; k < K; k++) {
      for (int j = 0; j < D; j++) {
        z[k] += w[k * D + j] * x[j];
      }
    }
    double top = max(z);
    double total = 0;
    for (int k = 0; k < K; k++) {
      z[k] = StrictMath.exp(z[k] - top);
      total += z[k];
    }
    for (int k = 0; k < K; k++) {
      z[k] /= total;
    }
    return z;
  }

  private static double accuracy(double[] w, boolean[] held) {
    int right = 0;
    int all = 0;
    for (int i = 0; i < 150; i++) {
      if (held[i]) {
        double[] p = probabilities(w, X[i]);
        right += p[Y[i]] == max(p) ? 1 : 0;
        all++;
      }
    }
    return right / (double) all;
  }

  /** The mean over the species of the area under the ROC curve of that species against the rest. */
  private static double area(double[] w, boolean[] held) {
    double sum = 0;
    for (int k = 0; k < K; k++) {
      double ordered = 0;
      int pairs = 0;
      for (int i = 0; i < 150; i++) {
        for (int j = 0; j < 150; j++) {
          if (held[i] && held[j] && Y[i] == k && Y[j] != k) {
            double difference = probabilities(w, X[i])[k] - probabilities(w, X[j])[k];
            ordered += (Math.signum(difference) + 1) / 2;
            pairs++;
          }
        }
      }
      sum += ordered / pairs / K;
    }
    return sum;
  }

  // ---- small helpers

  /** Gaussian elimination with pivots; the right-hand side is the last column. */
  private static double[] solve(double[][] a) {
    int n = a.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column; row < n; row++) {
        pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
      }
      double[] swap = a[column];
      a[column] = a[pivot];
      a[pivot] = swap;
      for (int row = column + 1; row < n; row++) {
        double factor = a[row][column] / a[column][column];
        for (int k = column; k <= n; k++) {
          a[row][k] -= factor * a[column][k];
        }
      }
    }
    double[] solution = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double rest = a[row][n];
      for (int k = row + 1; k < n; k++) {
        rest -= a[row][k] * solution[k];
      }
      solution[row] = rest / a[row][row];
    }
    return solution;
  }

  private static List<Integer> shuffled(int n, Random random) {
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      ids.add(random.nextInt(i + 1), i);
    }
    return ids;
  }

  private static double[] gaussian(int n, Random random) {
    double[] values = new double[n];
    for (int j = 0; j < n; j++) {
      values[j] = random.nextGaussian();
    }
    return values;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static int least(double[] values) {
    int best = 0;
    for (int c = 1; c < values.length; c++) {
      best = values[c] < values[best] ? c : best;
    }
    return best;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double mean(double[] values) {
    return sum(values) / values.length;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / (values.length - 1));
  }

  private static double min(double[] values) {
    double low = values[0];
    for (double value : values) {
      low = Math.min(low, value);
    }
    return low;
  }

  private static double max(double[] values) {
    double high = values[0];
    for (double value : values) {
      high = Math.max(high, value);
    }
    return high;
  }
}
