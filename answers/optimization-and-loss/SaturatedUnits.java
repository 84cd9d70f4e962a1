import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;

/** Saturated units: logistic, centred logistic and tanh, at the start and under SGD. */
public class SaturatedUnits {
  enum Unit {
    LOGISTIC,
    CENTRED,
    TANH;

    double output(double z) {
      double sigma = 1 / (1 + StrictMath.exp(-z));
      return switch (this) {
        case LOGISTIC -> sigma;
        case CENTRED -> sigma - 0.5;
        case TANH -> StrictMath.tanh(z);
      };
    }

    /** The slope, from the output a. */
    double slope(double a) {
      return switch (this) {
        case LOGISTIC -> a * (1 - a);
        case CENTRED -> 0.25 - a * a;
        case TANH -> 1 - a * a;
      };
    }
  }

  private static final String[] NAMES = {"logistic", "logistic − 1/2", "tanh"};

  public static void main(String[] args) {
    threshold();
    sameFunctions();
    conditioning();
    training();
  }

  // ---- where the slope is gone

  private static final double FRACTION = 0.05;

  /** The |z| from which the slope is below FRACTION of its largest, by bisection. */
  private static double edge(Unit unit) {
    double low = 0;
    double high = 20;
    for (int i = 0; i < 60; i++) {
      double z = (low + high) / 2;
      if (unit.slope(unit.output(z)) > FRACTION * unit.slope(unit.output(0))) {
        low = z;
      } else {
        high = z;
      }
    }
    return low;
  }

  private static void threshold() {
    show("fraction", 100 * FRACTION);
    show("logisticEdge", edge(Unit.LOGISTIC));
    show("tanhEdge", edge(Unit.TANH));
    double formula = StrictMath.log((1 + Math.sqrt(1 - FRACTION)) / (1 - Math.sqrt(1 - FRACTION)));
    check("the logistic unit's edge by formula", edge(Unit.LOGISTIC), near(formula, 1e-9));
    check("tanh's edge by formula", edge(Unit.TANH), near(formula / 2, 1e-9));
    double low = 0.5;
    double high = 5;
    for (int i = 0; i < 60; i++) {
      double z = (low + high) / 2;
      boolean tanhSteeper =
          Unit.TANH.slope(Unit.TANH.output(z)) > Unit.LOGISTIC.slope(Unit.LOGISTIC.output(z));
      low = tanhSteeper ? z : low;
      high = tanhSteeper ? high : z;
    }
    show("crossing", low);
    // 2 cosh(z/2) = cosh(z), with c = cosh(z/2): 2c² − 1 = 2c
    double c = (1 + Math.sqrt(3)) / 2;
    double crossing = 2 * StrictMath.log(c + Math.sqrt(c * c - 1));
    check("the crossing of the two slopes by formula", low, near(crossing, 1e-9));
    double error = 0;
    double h = 1e-5;
    for (Unit unit : Unit.values()) {
      for (double z : linspace(-4, 4, 41)) {
        double difference = (unit.output(z + h) - unit.output(z - h)) / (2 * h);
        error = Math.max(error, Math.abs(difference - unit.slope(unit.output(z))));
      }
    }
    check("error of the slopes against finite differences", error, below(1e-9));
  }

  /** A tanh layer rewritten with logistic units. */
  private static void sameFunctions() {
    Random random = new Random(1);
    double gap = 0;
    for (int sample = 0; sample < 100; sample++) {
      double x = 2 * random.nextGaussian();
      double tanhOutput = 0.3;
      // @start region="same"
      double logisticOutput = 0.3; // the output's bias c
      for (int k = 0; k < 5; k++) {
        double w = random.nextGaussian();
        double b = random.nextGaussian();
        double v = random.nextGaussian();
        tanhOutput += v * Unit.TANH.output(w * x + b);
        logisticOutput += 2 * v * Unit.LOGISTIC.output(2 * w * x + 2 * b) - v;
      }
      // @end
      gap = Math.max(gap, Math.abs(tanhOutput - logisticOutput));
    }
    check("a tanh network's output less that of its logistic twin", gap, below(1e-13));
  }

  // ---- what zero-centred outputs do to the next layer

  private static void conditioning() {
    int inputs = 32;
    int units = 8;
    int samples = 2000;
    show("conditionUnits", (long) units);
    var table =
        table("conditioning")
            .column("hidden units")
            .column("$\\lambda_{\\max}$", "%.3f")
            .column("$\\lambda_{\\min}$", "%.3f")
            .column("ratio", "%.1f");
    table.tolerance(within(1e-6));
    double worst = 0;
    double[] ratios = new double[3];
    for (Unit unit : Unit.values()) {
      Random random = new Random(2);
      double[][] w = new double[units][inputs];
      for (double[] row : w) {
        for (int j = 0; j < inputs; j++) {
          row[j] = random.nextGaussian() / Math.sqrt(inputs);
        }
      }
      double[][] moments = new double[units + 1][units + 1];
      for (int n = 0; n < samples; n++) {
        double[] x = new double[inputs];
        for (int j = 0; j < inputs; j++) {
          x[j] = random.nextGaussian();
        }
        double[] a = new double[units + 1];
        a[units] = 1; // what the next layer's bias is multiplied by
        for (int k = 0; k < units; k++) {
          double z = 0;
          for (int j = 0; j < inputs; j++) {
            z += w[k][j] * x[j];
          }
          a[k] = unit.output(z);
        }
        for (int i = 0; i <= units; i++) {
          for (int j = 0; j <= units; j++) {
            moments[i][j] += a[i] * a[j] / samples;
          }
        }
      }
      double largest = largest(moments, 0);
      double smallest = largest - largest(moments, largest);
      ratios[unit.ordinal()] = largest / smallest;
      table.row(NAMES[unit.ordinal()], largest, smallest, largest / smallest);
      INDArray values = Eigen.symmetricGeneralizedEigenvalues(Nd4j.create(moments));
      worst = Math.max(worst, Math.abs(values.maxNumber().doubleValue() / largest - 1));
      worst = Math.max(worst, Math.abs(values.minNumber().doubleValue() / smallest - 1));
    }
    check("relative error of the eigenvalues against ND4J", worst, below(1e-6));
    show("ratios", ratios, within(1e-6));
  }

  /** The largest eigenvalue of m, or of shift·I − m if a shift is given, by power iteration. */
  private static double largest(double[][] m, double shift) {
    int n = m.length;
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = 1 + 0.1 * i * (i % 2 == 0 ? 1 : -1);
    }
    double norm = 0;
    for (int step = 0; step < 5000; step++) {
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          next[i] += (shift > 0 ? (i == j ? shift : 0) - m[i][j] : m[i][j]) * v[j];
        }
      }
      norm = 0;
      for (double x : next) {
        norm += x * x;
      }
      norm = Math.sqrt(norm);
      for (int i = 0; i < n; i++) {
        v[i] = next[i] / norm;
      }
    }
    return norm;
  }

  // ---- SGD on two rings of points

  private static final int[] SIZES = {2, 8, 8, 8, 1};
  private static final int LAYERS = SIZES.length - 1;
  private static final int SAMPLES = 100;
  private static final int BATCH = 5;
  private static final int EPOCHS = 40;
  private static final double TARGET = 0.1;
  private static final double[][] X = new double[SAMPLES][];
  private static final double[] Y = new double[SAMPLES];

  static {
    Random random = new Random(5);
    for (int n = 0; n < SAMPLES; n++) {
      Y[n] = n % 2;
      double angle = random.nextDouble() * 2 * Math.PI;
      double radius = (Y[n] == 1 ? 0.6 : 1.5) + 0.15 * random.nextGaussian();
      X[n] = new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
    }
  }

  /** A network with hidden units of one kind; its output is a probability. */
  private static final class Network {
    final Unit unit;
    final double[][][] w = new double[LAYERS][][];
    final double[][] b = new double[LAYERS][];
    final double[][] a = new double[LAYERS + 1][];

    Network(Unit unit, double gain, Random random) {
      this.unit = unit;
      for (int l = 0; l < LAYERS; l++) {
        b[l] = new double[SIZES[l + 1]];
        w[l] = new double[SIZES[l + 1]][SIZES[l]];
        double deviation = (l < LAYERS - 1 ? gain : 1) / Math.sqrt(SIZES[l]);
        for (double[] row : w[l]) {
          for (int j = 0; j < row.length; j++) {
            row[j] = deviation * random.nextGaussian();
          }
        }
      }
    }

    double forward(double[] x) {
      a[0] = x;
      for (int l = 0; l < LAYERS; l++) {
        a[l + 1] = new double[SIZES[l + 1]];
        for (int k = 0; k < SIZES[l + 1]; k++) {
          double z = b[l][k];
          for (int j = 0; j < SIZES[l]; j++) {
            z += w[l][k][j] * a[l][j];
          }
          a[l + 1][k] = l < LAYERS - 1 ? unit.output(z) : Unit.LOGISTIC.output(z);
        }
      }
      return a[LAYERS][0];
    }

    /** Adds one sample's gradient to that of the mini-batch. */
    void backward(double label, double[][][] gw, double[][] gb) {
      double[] delta = {a[LAYERS][0] - label}; // cross-entropy
      for (int l = LAYERS - 1; l >= 0; l--) {
        for (int k = 0; k < SIZES[l + 1]; k++) {
          gb[l][k] += delta[k];
          for (int j = 0; j < SIZES[l]; j++) {
            gw[l][k][j] += delta[k] * a[l][j];
          }
        }
        if (l > 0) {
          // @start region="delta"
          double[] below = new double[SIZES[l]];
          for (int j = 0; j < SIZES[l]; j++) {
            for (int k = 0; k < SIZES[l + 1]; k++) {
              below[j] += w[l][k][j] * delta[k];
            }
            below[j] *= unit.slope(a[l][j]); // a saturated unit: ≈ 0
          }
          // @end
          delta = below;
        }
      }
    }

    double loss() {
      double sum = 0;
      for (int n = 0; n < SAMPLES; n++) {
        double p = forward(X[n]);
        sum -= StrictMath.log(Y[n] == 1 ? p : 1 - p);
      }
      return sum / SAMPLES;
    }

    double saturated() {
      int count = 0;
      int all = 0;
      for (double[] x : X) {
        forward(x);
        for (int l = 1; l < LAYERS; l++) {
          for (double output : a[l]) {
            count += unit.slope(output) < FRACTION * unit.slope(unit.output(0)) ? 1 : 0;
            all++;
          }
        }
      }
      return 100.0 * count / all;
    }

    void epoch(double rate, Random random) {
      Integer[] order = new Integer[SAMPLES];
      Arrays.setAll(order, n -> n);
      List<Integer> view = Arrays.asList(order);
      Collections.shuffle(view, random);
      for (int start = 0; start < SAMPLES; start += BATCH) {
        double[][][] gw = new double[LAYERS][][];
        double[][] gb = new double[LAYERS][];
        for (int l = 0; l < LAYERS; l++) {
          gw[l] = new double[SIZES[l + 1]][SIZES[l]];
          gb[l] = new double[SIZES[l + 1]];
        }
        for (int i = start; i < start + BATCH; i++) {
          forward(X[order[i]]);
          backward(Y[order[i]], gw, gb);
        }
        for (int l = 0; l < LAYERS; l++) {
          for (int k = 0; k < SIZES[l + 1]; k++) {
            b[l][k] -= rate * gb[l][k] / BATCH;
            for (int j = 0; j < SIZES[l]; j++) {
              w[l][k][j] -= rate * gw[l][k][j] / BATCH;
            }
          }
        }
      }
    }
  }

  /** Epochs until the training loss is below TARGET; EPOCHS + 1 if it never is. */
  private static int epochs(Unit unit, double gain, double rate, int seed, double[] losses) {
    Random random = new Random(seed);
    Network network = new Network(unit, gain, random);
    int reached = EPOCHS + 1;
    for (int epoch = 0; epoch <= EPOCHS; epoch++) {
      double loss = network.loss();
      if (losses != null) {
        losses[epoch] = loss;
      } else if (!(loss < 100)) {
        return reached;
      }
      if (loss < TARGET) {
        reached = Math.min(reached, epoch);
        if (losses == null) {
          return reached;
        }
      }
      network.epoch(rate, random);
    }
    return reached;
  }

  private static void training() {
    double[] gains = {1, 4, 16};
    double[] rates = {0.3, 1, 3};
    int seeds = 5;
    show("depth", (long) LAYERS - 1);
    show("width", (long) SIZES[1]);
    show("samples", (long) SAMPLES);
    show("batch", (long) BATCH);
    show("target", TARGET);
    show("seeds", (long) seeds);
    show("rates", rates);
    var table =
        table("training")
            .column("hidden units")
            .column("$g = 1$")
            .column("$g = 4$")
            .column("$g = 16$");
    var shares =
        table("saturated")
            .column("hidden units")
            .column("$g = 1$", "%.1f")
            .column("$g = 4$", "%.1f")
            .column("$g = 16$", "%.1f");
    shares.tolerance(within(1e-6));
    double[][] bestRates = new double[3][3];
    for (Unit unit : Unit.values()) {
      String[] cells = new String[3];
      double[] share = new double[3];
      double[] medians = new double[3];
      for (int g = 0; g < 3; g++) {
        int best = Integer.MAX_VALUE;
        for (double rate : rates) {
          int[] counts = new int[seeds];
          for (int seed = 0; seed < seeds; seed++) {
            counts[seed] = epochs(unit, gains[g], rate, seed, null);
          }
          Arrays.sort(counts);
          if (counts[seeds / 2] < best) {
            best = counts[seeds / 2];
            bestRates[unit.ordinal()][g] = rate;
          }
        }
        for (int seed = 0; seed < seeds; seed++) {
          share[g] += new Network(unit, gains[g], new Random(seed)).saturated() / seeds;
        }
        medians[g] = best;
        cells[g] = best > EPOCHS ? "more than " + EPOCHS : "" + best;
      }
      String key = unit.name().toLowerCase(java.util.Locale.ROOT);
      table.row(NAMES[unit.ordinal()], cells[0], cells[1], cells[2]);
      shares.row(NAMES[unit.ordinal()], share[0], share[1], share[2]);
      show(key + "Epochs", medians);
      show(key + "Saturated", share, within(1e-6));
    }
    gradientCheck();

    int shown = 40;
    double[] axis = linspace(0, shown, shown + 1);
    var plot =
        plot(
                "curves",
                "Training loss against epochs. Tanh from g = 1 and logistic units from g = 4 fall"
                    + " to near 0, tanh first. Logistic units from g = 1 stay at 0.69, the loss of"
                    + " guessing; tanh from g = 16 gets stuck at about 0.26.")
            .x("epoch")
            .y("training loss")
            .yRange(0, 1);
    Unit[] picks = {Unit.TANH, Unit.LOGISTIC, Unit.LOGISTIC, Unit.TANH};
    int[] starts = {0, 1, 0, 2};
    String[] labels = {"tanh, g = 1", "logistic, g = 4", "logistic, g = 1", "tanh, g = 16"};
    for (int i = 0; i < picks.length; i++) {
      double[] losses = new double[EPOCHS + 1];
      double rate = bestRates[picks[i].ordinal()][starts[i]];
      epochs(picks[i], gains[starts[i]], rate, 0, losses);
      plot.line(labels[i], axis, Arrays.copyOf(losses, shown + 1));
    }
  }

  /** Backpropagation against finite differences, for one sample and all kinds of units. */
  private static void gradientCheck() {
    double error = 0;
    double h = 1e-5;
    for (Unit unit : Unit.values()) {
      Network network = new Network(unit, 2, new Random(9));
      double[][][] gw = new double[LAYERS][][];
      double[][] gb = new double[LAYERS][];
      for (int l = 0; l < LAYERS; l++) {
        gw[l] = new double[SIZES[l + 1]][SIZES[l]];
        gb[l] = new double[SIZES[l + 1]];
      }
      network.forward(X[0]);
      network.backward(Y[0], gw, gb);
      for (int l = 0; l < LAYERS; l++) {
        double weight = network.w[l][0][1];
        network.w[l][0][1] = weight + h;
        double up = -StrictMath.log(1 - network.forward(X[0])); // the label is 0
        network.w[l][0][1] = weight - h;
        double down = -StrictMath.log(1 - network.forward(X[0]));
        network.w[l][0][1] = weight;
        error = Math.max(error, Math.abs((up - down) / (2 * h) - gw[l][0][1]));
      }
    }
    check("error of backpropagation against finite differences", error, below(1e-9));
  }
}
