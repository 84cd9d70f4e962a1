import static answerbook.api.Snippet.*;

import java.util.Random;

/** The curves of the question, and a real pair from a network that is trained for too long. */
public class ValidationCurve {
  private static final int TURN = 60;
  private static final int EPOCHS = 100;

  static double validation(double t) {
    double d = t - TURN;
    return 0.2 + (d < 0 ? 0.000375 : 0.001) * d * d;
  }

  static double training(double t) {
    double d = Math.min(0, t - TURN);
    return 0.1 + 0.00037 * d * d;
  }

  public static void main(String[] args) {
    drawn();
    real();
  }

  private static void drawn() {
    double[] epochs = linspace(12, EPOCHS, 177);
    double[] valid = map(epochs, ValidationCurve::validation);
    double[] train = map(epochs, ValidationCurve::training);
    int least = least(valid);
    show("turn", (long) epochs[least]);
    show("leastError", valid[least]);
    show("trainError", training(epochs[least]));
    show("gap", validation(TURN) - training(TURN));
    show("later", (long) 80);
    show("laterError", validation(80));
    show("laterGap", validation(80) - training(80));
    check("epoch of the least validation error", epochs[least], near(TURN, 0.01));
    for (int i = 0; i < epochs.length; i++) {
      valid[i] = valid[i] > 1 ? Double.NaN : valid[i];
      train[i] = train[i] > 1 ? Double.NaN : train[i];
    }
    plot(
            "curve",
            "Two curves of the error against the epoch. Both fall, that of training below that of"
                + " validation. At epoch 60, marked by a dashed line, the training error has"
                + " reached 0.1 and stays there. The validation error has its lowest value, 0.2,"
                + " at the same epoch and then rises ever more steeply.")
        .x("epoch")
        .y("error")
        .xRange(0, EPOCHS)
        .yRange(0, 1)
        .line("training", epochs, train)
        .line("validation", epochs, valid)
        .vertical(TURN, TURN + " →");
  }

  // ---- a network of one hidden layer that learns a noisy function from few samples

  private static final int D = 10;
  private static final int H = 20;
  private static final int TRAIN = 40;
  private static final int VALID = 40;
  private static final int TEST = 400;

  private static void real() {
    Random random = new Random(3);
    double[][] train = data(TRAIN, random);
    double[][] valid = data(VALID, random);
    double[][] test = data(TEST, random);
    double[] p = new double[H * (D + 2) + 1];
    for (int k = 0; k < H * D; k++) {
      p[k] = random.nextGaussian() / Math.sqrt(D);
    }
    for (int k = 0; k < H; k++) {
      p[H * D + H + k] = 0.1 * random.nextGaussian() / Math.sqrt(H);
    }
    gradientCheck(p, train);
    int epochs = 600;
    int every = 4;
    int points = epochs / every + 1;
    double[] time = linspace(0, epochs, points);
    double[][] curves = new double[3][points];
    double[] velocity = new double[p.length];
    for (int epoch = 0; epoch <= epochs; epoch++) {
      if (epoch % every == 0) {
        curves[0][epoch / every] = error(p, train);
        curves[1][epoch / every] = error(p, valid);
        curves[2][epoch / every] = error(p, test);
      }
      // @start region="epoch"
      double[] g = gradient(p, train); // of the training error only
      for (int k = 0; k < p.length; k++) {
        velocity[k] = 0.9 * velocity[k] - 0.003 * g[k];
        p[k] += velocity[k];
      }
      // @end
    }
    int best = least(curves[1]);
    show("inputs", (long) D);
    show("h", (long) H);
    show("samples", (long) TRAIN);
    show("held", (long) VALID);
    show("fresh", (long) TEST);
    show("bestEpoch", (long) time[best]);
    show("bestTest", curves[2][best], within(1e-5));
    show("lastTraining", curves[0][points - 1], within(1e-5));
    show("lastTest", curves[2][points - 1], within(1e-5));
    check(
        "training error at the end over that at the best epoch",
        curves[0][points - 1] / curves[0][best],
        below(0.5));
    check(
        "test error at the end over that at the best epoch",
        curves[2][points - 1] / curves[2][best],
        above(1.2));
    plot(
            "real",
            "Against the epoch, the training error falls towards zero all the time. The errors of"
                + " validation and test fall steeply, are least near epoch 90 and then rise slowly,"
                + " close to each other.")
        .x("epoch")
        .y("mean square error")
        .line("training", time, curves[0])
        .line("validation", time, curves[1])
        .line("test", time, curves[2])
        .vertical(time[best], "least validation error");
  }

  private static double[][] data(int n, Random random) {
    double[][] rows = new double[n][D + 1];
    for (double[] row : rows) {
      for (int j = 0; j < D; j++) {
        row[j] = random.nextGaussian();
      }
      row[D] = StrictMath.tanh(row[0] + row[1]) + 0.5 * random.nextGaussian();
    }
    return rows;
  }

  private static double hidden(double[] p, double[] row, int k) {
    double z = p[H * D + k];
    for (int j = 0; j < D; j++) {
      z += p[k * D + j] * row[j];
    }
    return StrictMath.tanh(z);
  }

  private static double error(double[] p, double[][] rows) {
    double sum = 0;
    for (double[] row : rows) {
      double d = p[H * D + 2 * H] - row[D];
      for (int k = 0; k < H; k++) {
        d += p[H * D + H + k] * hidden(p, row, k);
      }
      sum += d * d;
    }
    return sum / rows.length;
  }

  private static double[] gradient(double[] p, double[][] rows) {
    double[] g = new double[p.length];
    double[] a = new double[H];
    for (double[] row : rows) {
      double delta = p[H * D + 2 * H] - row[D];
      for (int k = 0; k < H; k++) {
        a[k] = hidden(p, row, k);
        delta += p[H * D + H + k] * a[k];
      }
      delta *= 2.0 / rows.length;
      for (int k = 0; k < H; k++) {
        double back = delta * p[H * D + H + k] * (1 - a[k] * a[k]);
        for (int j = 0; j < D; j++) {
          g[k * D + j] += back * row[j];
        }
        g[H * D + k] += back;
        g[H * D + H + k] += delta * a[k];
      }
      g[H * D + 2 * H] += delta;
    }
    return g;
  }

  private static void gradientCheck(double[] p, double[][] rows) {
    double[] g = gradient(p, rows);
    double worst = 0;
    double h = 1e-5;
    for (int k = 0; k < p.length; k++) {
      double[] up = p.clone();
      double[] down = p.clone();
      up[k] += h;
      down[k] -= h;
      worst = Math.max(worst, Math.abs((error(up, rows) - error(down, rows)) / (2 * h) - g[k]));
    }
    check("error of the gradient against finite differences", worst, below(1e-7));
  }

  private static int least(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] < values[best] ? i : best;
    }
    return best;
  }
}
