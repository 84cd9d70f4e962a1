import static answerbook.api.Snippet.*;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Where the randomness of SGD enters: in the order of the samples, and nowhere else. */
public class WhatStochasticMeans {
  private static final int SAMPLES = 100;
  private static final int EPOCHS = 6;
  private static final double RATE = 0.3;
  private static final double[] X = new double[SAMPLES];
  private static final double[] Y = new double[SAMPLES];

  static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  // @start region="update"
  /** One update of w and b by sample i: no randomness in here. */
  static void update(double[] parameters, int i) {
    double delta = sigmoid(parameters[0] * X[i] + parameters[1]) - Y[i];
    parameters[0] -= RATE * delta * X[i];
    parameters[1] -= RATE * delta;
  }

  // @end

  // @start region="shuffle"
  /** A random order of n samples: the only place that draws numbers. */
  static int[] shuffled(int n, Random generator) {
    int[] order = stored(n);
    for (int k = n - 1; k > 0; k--) {
      int other = generator.nextInt(k + 1);
      int swap = order[k];
      order[k] = order[other];
      order[other] = swap;
    }
    return order;
  }

  // @end

  /** The order of the file: all samples of class 0, then all of class 1. */
  static int[] stored(int n) {
    int[] order = new int[n];
    for (int k = 0; k < n; k++) {
      order[k] = k;
    }
    return order;
  }

  /** Class 0 and class 1 in turn. */
  static int[] alternating(int n) {
    int[] order = new int[n];
    for (int k = 0; k < n; k++) {
      order[k] = k / 2 + (k % 2) * n / 2;
    }
    return order;
  }

  private interface Order {
    int[] ofEpoch();
  }

  /** Trains from zero; the cost after every update goes into costs. */
  private static double[] train(Order order, double[] costs) {
    double[] parameters = new double[2];
    costs[0] = cost(parameters);
    int t = 0;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int i : order.ofEpoch()) {
        update(parameters, i);
        t++;
        costs[t] = cost(parameters);
      }
    }
    return parameters;
  }

  static double cost(double[] parameters) {
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double z = parameters[0] * X[i] + parameters[1];
      // ln(1 + e^z) - y z, written so that it can't overflow
      sum += StrictMath.log1p(StrictMath.exp(-Math.abs(z))) + Math.max(z, 0) - Y[i] * z;
    }
    return sum / SAMPLES;
  }

  public static void main(String[] args) {
    Random data = new Random(90);
    for (int i = 0; i < SAMPLES; i++) {
      Y[i] = i < SAMPLES / 2 ? 0 : 1;
      X[i] = 2 * Y[i] - 1 + 1.2 * data.nextGaussian();
    }
    show("samples", (long) SAMPLES);
    show("rate", RATE);
    estimates();
    orders();
    generator();
  }

  /** The first sample of a random order gives an unbiased estimate; that of the file does not. */
  private static void estimates() {
    double[] p = {0.4, -0.2};
    double h = 1e-5;
    double slope =
        (cost(new double[] {p[0] + h, p[1]}) - cost(new double[] {p[0] - h, p[1]})) / (2 * h);

    INDArray x = Nd4j.create(X);
    INDArray residual = Transforms.sigmoid(x.mul(p[0]).add(p[1])).sub(Nd4j.create(Y));
    INDArray each = residual.mul(x);
    show("point", p);
    show("full", each.meanNumber().doubleValue());
    show("least", each.minNumber().doubleValue());
    show("greatest", each.maxNumber().doubleValue());
    check(
        "error of the mean single gradient against a finite difference of the cost",
        Math.abs(each.meanNumber().doubleValue() - slope),
        below(1e-9));

    Random generator = new Random(1);
    int draws = 20_000;
    double sum = 0;
    double squares = 0;
    for (int k = 0; k < draws; k++) {
      double g = each.getDouble(shuffled(SAMPLES, generator)[0]);
      sum += g;
      squares += g * g;
    }
    double mean = sum / draws;
    double standardError = Math.sqrt((squares / draws - mean * mean) / draws);
    show("draws", (long) draws);
    show("drawnMean", mean);
    check(
        "distance of the mean over random orders' first samples from the gradient, in standard"
            + " errors,",
        Math.abs(mean - slope) / standardError,
        below(3));
  }

  private static void orders() {
    int updates = EPOCHS * SAMPLES;
    double[][] costs = new double[5][updates + 1];
    Random one = new Random(1);
    Random two = new Random(2);
    Random oneAgain = new Random(1);
    double[] first = train(() -> shuffled(SAMPLES, one), costs[0]);
    double[] second = train(() -> shuffled(SAMPLES, two), costs[1]);
    train(() -> stored(SAMPLES), costs[2]);
    train(() -> alternating(SAMPLES), costs[3]);
    double[] again = train(() -> shuffled(SAMPLES, oneAgain), costs[4]);

    double best = minimum();
    show("best", best);
    String[] names = {"shuffled, seed 1", "shuffled, seed 2", "as stored", "classes in turn"};
    var table =
        table("orders")
            .column("order")
            .column("random numbers")
            .column("final cost", "%.3f")
            .column("worst in last epoch", "%.3f");
    table.tolerance(within(1e-6));
    double[] highest = new double[4];
    for (int o = 0; o < 4; o++) {
      for (int t = updates - SAMPLES + 1; t <= updates; t++) {
        highest[o] = Math.max(highest[o], costs[o][t]);
      }
      table.row(names[o], o < 2 ? "yes" : "no", costs[o][updates], highest[o]);
    }
    show("firstWeight", first[0], within(1e-6));
    show("secondWeight", second[0], within(1e-6));
    check(
        "two runs with one seed end at exactly the same weights",
        first[0] == again[0] && first[1] == again[1]);
    check(
        "difference between the weights of runs with two seeds",
        Math.abs(first[0] - second[0]),
        above(0.01));
    check(
        "cost of the stored order at its worst, over that of a shuffled one",
        highest[2] / Math.max(highest[0], highest[1]),
        above(1.3));

    double[] epoch = linspace(0, EPOCHS, updates / 2 + 1);
    double[][] thinned = new double[4][updates / 2 + 1];
    for (int o = 0; o < 4; o++) {
      for (int t = 0; t <= updates / 2; t++) {
        thinned[o][t] = costs[o][2 * t];
      }
    }
    plot(
            "costs",
            "Four curves start at the same cost. Those of the two shuffled orders and of the"
                + " classes in turn fall within the first epoch and then waver a little above the"
                + " minimum, each in its own way. With the stored order the cost goes up and down"
                + " once in every epoch, far above the others for much of the time.")
        .x("epoch")
        .y("cost of all samples")
        .line(names[0], epoch, thinned[0])
        .line(names[1], epoch, thinned[1])
        .line(names[2], epoch, thinned[2])
        .line(names[3], epoch, thinned[3])
        .horizontal(best, "minimum");
  }

  /** The least cost, by many steps along the full gradient. */
  private static double minimum() {
    double[] p = new double[2];
    for (int step = 0; step < 2000; step++) {
      double[] sum = new double[2];
      for (int i = 0; i < SAMPLES; i++) {
        double delta = sigmoid(p[0] * X[i] + p[1]) - Y[i];
        sum[0] += delta * X[i] / SAMPLES;
        sum[1] += delta / SAMPLES;
      }
      p[0] -= sum[0];
      p[1] -= sum[1];
    }
    return cost(p);
  }

  /** What "random" is here: a recurrence of integers. */
  private static void generator() {
    Random library = new Random(1);
    // @start region="generator"
    long state = (1L ^ 0x5DEECE66DL) & ((1L << 48) - 1); // from the seed 1
    long equal = 0;
    for (int k = 0; k < 1000; k++) {
      state = (state * 0x5DEECE66DL + 0xB) & ((1L << 48) - 1);
      equal += (int) (state >>> 16) == library.nextInt() ? 1 : 0;
    }
    // @end
    show("equal", equal);
    check("the recurrence foretells all 1000 numbers of java.util.Random", equal == 1000);
  }
}
