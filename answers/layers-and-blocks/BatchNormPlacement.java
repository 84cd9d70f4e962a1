import static answerbook.api.Snippet.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Six orders of convolution, batch normalisation, activation and dropout, built and trained. */
public class BatchNormPlacement {
  private static final double DROP = 0.2;
  private static final int LENGTH = 12;
  private static final int FILTERS = 6;

  static final String[] DESIGNS = {
    "CONV act BN Dropout",
    "CONV act Dropout BN",
    "CONV BN act Dropout",
    "BN CONV act Dropout",
    "CONV Dropout BN act",
    "Dropout CONV BN act"
  };

  /** A layer on activations [sample][channel][position]. */
  private abstract static class Layer {
    double[][][] input;

    abstract double[][][] forward(double[][][] x, boolean training);

    /** Returns the gradient by the input and steps down the gradient of its own parameters. */
    abstract double[][][] backward(double[][][] dy, double rate);
  }

  private static final class Convolution extends Layer {
    final double[][] w = new double[FILTERS][3];
    final double[] b = new double[FILTERS];

    Convolution(Random random) {
      for (double[] filter : w) {
        for (int k = 0; k < 3; k++) {
          filter[k] = random.nextGaussian() / Math.sqrt(3);
        }
      }
    }

    @Override
    double[][][] forward(double[][][] x, boolean training) {
      input = x;
      double[][][] y = new double[x.length][FILTERS][x[0][0].length - 2];
      for (int n = 0; n < x.length; n++) {
        for (int f = 0; f < FILTERS; f++) {
          for (int i = 0; i < y[n][f].length; i++) {
            y[n][f][i] = b[f];
            for (int k = 0; k < 3; k++) {
              y[n][f][i] += w[f][k] * x[n][0][i + k];
            }
          }
        }
      }
      return y;
    }

    @Override
    double[][][] backward(double[][][] dy, double rate) {
      double[][][] dx = like(input);
      double[][] dw = new double[FILTERS][3];
      double[] db = new double[FILTERS];
      for (int n = 0; n < dy.length; n++) {
        for (int f = 0; f < FILTERS; f++) {
          for (int i = 0; i < dy[n][f].length; i++) {
            db[f] += dy[n][f][i];
            for (int k = 0; k < 3; k++) {
              dw[f][k] += dy[n][f][i] * input[n][0][i + k];
              dx[n][0][i + k] += dy[n][f][i] * w[f][k];
            }
          }
        }
      }
      for (int f = 0; f < FILTERS; f++) {
        b[f] -= rate * db[f];
        for (int k = 0; k < 3; k++) {
          w[f][k] -= rate * dw[f][k];
        }
      }
      return dx;
    }
  }

  private static final class Relu extends Layer {
    @Override
    double[][][] forward(double[][][] x, boolean training) {
      input = x;
      double[][][] y = like(x);
      each(x, (n, c, i) -> y[n][c][i] = Math.max(0, x[n][c][i]));
      return y;
    }

    @Override
    double[][][] backward(double[][][] dy, double rate) {
      double[][][] dx = like(dy);
      each(dy, (n, c, i) -> dx[n][c][i] = input[n][c][i] > 0 ? dy[n][c][i] : 0);
      return dx;
    }
  }

  /** Inverted dropout. */
  private static final class Dropout extends Layer {
    final Random random;
    boolean frozen;
    double[][][] mask;

    Dropout(Random random) {
      this.random = random;
    }

    @Override
    double[][][] forward(double[][][] x, boolean training) {
      if (!training) {
        return x;
      }
      if (!frozen) {
        mask = like(x);
        each(x, (n, c, i) -> mask[n][c][i] = random.nextDouble() < DROP ? 0 : 1 / (1 - DROP));
      }
      double[][][] y = like(x);
      each(x, (n, c, i) -> y[n][c][i] = x[n][c][i] * mask[n][c][i]);
      return y;
    }

    @Override
    double[][][] backward(double[][][] dy, double rate) {
      double[][][] dx = like(dy);
      each(dy, (n, c, i) -> dx[n][c][i] = dy[n][c][i] * mask[n][c][i]);
      return dx;
    }
  }

  private static final class BatchNorm extends Layer {
    static final double EPSILON = 1e-5;
    double[] gamma;
    double[] beta;
    double[] runningMean;
    double[] runningVariance;
    double[] mean;
    double[] variance;
    double[][][] hat;
    int batches;

    @Override
    double[][][] forward(double[][][] x, boolean training) {
      int channels = x[0].length;
      if (gamma == null) {
        gamma = new double[channels];
        Arrays.fill(gamma, 1);
        beta = new double[channels];
        runningMean = new double[channels];
        runningVariance = new double[channels];
      }
      if (training) {
        double[][] moments = moments(x);
        mean = moments[0];
        variance = moments[1];
        batches++;
        double share = Math.max(0.02, 1.0 / batches);
        for (int c = 0; c < channels; c++) {
          runningMean[c] += share * (mean[c] - runningMean[c]);
          runningVariance[c] += share * (variance[c] - runningVariance[c]);
        }
      }
      double[] m = training ? mean : runningMean;
      double[] v = training ? variance : runningVariance;
      hat = like(x);
      double[][][] y = like(x);
      each(
          x,
          (n, c, i) -> {
            hat[n][c][i] = (x[n][c][i] - m[c]) / Math.sqrt(v[c] + EPSILON);
            y[n][c][i] = gamma[c] * hat[n][c][i] + beta[c];
          });
      input = x;
      return y;
    }

    @Override
    double[][][] backward(double[][][] dy, double rate) {
      int channels = dy[0].length;
      double count = dy.length * dy[0][0].length;
      double[] sum = new double[channels];
      double[] sumWithHat = new double[channels];
      each(
          dy,
          (n, c, i) -> {
            sum[c] += dy[n][c][i];
            sumWithHat[c] += dy[n][c][i] * hat[n][c][i];
          });
      double[][][] dx = like(dy);
      each(
          dy,
          (n, c, i) ->
              dx[n][c][i] =
                  gamma[c]
                      / Math.sqrt(variance[c] + EPSILON)
                      * (dy[n][c][i] - sum[c] / count - hat[n][c][i] * sumWithHat[c] / count));
      for (int c = 0; c < channels; c++) {
        gamma[c] -= rate * sumWithHat[c];
        beta[c] -= rate * sum[c];
      }
      return dx;
    }
  }

  /** A design followed by a mean over the positions and one sigmoid neuron. */
  private static final class Network {
    final List<Layer> layers = new ArrayList<>();
    final double[] v = new double[FILTERS];
    double b;
    double[][] pooled;
    double[] output;

    Network(String design, long seed) {
      Random random = new Random(seed);
      // @start region="build"
      for (String name : design.split(" ")) {
        layers.add(
            switch (name) {
              case "CONV" -> new Convolution(new Random(seed + 1));
              case "act" -> new Relu();
              case "Dropout" -> new Dropout(random);
              case "BN" -> new BatchNorm();
              default -> throw new IllegalArgumentException(name);
            });
      }
      // @end
      Random last = new Random(seed + 2);
      for (int f = 0; f < FILTERS; f++) {
        v[f] = last.nextGaussian();
      }
    }

    double[] forward(double[][][] x, boolean training) {
      double[][][] h = x;
      for (Layer layer : layers) {
        h = layer.forward(h, training);
      }
      pooled = new double[x.length][FILTERS];
      output = new double[x.length];
      for (int n = 0; n < x.length; n++) {
        double z = b;
        for (int f = 0; f < FILTERS; f++) {
          for (double value : h[n][f]) {
            pooled[n][f] += value / h[n][f].length;
          }
          z += v[f] * pooled[n][f];
        }
        output[n] = 1 / (1 + StrictMath.exp(-z));
      }
      return output;
    }

    double loss(double[][][] x, double[] t, boolean training) {
      forward(x, training);
      double loss = 0;
      for (int n = 0; n < t.length; n++) {
        loss -= Math.log(t[n] == 1 ? output[n] : 1 - output[n]) / t.length;
      }
      return loss;
    }

    /** Returns the gradient by the input; call after a forward pass in training mode. */
    double[][][] backward(double[] t, double rate) {
      int positions = LENGTH - 2;
      double[][][] dh = new double[t.length][FILTERS][positions];
      double[] dv = new double[FILTERS];
      double db = 0;
      for (int n = 0; n < t.length; n++) {
        double dz = (output[n] - t[n]) / t.length;
        db += dz;
        for (int f = 0; f < FILTERS; f++) {
          dv[f] += dz * pooled[n][f];
          Arrays.fill(dh[n][f], dz * v[f] / positions);
        }
      }
      for (int k = layers.size() - 1; k >= 0; k--) {
        dh = layers.get(k).backward(dh, rate);
      }
      for (int f = 0; f < FILTERS; f++) {
        v[f] -= rate * dv[f];
      }
      b -= rate * db;
      return dh;
    }

    <T> T layer(Class<T> type) {
      return layers.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }
  }

  private interface Cell {
    void at(int n, int c, int i);
  }

  private static void each(double[][][] x, Cell cell) {
    for (int n = 0; n < x.length; n++) {
      for (int c = 0; c < x[n].length; c++) {
        for (int i = 0; i < x[n][c].length; i++) {
          cell.at(n, c, i);
        }
      }
    }
  }

  private static double[][][] like(double[][][] x) {
    return new double[x.length][x[0].length][x[0][0].length];
  }

  /** Mean and variance of each channel. */
  private static double[][] moments(double[][][] x) {
    int channels = x[0].length;
    double count = x.length * x[0][0].length;
    double[] mean = new double[channels];
    double[] variance = new double[channels];
    each(x, (n, c, i) -> mean[c] += x[n][c][i] / count);
    each(x, (n, c, i) -> variance[c] += (x[n][c][i] - mean[c]) * (x[n][c][i] - mean[c]) / count);
    return new double[][] {mean, variance};
  }

  /** Noise with one bump; in class 1 it points up, then down, in class 0 the reverse. */
  private static double[] samples(double[][][] x, Random random) {
    double[] t = new double[x.length];
    for (int n = 0; n < x.length; n++) {
      t[n] = random.nextInt(2);
      x[n][0] = new double[LENGTH];
      for (int i = 0; i < LENGTH; i++) {
        x[n][0][i] = 1 + 0.5 * random.nextGaussian();
      }
      int at = random.nextInt(LENGTH - 1);
      x[n][0][at] += t[n] == 1 ? 2 : -2;
      x[n][0][at + 1] -= t[n] == 1 ? 2 : -2;
    }
    return t;
  }

  public static void main(String[] args) {
    int steps = 300;
    int runs = 3;
    double[][][] test = new double[1000][1][];
    double[] labels = samples(test, new Random(1));
    double gradientError = 0;
    double predictionError = 0;
    double leastAccuracy = 1;
    double[] ratios = new double[DESIGNS.length];
    double[] accuracies = new double[DESIGNS.length];
    for (int d = 0; d < DESIGNS.length; d++) {
      gradientError = Math.max(gradientError, gradientError(DESIGNS[d], test, labels));
      for (int run = 0; run < runs; run++) {
        Network network = train(DESIGNS[d], steps, run);
        accuracies[d] += accuracy(network, test, labels) / runs;
        double predicted = predictedRatio(network, DESIGNS[d]);
        double measured = measuredRatio(network, test);
        ratios[d] += measured / runs;
        predictionError = Math.max(predictionError, Math.abs(measured / predicted - 1));
      }
      leastAccuracy = Math.min(leastAccuracy, accuracies[d]);
    }
    var table =
        table("designs")
            .column("")
            .column("design")
            .column("variance ratio", "%.2f")
            .column("accuracy", "%.0f%%");
    table.tolerance(within(1e-6));
    for (int d = 0; d < DESIGNS.length; d++) {
      String order = DESIGNS[d].replace(" ", " → ");
      table.row(d + 1, order, ratios[d], 100 * accuracies[d]);
    }
    show("p", DROP);
    show("steps", (long) steps);
    show("runs", (long) runs);
    show("tests", (long) labels.length);
    check("error of the gradients of all designs against finite differences", gradientError,
        below(1e-7));
    check("variance ratios: largest relative error of the prediction", predictionError,
        below(0.05));
    check("least accuracy, where guessing gives 0.5", leastAccuracy, above(0.8));

    // Inverted dropout of values of mean μ and variance 1.
    double[] means = {0, 0.5, 1, 2};
    var shift = table("shift").column("$\\mu$").column("$p = 0.2$", "%.2f");
    shift.column("$p = 0.5$", "%.2f");
    for (double mean : means) {
      shift.row(mean, ratio(mean, 0.2), ratio(mean, 0.5));
    }
    Random random = new Random(76);
    double sum = 0;
    double squares = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      double x = 1 + random.nextGaussian();
      double dropped = random.nextDouble() < 0.5 ? 0 : 2 * x;
      sum += dropped / n;
      squares += dropped * dropped / n;
    }
    check("simulated variance for μ = 1, p = 0.5", squares - sum * sum, near(ratio(1, 0.5), 0.05));
  }

  // @start region="shift"
  /** Var(mx)/Var(x) for inverted dropout of x, which has variance 1. */
  static double ratio(double mean, double p) {
    return 1 + p / (1 - p) * (1 + mean * mean);
  }

  // @end

  private static Network train(String design, int steps, int run) {
    Network network = new Network(design, 76 + 10L * run);
    Random random = new Random(2 + run);
    double[][][] batch = new double[32][1][];
    for (int step = 0; step < steps; step++) {
      double[] t = samples(batch, random);
      network.forward(batch, true);
      network.backward(t, 1);
    }
    return network;
  }

  private static double accuracy(Network network, double[][][] x, double[] t) {
    double[] output = network.forward(x, false);
    double right = 0;
    for (int n = 0; n < t.length; n++) {
      right += (output[n] > 0.5) == (t[n] == 1) ? 1 : 0;
    }
    return right / t.length;
  }

  /** Variance at the input of BN in training divided by that at inference. */
  private static double measuredRatio(Network network, double[][][] x) {
    network.forward(x, false);
    double inference = Arrays.stream(moments(network.layer(BatchNorm.class).input)[1]).sum();
    network.forward(x, true);
    double training = Arrays.stream(moments(network.layer(BatchNorm.class).input)[1]).sum();
    return training / inference;
  }

  /** The same from what reaches BN at inference; call after a forward pass at inference. */
  private static double predictedRatio(Network network, String design) {
    double[][] moments = moments(network.layer(BatchNorm.class).input);
    Convolution convolution = network.layer(Convolution.class);
    double[][] before = moments(convolution.input);
    double extra = 0;
    for (int c = 0; c < moments[0].length; c++) {
      if (design.contains("Dropout BN")) { // mean square of what is dropped
        extra += moments[1][c] + moments[0][c] * moments[0][c];
      } else if (design.startsWith("Dropout")) {
        for (double weight : convolution.w[c]) {
          extra += weight * weight * (before[1][0] + before[0][0] * before[0][0]);
        }
      }
    }
    return 1 + DROP / (1 - DROP) * extra / Arrays.stream(moments[1]).sum();
  }

  private static double gradientError(String design, double[][][] x, double[] t) {
    Network network = new Network(design, 76);
    double[][][] batch = new double[8][][];
    for (int n = 0; n < batch.length; n++) {
      batch[n] = new double[][] {x[n][0].clone()};
    }
    double[] labels = Arrays.copyOf(t, batch.length);
    network.forward(batch, true);
    network.layer(Dropout.class).frozen = true;
    network.forward(batch, true);
    double[][][] gradient = network.backward(labels, 0);
    double error = 0;
    double h = 1e-6;
    for (int n = 0; n < batch.length; n++) {
      for (int i = 0; i < LENGTH; i += 3) {
        batch[n][0][i] += h;
        double up = network.loss(batch, labels, true);
        batch[n][0][i] -= 2 * h;
        double down = network.loss(batch, labels, true);
        batch[n][0][i] += h;
        error = Math.max(error, Math.abs((up - down) / (2 * h) - gradient[n][0][i]));
      }
    }
    return error;
  }
}
