import static answerbook.api.Snippet.*;

import answerbook.api.Plot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Data-parallel SGD: waiting for all workers, against stale gradients. */
public class AsynchronousOrSynchronous {
  public static void main(String[] args) {
    shards();
    waiting();
    staleness();
    race();
  }

  // ---- a linear model, its mini-batches and its gradient

  private static final int WIDTH = 10;
  private static final double NOISE = 0.5;
  private static final double[] TRUTH = new double[WIDTH];

  static {
    for (int i = 0; i < WIDTH; i++) {
      TRUTH[i] = i % 2 == 0 ? 1 : -1;
    }
  }

  /** The sum over {@code count} fresh samples of the gradient of (w·x − y)²/2. */
  private static double[] gradientSum(double[] w, int count, Random random) {
    double[] sum = new double[WIDTH];
    for (int n = 0; n < count; n++) {
      double[] x = new double[WIDTH];
      double error = NOISE * random.nextGaussian();
      for (int i = 0; i < WIDTH; i++) {
        x[i] = random.nextGaussian();
        error += (w[i] - TRUTH[i]) * x[i];
      }
      for (int i = 0; i < WIDTH; i++) {
        sum[i] += error * x[i];
      }
    }
    return sum;
  }

  /** The expected excess loss: half the squared distance, as the inputs are white. */
  private static double excess(double[] w) {
    double sum = 0;
    for (int i = 0; i < WIDTH; i++) {
      sum += (w[i] - TRUTH[i]) * (w[i] - TRUTH[i]) / 2;
    }
    return sum;
  }

  private static void step(double[] w, double[] sum, double rate, int count) {
    for (int i = 0; i < WIDTH; i++) {
      w[i] -= rate * sum[i] / count;
    }
  }

  private static void shards() {
    int workers = 8;
    int batch = 16;
    double[] w = new double[WIDTH];
    double[] union = gradientSum(w, workers * batch, new Random(1));
    Random random = new Random(1);
    double[] mean = new double[WIDTH];
    for (int k = 0; k < workers; k++) {
      double[] sum = gradientSum(w, batch, random);
      for (int i = 0; i < WIDTH; i++) {
        mean[i] += sum[i] / batch / workers;
      }
    }
    double gap = 0;
    for (int i = 0; i < WIDTH; i++) {
      gap = Math.max(gap, Math.abs(mean[i] - union[i] / (workers * batch)));
    }
    check("the mean of the shards' gradients less the gradient of all samples", gap, below(1e-14));
  }

  // ---- how long a step takes

  private static final double LEAST = 0.5;

  private static double seconds(double least, Random random) {
    return least - (1 - least) * StrictMath.log(1 - random.nextDouble());
  }

  private static void waiting() {
    Random random = new Random(2);
    int rounds = 4000;
    var table =
        table("waiting")
            .column("workers $K$")
            .column("synchronous, simulated", "%.2f")
            .column("by formula", "%.2f")
            .column("asynchronous", "%.0f");
    table.tolerance(within(1e-6));
    double worst = 0;
    for (int workers : new int[] {1, 2, 4, 8, 16, 32, 64}) {
      double sum = 0;
      for (int r = 0; r < rounds; r++) {
        double slowest = 0;
        for (int k = 0; k < workers; k++) {
          slowest = Math.max(slowest, seconds(LEAST, random));
        }
        sum += slowest;
      }
      double harmonic = 0;
      for (int k = 1; k <= workers; k++) {
        harmonic += 1.0 / k;
      }
      double expected = LEAST + (1 - LEAST) * harmonic;
      worst = Math.max(worst, Math.abs(sum / rounds / expected - 1));
      table.row(workers, workers / (sum / rounds), workers / expected, (double) workers);
      if (workers == 64) {
        show("manyWorkers", (long) workers);
        show("manyRound", expected);
        show("idle", 100 * (1 - 1 / expected));
      }
    }
    show("least", LEAST);
    check("relative error of the formula for a round's length", worst, below(0.02));
  }

  // ---- what stale gradients do to stability

  // @start region="delay"
  /** Whether w ← w − a · (w of delay steps ago) dies out. */
  static boolean stable(double a, int delay) {
    int length = delay + 1;
    double[] ring = new double[length]; // the last values of w
    Arrays.fill(ring, 1);
    double w = 1;
    for (int t = 0; t < 40_000 && Math.abs(w) < 1e6; t++) {
      w -= a * ring[t % length];
      ring[t % length] = w;
    }
    return Math.abs(w) < 1;
  }

  // @end

  private static void staleness() {
    int[] delays = {0, 1, 2, 3, 7, 15, 31};
    double[] limits = new double[delays.length];
    double[] formula = new double[delays.length];
    double worst = 0;
    var table =
        table("delay")
            .column("delay $\\tau$")
            .column("limit of $\\eta\\lambda$, simulated", "%.4f")
            .column("by formula", "%.4f");
    table.tolerance(within(1e-4));
    for (int d = 0; d < delays.length; d++) {
      double low = 0;
      double high = 3;
      for (int i = 0; i < 14; i++) {
        double middle = (low + high) / 2;
        if (stable(middle, delays[d])) {
          low = middle;
        } else {
          high = middle;
        }
      }
      limits[d] = (low + high) / 2;
      formula[d] = 2 * StrictMath.sin(Math.PI / (2 * (2 * delays[d] + 1)));
      worst = Math.max(worst, Math.abs(limits[d] / formula[d] - 1));
      table.row(delays[d], limits[d], formula[d]);
      show("limit" + delays[d], formula[d]);
    }
    check("relative error of the limit by formula", worst, below(0.005));
  }

  // ---- the race

  private static final int WORKERS = 16;
  private static final int BATCH = 4;
  private static final double END = 60;

  /** A training run: loss after each update. */
  private record Run(double[] time, double[] loss, int updates, double staleness) {
    double timeBelow(double target) {
      for (int i = 0; i < loss.length; i++) {
        if (loss[i] < target) {
          return time[i];
        }
      }
      return Double.POSITIVE_INFINITY;
    }

    double last() {
      return loss[loss.length - 1];
    }
  }

  /** Worker 0 takes {@code slow} times as long as the others. */
  private static double seconds(int worker, double slow, Random clock) {
    return (worker == 0 ? slow : 1) * seconds(LEAST, clock);
  }

  /** Each update waits for the {@code waitFor} fastest workers; the rest of the work is lost. */
  private static Run synchronous(int waitFor, double rate, double slow) {
    Random random = new Random(3);
    Random clock = new Random(4);
    double[] w = new double[WIDTH];
    List<double[]> log = new ArrayList<>();
    log.add(new double[] {0, excess(w)});
    double now = 0;
    while (true) {
      double[] duration = new double[WORKERS];
      for (int k = 0; k < WORKERS; k++) {
        duration[k] = seconds(k, slow, clock);
      }
      Arrays.sort(duration);
      now += duration[waitFor - 1];
      if (now > END) {
        return run(log, 0);
      }
      // @start region="synchronous"
      // All workers read the same w; one step along the mean.
      double[] sum = gradientSum(w, waitFor * BATCH, random);
      step(w, sum, rate, waitFor * BATCH);
      // @end
      log.add(new double[] {now, excess(w)});
    }
  }

  private static Run asynchronous(double rate, double slow) {
    Random random = new Random(3);
    Random clock = new Random(4);
    double[] w = new double[WIDTH];
    List<double[]> log = new ArrayList<>();
    log.add(new double[] {0, excess(w)});
    double[] finish = new double[WORKERS];
    double[][] copy = new double[WORKERS][];
    int[] version = new int[WORKERS];
    for (int k = 0; k < WORKERS; k++) {
      finish[k] = seconds(k, slow, clock);
      copy[k] = w.clone();
    }
    int updates = 0;
    long stale = 0;
    while (true) {
      int k = 0;
      for (int other = 1; other < WORKERS; other++) {
        k = finish[other] < finish[k] ? other : k;
      }
      if (finish[k] > END) {
        return run(log, (double) stale / updates);
      }
      stale += updates - version[k];
      updates++;
      // @start region="asynchronous"
      // Worker k is done. It read w some updates ago.
      step(w, gradientSum(copy[k], BATCH, random), rate, BATCH);
      copy[k] = w.clone();
      // @end
      version[k] = updates;
      log.add(new double[] {finish[k], excess(w)});
      finish[k] += seconds(k, slow, clock);
    }
  }

  private static Run run(List<double[]> log, double staleness) {
    double[] time = log.stream().mapToDouble(entry -> entry[0]).toArray();
    double[] loss = log.stream().mapToDouble(entry -> entry[1]).toArray();
    return new Run(time, loss, log.size() - 1, staleness);
  }

  private interface Method {
    Run run(double rate, double slow);
  }

  private static void race() {
    double target = 0.01;
    double slow = 5;
    int backups = 3;
    show("raceWorkers", (long) WORKERS);
    show("raceBatch", (long) BATCH);
    show("target", target);
    show("slow", slow);
    show("backups", (long) backups);
    String[] names = {"synchronous", "with backups", "asynchronous"};
    String[] keys = {"sync", "backup", "async"};
    int tries = 14;
    show("tries", (long) tries);
    Method[] methods = {
      (rate, factor) -> synchronous(WORKERS, rate, factor),
      (rate, factor) -> synchronous(WORKERS - backups, rate, factor),
      AsynchronousOrSynchronous::asynchronous
    };
    var table =
        table("times")
            .column("update")
            .column("best $\\eta$", "%.2f")
            .column("time", "%.1f")
            .column("best $\\eta$, slow", "%.2f")
            .column("time, slow", "%.1f");
    table.tolerance(within(1e-6));
    double[] rates = new double[3];
    for (int m = 0; m < 3; m++) {
      double[] cells = new double[4];
      for (int scenario = 0; scenario < 2; scenario++) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < tries; i++) {
          double rate = 0.01 * StrictMath.pow(2, i / 2.0);
          double time = methods[m].run(rate, scenario == 0 ? 1 : slow).timeBelow(target);
          if (time < best) {
            best = time;
            cells[2 * scenario] = rate;
          }
        }
        cells[2 * scenario + 1] = best;
      }
      rates[m] = cells[0];
      table.row(names[m], cells[0], cells[1], cells[2], cells[3]);
      show(keys[m] + "Times", new double[] {cells[1], cells[3]});
    }

    Run sync = synchronous(WORKERS, rates[0], 1);
    Run async = asynchronous(rates[2], 1);
    Run wild = asynchronous(rates[0], 1);
    show("syncUpdates", (long) sync.updates);
    show("asyncUpdates", (long) async.updates);
    show("syncRate", rates[0], within(1e-6));
    show("asyncRate", rates[2], within(1e-6));
    show("staleness", async.staleness, within(1e-6));
    check("mean staleness", async.staleness, near(WORKERS - 1, 0.5));
    check("last loss of the asynchronous run at the synchronous rate", wild.last(), above(1e6));

    var plot =
        plot(
                "loss",
                "Loss against time. The asynchronous run falls smoothly and early; the synchronous"
                    + " one falls in few large steps. At the synchronous run's learning rate the"
                    + " asynchronous one goes up and out of the plot.")
            .x("time, in mean gradient computations")
            .y("loss above the least possible")
            .logY()
            .xRange(0, 30);
    line(plot, "synchronous", sync);
    line(plot, "asynchronous", async);
    line(plot, "asynchronous at the synchronous rate", wild);
  }

  private static void line(Plot plot, String name, Run run) {
    int count = 0;
    while (count < run.loss.length && run.time[count] <= 30 && run.loss[count] < 100) {
      count++;
    }
    plot.steps(name, Arrays.copyOf(run.time, count), Arrays.copyOf(run.loss, count));
  }
}
