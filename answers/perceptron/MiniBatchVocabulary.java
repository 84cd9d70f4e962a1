import static answerbook.api.Snippet.*;

import java.util.Random;

/** How well the gradient of a random mini-batch estimates that of the whole training set. */
public class MiniBatchVocabulary {
  private static final int N = 200;
  private static final int BATCH = 20;
  private static final double RATE = 0.5;

  private static final double[] X = new double[N];
  private static final double[] Y = new double[N];

  static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  static double cost(double w, double b) {
    double sum = 0;
    for (int i = 0; i < N; i++) {
      double error = Y[i] - sigmoid(w * X[i] + b);
      sum += error * error / 2;
    }
    return sum / N;
  }

  /** Of one sample, by w and b. */
  static double[] gradient(double w, double b, int i) {
    double a = sigmoid(w * X[i] + b);
    double delta = (a - Y[i]) * a * (1 - a);
    return new double[] {delta * X[i], delta};
  }

  // @start region="estimate"
  /** The mean gradient of samples ids[from] … ids[to − 1]. */
  static double[] estimate(double w, double b, int[] ids, int from, int to) {
    double[] mean = new double[2];
    for (int k = from; k < to; k++) {
      double[] g = gradient(w, b, ids[k]);
      mean[0] += g[0] / (to - from);
      mean[1] += g[1] / (to - from);
    }
    return mean;
  }

  // @end

  // @start region="epoch"
  static double[] epoch(double w, double b, int size, Random random) {
    int[] order = shuffled(random);
    for (int from = 0; from < N; from += size) { // one iteration
      int to = Math.min(N, from + size);
      double[] g = estimate(w, b, order, from, to);
      w -= RATE * g[0];
      b -= RATE * g[1];
    }
    return new double[] {w, b};
  }

  // @end

  public static void main(String[] args) {
    Random random = new Random(7);
    for (int i = 0; i < N; i++) {
      X[i] = 2 * random.nextGaussian();
      Y[i] = random.nextDouble() < sigmoid(2 * X[i] - 1) ? 1 : 0;
    }
    show("n", (long) N);
    show("batch", (long) BATCH);
    show("iterations", (long) (N + BATCH - 1) / BATCH);

    spread(random);
    pairs();
    training(random);
  }

  private static void spread(Random random) {
    double w = 0.2;
    double b = 0.5;
    double[] whole = estimate(w, b, shuffled(random), 0, N);
    double h = 1e-5;
    check(
        "the gradient of all samples by w is the slope of the cost",
        (cost(w + h, b) - cost(w - h, b)) / (2 * h),
        near(whole[0], 1e-9));
    check(
        "the gradient of all samples by b is the slope of the cost",
        (cost(w, b + h) - cost(w, b - h)) / (2 * h),
        near(whole[1], 1e-9));
    double variance = 0;
    for (int i = 0; i < N; i++) {
      double[] g = gradient(w, b, i);
      variance += (sq(g[0] - whole[0]) + sq(g[1] - whole[1])) / (N - 1);
    }
    double[] sizes = {1, 2, 5, 10, 20, 50, 100};
    double[] simulated = new double[sizes.length];
    double[] theory = new double[sizes.length];
    double worst = 0;
    int draws = 2000;
    for (int s = 0; s < sizes.length; s++) {
      int m = (int) sizes[s];
      double sum = 0;
      for (int draw = 0; draw < draws; draw++) {
        double[] g = estimate(w, b, shuffled(random), 0, m);
        sum += sq(g[0] - whole[0]) + sq(g[1] - whole[1]);
      }
      simulated[s] = Math.sqrt(sum / draws);
      theory[s] = Math.sqrt(variance / m * (1 - m / (double) N));
      worst = Math.max(worst, Math.abs(simulated[s] / theory[s] - 1));
    }
    show("draws", (long) draws);
    show("length", Math.hypot(whole[0], whole[1]));
    show("errorOfOne", theory[0]);
    show("errorOfBatch", theory[4]);
    check(
        "largest relative deviation of the simulated from the expected error", worst, below(0.05));
    plot(
            "error",
            "On logarithmic scales the simulated errors lie on the expected curve. It falls as one"
                + " over the square root of the mini-batch size, faster near the size of the"
                + " training set.")
        .x("mini-batch size m")
        .y("root mean square error of the gradient")
        .logX()
        .logY()
        .line("expected", sizes, theory)
        .points("simulated", sizes, simulated);
  }

  /** The mean over all pairs of the first six samples is the mean over the six: no bias. */
  private static void pairs() {
    double[] mean = new double[2];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < i; j++) {
        double[] g = estimate(0.2, 0.5, new int[] {i, j}, 0, 2);
        mean[0] += g[0] / 15;
        mean[1] += g[1] / 15;
      }
    }
    double[] whole = estimate(0.2, 0.5, new int[] {0, 1, 2, 3, 4, 5}, 0, 6);
    check("mean over all pairs of 6 samples, by w:", mean[0], near(whole[0], 1e-15));
    check("mean over all pairs of 6 samples, by b:", mean[1], near(whole[1], 1e-15));
  }

  private static void training(Random random) {
    int epochs = 20;
    double[] time = linspace(0, epochs, epochs + 1);
    double[] full = new double[epochs + 1];
    double[] mini = new double[epochs + 1];
    double[] p = {-1, 1};
    double[] q = p;
    for (int epoch = 0; epoch <= epochs; epoch++) {
      full[epoch] = cost(p[0], p[1]);
      mini[epoch] = cost(q[0], q[1]);
      p = epoch(p[0], p[1], N, random);
      q = epoch(q[0], q[1], BATCH, random);
    }
    show("epochs", (long) epochs);
    show("rate", RATE);
    show("startCost", full[0]);
    show("fullCost", full[epochs], within(1e-6));
    show("miniCost", mini[epochs], within(1e-6));
    plot(
            "training",
            "Both costs start at the same value. With mini-batches the cost is low after a few"
                + " epochs; with the whole training set it falls slowly over all of them.")
        .x("epoch")
        .y("cost over the training set")
        .line("one iteration per epoch", time, full)
        .line("mini-batches of " + BATCH, time, mini);
  }

  private static int[] shuffled(Random random) {
    int[] order = new int[N];
    for (int i = 0; i < N; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static double sq(double value) {
    return value * value;
  }
}
