import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;

/** ReLU units that never fire: how they come about, how to find and revive them. */
public class DeadNeurons {
  static final int HIDDEN = 40;
  static final int BATCH = 10;
  static final int SIZE = 200;
  static final double HIGH = 5;
  static final double LOW = 0.1;
  static final int HIGH_EPOCHS = 10;
  static final int LOW_EPOCHS = 50;
  static final double LEAK = 0.1;

  /** A square, whose sides are 2, about a point on the diagonal; class 1 is a disc in it. */
  record Data(double[][] x, int[] y) {
    static Data sample(int size, double offset, Random random) {
      double[][] x = new double[size][2];
      int[] y = new int[size];
      for (int k = 0; k < size; k++) {
        double u = 2 * random.nextDouble() - 1;
        double v = 2 * random.nextDouble() - 1;
        y[k] = u * u + v * v < 0.6 ? 1 : 0;
        x[k] = new double[] {u + offset, v + offset};
      }
      return new Data(x, y);
    }
  }

  /** One hidden layer; p holds two weights, bias and output weight of each unit, then a bias. */
  static final class Network {
    final double[] p = new double[4 * HIDDEN + 1];
    final double slope; // for negative sums; 0 for a ReLU

    Network(double slope, Random random) {
      this.slope = slope;
      for (int i = 0; i < HIDDEN; i++) {
        initialise(i, random);
        p[4 * i + 3] = random.nextGaussian() / Math.sqrt(HIDDEN);
      }
    }

    void initialise(int i, Random random) {
      p[4 * i] = random.nextGaussian();
      p[4 * i + 1] = random.nextGaussian();
      p[4 * i + 2] = 0;
    }

    double sum(int i, double[] x) {
      return p[4 * i] * x[0] + p[4 * i + 1] * x[1] + p[4 * i + 2];
    }

    double output(double[] x) {
      double z = p[4 * HIDDEN];
      for (int i = 0; i < HIDDEN; i++) {
        double s = sum(i, x);
        z += p[4 * i + 3] * (s > 0 ? s : slope * s);
      }
      return z;
    }

    double loss(Data data) {
      double total = 0;
      for (int k = 0; k < data.y.length; k++) {
        double z = output(data.x[k]);
        total += StrictMath.log1p(StrictMath.exp(-Math.abs(z))) + Math.max(z, 0) - data.y[k] * z;
      }
      return total / data.y.length;
    }

    double[] gradient(Data data, int[] batch) {
      double[] g = new double[p.length];
      for (int k : batch) {
        double[] x = data.x[k];
        double delta = (1 / (1 + StrictMath.exp(-output(x))) - data.y[k]) / batch.length;
        g[4 * HIDDEN] += delta;
        for (int i = 0; i < HIDDEN; i++) {
          double s = sum(i, x);
          double back = delta * p[4 * i + 3] * (s > 0 ? 1 : slope);
          g[4 * i] += back * x[0];
          g[4 * i + 1] += back * x[1];
          g[4 * i + 2] += back;
          g[4 * i + 3] += delta * (s > 0 ? s : slope * s);
        }
      }
      return g;
    }

    void train(Data data, double rate, int epochs, Random random) {
      int[] batch = new int[BATCH];
      for (int step = 0; step < epochs * data.y.length / BATCH; step++) {
        Arrays.setAll(batch, k -> random.nextInt(data.y.length));
        double[] g = gradient(data, batch);
        for (int j = 0; j < p.length; j++) {
          p[j] -= rate * g[j];
        }
      }
    }

    // @start region="firing"
    /** For each unit the share of samples at which it fires. */
    double[] firing(Data data) {
      double[] share = new double[HIDDEN];
      for (double[] x : data.x) {
        for (int i = 0; i < HIDDEN; i++) {
          share[i] += sum(i, x) > 0 ? 1.0 / data.x.length : 0;
        }
      }
      return share;
    }

    // @end

    // @start region="revive"
    /** New weights into the dead units, none out of them. */
    void revive(double[] share, Random random) {
      for (int i = 0; i < HIDDEN; i++) {
        if (share[i] == 0) {
          initialise(i, random);
          p[4 * i + 3] = 0;
        }
      }
    }
    // @end
  }

  static long dead(double[] share) {
    return Arrays.stream(share).filter(s -> s == 0).count();
  }

  public static void main(String[] args) {
    show("units", HIDDEN);
    show("size", SIZE);
    gradients();
    causes();
    sampleSize();
    remedies();
    decay();
  }

  private static void gradients() {
    Random random = new Random(27);
    Data data = Data.sample(SIZE, 0, random);
    int[] all = new int[SIZE];
    Arrays.setAll(all, k -> k);
    for (double slope : new double[] {0, LEAK}) {
      Network network = new Network(slope, random);
      network.p[2] = -10; // silences the first unit
      double[] g = network.gradient(data, all);
      double error = 0;
      double h = 1e-6;
      for (int j = 0; j < g.length; j++) {
        double value = network.p[j];
        network.p[j] = value + h;
        double up = network.loss(data);
        network.p[j] = value - h;
        double down = network.loss(data);
        network.p[j] = value;
        error = Math.max(error, Math.abs((up - down) / (2 * h) - g[j]));
      }
      String kind = slope == 0 ? "ReLU" : "leaky ReLU";
      check(kind + ": error of the gradient against finite differences", error, below(1e-7));
      double largest = 0;
      for (int j = 0; j < 4; j++) {
        largest = Math.max(largest, Math.abs(g[j]));
      }
      if (slope == 0) {
        check("a silent ReLU gets no gradient", largest == 0);
      } else {
        check("the gradient that a silent leaky ReLU gets", largest, above(0.01));
      }
    }
  }

  /** Dead units after training, by learning rate and by the position of the inputs. */
  private static void causes() {
    double[] rates = {0.03, 0.1, 0.3, 1, 3, 10};
    double[] offsets = {0, 3};
    int runs = 4;
    double[][] dead = new double[offsets.length][rates.length];
    double off = 0;
    double on = 0;
    for (int o = 0; o < offsets.length; o++) {
      for (int r = 0; r < rates.length; r++) {
        for (int run = 0; run < runs; run++) {
          Random random = new Random(run);
          Data data = Data.sample(SIZE, offsets[o], random);
          Network network = new Network(0, random);
          if (o == 1 && r == 0) {
            double[] share = network.firing(data);
            off += (double) dead(share) / runs;
            on += (double) Arrays.stream(share).filter(s -> s > 1 - 1e-9).count() / runs;
          }
          network.train(data, rates[r], 30, random);
          dead[o][r] += (double) dead(network.firing(data)) / runs;
        }
      }
    }
    show("runs", runs);
    show("offset", offsets[1]);
    show("offAtStart", off);
    show("onAtStart", on);
    check("units that die at a low rate with centred inputs", dead[0][0], below(1));
    check("units that die at the highest rate with centred inputs", dead[0][5], above(HIDDEN / 2));
    plot(
            "causes",
            "Dead units against the learning rate on a logarithmic axis. With centred inputs there"
                + " are none at low rates and nearly all at the highest. With inputs off centre"
                + " about half are dead at the lowest rate already.")
        .x("learning rate")
        .y("dead units of " + HIDDEN)
        .logX()
        .yRange(0, HIDDEN)
        .line("centred inputs", rates, dead[0])
        .line("inputs off centre", rates, dead[1]);
  }

  /** How many samples it takes to see a rare unit fire. */
  private static void sampleSize() {
    double p = 0.01;
    int n = (int) Math.ceil(Math.log(0.05) / Math.log(1 - p));
    show("rare", p);
    show("samples", n);
    Random random = new Random(4);
    int trials = 4000;
    int silent = 0;
    for (int trial = 0; trial < trials; trial++) {
      int k = 0;
      while (k < n && random.nextDouble() >= p) {
        k++;
      }
      silent += k == n ? 1 : 0;
    }
    check("share of trials that see no firing", (double) silent / trials, between(0.035, 0.065));
  }

  /** A start with too high a rate, then a low one: as it is, with revived units, and leaky. */
  private static void remedies() {
    int runs = 4;
    String[] names = {"ReLU", "ReLU, revived", "leaky ReLU"};
    double[][] losses = new double[names.length][HIGH_EPOCHS + LOW_EPOCHS + 1];
    double[] means = new double[names.length];
    double[] deadOnce = new double[2];
    double changed = 0;
    int returned = 0;
    double[] healthy = new double[0];
    double[] broken = new double[0];
    for (int run = 0; run < runs; run++) {
      for (int m = 0; m < names.length; m++) {
        Random random = new Random(run);
        Data data = Data.sample(SIZE, 0, random);
        Network network = new Network(m == 2 ? LEAK : 0, random);
        Network untouched = new Network(0, new Random(run));
        double[] once = new double[0];
        for (int epoch = 0; epoch <= HIGH_EPOCHS + LOW_EPOCHS; epoch++) {
          if (run == 0) {
            losses[m][epoch] = network.loss(data);
          }
          if (epoch == HIGH_EPOCHS && m == 0) {
            once = network.firing(data);
            deadOnce[0] += (double) dead(once) / runs;
          }
          if (epoch == HIGH_EPOCHS && m == 1) {
            double before = network.loss(data);
            network.revive(network.firing(data), new Random(9));
            changed = Math.max(changed, Math.abs(network.loss(data) - before));
          }
          network.train(data, epoch < HIGH_EPOCHS ? HIGH : LOW, 1, random);
        }
        means[m] += network.loss(data) / runs;
        if (m == 0) {
          double[] last = network.firing(data);
          deadOnce[1] += (double) dead(last) / runs;
          for (int i = 0; i < HIDDEN; i++) {
            returned += once[i] == 0 && last[i] > 0 ? 1 : 0;
          }
        }
        if (m == 0 && run == 0) {
          broken = network.firing(data);
          untouched.train(data, LOW, HIGH_EPOCHS + LOW_EPOCHS, new Random(1));
          healthy = untouched.firing(data);
        }
      }
    }
    show("high", HIGH);
    show("low", LOW);
    show("highEpochs", HIGH_EPOCHS);
    show("lowEpochs", LOW_EPOCHS);
    show("leak", LEAK);
    show("deadAfterHigh", deadOnce[0]);
    show("deadAfterLow", deadOnce[1]);
    show("means", means);
    check("no dead unit comes back at the lower rate", returned == 0);
    check("change of the loss by reviving dead units", changed, below(1e-12));
    check("loss with revived units, as a share of that without", means[1] / means[0], below(0.5));
    check("loss with leaky ReLUs, as a share of that with ReLUs", means[2] / means[0], below(0.5));
    show("deadHealthy", dead(healthy));
    show("deadBroken", dead(broken));

    Arrays.sort(healthy);
    Arrays.sort(broken);
    double[] unit = linspace(1, HIDDEN, HIDDEN);
    plot(
            "firing",
            "The share of samples at which each unit fires, sorted. In the network trained with a"
                + " low rate most shares lie between a third and a half, the largest are 1. In the"
                + " other all but two are zero.")
        .x("unit, sorted by its share")
        .y("share of samples at which it fires")
        .xRange(0, HIDDEN)
        .points("low rate throughout", unit, healthy)
        .points("high rate at first", unit, broken);
    double[] epochs = linspace(0, HIGH_EPOCHS + LOW_EPOCHS, HIGH_EPOCHS + LOW_EPOCHS + 1);
    plot(
            "remedies",
            "Loss against epochs. During the epochs with the high rate all curves are erratic and"
                + " high. Afterwards the ReLU network improves little; with revived units, and"
                + " with leaky ReLUs, the loss falls to a fraction.")
        .x("epoch")
        .y("training loss")
        .xRange(0, HIGH_EPOCHS + LOW_EPOCHS)
        .line(names[0], epochs, losses[0])
        .line(names[1], epochs, losses[1])
        .line(names[2], epochs, losses[2])
        .vertical(HIGH_EPOCHS, "lower rate");
  }

  /** Whether decay can revive a unit: only if it spares a positive bias. */
  private static void decay() {
    Data data = Data.sample(SIZE, 3, new Random(3));
    double[] w = {-1, -1};
    double[] biases = {1, -1};
    int steps = 500;
    boolean[] fires = new boolean[3];
    for (int mode = 0; mode < 3; mode++) {
      double shrink = StrictMath.pow(0.99, steps);
      double b = biases[mode == 2 ? 1 : 0] * (mode == 0 ? shrink : 1);
      for (double[] x : data.x) {
        fires[mode] |= shrink * (w[0] * x[0] + w[1] * x[1]) + b > 0;
      }
    }
    check("decay of weights and bias revives no unit", !fires[0]);
    check("decay of the weights alone revives one with a positive bias", fires[1]);
    check("but not one with a negative bias", !fires[2]);
  }
}
