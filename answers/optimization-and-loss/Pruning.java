import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/** A small network pruned by several criteria, with and without retraining. */
public class Pruning {
  static final int INPUTS = 16;
  static final int HIDDEN = 32;
  static final int CLASSES = 4;
  static final int FIRST = INPUTS * HIDDEN; // weights of the first layer
  static final double RATE = 0.02;
  static final int WEIGHTS = FIRST + HIDDEN * CLASSES;

  record Data(double[][] x, int[] y) {
    /** Each class is three clouds of points. */
    static Data sample(double[][] centres, int size, Random random) {
      double[][] x = new double[size][INPUTS];
      int[] y = new int[size];
      for (int k = 0; k < size; k++) {
        int centre = random.nextInt(centres.length);
        y[k] = centre % CLASSES;
        for (int j = 0; j < INPUTS; j++) {
          x[k][j] = centres[centre][j] + random.nextGaussian();
        }
      }
      return new Data(x, y);
    }
  }

  /** Weights of both layers, row by row; biases are never pruned. */
  static final class Network {
    final double[] w = new double[WEIGHTS];
    final double[] b = new double[HIDDEN + CLASSES];

    Network copy() {
      Network copy = new Network();
      System.arraycopy(w, 0, copy.w, 0, w.length);
      System.arraycopy(b, 0, copy.b, 0, b.length);
      return copy;
    }

    double[] hidden(double[] x) {
      double[] h = new double[HIDDEN];
      for (int i = 0; i < HIDDEN; i++) {
        double s = b[i];
        for (int j = 0; j < INPUTS; j++) {
          s += w[i * INPUTS + j] * x[j];
        }
        h[i] = Math.max(0, s);
      }
      return h;
    }

    double[] logits(double[] h) {
      double[] z = new double[CLASSES];
      for (int c = 0; c < CLASSES; c++) {
        z[c] = b[HIDDEN + c];
        for (int i = 0; i < HIDDEN; i++) {
          z[c] += w[FIRST + c * HIDDEN + i] * h[i];
        }
      }
      return z;
    }

    double accuracy(Data data) {
      int right = 0;
      for (int k = 0; k < data.y.length; k++) {
        double[] z = logits(hidden(data.x[k]));
        int best = 0;
        for (int c = 1; c < CLASSES; c++) {
          best = z[c] > z[best] ? c : best;
        }
        right += best == data.y[k] ? 1 : 0;
      }
      return (double) right / data.y.length;
    }

    double loss(Data data) {
      double sum = 0;
      for (int k = 0; k < data.y.length; k++) {
        sum -= StrictMath.log(softmax(logits(hidden(data.x[k])))[data.y[k]]);
      }
      return sum / data.y.length;
    }

    /** SGD with momentum; weights that the mask excludes stay as they are. */
    void train(Data data, boolean[] kept, int epochs, double rate, Random random) {
      int batch = 20;
      double[] vw = new double[w.length];
      double[] vb = new double[b.length];
      for (int step = 0; step < epochs * data.y.length / batch; step++) {
        double[] gw = new double[w.length];
        double[] gb = new double[b.length];
        for (int k = 0; k < batch; k++) {
          int n = random.nextInt(data.y.length);
          addGradient(data.x[n], data.y[n], 1.0 / batch, gw, gb);
        }
        for (int j = 0; j < w.length; j++) {
          if (kept[j]) {
            vw[j] = 0.9 * vw[j] - rate * (gw[j] + 0.001 * w[j]);
            w[j] += vw[j];
          }
        }
        for (int j = 0; j < b.length; j++) {
          vb[j] = 0.9 * vb[j] - rate * gb[j];
          b[j] += vb[j];
        }
      }
    }

    void addGradient(double[] x, int y, double scale, double[] gw, double[] gb) {
      double[] h = hidden(x);
      double[] delta = softmax(logits(h));
      delta[y] -= 1;
      for (int c = 0; c < CLASSES; c++) {
        gb[HIDDEN + c] += scale * delta[c];
      }
      for (int i = 0; i < HIDDEN; i++) {
        if (h[i] > 0) {
          double back = 0;
          for (int c = 0; c < CLASSES; c++) {
            back += delta[c] * w[FIRST + c * HIDDEN + i];
            gw[FIRST + c * HIDDEN + i] += scale * delta[c] * h[i];
          }
          gb[i] += scale * back;
          for (int j = 0; j < INPUTS; j++) {
            gw[i * INPUTS + j] += scale * back * x[j];
          }
        }
      }
    }

    // @start region="curvature"
    /** Second derivative of the loss by each single weight. */
    double[] curvature(Data data) {
      double[] d = new double[WEIGHTS];
      for (double[] x : data.x) {
        double[] h = hidden(x);
        double[] p = softmax(logits(h));
        for (int i = 0; i < HIDDEN; i++) {
          double mean = 0;
          double square = 0;
          for (int c = 0; c < CLASSES; c++) {
            int out = FIRST + c * HIDDEN + i;
            mean += p[c] * w[out];
            square += p[c] * w[out] * w[out];
            d[out] += p[c] * (1 - p[c]) * h[i] * h[i] / data.x.length;
          }
          for (int j = 0; j < INPUTS && h[i] > 0; j++) {
            double byInput = (square - mean * mean) * x[j] * x[j];
            d[i * INPUTS + j] += byInput / data.x.length;
          }
        }
      }
      return d;
    }
    // @end
  }

  static double[] softmax(double[] z) {
    double top = Arrays.stream(z).max().getAsDouble();
    double[] p = new double[z.length];
    double sum = 0;
    for (int c = 0; c < z.length; c++) {
      p[c] = StrictMath.exp(z[c] - top);
      sum += p[c];
    }
    for (int c = 0; c < z.length; c++) {
      p[c] /= sum;
    }
    return p;
  }

  // @start region="prune"
  /** Sets the weights of the lowest scores to 0. */
  static boolean[] prune(Network network, double[] score, double share) {
    int count = (int) Math.round(share * WEIGHTS);
    int[] order = sorted(score);
    boolean[] kept = new boolean[WEIGHTS];
    Arrays.fill(kept, true);
    for (int k = 0; k < count; k++) {
      network.w[order[k]] = 0;
      kept[order[k]] = false;
    }
    return kept;
  }

  // @end

  static int[] sorted(double[] score) {
    return IntStream.range(0, score.length)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> score[j]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  // @start region="scores"
  static double[] magnitude(Network n) {
    return Arrays.stream(n.w).map(Math::abs).toArray();
  }

  static double[] saliency(Network n, Data data) {
    double[] score = n.curvature(data);
    for (int j = 0; j < WEIGHTS; j++) {
      score[j] *= n.w[j] * n.w[j] / 2;
    }
    return score;
  }

  // @end

  /** Scores that remove whole hidden units: all weights of a unit get the sum of theirs. */
  static double[] byUnit(double[] score) {
    double[] sums = new double[WEIGHTS];
    for (int i = 0; i < HIDDEN; i++) {
      int[] own = new int[INPUTS + CLASSES];
      for (int j = 0; j < INPUTS; j++) {
        own[j] = i * INPUTS + j;
      }
      for (int c = 0; c < CLASSES; c++) {
        own[INPUTS + c] = FIRST + c * HIDDEN + i;
      }
      double sum = Arrays.stream(own).mapToDouble(j -> score[j]).sum();
      for (int j : own) {
        sums[j] = sum;
      }
    }
    return sums;
  }

  public static void main(String[] args) {
    Random random = new Random(28);
    double[][] centres = new double[3 * CLASSES][INPUTS];
    for (double[] centre : centres) {
      Arrays.setAll(centre, j -> random.nextGaussian());
    }
    Data training = Data.sample(centres, 600, random);
    Data test = Data.sample(centres, 2000, random);
    Network network = new Network();
    for (int j = 0; j < WEIGHTS; j++) {
      network.w[j] = random.nextGaussian() * Math.sqrt(2.0 / (j < FIRST ? INPUTS : HIDDEN));
    }
    boolean[] all = new boolean[WEIGHTS];
    Arrays.fill(all, true);
    network.train(training, all, 40, RATE, random);
    show("inputs", INPUTS);
    show("hidden", HIDDEN);
    show("classes", CLASSES);
    show("weights", WEIGHTS);
    show("trainingSize", training.y.length);
    show("testSize", test.y.length);
    show("unpruned", network.accuracy(test));

    checkCurvature(network, training);
    compare(network, training, test, random);
    predictions(network, training);
    scales();
    storage();
  }

  private static void compare(Network network, Data training, Data test, Random random) {
    double[] shares = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};
    int epochs = 5;
    double[] any = new double[WEIGHTS];
    Arrays.setAll(any, j -> random.nextDouble());
    String[] names = {
      "random",
      "magnitude",
      "saliency",
      "magnitude, retrained",
      "saliency, retrained",
      "units, retrained"
    };
    double[][] accuracy = new double[names.length][shares.length];
    Network[] retrained = {network.copy(), network.copy(), network.copy()};
    for (int s = 0; s < shares.length; s++) {
      double[][] scores = {any, magnitude(network), saliency(network, training)};
      for (int m = 0; m < 3; m++) {
        Network pruned = network.copy();
        prune(pruned, scores[m], shares[s]);
        accuracy[m][s] = pruned.accuracy(test);

        double share = m == 2 ? Math.round(shares[s] * HIDDEN) / (double) HIDDEN : shares[s];
        // @start region="retrain"
        // From one share to the next: score, prune, train on.
        Network n = retrained[m];
        double[] score = m == 0 ? magnitude(n) : saliency(n, training);
        boolean[] kept = prune(n, m == 2 ? byUnit(score) : score, share);
        n.train(training, kept, epochs, RATE, random);
        // @end
        accuracy[3 + m][s] = n.accuracy(test);
      }
    }
    show("epochs", epochs);
    int half = 5;
    int most = 8;
    show("half", shares[half]);
    show("most", shares[most]);
    show("randomAtHalf", accuracy[0][half]);
    show("magnitudeAtHalf", accuracy[1][half]);
    show("retrainedAtHalf", accuracy[3][half]);
    show("magnitudeAtMost", accuracy[1][most]);
    show("saliencyAloneAtMost", accuracy[2][most]);
    show("retrainedAtMost", accuracy[3][most]);
    show("saliencyAtMost", accuracy[4][most]);
    show("unitsAtMost", accuracy[5][most]);

    int zeros = 0;
    for (double w : retrained[0].w) {
      zeros += w == 0 ? 1 : 0;
    }
    check("zeros after all rounds, as a share", (double) zeros / WEIGHTS, near(shares[10], 1e-3));
    check(
        "what magnitude gains over random choice at one half",
        accuracy[1][half] - accuracy[0][half],
        above(0.1));
    check(
        "what retraining gains at the larger share",
        accuracy[3][most] - accuracy[1][most],
        above(0.1));

    double[] percent = Arrays.stream(shares).map(x -> 100 * x).toArray();
    double[] inUnits =
        Arrays.stream(shares).map(x -> 100.0 * Math.round(x * HIDDEN) / HIDDEN).toArray();
    var plot =
        plot(
                "accuracy",
                "Test accuracy against the share of weights set to zero. Random choice falls at"
                    + " once. Magnitude and saliency hold to about a half, then fall. With"
                    + " retraining both hold to about three quarters. Whole units, retrained, lie"
                    + " somewhat below those.")
            .x("weights set to 0, %")
            .y("test accuracy")
            .xRange(0, 100)
            .yRange(0, 1);
    for (int m = 0; m < names.length; m++) {
      plot.line(names[m], m == 5 ? inUnits : percent, accuracy[m]);
    }
  }

  /** How well each score foretells what removing one weight does to the loss. */
  private static void predictions(Network network, Data training) {
    Data part = new Data(Arrays.copyOf(training.x, 200), Arrays.copyOf(training.y, 200));
    double loss = network.loss(part);
    double[] rise = new double[WEIGHTS];
    for (int j = 0; j < WEIGHTS; j++) {
      double w = network.w[j];
      network.w[j] = 0;
      rise[j] = network.loss(part) - loss;
      network.w[j] = w;
    }
    show("magnitudeRank", rankCorrelation(magnitude(network), rise));
    show("saliencyRank", rankCorrelation(saliency(network, part), rise));
  }

  private static double rankCorrelation(double[] a, double[] b) {
    double[] ranksA = ranks(a);
    double[] ranksB = ranks(b);
    double middle = (a.length - 1) / 2.0;
    double product = 0;
    double square = 0;
    for (int j = 0; j < a.length; j++) {
      product += (ranksA[j] - middle) * (ranksB[j] - middle);
      square += (ranksA[j] - middle) * (ranksA[j] - middle);
    }
    return product / square;
  }

  private static double[] ranks(double[] values) {
    int[] order = sorted(values);
    double[] ranks = new double[values.length];
    for (int k = 0; k < order.length; k++) {
      ranks[order[k]] = k;
    }
    return ranks;
  }

  /** Two inputs of very different scale: the smaller weight is the one that matters. */
  private static void scales() {
    double[] w = {0.05, 2};
    double[] deviation = {100, 0.1};
    double[] score = new double[2];
    double[] rise = new double[2];
    Random random = new Random(1);
    int samples = 20_000;
    for (int i = 0; i < 2; i++) {
      // The loss is the mean squared error, its second derivative 2 E[x²].
      score[i] = 2 * deviation[i] * deviation[i] * w[i] * w[i] / 2;
      for (int k = 0; k < samples; k++) {
        double missing = w[i] * deviation[i] * random.nextGaussian();
        rise[i] += missing * missing / samples;
      }
      check(
          "error without weight " + (i + 1) + ", relative to its saliency",
          rise[i] / score[i],
          between(0.95, 1.05));
    }
    show("w", w);
    show("scale", deviation);
    show("score", score);
  }

  /** Bytes of a matrix of floats, dense and as compressed sparse rows. */
  private static void storage() {
    long rows = 1000;
    long columns = 1000;
    int floatBytes = 4;
    int indexBytes = 4;
    var table =
        table("storage")
            .column("zeros", "%.0f%%")
            .column("dense, kB", "%.0f")
            .column("sparse, kB", "%.0f");
    for (int percent : new int[] {0, 50, 80, 90, 95}) {
      long left = rows * columns * (100 - percent) / 100;
      long dense = floatBytes * rows * columns;
      long sparse =
          (floatBytes + indexBytes) * left + indexBytes * (rows + 1); // where each row starts
      table.row((double) percent, dense / 1000.0, sparse / 1000.0);
    }
    show("rows", rows);
    show("indexBytes", indexBytes);
  }

  private static void checkCurvature(Network network, Data data) {
    double[] d = network.curvature(data);
    double largest = Arrays.stream(d).max().getAsDouble();
    double error = 0;
    double h = 1e-4;
    for (int j = 0; j < WEIGHTS; j += 41) {
      double w = network.w[j];
      double middle = network.loss(data);
      network.w[j] = w + h;
      double up = network.loss(data);
      network.w[j] = w - h;
      double down = network.loss(data);
      network.w[j] = w;
      error = Math.max(error, Math.abs((up - 2 * middle + down) / (h * h) - d[j]));
    }
    check(
        "curvature against second differences, share of the largest", error / largest, below(1e-3));
  }
}
