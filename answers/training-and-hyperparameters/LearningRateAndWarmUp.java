import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Learning rates that are too high, too low and right; and what a warm-up changes. */
public class LearningRateAndWarmUp {
  private static final int[] SIZES = {4, 12, 12, 12, 1};
  private static final int LAYERS = SIZES.length - 1;
  private static final int N = 128;
  private static final int BATCH = 16;
  private static final int UPDATES = 400;
  private static final int WARM_UP = 100;
  private static final double MOMENTUM = 0.9;
  private static final double OFFSET = 10; // of the targets, in the test of warm-up

  // @start region="warmup"
  static double rate(int update, double peak, int warmUp) {
    return peak * Math.min(1, (update + 1) / (double) warmUp);
  }

  // @end

  public static void main(String[] args) {
    show("updates", (long) UPDATES);
    show("warmUp", (long) WARM_UP);
    show("momentum", MOMENTUM);
    gradientCheck();
    fourRates();
    warmUp();
    adam();
  }

  // ---- a ReLU network with three hidden layers, trained by mini-batches on the square error

  private static final class Net {
    private final double[][][] weights = new double[LAYERS][][]; // the last row holds the biases
    private final double[][][] velocity = new double[LAYERS][][];
    private final double[][] x = new double[N][SIZES[0]];
    private final double[] y = new double[N];
    private final Random random;

    private Net(long seed, double offset) {
      random = new Random(seed);
      for (int i = 0; i < N; i++) {
        for (int j = 0; j < SIZES[0]; j++) {
          x[i][j] = random.nextGaussian();
        }
        y[i] = offset + x[i][0] * x[i][1] + x[i][2] / 2;
      }
      for (int layer = 0; layer < LAYERS; layer++) {
        int in = SIZES[layer];
        weights[layer] = new double[in + 1][SIZES[layer + 1]];
        velocity[layer] = new double[in + 1][SIZES[layer + 1]];
        for (int j = 0; j < in; j++) {
          for (int k = 0; k < SIZES[layer + 1]; k++) {
            weights[layer][j][k] = Math.sqrt(2.0 / in) * random.nextGaussian();
          }
        }
      }
    }

    private double[][] forward(double[] input) {
      double[][] a = new double[LAYERS + 1][];
      a[0] = input;
      for (int layer = 0; layer < LAYERS; layer++) {
        double[][] w = weights[layer];
        double[] z = w[w.length - 1].clone();
        for (int j = 0; j < w.length - 1; j++) {
          for (int k = 0; k < z.length; k++) {
            z[k] += a[layer][j] * w[j][k];
          }
        }
        for (int k = 0; layer < LAYERS - 1 && k < z.length; k++) {
          z[k] = Math.max(0, z[k]);
        }
        a[layer + 1] = z;
      }
      return a;
    }

    private double error() {
      double sum = 0;
      for (int i = 0; i < N; i++) {
        double d = forward(x[i])[LAYERS][0] - y[i];
        sum += d * d / N;
      }
      return sum;
    }

    /** How many ReLUs are zero for every sample, in the layer that has most of them. */
    private int dead() {
      int most = 0;
      for (int layer = 1; layer < LAYERS; layer++) {
        int count = 0;
        for (int k = 0; k < SIZES[layer]; k++) {
          double sum = 0;
          for (double[] row : x) {
            sum += forward(row)[layer][k];
          }
          count += sum == 0 ? 1 : 0;
        }
        most = Math.max(most, count);
      }
      return most;
    }

    private double[][][] gradient(int[] ids) {
      double[][][] g = new double[LAYERS][][];
      for (int layer = 0; layer < LAYERS; layer++) {
        g[layer] = new double[SIZES[layer] + 1][SIZES[layer + 1]];
      }
      for (int i : ids) {
        double[][] a = forward(x[i]);
        double[] delta = {2 * (a[LAYERS][0] - y[i]) / ids.length};
        for (int layer = LAYERS - 1; layer >= 0; layer--) {
          double[] back = new double[SIZES[layer]];
          for (int k = 0; k < delta.length; k++) {
            g[layer][SIZES[layer]][k] += delta[k];
            for (int j = 0; j < back.length; j++) {
              g[layer][j][k] += a[layer][j] * delta[k];
              back[j] += a[layer][j] > 0 ? weights[layer][j][k] * delta[k] : 0;
            }
          }
          delta = back;
        }
      }
      return g;
    }

    private void update(double rate, double momentum) {
      double[][][] g = gradient(random.ints(BATCH, 0, N).toArray());
      for (int layer = 0; layer < LAYERS; layer++) {
        for (int j = 0; j < g[layer].length; j++) {
          for (int k = 0; k < g[layer][j].length; k++) {
            velocity[layer][j][k] = momentum * velocity[layer][j][k] + g[layer][j][k];
            weights[layer][j][k] -= rate * velocity[layer][j][k];
          }
        }
      }
    }
  }

  private static void gradientCheck() {
    Net net = new Net(1, 0);
    int[] all = new int[N];
    Arrays.setAll(all, i -> i);
    double[][][] g = net.gradient(all);
    double h = 1e-6;
    double worst = 0;
    for (int layer = 0; layer < LAYERS; layer++) {
      for (int j = 0; j < g[layer].length; j++) {
        double old = net.weights[layer][j][0];
        net.weights[layer][j][0] = old + h;
        double up = net.error();
        net.weights[layer][j][0] = old - h;
        double down = net.error();
        net.weights[layer][j][0] = old;
        worst = Math.max(worst, Math.abs((up - down) / (2 * h) - g[layer][j][0]));
      }
    }
    check("error of the gradient against finite differences", worst, below(1e-6));
  }

  // ---- 1. training error against epochs

  private static void fourRates() {
    double[] rates = {1, 0.25, 0.07, 0.001};
    String[] names = {"diverges", "too high", "acceptable", "too low"};
    int epochs = 60;
    double top = 3;
    double[] time = linspace(0, epochs, epochs + 1);
    var plot =
        plot(
            "curves",
            "Training error against the epoch, from one start. With the highest rate it leaves the"
                + " plot upwards at once. With a rate that is too high it falls a little, rises"
                + " again and stays about 1. With an acceptable rate it falls fast, then slowly, to"
                + " nearly 0. With a rate that is too low it falls slowly all the time.");
    plot.x("epoch").y("training error (mean square)").yRange(0, top);
    double[] ends = new double[rates.length];
    int[] dead = new int[rates.length];
    for (int r = 0; r < rates.length; r++) {
      Net net = new Net(4, 0);
      double[] curve = new double[epochs + 1];
      for (int epoch = 0; epoch <= epochs; epoch++) {
        double error = net.error();
        curve[epoch] = error < top ? error : Double.NaN;
        if (!(error < top) && epoch > 0 && curve[epoch - 1] < top) {
          curve[epoch] = top; // the line leaves the plot here
        }
        ends[r] = error;
        for (int update = 0; update < N / BATCH; update++) {
          net.update(rates[r], 0);
        }
      }
      dead[r] = net.dead();
      plot.line(names[r] + ": " + rates[r], time, curve);
    }
    check("the highest rate ends at infinity or NaN", !Double.isFinite(ends[0]));
    show("rates", rates);
    show("epochs", (long) epochs);
    show("deadHigh", (long) dead[1]);
    show("width", (long) SIZES[1]);
    check("dead ReLUs, too high over acceptable rate", dead[1] - dead[2], above(5));
    show("highEnd", ends[1], within(1e-4));
    show("goodEnd", ends[2], within(1e-4));
    show("lowEnd", ends[3], within(1e-4));
    show("constant", variance(new Net(4, 0).y));
  }

  /** The error of the best constant output. */
  private static double variance(double[] y) {
    double mean = Arrays.stream(y).average().orElseThrow();
    return Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  // ---- 2. peak rates with and without a warm-up

  private static void warmUp() {
    double[] peaks = {0.003, 0.006, 0.012, 0.02, 0.03, 0.05};
    int seeds = 5;
    int at = 4; // the rate that the text looks at
    double[][] medians = new double[2][peaks.length];
    int useless = 0;
    for (int way = 0; way < 2; way++) {
      for (int p = 0; p < peaks.length; p++) {
        double[] ends = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
          Net net = new Net(seed, OFFSET);
          for (int update = 0; update < UPDATES; update++) {
            net.update(rate(update, peaks[p], way == 0 ? 1 : WARM_UP), MOMENTUM);
          }
          double error = net.error();
          ends[seed] = Double.isFinite(error) ? error : Double.POSITIVE_INFINITY;
          useless += way == 0 && p == at && !(error < 0.99 * variance(net.y)) ? 1 : 0;
        }
        Arrays.sort(ends);
        medians[way][p] = ends[seeds / 2];
      }
    }
    show("offset", OFFSET);
    show("seeds", (long) seeds);
    show("useless", (long) useless);
    show("peak", peaks[at]);
    show("without", medians[0][at], within(1e-4));
    show("with", medians[1][at], within(1e-4));
    check("median error without over that with warm-up", medians[0][at] / medians[1][at], above(5));
    double top = 10;
    plot(
            "peaks",
            "The median training error at the end against the learning rate, both logarithmic."
                + " Without a warm-up it is low up to a rate of 0.012, above 1 from 0.02 on, and"
                + " leaves the plot at 0.05. With a warm-up it stays low up to 0.03 and is about 1"
                + " at 0.05.")
        .x("learning rate after the warm-up")
        .y("training error at the end, median")
        .logX()
        .logY()
        .yRange(0.01, top)
        .line("without warm-up", peaks, map(medians[0], e -> Math.min(e, top)))
        .line("with warm-up", peaks, medians[1]);
  }

  // ---- Adam on gradients that are noise and nothing else

  private static void adam() {
    int n = 4000;
    int steps = 200;
    double beta1 = 0.9;
    double beta2 = 0.999;
    Random random = new Random(9);
    double[] m = new double[n];
    double[] v = new double[n];
    double[] rms = new double[steps];
    INDArray state = Nd4j.zeros(DataType.DOUBLE, 1, 2 * n);
    var updater = new Adam(1, beta1, beta2, 1e-12).instantiate(state, true);
    double worst = 0;
    for (int t = 1; t <= steps; t++) {
      double[] step = new double[n];
      double[] gradient = new double[n];
      for (int k = 0; k < n; k++) {
        double g = random.nextGaussian();
        gradient[k] = g;
        // @start region="adam"
        m[k] = beta1 * m[k] + (1 - beta1) * g;
        v[k] = beta2 * v[k] + (1 - beta2) * g * g;
        double mean = m[k] / (1 - Math.pow(beta1, t));
        double square = v[k] / (1 - Math.pow(beta2, t));
        step[k] = mean / Math.sqrt(square); // times the learning rate
        // @end
        rms[t - 1] += step[k] * step[k] / n;
      }
      rms[t - 1] = Math.sqrt(rms[t - 1]);
      if (t <= 5) {
        INDArray row = Nd4j.create(new double[][] {gradient});
        updater.applyUpdater(row, t - 1, 0);
        for (int k = 0; k < n; k++) {
          worst = Math.max(worst, Math.abs(row.getDouble(k) - step[k]));
        }
      }
    }
    double late = Math.sqrt((1 - beta1) / (1 + beta1));
    check("difference from ND4J's Adam over five updates", worst, below(1e-5));
    check("root mean square of the first update", rms[0], near(1, 1e-12));
    check("the same after 200 updates over its limit", rms[steps - 1] / late, near(1, 0.05));
    show("beta1", beta1);
    show("late", late);
    show("early", 1 / late);
    double[] time = linspace(1, steps, steps);
    double[] warm = new double[steps];
    for (int t = 0; t < steps; t++) {
      warm[t] = rms[t] * rate(t, 1, WARM_UP);
    }
    plot(
            "adam",
            "The size of Adam's updates on pure noise. Without a warm-up it is 1 at the first"
                + " update, falls below one half within ten and levels off at 0.23. With a warm-up"
                + " it starts near 0, and rises to the same level within 100 updates.")
        .x("update")
        .y("root mean square of the update, in learning rates")
        .line("Adam", time, rms)
        .line("with warm-up", time, warm)
        .horizontal(late, "limit");
  }
}
