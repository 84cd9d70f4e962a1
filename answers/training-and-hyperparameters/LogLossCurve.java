import static answerbook.api.Snippet.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The curves of the question, the scheduler on them, first weights, and what log-loss hides. */
public class LogLossCurve {
  private static final int EPOCHS = 80;
  private static final int E = 29;

  static double validationLoss(int t) {
    double creep = Math.max(0, t - 40) * 0.0004;
    double wiggle = 0.003 * Math.sin(1.3 * t);
    return 0.175 + 0.7 * Math.exp(-t / 6.0) + creep + wiggle;
  }

  static double trainingLoss(int t) {
    double bump = 0.06 * Math.exp(-(t - 26) * (t - 26) / 2.25);
    double wiggle = 0.002 * Math.sin(1.7 * t);
    return 0.135 + 0.33 * Math.exp(-t / 6.0) + 0.16 * Math.exp(-t / 40.0) + bump + wiggle;
  }

  static double validationAccuracy(int t) {
    return 0.92 - 0.52 * Math.exp(-t / 3.5) + 0.01 * Math.sin(0.9 * t) * (t > 10 ? 1 : 0);
  }

  /** Goes straight from one of these points to the next. */
  private static final double[][] TRAINING_ACCURACY = {
    {0, 0.63},
    {1, 0.58},
    {2, 0.68},
    {3, 0.68},
    {4, 0.58},
    {5, 0.74},
    {7, 0.74},
    {8, 0.84},
    {9, 0.84},
    {11, 0.74},
    {13, 0.74},
    {14, 0.79},
    {22, 0.79},
    {23, 0.84},
    {26, 0.74},
    {28, 0.84},
    {37, 0.84},
    {38, 0.89},
    {39, 0.89},
    {40, 0.95},
    {79, 0.95}
  };

  static double trainingAccuracy(int t) {
    int k = 1;
    while (TRAINING_ACCURACY[k][0] < t) {
      k++;
    }
    double[] from = TRAINING_ACCURACY[k - 1];
    double[] to = TRAINING_ACCURACY[k];
    return from[1] + (to[1] - from[1]) * (t - from[0]) / (to[0] - from[0]);
  }

  public static void main(String[] args) {
    drawn();
    initialisation();
    plateau();
    overfitting();
    confidence();
  }

  private static void drawn() {
    double[] epochs = linspace(0, EPOCHS - 1, EPOCHS);
    double[] training = map(epochs, t -> trainingLoss((int) t));
    double[] validation = map(epochs, t -> validationLoss((int) t));
    show("e", (long) E);
    show("trainingAtE", training[E]);
    show("trainingAtEnd", training[EPOCHS - 1]);
    show("validationAtE", validation[E]);
    show("validationLeast", Arrays.stream(validation).min().orElseThrow());
    int least = 0;
    for (int t = 1; t < EPOCHS; t++) {
      least = validation[t] < validation[least] ? t : least;
    }
    show("epochs", (long) EPOCHS);
    show("leastAt", (long) least);
    show("validationAtEnd", validation[EPOCHS - 1]);
    int cross = E;
    while (training[cross] > validation[cross]) {
      cross++;
    }
    int from = 0;
    while (training[from] < validation[from]) {
      from++;
    }
    show("from", (long) from);
    show("cross", (long) cross);
    plot(
            "loss",
            "Log-loss against the epoch. Both curves fall steeply until about epoch 15. The"
                + " validation loss reaches about 0.18 at the mark E, epoch 29, stays there and"
                + " creeps up to 0.19 in the end. From epoch 9 the training loss is above it, has a"
                + " bump at epoch 26, keeps falling, crosses it near epoch 50 and ends near 0.16.")
        .x("epoch")
        .y("log-loss")
        .yRange(0, 1)
        .line("training", epochs, training)
        .line("validation", epochs, validation)
        .vertical(E, "E");
    plot(
            "accuracy",
            "Accuracy against the epoch. That of validation rises to 0.92 within 15 epochs and"
                + " stays there. That of training is lower and moves in steps until epoch 40; then"
                + " it stays at 0.95.")
        .x("epoch")
        .y("accuracy")
        .yRange(0, 1)
        .line("training", epochs, map(epochs, t -> trainingAccuracy((int) t)))
        .line("validation", epochs, map(epochs, t -> validationAccuracy((int) t)))
        .vertical(E, "E");
  }

  // ---- first weights: how large the activations are, layer by layer

  private static void initialisation() {
    int width = 200;
    int layers = 12;
    String[] names = {"He, 2/n", "Glorot, 1/n", "0.01 for each weight"};
    double[] deviation = {Math.sqrt(2.0 / width), Math.sqrt(1.0 / width), 0.01};
    double[] depth = linspace(0, layers, layers + 1);
    double[][] sizes = new double[3][layers + 1];
    double worst = 0;
    for (int way = 0; way < 3; way++) {
      Random random = new Random(1);
      double[] a = new double[width];
      for (int k = 0; k < width; k++) {
        a[k] = random.nextGaussian();
      }
      sizes[way][0] = rms(a);
      for (int layer = 1; layer <= layers; layer++) {
        // @start region="layer"
        double[] next = new double[width];
        for (int k = 0; k < width; k++) {
          double z = 0;
          for (int j = 0; j < width; j++) {
            z += deviation[way] * random.nextGaussian() * a[j];
          }
          next[k] = Math.max(0, z); // a ReLU
        }
        // @end
        a = next;
        sizes[way][layer] = rms(a);
      }
      double factor = Math.sqrt(width / 2.0) * deviation[way];
      double expected = sizes[way][0] * Math.pow(factor, layers);
      worst = Math.max(worst, Math.abs(Math.log(sizes[way][layers] / expected)));
    }
    check("log of the final size over the one expected, largest,", worst, below(0.5));
    show("fixed", deviation[2]);
    show("layers", (long) layers);
    show("width", (long) width);
    show("heSize", sizes[0][layers], within(1e-6));
    show("glorotSize", sizes[1][layers], within(1e-6));
    show("fixedSize", sizes[2][layers], within(1e-6));
    plot(
            "sizes",
            "Size of the activations against the layer, on a logarithmic scale. With the first"
                + " method it stays near 1. With the second it falls steadily to about one"
                + " sixtieth. With a fixed deviation of 0.01 it falls to about 1e-12.")
        .x("layer")
        .y("root mean square of the activations")
        .logY()
        .line(names[0], depth, sizes[0])
        .line(names[1], depth, sizes[1])
        .line(names[2], depth, sizes[2]);
  }

  private static double rms(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum / values.length);
  }

  // ---- ReduceLROnPlateau with its default settings

  // @start region="plateau"
  static final class Plateau {
    double rate;
    double best = Double.POSITIVE_INFINITY;
    int bad; // epochs without an improvement

    Plateau(double rate) {
      this.rate = rate;
    }

    void step(double loss) {
      if (loss < best * (1 - 1e-4)) {
        best = loss;
        bad = 0;
      } else if (++bad > 10) { // the patience
        bad = 0;
        double lower = 0.1 * rate;
        rate = rate - lower > 1e-8 ? lower : rate;
      }
    }
  }

  // @end

  private static void plateau() {
    double initial = 1e-5;
    Plateau scheduler = new Plateau(initial);
    List<Integer> drops = new ArrayList<>();
    double before = 0;
    double after = 0;
    for (int t = 0; t < EPOCHS; t++) {
      double old = scheduler.rate;
      before += t > E ? initial : 0;
      after += t > E ? old : 0;
      scheduler.step(validationLoss(t));
      if (scheduler.rate != old) {
        drops.add(t);
      }
    }
    show("initial", initial);
    show("drops", drops.stream().mapToInt(t -> t).toArray());
    show("finalRate", scheduler.rate);
    show("effective", initial / (1 - 0.9));
    check("rates that fell", drops.size(), above(1));
  }

  // ---- a logistic regression that overfits, with a constant rate and with the scheduler

  private static final int D = 40;

  private static void overfitting() {
    Random random = new Random(2);
    double[][] train = data(80, random);
    double[][] valid = data(400, random);
    int epochs = 300;
    double[] time = linspace(0, epochs, epochs + 1);
    double[][] losses = new double[2][epochs + 1];
    for (int way = 0; way < 2; way++) {
      double[] w = new double[D];
      double[] velocity = new double[D];
      Plateau scheduler = new Plateau(0.1);
      for (int t = 0; t <= epochs; t++) {
        losses[way][t] = loss(w, valid);
        if (way > 0) {
          scheduler.step(losses[way][t]);
        }
        double[] g = gradient(w, train);
        for (int j = 0; j < D; j++) {
          velocity[j] = 0.9 * velocity[j] - scheduler.rate * g[j];
          w[j] += velocity[j];
        }
      }
    }
    double least = Arrays.stream(losses[0]).min().orElseThrow();
    show("least", least, within(1e-6));
    show("constantEnd", losses[0][epochs], within(1e-6));
    show("scheduledEnd", losses[1][epochs], within(1e-6));
    check(
        "loss at the end with the scheduler over the least", losses[1][epochs] / least, above(1.1));
    check("the same with a constant rate", losses[0][epochs] / least, above(1.5));
    double h = 1e-5;
    double[] w = gradient(new double[D], train);
    double[] g = gradient(w, train);
    double worst = 0;
    for (int j = 0; j < D; j++) {
      double[] up = w.clone();
      double[] down = w.clone();
      up[j] += h;
      down[j] -= h;
      worst = Math.max(worst, Math.abs((loss(up, train) - loss(down, train)) / (2 * h) - g[j]));
    }
    check("error of the gradient against finite differences", worst, below(1e-8));
    plot(
            "scheduled",
            "Both curves of the validation loss fall together to 0.58 within a few epochs and start"
                + " to rise. With a constant rate the loss rises on and on, to 1.3. With the"
                + " scheduler it rises to 0.76 and then stays there.")
        .x("epoch")
        .y("validation log-loss")
        .line("constant rate", time, losses[0])
        .line("with the scheduler", time, losses[1])
        .horizontal(least, "least");
  }

  private static double[][] data(int n, Random random) {
    double[][] rows = new double[n][D + 1];
    for (double[] row : rows) {
      double z = 0;
      for (int j = 0; j < D; j++) {
        row[j] = random.nextGaussian();
        z += j < 5 ? row[j] : 0;
      }
      row[D] = random.nextDouble() < sigmoid(z) ? 1 : 0;
    }
    return rows;
  }

  private static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  private static double sum(double[] w, double[] row) {
    double z = 0;
    for (int j = 0; j < D; j++) {
      z += w[j] * row[j];
    }
    return z;
  }

  private static double loss(double[] w, double[][] rows) {
    double total = 0;
    for (double[] row : rows) {
      double p = sigmoid(sum(w, row));
      total -= StrictMath.log(row[D] == 1 ? p : 1 - p) / rows.length;
    }
    return total;
  }

  private static double[] gradient(double[] w, double[][] rows) {
    double[] g = new double[D];
    for (double[] row : rows) {
      double delta = (sigmoid(sum(w, row)) - row[D]) / rows.length;
      for (int j = 0; j < D; j++) {
        g[j] += delta * row[j];
      }
    }
    return g;
  }

  // ---- better accuracy, worse log-loss

  private static void confidence() {
    // Probabilities of the right class: how many samples have which.
    int[] right = {90, 93};
    double[] sure = {0.9, 0.99};
    int[] wrong = {10, 7};
    double[] unsure = {0.3, 0.001};
    double[] early = fill(right[0], sure[0], wrong[0], unsure[0]);
    double[] late = fill(right[1], sure[1], wrong[1], unsure[1]);
    show("n", (long) late.length);
    show("right", right);
    show("sure", sure);
    show("wrong", wrong);
    show("unsure", unsure);
    show("earlyAccuracy", 100 * accuracy(early));
    show("lateAccuracy", 100 * accuracy(late));
    show("earlyLoss", logLoss(early));
    show("lateLoss", logLoss(late));
    double worst = wrong[1] * -Math.log(unsure[1]);
    show("worstShare", 100 * worst / (late.length * logLoss(late)));
    INDArray logs = Transforms.log(Nd4j.create(late));
    check(
        "log-loss with ND4J's logarithm",
        -logs.meanNumber().doubleValue(),
        near(logLoss(late), 1e-12));
  }

  private static double[] fill(int n, double p, int m, double q) {
    double[] values = new double[n + m];
    Arrays.fill(values, 0, n, p);
    Arrays.fill(values, n, n + m, q);
    return values;
  }

  private static double accuracy(double[] p) {
    return Arrays.stream(p).filter(v -> v > 0.5).count() / (double) p.length;
  }

  private static double logLoss(double[] p) {
    double sum = 0;
    for (double v : p) {
      sum -= Math.log(v);
    }
    return sum / p.length;
  }
}
