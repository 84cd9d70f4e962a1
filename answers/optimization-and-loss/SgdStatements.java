import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What is true of stochastic gradient descent: order, noise, local minima, memory. */
public class SgdStatements {
  public static void main(String[] args) {
    noise();
    minima();
    memory();
  }

  // ---- statements 1 and 2: logistic regression, one sample at a time

  private static final int SAMPLES = 200;
  private static final int WIDTH = 5;
  private static final double[][] X = new double[SAMPLES][WIDTH];
  private static final double[] Y = new double[SAMPLES];

  static {
    Random random = new Random(1);
    for (int n = 0; n < SAMPLES; n++) {
      double z = random.nextGaussian();
      for (int j = 0; j < WIDTH; j++) {
        X[n][j] = random.nextGaussian();
        z += (j % 2 == 0 ? 1 : -1) * X[n][j];
      }
      Y[n] = z > 0 ? 1 : 0;
    }
  }

  private static double output(double[] w, int n) {
    double z = 0;
    for (int j = 0; j < WIDTH; j++) {
      z += w[j] * X[n][j];
    }
    return 1 / (1 + StrictMath.exp(-z));
  }

  private static double loss(double[] w) {
    double sum = 0;
    for (int n = 0; n < SAMPLES; n++) {
      double a = output(w, n);
      sum -= StrictMath.log(Y[n] == 1 ? a : 1 - a);
    }
    return sum / SAMPLES;
  }

  private static double[] gradient(double[] w, int n) {
    double error = output(w, n) - Y[n];
    double[] g = new double[WIDTH];
    for (int j = 0; j < WIDTH; j++) {
      g[j] = error * X[n][j];
    }
    return g;
  }

  // @start region="full"
  /** The mean gradient of all samples. */
  static double[] gradient(double[] w) {
    double[] mean = new double[WIDTH];
    for (int n = 0; n < SAMPLES; n++) {
      add(mean, 1.0 / SAMPLES, gradient(w, n));
    }
    return mean;
  }

  // @end

  // @start region="epochs"
  static void batchEpoch(double[] w, double rate) {
    add(w, -rate, gradient(w)); // all samples, then one update
  }

  static void sgdEpoch(double[] w, double rate, int[] order) {
    for (int n : order) {
      add(w, -rate, gradient(w, n)); // one sample, one update
    }
  }

  // @end

  private static void add(double[] w, double factor, double[] v) {
    for (int j = 0; j < w.length; j++) {
      w[j] += factor * v[j];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static int[] shuffled(int count, Random random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static double norm(double[] v) {
    return Math.sqrt(dot(v, v));
  }

  private static void noise() {
    double[] best = new double[WIDTH];
    for (int t = 0; t < 3000; t++) {
      batchEpoch(best, 1);
    }
    double least = loss(best);
    show("samples", (long) SAMPLES);
    check("length of the full gradient at the least loss", norm(gradient(best)), below(1e-10));
    double remaining = 0;
    for (int n = 0; n < SAMPLES; n++) {
      remaining += norm(gradient(best, n)) / SAMPLES;
    }
    show("sizeAtMinimum", remaining, within(1e-6));
    var table =
        table("noise")
            .column("epochs before")
            .column("full gradient", "%.4f")
            .column("one sample's", "%.3f")
            .column("pointing uphill", "%.0f%%");
    table.tolerance(within(1e-6));
    double[] w = new double[WIDTH];
    double error = 0;
    for (int epoch = 0; epoch <= 100; epoch++) {
      if (epoch == 0 || epoch == 1 || epoch == 10 || epoch == 100) {
        double[] full = gradient(w);
        double size = 0;
        int uphill = 0;
        for (int n = 0; n < SAMPLES; n++) {
          double[] g = gradient(w, n);
          size += norm(g) / SAMPLES;
          uphill += dot(g, full) < 0 ? 1 : 0;
        }
        table.row(epoch, norm(full), size, 100.0 * uphill / SAMPLES);
        if (epoch == 0) {
          show("uphillFirst", 100.0 * uphill / SAMPLES);
        }
        for (int j = 0; j < WIDTH; j++) {
          double[] up = w.clone();
          double[] down = w.clone();
          up[j] += 1e-5;
          down[j] -= 1e-5;
          error = Math.max(error, Math.abs((loss(up) - loss(down)) / 2e-5 - full[j]));
        }
      }
      batchEpoch(w, 1);
    }
    check(
        "error of the mean of the samples' gradients against finite differences",
        error,
        below(1e-9));

    int epochs = 200;
    double[] axis = linspace(0, epochs, epochs + 1);
    double[][] curves = new double[3][epochs + 1];
    double[][] weights = new double[3][WIDTH];
    Random random = new Random(2);
    double batchRate = 1;
    double rate = 0.1;
    for (int e = 0; e <= epochs; e++) {
      for (int k = 0; k < 3; k++) {
        curves[k][e] = loss(weights[k]) - least;
      }
      int[] order = shuffled(SAMPLES, random);
      batchEpoch(weights[0], batchRate);
      sgdEpoch(weights[1], rate, order);
      sgdEpoch(weights[2], rate / (1 + e / 5.0), order);
    }
    show("batchRate", batchRate);
    show("sgdRate", rate);
    for (int k = 0; k < 3; k++) {
      String name = List.of("batch", "constant", "falling").get(k);
      show(name + "One", curves[k][1], within(1e-6));
    }
    show("epochs", (long) epochs);
    double floor = 0;
    for (int e = epochs / 2 + 1; e <= epochs; e++) {
      floor += curves[1][e] / (epochs / 2);
    }
    int crossing = 0;
    while (curves[0][crossing] > floor) {
      crossing++;
    }
    show("floor", floor, within(1e-6));
    show("crossing", (long) crossing);
    plot(
            "curves",
            "Loss above the least possible, on a logarithmic axis, against epochs. SGD drops"
                + " within a few epochs; at a constant rate it then wavers about one level. The"
                + " full batch starts slowly and falls steadily, below that level in the end. SGD"
                + " with a falling rate is the lowest all the way.")
        .x("epoch")
        .y("loss above the least possible")
        .logY()
        .line("full batch", axis, curves[0])
        .line("SGD, constant rate", axis, curves[1])
        .line("SGD, falling rate", axis, curves[2]);
  }

  // ---- statement 3: the frequency of a sine

  private static final int POINTS = 20;
  private static final double TRUE_FREQUENCY = 4;

  private static double sineLoss(double[] x, double[] y, double w) {
    double sum = 0;
    for (int n = 0; n < x.length; n++) {
      double error = StrictMath.sin(w * x[n]) - y[n];
      sum += error * error / 2;
    }
    return sum / x.length;
  }

  // @start region="sine"
  static double slope(double x, double y, double w) {
    double error = StrictMath.sin(w * x) - y;
    return error * StrictMath.cos(w * x) * x;
  }

  // @end

  private static double distance(double w) {
    return Math.abs(w - TRUE_FREQUENCY);
  }

  private static void minima() {
    show("points", (long) POINTS);
    show("frequency", TRUE_FREQUENCY);
    int starts = 200;
    int epochs = 100;
    double[] rates = {0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 0.7, 1};
    double[][] shares = new double[4][rates.length];
    show("starts", (long) starts);
    show("sineEpochs", (long) epochs);
    for (int set = 0; set < 2; set++) {
      double noise = set == 0 ? 0 : 0.3;
      Random random = new Random(3);
      double[] x = new double[POINTS];
      double[] y = new double[POINTS];
      for (int n = 0; n < POINTS; n++) {
        x[n] = 3 * random.nextDouble();
        y[n] = StrictMath.sin(TRUE_FREQUENCY * x[n]) + noise * random.nextGaussian();
      }
      for (int r = 0; r < rates.length; r++) {
        for (int s = 0; s < starts; s++) {
          double batch = 0.05 + 10.0 * s / starts;
          double single = batch;
          for (int t = 0; t < epochs; t++) {
            double mean = 0;
            for (int n : shuffled(POINTS, random)) {
              mean += slope(x[n], y[n], batch) / POINTS;
              single -= rates[r] * slope(x[n], y[n], single);
            }
            batch -= rates[r] * mean;
          }
          shares[2 * set][r] += distance(batch) < 0.2 ? 100.0 / starts : 0;
          shares[2 * set + 1][r] += distance(single) < 0.2 ? 100.0 / starts : 0;
        }
      }
      if (set == 0) {
        landscape(x, y);
      } else {
      }
    }
    show("batchBest", Arrays.stream(shares[0]).max().getAsDouble());
    show("batchLargest", rates[rates.length - 1]);
    show("sgdSmall", shares[1][0]);
    show("sgdSmallRate", rates[0]);
    show("sgdBest", Arrays.stream(shares[1]).max().getAsDouble());
    show("noisySgdBest", Arrays.stream(shares[3]).max().getAsDouble());
    show("noisySgdLargest", shares[3][rates.length - 1]);
    plot(
            "shares",
            "Share of starts that end at the lowest minimum, against the learning rate. The full"
                + " batch stays near 28 per cent at every rate from 0.03. SGD rises from there to"
                + " over 90 per cent at 0.5. With noisy targets SGD rises to under 60 per cent"
                + " and then falls to almost nothing.")
        .x("learning rate")
        .y("starts that end at the best frequency (%)")
        .logX()
        .yRange(0, 100)
        .line("full batch", rates, shares[0])
        .line("SGD", rates, shares[1])
        .line("SGD, noisy targets", rates, shares[3]);
  }

  private static void landscape(double[] x, double[] y) {
    double local = 6;
    double error = 0;
    for (int t = 0; t < 2000; t++) {
      double mean = 0;
      for (int n = 0; n < POINTS; n++) {
        mean += slope(x[n], y[n], local) / POINTS;
      }
      if (t == 0) {
        double h = 1e-5;
        double difference = (sineLoss(x, y, local + h) - sineLoss(x, y, local - h)) / (2 * h);
        error = Math.abs(mean - difference);
      }
      local -= 0.1 * mean;
    }
    check("error of the slope against finite differences", error, below(1e-9));
    double squares = 0;
    double squaresAtBest = 0;
    double mean = 0;
    for (int n = 0; n < POINTS; n++) {
      squares += StrictMath.pow(slope(x[n], y[n], local), 2) / POINTS;
      squaresAtBest += StrictMath.pow(slope(x[n], y[n], TRUE_FREQUENCY), 2) / POINTS;
      mean += slope(x[n], y[n], local) / POINTS;
    }
    check("slope of the loss at the local minimum", Math.abs(mean), below(1e-9));
    check("largest slope of a sample at the best frequency", squaresAtBest, below(1e-20));
    show("local", local, within(1e-6));
    show("localSlope", Math.sqrt(squares), within(1e-6));
    plot(
            "landscape",
            "The loss against the frequency: a deep and narrow minimum of 0 at 4, between higher"
                + " local minima on both sides.")
        .x("frequency w")
        .y("loss")
        .line("", 0, 10, w -> sineLoss(x, y, w))
        .note(local, sineLoss(x, y, local), "a local minimum");
  }

  // ---- statement 4: numbers held in memory

  private static void memory() {
    int[] sizes = {784, 100, 10};
    int dataset = 60_000;
    // @start region="memory"
    long parameters = 0;
    long activations = sizes[0]; // kept for the backward pass
    for (int l = 1; l < sizes.length; l++) {
      parameters += (long) sizes[l] * sizes[l - 1] + sizes[l];
      activations += sizes[l];
    }
    // @end
    show("sizes", sizes);
    show("dataset", (long) dataset);
    show("parameters", parameters);
    var table =
        table("memory").column("method").column("weights and gradient").column("activations");
    table.row("SGD, one sample", 2 * parameters, activations);
    table.row("SGD, mini-batch of 128", 2 * parameters, 128 * activations);
    table.row("full batch at once", 2 * parameters, dataset * activations);
    table.row("full batch, sample by sample", 2 * parameters, activations);
    INDArray count = Nd4j.zeros(DataType.DOUBLE, sizes[0] + 1, sizes[1]);
    INDArray second = Nd4j.zeros(DataType.DOUBLE, sizes[1] + 1, sizes[2]);
    check("ND4J's arrays hold as many parameters", count.length() + second.length() == parameters);
  }
}
