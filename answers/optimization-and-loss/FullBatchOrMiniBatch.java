import static answerbook.api.Snippet.*;

import java.util.Locale;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One linear regression, trained by batches of 1, of 20, and of all samples. */
public class FullBatchOrMiniBatch {
  private static final int SAMPLES = 200;
  private static final double[] X = new double[SAMPLES];
  private static final double[] Y = new double[SAMPLES];
  private static final int[] SIZES = {1, 20, SAMPLES};
  private static final double RATE = 0.1;
  private static final int RUNS = 20;
  private static final double[] START = {-1, 2};

  // @start region="gradient"
  /** The mean gradient by w and b over a batch of samples. */
  static double[] gradient(double[] p, int[] batch) {
    double[] sum = new double[2];
    for (int i : batch) {
      double error = p[0] * X[i] + p[1] - Y[i];
      sum[0] += error * X[i] / batch.length;
      sum[1] += error / batch.length;
    }
    return sum;
  }

  // @end

  // @start region="batch"
  /** All samples, or a random batch of them. */
  static int[] batch(int size, Random random) {
    int[] batch = new int[size];
    for (int k = 0; k < size; k++) {
      batch[k] = size == SAMPLES ? k : random.nextInt(SAMPLES);
    }
    return batch;
  }

  // @end

  private interface Schedule {
    double rate(int update);
  }

  /** The parameters after each update. */
  private static double[][] train(int size, int updates, Schedule schedule, Random random) {
    double[][] path = new double[updates + 1][];
    path[0] = START;
    for (int t = 0; t < updates; t++) {
      // @start region="step"
      double[] g = gradient(path[t], batch(size, random));
      double eta = schedule.rate(t);
      double w = path[t][0] - eta * g[0];
      double b = path[t][1] - eta * g[1];
      path[t + 1] = new double[] {w, b};
      // @end
    }
    return path;
  }

  /** Moments of the data and the least-squares solution. */
  private static double xx;

  private static double x1;
  private static double[] best;

  public static void main(String[] args) {
    Random data = new Random(10);
    double xy = 0;
    double y1 = 0;
    for (int i = 0; i < SAMPLES; i++) {
      X[i] = 1 + data.nextGaussian();
      Y[i] = 2 * X[i] - 1 + data.nextGaussian();
      xx += X[i] * X[i] / SAMPLES;
      x1 += X[i] / SAMPLES;
      xy += X[i] * Y[i] / SAMPLES;
      y1 += Y[i] / SAMPLES;
    }
    double w = (xy - x1 * y1) / (xx - x1 * x1);
    best = new double[] {w, y1 - w * x1};
    show("samples", (long) SAMPLES);
    show("rate", RATE);
    matrixForm();
    paths();
    progress();
  }

  /** Half the mean squared error above its minimum. */
  private static double excess(double[] p) {
    double ew = p[0] - best[0];
    double eb = p[1] - best[1];
    return (xx * ew * ew + 2 * x1 * ew * eb + eb * eb) / 2;
  }

  private static void matrixForm() {
    double[] p = {0.3, -0.7};
    int[] batch = batch(20, new Random(3));
    double[][] rows = new double[batch.length][];
    double[][] targets = new double[batch.length][];
    for (int k = 0; k < batch.length; k++) {
      rows[k] = new double[] {X[batch[k]], 1};
      targets[k] = new double[] {Y[batch[k]]};
    }
    INDArray x = Nd4j.create(rows);
    INDArray error = x.mmul(Nd4j.create(new double[][] {{p[0]}, {p[1]}})).sub(Nd4j.create(targets));
    INDArray g = x.transpose().mmul(error).div(batch.length);
    double[] loop = gradient(p, batch);
    check(
        "distance of a mini-batch's gradient from that by ND4J's matrix products",
        Math.hypot(g.getDouble(0) - loop[0], g.getDouble(1) - loop[1]),
        below(1e-12));
    int[] all = batch(SAMPLES, new Random(3));
    double[] zero = gradient(best, all);
    check(
        "length of the full gradient at the least-squares solution",
        Math.hypot(zero[0], zero[1]),
        below(1e-12));
  }

  private static void paths() {
    int updates = 60;
    show("pathUpdates", (long) updates);
    var plot =
        plot(
            "paths",
            "In the plane of w and b three paths lead from the same start towards the minimum."
                + " That of the full batch is a smooth curve, that of mini-batches wavers a little"
                + " about it, and that of single samples jumps to and fro.");
    plot.x("w").y("b");
    for (int s = 0; s < SIZES.length; s++) {
      double[][] path = train(SIZES[s], updates, t -> RATE, new Random(4));
      double[] w = new double[updates + 1];
      double[] b = new double[updates + 1];
      for (int t = 0; t <= updates; t++) {
        w[t] = path[t][0];
        b[t] = path[t][1];
      }
      plot.line(name(SIZES[s]), w, b);
    }
    plot.note(best[0], best[1], "minimum");
  }

  private static String name(int size) {
    return size == SAMPLES ? "full batch" : String.format(Locale.ROOT, "m = %d", size);
  }

  private static void progress() {
    int epochs = 60;
    double threshold = 0.2;
    show("threshold", threshold);
    show("startExcess", excess(START));
    var table =
        table("comparison")
            .column("$m$")
            .column("updates in an epoch")
            .column("epochs", "%.1f")
            .column("long run, simulated", "%.5f")
            .column("long run, computed", "%.5f");
    table.tolerance(within(1e-6));
    double[][] curves = new double[SIZES.length + 1][];
    double[] floors = new double[SIZES.length];
    for (int s = 0; s < SIZES.length; s++) {
      int size = SIZES[s];
      int perEpoch = SAMPLES / size;
      double[][] path = train(size, epochs * perEpoch, t -> RATE, new Random(4));
      int t = 0;
      while (excess(path[t]) > threshold) {
        t++;
      }
      curves[s] = meanCurve(size, epochs, update -> RATE);
      floors[s] = simulatedFloor(size);
      double computed = computedFloor(size, RATE);
      if (size == SAMPLES) {
        check("excess of the full batch in the long run", floors[s], below(1e-12));
        floors[s] = 0;
      }
      table.row(size, perEpoch, (double) t / perEpoch, floors[s], computed);
      if (size < SAMPLES) {
        check(
            "ratio of simulated to computed excess in the long run, m = " + size + ",",
            floors[s] / computed,
            between(0.95, 1.05));
      }
    }
    double[][] noise = single(new double[2][2]);
    double firstOrder = RATE * (noise[0][0] + noise[1][1]) / 4;
    show("trace", noise[0][0] + noise[1][1]);
    show("firstOrder", new double[] {firstOrder, firstOrder / SIZES[1]});
    check(
        "ratio of the computed excess to the first-order formula at a tenth of the rate, m = 20,",
        computedFloor(SIZES[1], RATE / 10) / (firstOrder / 10 / SIZES[1]),
        between(0.99, 1.03));
    Schedule decaying = t -> RATE / (1 + (double) t / SAMPLES);
    curves[SIZES.length] = meanCurve(1, epochs, decaying);
    show("decayed", curves[SIZES.length][10 * epochs], within(1e-6));
    show("runs", (long) RUNS);
    show("epochs", (long) epochs);

    double[] epoch = linspace(0, epochs, curves[0].length);
    plot(
            "progress",
            "On a logarithmic scale the mean excess loss with single samples drops within the"
                + " first epoch and then stays at a high level. With a decaying rate it goes on"
                + " falling. With mini-batches of 20 it falls within a few epochs and then stays at"
                + " a lower level. With the full batch it falls steadily and slowly.")
        .x("epoch")
        .y("loss above its minimum")
        .logY()
        .yRange(1e-4, 10)
        .line(name(SIZES[0]), epoch, curves[0])
        .line(name(SIZES[1]), epoch, curves[1])
        .line(name(SIZES[2]), linspace(0, epochs, epochs + 1), every(curves[2]))
        .line("m = 1, decaying rate", epoch, curves[3]);
  }

  /** The excess at 10 moments in each epoch, a mean over runs. */
  private static double[] meanCurve(int size, int epochs, Schedule schedule) {
    double[] values = new double[10 * epochs + 1];
    int updates = epochs * SAMPLES / size;
    for (int run = 0; run < RUNS; run++) {
      double[][] path = train(size, updates, schedule, new Random(run));
      for (int k = 0; k < values.length; k++) {
        int update = (int) ((long) k * updates / (values.length - 1));
        values[k] += excess(path[update]) / RUNS;
      }
    }
    return values;
  }

  private static double[] every(double[] values) {
    double[] thinned = new double[values.length / 10 + 1];
    for (int k = 0; k < thinned.length; k++) {
      thinned[k] = values[10 * k];
    }
    return thinned;
  }

  private static double simulatedFloor(int size) {
    int updates = size == 1 ? 400_000 : size == SAMPLES ? 2000 : 100_000;
    int settled = 1000;
    Random random = new Random(5);
    double[] p = START.clone();
    double sum = 0;
    for (int t = 0; t < updates + settled; t++) {
      double[] g = gradient(p, batch(size, random));
      p[0] -= RATE * g[0];
      p[1] -= RATE * g[1];
      sum += t < settled ? 0 : excess(p);
    }
    return sum / updates;
  }

  /** The stationary second moments of the distance from the minimum, iterated exactly. */
  private static double computedFloor(int size, double rate) {
    double m = size == SAMPLES ? Double.POSITIVE_INFINITY : size;
    double[][] h = {{xx, x1}, {x1, 1}};
    double[][] moment = new double[2][2];
    for (int t = 0; t < 5000; t++) {
      double[][] hm = product(h, moment);
      double[][] hmh = product(hm, h);
      double[][] single = single(moment);
      double[][] next = new double[2][2];
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          double noise = single[i][j] / m + (1 - 1 / m) * hmh[i][j];
          next[i][j] = moment[i][j] - rate * (hm[i][j] + hm[j][i]) + rate * rate * noise;
        }
      }
      moment = next;
    }
    return (xx * moment[0][0] + 2 * x1 * moment[0][1] + moment[1][1]) / 2;
  }

  /** The second moments of one sample's gradient. */
  private static double[][] single(double[][] moment) {
    double[][] sum = new double[2][2];
    for (int i = 0; i < SAMPLES; i++) {
      double residual = Y[i] - best[0] * X[i] - best[1];
      double square =
          X[i] * X[i] * moment[0][0] + 2 * X[i] * moment[0][1] + moment[1][1] + residual * residual;
      sum[0][0] += square * X[i] * X[i] / SAMPLES;
      sum[0][1] += square * X[i] / SAMPLES;
      sum[1][1] += square / SAMPLES;
    }
    sum[1][0] = sum[0][1];
    return sum;
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        c[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j];
      }
    }
    return c;
  }
}
