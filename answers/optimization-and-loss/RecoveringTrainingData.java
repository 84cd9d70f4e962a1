import static answerbook.api.Snippet.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Training samples read off the difference of two checkpoints, and data that can't be told. */
public class RecoveringTrainingData {
  static final int INPUTS = 24;
  static final double RATE = 0.002;
  static final int STEPS = 20;
  static final int UNITS = 60;
  static final double CLIP = 1;
  static final double NOISE = 1;

  /** Inputs, one layer of ReLUs, one linear output; trained on the squared error. */
  static final class Network {
    final double[][] w;
    final double[] b;
    final double[] v;

    Network(int units, double bias, Random random) {
      w = new double[units][INPUTS];
      b = new double[units];
      v = new double[units];
      for (int i = 0; i < units; i++) {
        for (int j = 0; j < INPUTS; j++) {
          w[i][j] = random.nextGaussian() * Math.sqrt(2.0 / INPUTS);
        }
        b[i] = bias;
        v[i] = random.nextGaussian() / Math.sqrt(units);
      }
    }

    Network(Network other, DoubleUnaryOperator rounding) {
      w = Arrays.stream(other.w).map(row -> map(row, rounding)).toArray(double[][]::new);
      b = map(other.b, rounding);
      v = map(other.v, rounding);
    }

    Network copy() {
      return new Network(this, x -> x);
    }

    double sum(int i, double[] x) {
      double s = b[i];
      for (int j = 0; j < INPUTS; j++) {
        s += w[i][j] * x[j];
      }
      return s;
    }

    double output(double[] x) {
      double y = 0;
      for (int i = 0; i < b.length; i++) {
        y += v[i] * Math.max(0, sum(i, x));
      }
      return y;
    }

    /** Gradient of half the summed squared error, in the shape of a network. */
    Network gradient(double[][] x, double[] y) {
      Network g = new Network(this, value -> 0);
      for (int k = 0; k < x.length; k++) {
        double delta = output(x[k]) - y[k];
        for (int i = 0; i < b.length; i++) {
          double s = sum(i, x[k]);
          if (s > 0) {
            g.b[i] += delta * v[i];
            g.v[i] += delta * s;
            for (int j = 0; j < INPUTS; j++) {
              g.w[i][j] += delta * v[i] * x[k][j];
            }
          }
        }
      }
      return g;
    }

    double norm() {
      double sum = 0;
      for (int i = 0; i < b.length; i++) {
        sum += b[i] * b[i] + v[i] * v[i];
        for (double weight : w[i]) {
          sum += weight * weight;
        }
      }
      return Math.sqrt(sum);
    }

    void add(double factor, Network g) {
      for (int i = 0; i < b.length; i++) {
        b[i] += factor * g.b[i];
        v[i] += factor * g.v[i];
        for (int j = 0; j < INPUTS; j++) {
          w[i][j] += factor * g.w[i][j];
        }
      }
    }
  }

  /** SGD with momentum on the whole batch; with {@code noise} clipped and noisy gradients. */
  static Network trained(Network base, double[][] x, double[] y, Random noise) {
    Network network = base.copy();
    Network velocity = new Network(base, value -> 0);
    for (int step = 0; step < STEPS; step++) {
      Network next = new Network(base, value -> 0);
      next.add(0.9, velocity);
      if (noise == null) {
        next.add(-RATE, network.gradient(x, y));
      } else {
        next.add(-RATE, privateGradient(network, x, y, noise));
      }
      velocity = next;
      network.add(1, velocity);
    }
    return network;
  }

  /** Each sample's gradient clipped to a norm of CLIP, summed; then noise. */
  static Network privateGradient(Network network, double[][] x, double[] y, Random noise) {
    Network sum = new Network(network, value -> CLIP * NOISE * noise.nextGaussian());
    for (int k = 0; k < x.length; k++) {
      Network g = network.gradient(new double[][] {x[k]}, new double[] {y[k]});
      sum.add(Math.min(1, CLIP / g.norm()), g);
    }
    return sum;
  }

  // @start region="attack"
  /** What unit i seems to have been trained on; null if nothing. */
  static double[] candidate(Network before, Network after, int i) {
    double byBias = after.b[i] - before.b[i];
    if (byBias == 0) {
      return null;
    }
    double[] x = new double[INPUTS];
    for (int j = 0; j < INPUTS; j++) {
      x[j] = (after.w[i][j] - before.w[i][j]) / byBias;
    }
    return x;
  }

  // @end

  // @start region="agree"
  /** Candidates that at least two units agree on, each once. */
  static List<double[]> recovered(Network before, Network after) {
    List<double[]> seen = new ArrayList<>();
    List<double[]> found = new ArrayList<>();
    for (int i = 0; i < before.b.length; i++) {
      double[] x = candidate(before, after, i);
      if (x == null || contains(found, x)) {
        continue;
      }
      if (contains(seen, x)) {
        found.add(x);
      }
      seen.add(x);
    }
    return found;
  }

  // @end

  static boolean contains(List<double[]> list, double[] x) {
    return list.stream().anyMatch(y -> distance(x, y) < 1e-8);
  }

  static double distance(double[] a, double[] b) {
    double largest = 0;
    for (int j = 0; j < a.length; j++) {
      largest = Math.max(largest, Math.abs(a[j] - b[j]));
    }
    return largest;
  }

  static double[][] waves() {
    double[][] x = new double[3][INPUTS];
    for (int j = 0; j < INPUTS; j++) {
      double t = j / (INPUTS - 1.0);
      x[0][j] = StrictMath.sin(4 * Math.PI * t);
      x[1][j] = 2 * (3 * t - Math.floor(3 * t)) - 1;
      x[2][j] = 2 * StrictMath.exp(-Math.pow((t - 0.6) / 0.12, 2)) - 0.6;
    }
    return x;
  }

  public static void main(String[] args) {
    double[][] x = waves();
    double[] y = {1, -1, 0.5};
    Random random = new Random(29);
    Network base = new Network(UNITS, 0, random);
    checkGradient(base, x, y);
    Network tuned = trained(base, x, y, null);
    show("inputs", INPUTS);
    show("units", UNITS);
    show("steps", STEPS);
    show("samples", x.length);
    attack(base, tuned, x);
    precision(base, tuned, x, y);
    adam(base, x, y);
    batches();
    mirror();
  }

  private static void attack(Network base, Network tuned, double[][] x) {
    List<double[]> found = recovered(base, tuned);
    double error = 0;
    double[][] matching = new double[x.length][];
    for (int k = 0; k < x.length; k++) {
      double[] truth = x[k];
      matching[k] =
          found.stream().min(Comparator.comparingDouble(c -> distance(c, truth))).orElseThrow();
      error = Math.max(error, distance(matching[k], truth));
    }
    show("found", found.size());
    check("candidates that two units agree on", found.size(), near(x.length, 0));
    check("largest error of a recovered input", error, below(1e-10));

    int exclusive = 0;
    int mixed = 0;
    for (int i = 0; i < UNITS; i++) {
      int active = 0;
      for (double[] sample : x) {
        active += base.sum(i, sample) > 0 ? 1 : 0;
      }
      exclusive += active == 1 ? 1 : 0;
      mixed += active > 1 ? 1 : 0;
    }
    show("exclusive", exclusive);
    show("mixed", mixed);

    double[] index = linspace(1, INPUTS, INPUTS);
    plot(
            "waves",
            "The three training samples as curves over their 24 inputs: two periods of a sine,"
                + " three teeth of a saw, one bump. The recovered values lie exactly on them.")
        .x("input")
        .y("value")
        .xRange(0, INPUTS)
        .line("sample 1", index, x[0])
        .dashed("sample 2", index, x[1])
        .line("sample 3", index, x[2])
        .points("recovered 1", index, matching[0])
        .points("recovered 2", index, matching[1])
        .points("recovered 3", index, matching[2]);
  }

  /** How well the best unit tells the first sample if the checkpoints are less exact. */
  private static void precision(Network base, Network tuned, double[][] x, double[] y) {
    Network noisy = trained(base, x, y, new Random(6));
    double[] errors = {
      best(base, tuned, x[0]),
      best(new Network(base, v -> (float) v), new Network(tuned, v -> (float) v), x[0]),
      best(
          new Network(base, RecoveringTrainingData::bfloat16),
          new Network(tuned, RecoveringTrainingData::bfloat16),
          x[0]),
      best(base, noisy, x[0])
    };
    String[] names = {"double", "float", "bfloat16", "double, private"};
    var table = table("precision").column("checkpoints").column("error", "%.6f");
    table.tolerance(within(1e-3));
    table.row("double", "below $10^{-10}$");
    check("best error from doubles", errors[0], below(1e-10));
    for (int m = 1; m < names.length; m++) {
      table.row(names[m], errors[m]);
    }
    check("best error from private training", errors[3], above(0.5));
    show("clip", CLIP);
    show("noise", NOISE);
  }

  private static double best(Network before, Network after, double[] x) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < before.b.length; i++) {
      double[] c = candidate(before, after, i);
      best = c == null ? best : Math.min(best, distance(c, x));
    }
    return best;
  }

  /** Rounds to 8 significant bits, the format of many checkpoints. */
  static double bfloat16(double value) {
    int bits = Float.floatToIntBits((float) value);
    bits += 0x7fff + ((bits >> 16) & 1);
    return Float.intBitsToFloat(bits & 0xffff0000);
  }

  /** The first step of Adam on one sample, without its tiny constant. */
  private static void adam(Network base, double[][] x, double[] y) {
    Network g = base.gradient(new double[][] {x[0]}, new double[] {y[0]});
    Network after = base.copy();
    after.add(
        -RATE,
        new Network(g, d -> d == 0 ? 0 : (0.1 * d / 0.1) / Math.sqrt(0.001 * d * d / 0.001)));
    double error = 0;
    for (int i = 0; i < UNITS; i++) {
      double[] c = candidate(base, after, i);
      for (int j = 0; c != null && j < INPUTS; j++) {
        error = Math.max(error, Math.abs(c[j] - Math.signum(x[0][j])));
      }
    }
    check("after a step of Adam, distance of the candidates from the signs", error, below(1e-9));
  }

  /** How many samples of a batch one step gives away. */
  private static void batches() {
    int[] sizes = {1, 2, 4, 8, 16, 32, 64};
    int[] units = {60, 600, 600};
    double[] bias = {0, 0, -3};
    double[][] share = new double[units.length][sizes.length];
    Random random = new Random(30);
    for (int n = 0; n < units.length; n++) {
      for (int s = 0; s < sizes.length; s++) {
        Network before = new Network(units[n], bias[n], random);
        double[][] x = new double[sizes[s]][INPUTS];
        double[] y = new double[sizes[s]];
        for (int k = 0; k < sizes[s]; k++) {
          Arrays.setAll(x[k], j -> random.nextGaussian());
          y[k] = random.nextGaussian();
        }
        Network after = before.copy();
        after.add(-RATE, before.gradient(x, y));
        List<double[]> candidates = new ArrayList<>();
        for (int i = 0; i < units[n]; i++) {
          double[] c = candidate(before, after, i);
          if (c != null) {
            candidates.add(c);
          }
        }
        for (double[] sample : x) {
          boolean told =
              candidates.stream()
                  .anyMatch(c -> Math.abs(c[0] - sample[0]) < 1e-7 && distance(c, sample) < 1e-7);
          share[n][s] += told ? 1.0 / sizes[s] : 0;
        }
      }
    }
    show("bias", bias[2]);
    show("widths", new int[] {units[0], units[1]});
    double[] axis = Arrays.stream(sizes).asDoubleStream().toArray();
    plot(
            "batches",
            "Share of the samples of a batch that one step gives away, against the size of the"
                + " batch on a logarithmic axis. It is 1 for the smallest batches. With 60 units it"
                + " is 0 from a batch of 8 on, with 600 from 16 on. With 600 units of strongly"
                + " negative bias it is still about 0.8 for a batch of 64.")
        .x("samples in the batch")
        .y("share recovered")
        .logX()
        .yRange(0, 1)
        .line(units[0] + " units", axis, share[0])
        .line(units[1] + " units", axis, share[1])
        .line(units[2] + " units, negative biases", axis, share[2]);
  }

  /** Two datasets that no checkpoint of a linear regression can tell apart. */
  private static void mirror() {
    int n = 10;
    int d = 4;
    Random random = new Random(5);
    double[][] x = new double[n][d + 1]; // the last column is the target
    for (double[] row : x) {
      Arrays.setAll(row, j -> 1 + random.nextGaussian());
    }
    double[][] mirrored = new double[n][d + 1];
    // @start region="mirror"
    for (int j = 0; j <= d; j++) { // inputs, then the target
      double mean = 0;
      for (int k = 0; k < n; k++) {
        mean += x[k][j] / n;
      }
      for (int k = 0; k < n; k++) {
        mirrored[k][j] = x[k][j] - 2 * mean;
      }
    }
    // @end
    double[] w = new double[d];
    double[] v = new double[d];
    double apart = 0;
    int steps = 200;
    for (int step = 0; step < steps; step++) {
      descend(w, x);
      descend(v, mirrored);
      apart = Math.max(apart, distance(w, v));
    }
    check("distance of the two trajectories", apart, below(1e-12));
    double nearest = Double.POSITIVE_INFINITY;
    for (double[] a : x) {
      for (double[] b : mirrored) {
        nearest = Math.min(nearest, distance(a, b));
      }
    }
    show("mirrorSteps", steps);
    show("mirrorSamples", n);
    show("nearest", nearest);
    check("distance between samples of the two datasets, at least", nearest, above(0.1));
  }

  private static void descend(double[] w, double[][] data) {
    double[] g = new double[w.length];
    for (double[] row : data) {
      double error = -row[w.length];
      for (int j = 0; j < w.length; j++) {
        error += w[j] * row[j];
      }
      for (int j = 0; j < w.length; j++) {
        g[j] += error * row[j];
      }
    }
    for (int j = 0; j < w.length; j++) {
      w[j] -= 0.02 * g[j];
    }
  }

  private static void checkGradient(Network network, double[][] x, double[] y) {
    Network g = network.gradient(x, y);
    double h = 1e-5;
    double error = 0;
    for (int i = 0; i < 10; i++) {
      for (int part = 0; part < 3; part++) {
        double[] array = part == 0 ? network.w[i] : part == 1 ? network.b : network.v;
        int at = part == 0 ? 7 : i;
        double expected = part == 0 ? g.w[i][7] : part == 1 ? g.b[i] : g.v[i];
        double value = array[at];
        array[at] = value + h;
        double up = loss(network, x, y);
        array[at] = value - h;
        double down = loss(network, x, y);
        array[at] = value;
        error = Math.max(error, Math.abs((up - down) / (2 * h) - expected));
      }
    }
    check("error of the gradient against finite differences", error, below(1e-6));
  }

  private static double loss(Network network, double[][] x, double[] y) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      double d = network.output(x[k]) - y[k];
      sum += d * d / 2;
    }
    return sum;
  }
}
