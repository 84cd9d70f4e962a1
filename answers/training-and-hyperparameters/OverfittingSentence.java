import static answerbook.api.Snippet.*;

import java.util.Random;

/** A small training loss and a large test loss: from overfitting, and from other test data. */
public class OverfittingSentence {
  private static final int REAL = 3; // inputs that carry the label
  private static final double SHIFT = 9; // of the first input, in standard deviations
  private static final int FRESH = 2000; // samples

  public static void main(String[] args) {
    Random random = new Random(11);
    overfits(random);
    shifts(random);
  }

  // ---- many inputs, few samples

  private static void overfits(Random random) {
    int d = 60;
    int n = 40;
    double[][] train = data(n, d, random);
    double[][] test = data(FRESH, d, random);
    double[] w = fit(train, d);
    gradientCheck(train, d);
    show("n", (long) n);
    show("d", (long) d);
    show("real", (long) REAL);
    show("noise", (long) d - REAL);
    show("trainLoss", loss(w, train), within(1e-6));
    show("testLoss", loss(w, test), within(1e-6));
    show("trainAccuracy", 100 * accuracy(w, train));
    show("testAccuracy", 100 * accuracy(w, test));
    double real = 0;
    double all = 0;
    for (int j = 0; j < d; j++) {
      real += j < REAL ? w[j] * w[j] : 0;
      all += w[j] * w[j];
    }
    show("noiseShare", 100 * (1 - real / all), within(1e-6));

    // How much each input tells about the label, in the two sets.
    double[] inTraining = new double[d];
    double[] inTest = new double[d];
    for (int j = 0; j < d; j++) {
      inTraining[j] = contribution(w, train, j);
      inTest[j] = contribution(w, test, j);
    }
    double noiseTraining = 0;
    double noiseTest = 0;
    for (int j = REAL; j < d; j++) {
      noiseTraining += inTraining[j];
      noiseTest += inTest[j];
    }
    show("noiseTraining", noiseTraining, within(1e-6));
    show("noiseTest", noiseTest, within(1e-6));
    check("contribution of the noise inputs in the test", noiseTest, between(-0.5, 0.5));
    check("contribution of the noise inputs in training", noiseTraining, above(2));
    show("realTraining", sum(inTraining, REAL), within(1e-6));
    show("realTest", sum(inTest, REAL), within(1e-6));
    double[] index = linspace(1, d, d);
    plot(
            "features",
            "Contribution of each input to the right answer. The first three inputs have positive"
                + " contributions in training and test. The others have positive contributions in"
                + " training and contributions near zero in the test.")
        .x("input")
        .y("mean contribution to the right label")
        .points("training", index, inTraining)
        .points("test", index, inTest)
        .vertical(REAL + 0.5, "noise →");

    // The same model with nothing but the three inputs, and with more samples.
    double[] few = fit(train, REAL);
    show("fewTrain", loss(few, train), within(1e-6));
    show("fewTest", loss(few, test), within(1e-6));
    double[][] more = data(FRESH, d, random);
    double[] large = fit(more, d);
    show("fresh", (long) FRESH);
    show("moreTrain", loss(large, more), within(1e-6));
    show("moreTest", loss(large, test), within(1e-6));
  }

  private static double sum(double[] values, int count) {
    double sum = 0;
    for (int j = 0; j < count; j++) {
      sum += values[j];
    }
    return sum;
  }

  // @start region="contribution"
  /** The mean of w x over samples with label 1, of −w x over others. */
  static double contribution(double[] w, double[][] rows, int j) {
    double sum = 0;
    for (double[] row : rows) {
      double sign = 2 * row[row.length - 1] - 1;
      sum += sign * w[j] * row[j] / rows.length;
    }
    return sum;
  }

  // @end

  /** Few inputs and many samples, and a test set whose inputs are shifted. */
  private static void shifts(Random random) {
    double[][] train = easy(FRESH, random, 0);
    double[][] fresh = easy(FRESH, random, 0);
    double[][] shifted = easy(FRESH, random, SHIFT);
    double[] w = fit(train, REAL);
    show("shift", SHIFT);
    show("easyTrain", loss(w, train), within(1e-6));
    show("easyFresh", loss(w, fresh), within(1e-6));
    show("easyShifted", loss(w, shifted), within(1e-6));
    check(
        "loss on fresh samples over training loss", loss(w, fresh) / loss(w, train), near(1, 0.5));
    check(
        "loss on shifted samples over training loss", loss(w, shifted) / loss(w, train), above(10));
  }

  /** The label follows from the first inputs, with some noise; the others are noise. */
  private static double[][] data(int n, int d, Random random) {
    double[][] rows = new double[n][d + 1];
    for (double[] row : rows) {
      double z = 0;
      for (int j = 0; j < d; j++) {
        row[j] = random.nextGaussian();
        z += j < REAL ? row[j] : 0;
      }
      row[d] = random.nextDouble() < sigmoid(2 * z) ? 1 : 0;
    }
    return rows;
  }

  /** Two well separated classes; in the shifted set, the first input has another zero. */
  private static double[][] easy(int n, Random random, double shift) {
    double[][] rows = new double[n][REAL + 1];
    for (double[] row : rows) {
      row[REAL] = random.nextInt(2);
      for (int j = 0; j < REAL; j++) {
        row[j] = 3 * (2 * row[REAL] - 1) + random.nextGaussian();
      }
      row[0] -= shift;
    }
    return rows;
  }

  // ---- logistic regression

  private static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  private static double sum(double[] w, double[] row) {
    double z = 0;
    for (int j = 0; j < w.length; j++) {
      z += w[j] * row[j];
    }
    return z;
  }

  private static double loss(double[] w, double[][] rows) {
    double sum = 0;
    for (double[] row : rows) {
      double margin = (2 * row[row.length - 1] - 1) * sum(w, row);
      sum += StrictMath.log1p(StrictMath.exp(-margin)) / rows.length;
    }
    return sum;
  }

  private static double accuracy(double[] w, double[][] rows) {
    int right = 0;
    for (double[] row : rows) {
      right += sum(w, row) > 0 == row[row.length - 1] > 0.5 ? 1 : 0;
    }
    return right / (double) rows.length;
  }

  private static double[] gradient(double[] w, double[][] rows) {
    double[] g = new double[w.length];
    for (double[] row : rows) {
      double delta = (sigmoid(sum(w, row)) - row[row.length - 1]) / rows.length;
      for (int j = 0; j < w.length; j++) {
        g[j] += delta * row[j];
      }
    }
    return g;
  }

  /** The first d inputs only. */
  private static double[] fit(double[][] rows, int d) {
    double[] w = new double[d];
    double[] velocity = new double[d];
    for (int step = 0; step < 300; step++) {
      double[] g = gradient(w, rows);
      for (int j = 0; j < d; j++) {
        velocity[j] = 0.9 * velocity[j] - 0.1 * g[j];
        w[j] += velocity[j];
      }
    }
    return w;
  }

  private static void gradientCheck(double[][] rows, int d) {
    double[] w = new double[d];
    for (int j = 0; j < d; j++) {
      w[j] = 0.1 * (j % 5 - 2);
    }
    double[] g = gradient(w, rows);
    double worst = 0;
    for (int j = 0; j < d; j++) {
      double[] up = w.clone();
      double[] down = w.clone();
      up[j] += 1e-5;
      down[j] -= 1e-5;
      worst = Math.max(worst, Math.abs((loss(up, rows) - loss(down, rows)) / 2e-5 - g[j]));
    }
    check("error of the gradient against finite differences", worst, below(1e-9));
  }
}
