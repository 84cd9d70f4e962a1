import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;

/** A small language model with dropout, whose validation loss is below its training loss. */
public class ValidationBelowTrainingLoss {
  static final int TOKENS = 16; // size of the vocabulary
  static final int HIDDEN = 48;
  static final double DROP = 0.3;
  static final int BATCH = 20;
  static final double RATE = 0.25;
  static final int EPOCHS = 12;

  /** The next token depends on the two before it. */
  static double[] truth(double[][] first, double[][] second, int a, int b) {
    double[] z = new double[TOKENS];
    for (int t = 0; t < TOKENS; t++) {
      z[t] = first[a][t] + second[b][t];
    }
    return softmax(z);
  }

  static double[] softmax(double[] z) {
    double top = z[0];
    for (double value : z) {
      top = Math.max(top, value);
    }
    double sum = 0;
    double[] p = new double[z.length];
    for (int t = 0; t < z.length; t++) {
      p[t] = StrictMath.exp(z[t] - top);
      sum += p[t];
    }
    for (int t = 0; t < z.length; t++) {
      p[t] /= sum;
    }
    return p;
  }

  static int[] text(double[][] first, double[][] second, int length, Random random) {
    int[] text = new int[length];
    for (int i = 2; i < length; i++) {
      double[] p = truth(first, second, text[i - 2], text[i - 1]);
      double u = random.nextDouble();
      int t = 0;
      while (t < TOKENS - 1 && u >= p[t]) {
        u -= p[t];
        t++;
      }
      text[i] = t;
    }
    return text;
  }

  static double[][] gaussian(int rows, int columns, double scale, Random random) {
    double[][] m = new double[rows][columns];
    for (double[] row : m) {
      for (int j = 0; j < columns; j++) {
        row[j] = scale * random.nextGaussian();
      }
    }
    return m;
  }

  /** Two previous tokens, one hidden layer of ReLUs with dropout, a softmax. */
  static final class Model {
    final double[][] e; // rows for the token before last, then for the last one
    final double[][] u;
    final double[] d = new double[TOKENS];

    Model(Random random) {
      this(random, 1);
    }

    Model(Random random, double scale) {
      e = gaussian(2 * TOKENS, HIDDEN, 0.5 * scale, random);
      u = gaussian(TOKENS, HIDDEN, scale / Math.sqrt(HIDDEN), random);
    }

    double[] hidden(int[] text, int i, double[] mask) {
      double[] h = new double[HIDDEN];
      for (int j = 0; j < HIDDEN; j++) {
        double z = e[text[i - 2]][j] + e[TOKENS + text[i - 1]][j];
        h[j] = z > 0 ? z * mask[j] : 0;
      }
      return h;
    }

    double[] probabilities(double[] h) {
      double[] z = d.clone();
      for (int t = 0; t < TOKENS; t++) {
        for (int j = 0; j < HIDDEN; j++) {
          z[t] += u[t][j] * h[j];
        }
      }
      return softmax(z);
    }

    double loss(int[] text, int i, double[] mask) {
      return -StrictMath.log(probabilities(hidden(text, i, mask))[text[i]]);
    }

    /** Adds {@code -rate} times the gradient of one token's loss to {@code target}. */
    void descend(int[] text, int i, double[] mask, double rate, Model target) {
      double[] h = hidden(text, i, mask);
      double[] delta = probabilities(h);
      delta[text[i]] -= 1;
      for (int j = 0; j < HIDDEN; j++) {
        double back = 0;
        for (int t = 0; t < TOKENS; t++) {
          back += delta[t] * u[t][j];
          target.u[t][j] -= rate * delta[t] * h[j];
        }
        if (h[j] > 0) {
          target.e[text[i - 2]][j] -= rate * back * mask[j];
          target.e[TOKENS + text[i - 1]][j] -= rate * back * mask[j];
        }
      }
      for (int t = 0; t < TOKENS; t++) {
        target.d[t] -= rate * delta[t];
      }
    }

    void copyFrom(Model other) {
      for (int r = 0; r < e.length; r++) {
        System.arraycopy(other.e[r], 0, e[r], 0, HIDDEN);
      }
      for (int r = 0; r < u.length; r++) {
        System.arraycopy(other.u[r], 0, u[r], 0, HIDDEN);
      }
      System.arraycopy(other.d, 0, d, 0, TOKENS);
    }
  }

  static final double[] ALL = ones();

  static double[] ones() {
    double[] mask = new double[HIDDEN];
    Arrays.fill(mask, 1);
    return mask;
  }

  static double[] mask(Random random) {
    double[] mask = new double[HIDDEN];
    for (int j = 0; j < HIDDEN; j++) {
      mask[j] = random.nextDouble() < DROP ? 0 : 1 / (1 - DROP);
    }
    return mask;
  }

  // @start region="evaluate"
  /** Mean loss per token: fixed weights, no dropout. */
  static double evaluate(Model model, int[] text) {
    double sum = 0;
    for (int i = 2; i < text.length; i++) {
      sum += model.loss(text, i, ALL);
    }
    return sum / (text.length - 2);
  }

  // @end

  public static void main(String[] args) {
    Random random = new Random(8);
    double[][] first = gaussian(TOKENS, TOKENS, 1, random);
    double[][] second = gaussian(TOKENS, TOKENS, 1, random);
    int[] training = text(first, second, 5002, random);
    int[] validation = text(first, second, 4002, random);
    int size = training.length - 2;
    show("trainingTokens", size);
    show("validationTokens", validation.length - 2);
    show("vocabulary", TOKENS);
    show("drop", DROP);
    show("epochs", EPOCHS);
    double floor = floor(first, second, validation);

    Model model = new Model(random);
    checkGradient(model, training, random);

    double[] reported = new double[EPOCHS];
    double[] inPassing = new double[EPOCHS];
    double[] clean = new double[EPOCHS];
    double[] held = new double[EPOCHS];
    double heldInPassing = 0;
    int batches = size / BATCH;
    Model next = new Model(random);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      int[] order = shuffled(size, random);
      for (int b = 0; b < batches; b++) {
        if (epoch == 0 && b % 20 == 10) {
          heldInPassing += evaluate(model, validation) / (batches / 20);
        }
        next.copyFrom(model);
        for (int k = b * BATCH; k < (b + 1) * BATCH; k++) {
          int i = order[k] + 2;
          double[] mask = mask(random);
          // @start region="bookkeeping"
          // For every token, before the update it takes part in:
          reported[epoch] += model.loss(training, i, mask) / size;
          inPassing[epoch] += model.loss(training, i, ALL) / size;
          // @end
          model.descend(training, i, mask, RATE / BATCH, next);
        }
        model.copyFrom(next);
      }
      // @start region="after"
      // After the epoch, with the weights of its end:
      clean[epoch] = evaluate(model, training);
      held[epoch] = evaluate(model, validation);
      // @end
    }
    report(reported, inPassing, clean, held, floor);
    check("the validation loss is above that of the true model", held[EPOCHS - 1], above(floor));

    double deviation = deviation(model, validation);
    double error = deviation / Math.sqrt(validation.length - 2);
    show("deviation", deviation);
    show("standardError", error);
    show("inPassingFirst", inPassing[0]);
    show("heldInPassing", heldInPassing);
    double errorOfBoth = Math.hypot(error, deviation / Math.sqrt(size));
    check(
        "in the first epoch, distance of training and validation loss in standard errors",
        Math.abs(inPassing[0] - heldInPassing) / errorOfBoth,
        below(2));

    averages();
  }

  private static void report(
      double[] reported, double[] inPassing, double[] clean, double[] held, double floor) {
    var gap =
        table("gap")
            .column("epoch")
            .column("training, as logged", "%.3f")
            .column("validation", "%.3f")
            .column("dropout", "%+.3f")
            .column("timing", "%+.3f")
            .column("overfitting", "%+.3f");
    for (int e : new int[] {0, 1, 3, 7, EPOCHS - 1}) {
      double dropout = reported[e] - inPassing[e];
      double timing = inPassing[e] - clean[e];
      gap.row(e + 1, reported[e], held[e], dropout, timing, clean[e] - held[e]);
    }
    int below = 0;
    int cleanAbove = 0;
    for (int e = 0; e < EPOCHS; e++) {
      below += held[e] < reported[e] ? 1 : 0;
      cleanAbove += held[e] < clean[e] ? 1 : 0;
    }
    show("epochsBelow", below);
    check("epochs with validation loss below the training loss as logged", below, above(1));
    check(
        "epochs with validation loss below the training loss measured alike", cleanAbove, below(1));

    double[] epoch = linspace(1, EPOCHS, EPOCHS);
    plot(
            "curves",
            "Three losses against epochs. The training loss as logged starts highest and stays"
                + " above the validation loss in all but the last epochs. The training loss"
                + " measured in the same way lies below the validation loss throughout.")
        .x("epoch")
        .y("loss per token, nats")
        .xRange(0, EPOCHS)
        .line("training, as logged", epoch, reported)
        .line("validation", epoch, held)
        .dashed("training, measured like validation", epoch, clean)
        .horizontal(floor, "true model");
  }

  private static double floor(double[][] first, double[][] second, int[] text) {
    double sum = 0;
    for (int i = 2; i < text.length; i++) {
      sum -= StrictMath.log(truth(first, second, text[i - 2], text[i - 1])[text[i]]);
    }
    return sum / (text.length - 2);
  }

  /** The standard deviation of the loss of one token. */
  private static double deviation(Model model, int[] text) {
    double mean = evaluate(model, text);
    double sum = 0;
    for (int i = 2; i < text.length; i++) {
      sum += Math.pow(model.loss(text, i, ALL) - mean, 2);
    }
    return Math.sqrt(sum / (text.length - 2));
  }

  /** One model, one dataset, two averages. */
  private static void averages() {
    double[] tokens = {10, 190}; // of two documents
    double[] loss = {4.0, 2.5}; // mean loss per token in each
    double perDocument = (loss[0] + loss[1]) / 2;
    double perToken = (tokens[0] * loss[0] + tokens[1] * loss[1]) / (tokens[0] + tokens[1]);
    show("tokens", new int[] {(int) tokens[0], (int) tokens[1]});
    show("loss", loss);
    show("perDocument", perDocument);
    show("perToken", perToken);
    double total = 0;
    for (int document = 0; document < 2; document++) {
      for (int token = 0; token < tokens[document]; token++) {
        total += loss[document];
      }
    }
    check("summed token by token", total / (tokens[0] + tokens[1]), near(perToken, 1e-12));
  }

  private static int[] shuffled(int size, Random random) {
    int[] order = new int[size];
    Arrays.setAll(order, k -> k);
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    return order;
  }

  private static void checkGradient(Model model, int[] text, Random random) {
    double[] mask = mask(random);
    Model gradient = new Model(random, 0);
    model.descend(text, 2, mask, -1, gradient);
    double error = 0;
    double largest = 0;
    for (int j = 0; j < HIDDEN; j++) {
      double g = gradient.e[TOKENS + text[1]][j];
      error = Math.max(error, Math.abs(g - slope(model, text, mask, model.e[TOKENS + text[1]], j)));
      error = Math.max(error, Math.abs(gradient.u[3][j] - slope(model, text, mask, model.u[3], j)));
      largest = Math.max(largest, Math.abs(g));
    }
    error = Math.max(error, Math.abs(gradient.d[5] - slope(model, text, mask, model.d, 5)));
    check("the gradient with dropout against finite differences", error / largest, below(1e-6));
  }

  private static double slope(Model model, int[] text, double[] mask, double[] row, int j) {
    double h = 1e-5;
    double value = row[j];
    row[j] = value + h;
    double up = model.loss(text, 2, mask);
    row[j] = value - h;
    double down = model.loss(text, 2, mask);
    row[j] = value;
    return (up - down) / (2 * h);
  }
}
