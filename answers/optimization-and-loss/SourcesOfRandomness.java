import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;

/** One small network whose sources of randomness can be varied one at a time. */
public class SourcesOfRandomness {
  private static final int POOL = 300;
  private static final int TRAINING = 30;
  private static final int TEST = 500;
  private static final int HIDDEN = 12;
  private static final int EPOCHS = 80;
  private static final int BATCH = 6;
  private static final double RATE = 0.5;
  private static final int RUNS = 20;

  // The sources, each with a generator of its own.
  private static final int SPLIT = 0;
  private static final int START = 1;
  private static final int ORDER = 2;
  private static final int DROPOUT = 3;
  private static final int JITTER = 4;
  private static final String[] SOURCES = {
    "training set", "initial weights", "order", "dropout masks", "augmentation"
  };

  /** Weights and biases: per hidden unit two weights, a bias, and its weight to the output. */
  private static final int SIZE = 4 * HIDDEN + 1;

  private static double[][] pool;
  private static double[][] test;

  public static void main(String[] args) {
    pool = moons(POOL, new Random(26));
    test = moons(TEST, new Random(62));
    show("training", (long) TRAINING);
    show("test", (long) TEST);
    show("runs", (long) RUNS);
    backpropagation();
    spreads();
    regularisation();
    rounding();
    symmetry();
    saddle();
  }

  /** Points of two interlocking half circles with noise: x1, x2, label. */
  private static double[][] moons(int n, Random random) {
    double[][] points = new double[n][];
    for (int i = 0; i < n; i++) {
      double angle = Math.PI * random.nextDouble();
      int label = i % 2;
      double x1 = label == 0 ? StrictMath.cos(angle) : 1 - StrictMath.cos(angle);
      double x2 = label == 0 ? StrictMath.sin(angle) : 0.5 - StrictMath.sin(angle);
      double noise = 0.3;
      points[i] =
          new double[] {
            x1 + noise * random.nextGaussian(), x2 + noise * random.nextGaussian(), label
          };
    }
    return points;
  }

  private static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  /** Adds the gradient of one sample's cross-entropy to sum, and returns the output. */
  private static double backward(double[] p, double[] sample, double[] keep, double[] sum) {
    double[] h = new double[HIDDEN];
    double z = p[SIZE - 1];
    for (int j = 0; j < HIDDEN; j++) {
      h[j] = StrictMath.tanh(p[4 * j] * sample[0] + p[4 * j + 1] * sample[1] + p[4 * j + 2]);
      z += keep[j] * p[4 * j + 3] * h[j];
    }
    double a = sigmoid(z);
    double delta = a - sample[2];
    for (int j = 0; j < HIDDEN; j++) {
      double inner = delta * keep[j] * p[4 * j + 3] * (1 - h[j] * h[j]);
      sum[4 * j] += inner * sample[0];
      sum[4 * j + 1] += inner * sample[1];
      sum[4 * j + 2] += inner;
      sum[4 * j + 3] += delta * keep[j] * h[j];
    }
    sum[SIZE - 1] += delta;
    return a;
  }

  private static final double[] ALL = new double[HIDDEN];

  static {
    Arrays.fill(ALL, 1);
  }

  private static double loss(double[] p, double[][] samples) {
    double sum = 0;
    for (double[] sample : samples) {
      double z = p[SIZE - 1];
      for (int j = 0; j < HIDDEN; j++) {
        z +=
            p[4 * j + 3]
                * StrictMath.tanh(p[4 * j] * sample[0] + p[4 * j + 1] * sample[1] + p[4 * j + 2]);
      }
      sum += Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - sample[2] * z;
    }
    return sum / samples.length;
  }

  // @start region="sources"
  /** Trains one network; every source has a seed of its own. */
  static double[] train(long[] seeds, double dropout, double jitter) {
    Random[] from = generators(seeds);
    double[][] training = choose(pool, TRAINING, from[SPLIT]);
    double[] weights = initial(from[START]);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      double[][] order = choose(training, TRAINING, from[ORDER]);
      for (int first = 0; first < TRAINING; first += BATCH) {
        double[] gradient = new double[SIZE];
        for (int i = first; i < first + BATCH; i++) {
          double[] keep = mask(dropout, from[DROPOUT]);
          double[] sample = jittered(order[i], jitter, from[JITTER]);
          backward(weights, sample, keep, gradient);
        }
        for (int k = 0; k < SIZE; k++) {
          weights[k] -= RATE / BATCH * gradient[k];
        }
      }
    }
    return weights;
  }

  // @end

  private static Random[] generators(long[] seeds) {
    return Arrays.stream(seeds).mapToObj(Random::new).toArray(Random[]::new);
  }

  /** The first {@code count} samples of a random order. */
  private static double[][] choose(double[][] samples, int count, Random random) {
    double[][] order = samples.clone();
    for (int k = order.length - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      double[] swap = order[k];
      order[k] = order[other];
      order[other] = swap;
    }
    return Arrays.copyOf(order, count);
  }

  private static double[] initial(Random random) {
    double[] p = new double[SIZE];
    for (int j = 0; j < HIDDEN; j++) {
      p[4 * j] = random.nextGaussian() / Math.sqrt(2);
      p[4 * j + 1] = random.nextGaussian() / Math.sqrt(2);
      p[4 * j + 3] = random.nextGaussian() / Math.sqrt(HIDDEN);
    }
    return p;
  }

  private static double[] mask(double dropout, Random random) {
    double[] keep = new double[HIDDEN];
    for (int j = 0; j < HIDDEN; j++) {
      keep[j] = random.nextDouble() < dropout ? 0 : 1 / (1 - dropout);
    }
    return keep;
  }

  private static double[] jittered(double[] sample, double jitter, Random random) {
    return new double[] {
      sample[0] + jitter * random.nextGaussian(),
      sample[1] + jitter * random.nextGaussian(),
      sample[2]
    };
  }

  private static void backpropagation() {
    double[] p = initial(new Random(1));
    double[] gradient = new double[SIZE];
    for (double[] sample : test) {
      backward(p, sample, ALL, gradient);
    }
    double error = 0;
    double h = 1e-5;
    for (int k = 0; k < SIZE; k++) {
      double[] up = p.clone();
      double[] down = p.clone();
      up[k] += h;
      down[k] -= h;
      double slope = (loss(up, test) - loss(down, test)) / (2 * h);
      error = Math.max(error, Math.abs(slope - gradient[k] / TEST));
    }
    check("error of the network's gradient against finite differences", error, below(1e-9));
  }

  private static void spreads() {
    double dropout = 0.2;
    double jitter = 0.2;
    show("dropout", dropout);
    show("jitter", jitter);
    var table =
        table("spreads")
            .column("varied")
            .column("lowest", "%.3f")
            .column("mean", "%.3f")
            .column("highest", "%.3f")
            .column("st. dev.", "%.3f");
    table.tolerance(within(1e-6));
    double[] deviations = new double[SOURCES.length + 1];
    for (int source = 0; source <= SOURCES.length; source++) {
      double[] losses = new double[RUNS];
      for (int run = 0; run < RUNS; run++) {
        long[] seeds = {1, 2, 3, 4, 5};
        for (int s = 0; s < SOURCES.length; s++) {
          if (s == source || source == SOURCES.length) {
            seeds[s] = 100 * (s + 1) + run;
          }
        }
        losses[run] = loss(train(seeds, dropout, jitter), test);
      }
      Arrays.sort(losses);
      double mean = mean(losses);
      deviations[source] = deviation(losses);
      String name = source < SOURCES.length ? SOURCES[source] : "all of them";
      table.row(name, losses[0], mean, losses[RUNS - 1], deviations[source]);
    }
    long[] seeds = {1, 2, 3, 4, 5};
    check(
        "two runs with all seeds equal end at exactly the same weights",
        Arrays.equals(train(seeds, dropout, jitter), train(seeds.clone(), dropout, jitter)));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / (values.length - 1));
  }

  /** The mean test loss with no noise, with dropout, and with jitter; all else varies. */
  private static void regularisation() {
    double[] rates = {0, 0.2, 0};
    double[] jitters = {0, 0, 0.2};
    double[] means = new double[3];
    double[][] losses = new double[3][RUNS];
    for (int kind = 0; kind < 3; kind++) {
      for (int run = 0; run < RUNS; run++) {
        long[] seeds = {100 + run, 200 + run, 300 + run, 400 + run, 500 + run};
        losses[kind][run] = loss(train(seeds, rates[kind], jitters[kind]), test);
      }
      means[kind] = mean(losses[kind]);
    }
    show("noiseMeans", means, within(1e-6));
    double[] gains = new double[2];
    double[] errors = new double[2];
    for (int kind = 0; kind < 2; kind++) {
      double[] differences = new double[RUNS];
      for (int run = 0; run < RUNS; run++) {
        differences[run] = losses[0][run] - losses[kind + 1][run];
      }
      gains[kind] = mean(differences);
      errors[kind] = deviation(differences) / Math.sqrt(RUNS);
    }
    show("gains", gains, within(1e-6));
    show("gainErrors", errors, within(1e-6));
    check("gain by jitter, in standard errors,", gains[1] / errors[1], above(3));
    check("gain or loss by dropout, in standard errors,", Math.abs(gains[0]) / errors[0], below(2));
  }

  /** The same numbers, added in another order. */
  private static void rounding() {
    Random random = new Random(5);
    float[] values = new float[100_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    // @start region="rounding"
    float forward = 0;
    float backward = 0;
    for (int i = 0; i < values.length; i++) {
      forward += values[i];
      backward += values[values.length - 1 - i];
    }
    // @end
    double exact = 0;
    for (float value : values) {
      exact += value;
    }
    show("count", (long) values.length);
    show("forward", forward);
    show("backward", backward);
    check("the two sums of the same numbers differ", forward != backward);
    check(
        "distance of the forward sum from the sum in doubles", Math.abs(forward - exact), below(1));
  }

  /** Hidden units that start equal stay equal. */
  private static void symmetry() {
    int samples = 60;
    double[] p = new double[SIZE];
    double[] q = initial(new Random(7));
    for (int j = 0; j < HIDDEN; j++) {
      System.arraycopy(q, 0, p, 4 * j, 4);
    }
    double[][] ends = {p.clone(), q.clone()};
    for (double[] weights : ends) {
      for (int step = 0; step < 600; step++) {
        double[] gradient = new double[SIZE];
        for (int i = 0; i < samples; i++) {
          backward(weights, pool[i], ALL, gradient);
        }
        for (int k = 0; k < SIZE; k++) {
          weights[k] -= RATE / samples * gradient[k];
        }
      }
    }
    double apart = 0;
    for (int j = 1; j < HIDDEN; j++) {
      for (int k = 0; k < 4; k++) {
        apart = Math.max(apart, Math.abs(ends[0][4 * j + k] - ends[0][k]));
      }
    }
    check("hidden units that start equal are exactly equal after training", apart == 0);
    double[][] first = Arrays.copyOf(pool, samples);
    show("steps", 600L);
    show("symmetrySamples", (long) samples);
    show("equalLoss", loss(ends[0], first), within(1e-6));
    show("randomLoss", loss(ends[1], first), within(1e-6));
  }

  // @start region="surface"
  static double surface(double x, double y) {
    return x * x / 2 - y * y / 2 + y * y * y * y / 4;
  }

  /** Descends from (1, 0), with Gaussian noise on the gradient. */
  static double[] descend(double noise, int steps, Random random) {
    double x = 1;
    double y = 0;
    double[] values = new double[steps + 1];
    values[0] = surface(x, y);
    for (int t = 1; t <= steps; t++) {
      x -= 0.1 * (x + noise * random.nextGaussian());
      y -= 0.1 * (y * y * y - y + noise * random.nextGaussian());
      values[t] = surface(x, y);
    }
    return values;
  }

  // @end

  private static void saddle() {
    int steps = 120;
    double noise = 0.02;
    double[] still = descend(0, steps, new Random(1));
    double[] noisy = descend(noise, steps, new Random(1));
    show("noise", noise);
    check("height of the end without noise above the saddle's", still[steps], between(0, 1e-9));
    int escaped = 0;
    int trials = 100;
    for (int seed = 0; seed < trials; seed++) {
      escaped += descend(noise, steps, new Random(seed))[steps] < -0.24 ? 1 : 0;
    }
    show("escaped", (long) escaped);
    show("trials", (long) trials);
    plot(
            "saddle",
            "Both curves fall from one half to nearly zero. Without noise the curve stays there;"
                + " with noise it leaves the level of the saddle after some forty steps and falls"
                + " to the minimum of minus one quarter.")
        .x("step")
        .y("f(x, y)")
        .line("exact gradient", linspace(0, steps, steps + 1), still)
        .line("noisy gradient", linspace(0, steps, steps + 1), noisy)
        .horizontal(-0.25, "minimum");
  }
}
