import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Batches of one and of everything, and the learning rate that goes with a batch size. */
public class BatchSizeExtremes {
  private static final int SAMPLES = 64;
  private static final int HIDDEN = 12;
  private static final int SIZE = 4 * HIDDEN + 1;
  private static double[][] training;
  private static double[][] test;

  public static void main(String[] args) {
    training = moons(SAMPLES, new Random(18));
    test = moons(500, new Random(81));
    show("samples", (long) SAMPLES);
    accumulation();
    network();
    batchNormalisation();
    stability();
    adam();
  }

  /** Points of two interlocking half circles with noise: x1, x2, label. */
  private static double[][] moons(int n, Random random) {
    double[][] points = new double[n][];
    for (int i = 0; i < n; i++) {
      double angle = Math.PI * random.nextDouble();
      int label = i % 2;
      double x1 = label == 0 ? StrictMath.cos(angle) : 1 - StrictMath.cos(angle);
      double x2 = label == 0 ? StrictMath.sin(angle) : 0.5 - StrictMath.sin(angle);
      points[i] =
          new double[] {x1 + 0.2 * random.nextGaussian(), x2 + 0.2 * random.nextGaussian(), label};
    }
    return points;
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

  /** Adds a multiple of the gradient of one sample's cross-entropy to sum. */
  private static void backward(double[] p, double[] sample, double factor, double[] sum) {
    double[] h = new double[HIDDEN];
    double z = p[SIZE - 1];
    for (int j = 0; j < HIDDEN; j++) {
      h[j] = StrictMath.tanh(p[4 * j] * sample[0] + p[4 * j + 1] * sample[1] + p[4 * j + 2]);
      z += p[4 * j + 3] * h[j];
    }
    double delta = factor * (1 / (1 + StrictMath.exp(-z)) - sample[2]);
    for (int j = 0; j < HIDDEN; j++) {
      double inner = delta * p[4 * j + 3] * (1 - h[j] * h[j]);
      sum[4 * j] += inner * sample[0];
      sum[4 * j + 1] += inner * sample[1];
      sum[4 * j + 2] += inner;
      sum[4 * j + 3] += delta * h[j];
    }
    sum[SIZE - 1] += delta;
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

  /** Trains with shuffled batches; the training loss after each epoch goes into losses. */
  private static double[] train(int m, double eta, int epochs, double[] losses) {
    double[] p = initial(new Random(1));
    Random random = new Random(2);
    double[][] order = training.clone();
    for (int epoch = 0; epoch <= epochs; epoch++) {
      if (epoch < losses.length) {
        losses[epoch] = loss(p, training);
      }
      if (epoch == epochs) {
        break;
      }
      for (int k = SAMPLES - 1; k > 0; k--) {
        int other = random.nextInt(k + 1);
        double[] swap = order[k];
        order[k] = order[other];
        order[other] = swap;
      }
      for (int first = 0; first < SAMPLES; first += m) {
        double[] gradient = new double[SIZE];
        for (int i = first; i < first + m; i++) {
          backward(p, order[i], 1.0 / m, gradient);
        }
        for (int k = 0; k < SIZE; k++) {
          p[k] -= eta * gradient[k];
        }
      }
    }
    return p;
  }

  private static void accumulation() {
    double[] p = initial(new Random(3));
    double[] whole = new double[SIZE];
    for (double[] sample : training) {
      backward(p, sample, 1.0 / SAMPLES, whole);
    }
    double error = 0;
    double h = 1e-5;
    for (int k = 0; k < SIZE; k++) {
      double[] up = p.clone();
      double[] down = p.clone();
      up[k] += h;
      down[k] -= h;
      double slope = (loss(up, training) - loss(down, training)) / (2 * h);
      error = Math.max(error, Math.abs(slope - whole[k]));
    }
    check("error of the network's gradient against finite differences", error, below(1e-9));

    // @start region="accumulation"
    double[] pieces = new double[SIZE];
    for (int first = 0; first < SAMPLES; first += 16) {
      double[] mean = new double[SIZE]; // over 16 samples
      for (int i = first; i < first + 16; i++) {
        backward(p, training[i], 1.0 / 16, mean);
      }
      for (int k = 0; k < SIZE; k++) {
        pieces[k] += mean[k] * 16 / SAMPLES;
      }
    }
    // @end
    double distance = 0;
    for (int k = 0; k < SIZE; k++) {
      distance = Math.max(distance, Math.abs(pieces[k] - whole[k]));
    }
    check("distance of the gradient summed in pieces from the whole one", distance, below(1e-14));
  }

  private static String name(int m) {
    return String.format(Locale.ROOT, "m = %d", m);
  }

  private static void network() {
    int epochs = 100;
    double eta = 0.05;
    int[] sizes = {1, 4, 16, 64};
    double[][] fixed = new double[sizes.length][epochs + 1];
    double[][] scaled = new double[sizes.length][epochs + 1];
    var table =
        table("runs")
            .column("$m$")
            .column("rate")
            .column("updates")
            .column("gradients")
            .column("training loss", "%.3f")
            .column("test loss", "%.3f");
    table.tolerance(within(1e-6));
    for (int s = 0; s < sizes.length; s++) {
      int m = sizes[s];
      double[] p = train(m, eta, epochs, fixed[s]);
      if (m == 1 || m == SAMPLES) {
        int updates = epochs * SAMPLES / m;
        table.row(m, "" + eta, updates, updates * m, loss(p, training), loss(p, test));
      }
      train(m, eta * m, epochs, scaled[s]);
    }
    double[] longer = train(SAMPLES, eta, epochs * SAMPLES, new double[1]);
    int updates = epochs * SAMPLES;
    table.row(
        SAMPLES, "" + eta, updates, updates * SAMPLES, loss(longer, training), loss(longer, test));
    double[] curvatures = new double[2];
    curvatures[0] = curvature(initial(new Random(1)));
    curvatures[1] = curvature(train(SAMPLES, eta * SAMPLES, epochs, new double[1]));
    show("allowed", new double[] {2 / curvatures[0], 2 / curvatures[1]}, within(1e-4));
    double[] faster = train(SAMPLES, eta * SAMPLES, epochs, new double[1]);
    table.row(
        SAMPLES,
        "" + eta * SAMPLES,
        epochs,
        epochs * SAMPLES,
        loss(faster, training),
        loss(faster, test));
    show("eta", eta);
    show("largest", eta * SAMPLES);
    double spread = 0;
    for (int s = 1; s < sizes.length; s++) {
      spread = Math.max(spread, Math.abs(scaled[s][epochs] / scaled[0][epochs] - 1));
    }
    check("greatest relative difference of the final losses, rate scaled", spread, below(0.1));
    check(
        "ratio of the final losses of m = 64 and m = 1, rate fixed,",
        fixed[3][epochs] / fixed[0][epochs],
        above(2));
    check(
        "relative difference of the losses of the full batch and m = 1 after equal updates",
        Math.abs(loss(longer, training) / fixed[0][epochs] - 1),
        below(0.1));

    double[] epoch = linspace(0, epochs, epochs + 1);
    var left =
        plot(
            "fixed",
            "With one rate for all batch sizes the training loss falls the more slowly the larger"
                + " the batch is.");
    left.x("epoch").y("training loss").yRange(0, 1);
    var right =
        plot(
            "scaled",
            "With rates in proportion to the batch size the four curves nearly coincide, except"
                + " that the full batch jumps about and lags behind in the first 40 epochs.");
    right.x("epoch").y("training loss").yRange(0, 1);
    for (int s = 0; s < sizes.length; s++) {
      left.line(name(sizes[s]), epoch, fixed[s]);
      right.line(name(sizes[s]), epoch, scaled[s]);
    }
  }

  /** The largest curvature of the training loss at p, by power iteration. */
  private static double curvature(double[] p) {
    double[] direction = initial(new Random(9));
    double length = 0;
    for (int iteration = 0; iteration < 200; iteration++) {
      double norm = 0;
      for (double d : direction) {
        norm += d * d;
      }
      double h = 1e-4 / Math.sqrt(norm);
      double[] up = p.clone();
      double[] down = p.clone();
      for (int k = 0; k < SIZE; k++) {
        up[k] += h * direction[k];
        down[k] -= h * direction[k];
      }
      double[] change = new double[SIZE];
      for (double[] sample : training) {
        backward(up, sample, 1.0 / SAMPLES, change);
        backward(down, sample, -1.0 / SAMPLES, change);
      }
      length = 0;
      for (int k = 0; k < SIZE; k++) {
        length += change[k] * change[k];
        direction[k] = change[k];
      }
      length = Math.sqrt(length) / 2e-4;
    }
    return length;
  }

  /** Batch normalisation of a batch of one. */
  private static void batchNormalisation() {
    INDArray gamma = Nd4j.create(new double[] {1.5, 0.5, 2});
    INDArray beta = Nd4j.create(new double[] {0.1, -0.2, 0.3});
    double[][] inputs = {{3, -1, 0.5}, {-7, 4, 12}};
    double[][] outputs = new double[2][];
    for (int i = 0; i < 2; i++) {
      // @start region="normalise"
      INDArray x = Nd4j.create(new double[][] {inputs[i]}); // one sample
      INDArray mu = x.mean(0);
      INDArray sigma2 = x.var(false, 0).reshape(3);
      INDArray y = Nd4j.nn().batchNorm(x, mu, sigma2, gamma, beta, 1e-5, 1);
      // @end
      outputs[i] = y.toDoubleMatrix()[0];
    }
    show("one", inputs[0]);
    show("other", inputs[1]);
    show("normalised", outputs[0]);
    double distance = 0;
    for (int k = 0; k < 3; k++) {
      for (double[] output : outputs) {
        distance = Math.max(distance, Math.abs(output[k] - beta.getDouble(k)));
      }
    }
    check("distance of the normalised batches of one from β", distance, below(1e-12));
  }

  /** Curvatures of a linear neuron with independent Gaussian inputs. */
  private static final double[] LAMBDA = linspace(0.02, 1, 50);

  // @start region="stable"
  /** Whether all expected squared errors shrink. */
  static boolean stable(double eta, int m) {
    double sum = 0;
    for (double lambda : LAMBDA) {
      double room = 2 - eta * lambda * (1 + 1.0 / m);
      if (room <= 0) {
        return false;
      }
      sum += eta / m * lambda / room;
    }
    return sum < 1;
  }

  // @end

  private static double limit(int m) {
    double low = 0;
    double high = 4;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (stable(middle, m)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The expected squared errors after many updates without noise in the targets. */
  private static double growth(double eta, int m) {
    double[] v = new double[LAMBDA.length];
    Arrays.fill(v, 1);
    for (int t = 0; t < 5000; t++) {
      double loss = 0;
      for (int i = 0; i < v.length; i++) {
        loss += LAMBDA[i] * v[i];
      }
      for (int i = 0; i < v.length; i++) {
        double step = eta * LAMBDA[i];
        double mean = (1 - step) * (1 - step) * v[i];
        v[i] = mean + (step * step * v[i] + eta * step * loss) / m;
      }
    }
    double sum = 0;
    for (double value : v) {
      sum += value;
    }
    return sum / v.length;
  }

  private static void stability() {
    int[] sizes = new int[11];
    double[] m = new double[11];
    double[] limits = new double[11];
    boolean holds = true;
    for (int s = 0; s < sizes.length; s++) {
      sizes[s] = 1 << s;
      m[s] = sizes[s];
      limits[s] = limit(sizes[s]);
      if (sizes[s] % 4 == 1 || sizes[s] % 32 == 0 && sizes[s] < 300) {
        holds &= growth(0.97 * limits[s], sizes[s]) < 1e-3;
        holds &= growth(1.03 * limits[s], sizes[s]) > 1e3;
      }
    }
    double trace = 0;
    for (double lambda : LAMBDA) {
      trace += lambda;
    }
    check("3% below the limits the recursion shrinks, 3% above it grows", holds);
    show("inputsOfNeuron", (long) LAMBDA.length);
    show("limits", limits);
    plot(
            "stability",
            "On logarithmic scales the highest stable rate rises in proportion to the batch size"
                + " for small batches and bends towards the constant 2 for large ones.")
        .x("batch size m")
        .y("highest stable rate")
        .logX()
        .logY()
        .line("limit", m, limits)
        .dashed("m times the limit for 1", m, map(m, size -> size * limits[0]))
        .horizontal(2 / LAMBDA[LAMBDA.length - 1], "2/λ_{max}")
        .yRange(0.01, 10);
  }

  /** How far Adam goes on gradients that are mostly noise, per sample. */
  private static void adam() {
    int budget = 51_200;
    double eta = 0.0005;
    int[] sizes = {1, 4, 16};
    var table =
        table("adam")
            .column("$m$")
            .column("updates")
            .column("rate kept", "%.2f")
            .column("rate ∝ √m", "%.2f")
            .column("rate ∝ m", "%.2f");
    table.tolerance(within(1e-6));
    double[] root = new double[sizes.length];
    for (int s = 0; s < sizes.length; s++) {
      int m = sizes[s];
      root[s] = travel(eta * Math.sqrt(m), m, budget);
      table.row(m, budget / m, travel(eta, m, budget), root[s], travel(eta * m, m, budget));
    }
    check(
        "ratio of the farthest to the nearest end with rates ∝ √m",
        Arrays.stream(root).max().orElseThrow() / Arrays.stream(root).min().orElseThrow(),
        below(1.05));
    show("adamRate", eta);
    show("drift", DRIFT);
    show("budget", (long) budget);
  }

  private static final double DRIFT = 0.05;

  private static double travel(double eta, int m, int budget) {
    Random random = new Random(4);
    double w = 0;
    double first = 0;
    double second = 0;
    for (int t = 1; t <= budget / m; t++) {
      double g = 0;
      for (int i = 0; i < m; i++) {
        g += (DRIFT + random.nextGaussian()) / m;
      }
      first = 0.9 * first + 0.1 * g;
      second = 0.999 * second + 0.001 * g * g;
      double mean = first / (1 - StrictMath.pow(0.9, t));
      double square = second / (1 - StrictMath.pow(0.999, t));
      w -= eta * mean / (Math.sqrt(square) + 1e-8);
    }
    return -w;
  }
}
