import static answerbook.api.Snippet.*;

import java.util.Random;

public class TanhSaturation {
  static final int INPUTS = 10;
  static final int CLASSES = 10;
  static final int HIDDEN_LAYERS = 4;
  static final int WIDTH = 24;
  static final int EXAMPLES = 9000;
  static final int EVERY = 150;
  static final double TARGET = -0.8;
  static final double UNIT_RATE = 0.5;
  static final int BINS = 20;
  static final int LOOK = 100; // examples that are looked at
  static final double FLAT =
      0.1; // a unit is flat where its slope is below this share of its maximum

  public static void main(String[] args) {
    oneUnit();
    stall();
    double[][] x = new double[1000][INPUTS];
    int[] label = new int[x.length];
    data(x, label);
    gradientsAreRight(x[0], label[0]);

    Mlp sigmoid = new Mlp(true, new Random(1));
    Mlp tanh = new Mlp(false, new Random(1));
    double sigmoidRate = 0.12;
    double tanhRate = 0.05;
    show("sigmoidRate", sigmoidRate);
    show("tanhRate", tanhRate);
    Run ofSigmoid = new Run(sigmoid, sigmoidRate, x, label);
    Run ofTanh = new Run(tanh, tanhRate, x, label);
    curves(ofSigmoid, ofTanh);
    signals(ofSigmoid, ofTanh);
    twoHeaps(ofTanh);
    losses(ofSigmoid, ofTanh, label);
  }

  static double tanh(double z) {
    return 1 - 2 / (StrictMath.exp(2 * z) + 1);
  }

  static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  private static void oneUnit() {
    // @start region="flat"
    double tanhFlatFrom = artanh(Math.sqrt(1 - FLAT));
    double sigmoidFlatFrom = 2 * tanhFlatFrom; // tanh z = 2σ(2z) − 1
    // @end
    show("tanhFlatFrom", tanhFlatFrom);
    show("sigmoidFlatFrom", sigmoidFlatFrom);
    show("flatPercent", 100 * FLAT);
    double t = StrictMath.tanh(tanhFlatFrom);
    double s = sigmoid(sigmoidFlatFrom);
    check(
        "from there the slope of tanh is a tenth of its maximum: error",
        Math.abs((1 - t * t) - FLAT),
        below(1e-12));
    check("and so is that of the sigmoid: error", Math.abs(4 * s * (1 - s) - FLAT), below(1e-12));
    show("slopeAt3", 1 - tanh(3) * tanh(3));
  }

  private static double artanh(double y) {
    return StrictMath.log((1 + y) / (1 - y)) / 2;
  }

  /** One unit that has to move from a positive output to a negative one. */
  private static void stall() {
    double[] starts = {0.5, 3, 5};
    int[] moved = new int[starts.length]; // steps until the output is no longer positive
    int steps = 400;
    var plot =
        plot(
                "stall",
                "From z = 0.5 the loss falls to nearly 0 within a few steps. From z = 3 it stays on"
                    + " a plateau for some tens of steps before it falls. From z = 5 it does not"
                    + " fall within 400 steps.")
            .x("step of gradient descent")
            .y("loss");
    double[] time = linspace(0, steps, steps + 1);
    for (int k = 0; k < starts.length; k++) {
      double z = starts[k];
      double[] loss = new double[steps + 1];
      for (int step = 0; step <= steps || z > 0; step++) {
        // @start region="unit"
        double y = tanh(z);
        double error = y - TARGET;
        double gradient = error * (1 - y * y);
        // @end
        if (step <= steps) {
          loss[step] = error * error / 2;
        }
        moved[k] += z > 0 ? 1 : 0;
        z -= UNIT_RATE * gradient;
      }
      plot.line("start at z = " + starts[k], time, loss);
    }
    show("starts", starts);
    show("moved", moved);
    show("target", TARGET);
    check(
        "steps from the slowest start, over those by the differential equation:",
        moved[2] / flowTime(starts[2]),
        between(0.99, 1.01));
  }

  /** The time in which z falls to 0 under dz/dt = −rate · dL/dz, in steps. */
  private static double flowTime(double start) {
    int n = 10_000;
    double time = 0;
    for (int k = 0; k < n; k++) {
      double z = start * (k + 0.5) / n;
      double cosh = StrictMath.cosh(z);
      double velocity = UNIT_RATE * (StrictMath.tanh(z) - TARGET) / (cosh * cosh);
      time += start / n / velocity;
    }
    return time;
  }

  private static void gradientsAreRight(double[] x, int label) {
    double worst = 0;
    for (boolean logistic : new boolean[] {true, false}) {
      Mlp net = new Mlp(logistic, new Random(1));
      net.loss(x, label);
      net.backward();
      double h = 1e-5;
      for (int l = 0; l <= HIDDEN_LAYERS; l++) {
        double analytic = net.h[l][3] * net.delta[l][2];
        net.w[l][3][2] += h;
        double up = net.loss(x, label);
        net.w[l][3][2] -= 2 * h;
        double down = net.loss(x, label);
        net.w[l][3][2] += h;
        net.loss(x, label);
        net.backward();
        worst = Math.max(worst, Math.abs((up - down) / (2 * h) - analytic));
      }
    }
    check("both networks' gradients agree with differences: error", worst, below(1e-9));
  }

  private static void curves(Run ofSigmoid, Run ofTanh) {
    double[] time = linspace(0, EXAMPLES, EXAMPLES / EVERY + 1);
    var means =
        plot(
                "means",
                "The mean activation of the three lower hidden layers stays between 0.4 and 0.8."
                    + " That of the top hidden layer falls from 0.5 to close to 0.")
            .x("examples seen")
            .y("mean activation")
            .yRange(0, 1);
    var flat =
        plot(
                "flat",
                "In all four hidden layers of the tanh network the share of flat activations rises"
                    + " from 0, latest in the first, and ends between a quarter and six tenths.")
            .x("examples seen")
            .y("share of flat activations")
            .yRange(0, 1);
    for (int l = 0; l < HIDDEN_LAYERS; l++) {
      means.line("hidden layer " + (l + 1), time, ofSigmoid.mean[l]);
      flat.line("hidden layer " + (l + 1), time, ofTanh.flat[l]);
    }
    int top = HIDDEN_LAYERS - 1;
    int last = time.length - 1;
    show("examples", EXAMPLES);
    show("width", WIDTH);
    show("hiddenLayers", HIDDEN_LAYERS);
    show("sigmoidTopMean", ofSigmoid.mean[top][last], within(1e-6));
    show("sigmoidTopFlat", 100 * ofSigmoid.flat[top][last], within(1e-6));
    show("sigmoidBelowFlat", 100 * ofSigmoid.flat[top - 1][last], within(1e-6));
    show("tanhTopMean", ofTanh.mean[top][last], within(1e-6));
    show("tanhTopFlat", 100 * ofTanh.flat[top][last], within(1e-6));
    check("the mean of the top sigmoid layer", ofSigmoid.mean[top][last], below(0.05));
    double mostBelow = 0;
    double leastTanh = 1;
    for (int l = 0; l <= top; l++) {
      mostBelow = l < top ? Math.max(mostBelow, ofSigmoid.flat[l][last]) : mostBelow;
      leastTanh = Math.min(leastTanh, ofTanh.flat[l][last]);
    }
    check("the share of flat activations in any lower sigmoid layer", mostBelow, below(0.05));
    check("the share of flat activations in every tanh layer", leastTanh, above(0.2));
  }

  private static void signals(Run ofSigmoid, Run ofTanh) {
    double[] layers = linspace(1, HIDDEN_LAYERS, HIDDEN_LAYERS);
    plot(
            "signals",
            "Before training the error signal shrinks on its way down, for the sigmoid by a factor"
                + " of about seven a layer, for tanh by less than two. After training the sigmoid"
                + " network still loses it; in the tanh network it grows a little.")
        .x("hidden layer")
        .y("error signal, relative to the output's")
        .logY()
        .line("sigmoid, before", layers, ofSigmoid.signalBefore)
        .dashed("sigmoid, after", layers, ofSigmoid.signalAfter)
        .line("tanh, before", layers, ofTanh.signalBefore)
        .dashed("tanh, after", layers, ofTanh.signalAfter);
    int top = HIDDEN_LAYERS - 1;
    double steps = top;
    show(
        "sigmoidLoss",
        StrictMath.pow(ofSigmoid.signalBefore[top] / ofSigmoid.signalBefore[0], 1 / steps),
        within(1e-6));
    show(
        "tanhLoss",
        StrictMath.pow(ofTanh.signalBefore[top] / ofTanh.signalBefore[0], 1 / steps),
        within(1e-6));
  }

  private static void twoHeaps(Run ofTanh) {
    double[] edges = linspace(-1, 1, BINS + 1);
    plot(
            "heaps",
            "Before training the activations form one hill about 0. Afterwards they form two heaps,"
                + " one at -1 and one at 1, of about the same height, with little between them.")
        .x("activation in the top hidden layer")
        .y("share of activations")
        .steps("before training", edges, ofTanh.before)
        .steps("after training", edges, ofTanh.after);
    show("lowest", 100 * ofTanh.after[0], within(1e-6));
    show("highest", 100 * ofTanh.after[BINS - 1], within(1e-6));
  }

  private static void losses(Run ofSigmoid, Run ofTanh, int[] label) {
    int last = EXAMPLES / EVERY;
    show("sigmoidEnd", ofSigmoid.loss[last], within(1e-6));
    show("tanhEnd", ofTanh.loss[last], within(1e-6));
    double[] frequency = new double[CLASSES];
    for (int y : label) {
      frequency[y] += 1.0 / label.length;
    }
    double constant = 0;
    for (int i = 0; i < LOOK; i++) {
      constant -= StrictMath.log(frequency[label[i]]) / LOOK;
    }
    show("constantLoss", constant);
    check(
        "the sigmoid network's loss over that of constant outputs:",
        ofSigmoid.loss[last] / constant,
        between(0.95, 1.05));
    check(
        "the tanh network's loss over that of constant outputs:",
        ofTanh.loss[last] / constant,
        below(0.85));
  }

  /** Inputs in a cube; classes from a random network, so that there is something to learn. */
  private static void data(double[][] x, int[] label) {
    Random random = new Random(50);
    double[][] first = new double[INPUTS][30];
    double[][] second = new double[30][CLASSES];
    for (double[] row : first) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextGaussian();
      }
    }
    for (double[] row : second) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextGaussian();
      }
    }
    for (int i = 0; i < x.length; i++) {
      double[] hidden = new double[30];
      for (int j = 0; j < INPUTS; j++) {
        x[i][j] = 2 * random.nextDouble() - 1;
        for (int k = 0; k < hidden.length; k++) {
          hidden[k] += x[i][j] * first[j][k];
        }
      }
      double[] score = new double[CLASSES];
      for (int k = 0; k < hidden.length; k++) {
        for (int c = 0; c < CLASSES; c++) {
          score[c] += tanh(hidden[k]) * second[k][c];
        }
      }
      for (int c = 1; c < CLASSES; c++) {
        label[i] = score[c] > score[label[i]] ? c : label[i];
      }
    }
  }

  /** A classifier with equal hidden layers of sigmoid or tanh units and a softmax output. */
  private static final class Mlp {
    final boolean logistic;
    final double[][][] w = new double[HIDDEN_LAYERS + 1][][];
    final double[][] b = new double[HIDDEN_LAYERS + 1][];
    final double[][] h = new double[HIDDEN_LAYERS + 2][];
    final double[][] delta = new double[HIDDEN_LAYERS + 1][];

    Mlp(boolean logistic, Random random) {
      this.logistic = logistic;
      for (int l = 0; l <= HIDDEN_LAYERS; l++) {
        int in = l == 0 ? INPUTS : WIDTH;
        int out = l == HIDDEN_LAYERS ? CLASSES : WIDTH;
        double bound = 1 / Math.sqrt(in);
        w[l] = new double[in][];
        for (int i = 0; i < in; i++) {
          w[l][i] = random.doubles(out, -bound, bound).toArray();
        }
        b[l] = new double[out];
        h[l + 1] = new double[out];
        delta[l] = new double[out];
      }
    }

    double slope(double output) {
      return logistic ? output * (1 - output) : 1 - output * output;
    }

    /** The forward pass; returns the cross-entropy. */
    double loss(double[] x, int label) {
      h[0] = x;
      for (int l = 0; l <= HIDDEN_LAYERS; l++) {
        double[] z = h[l + 1];
        System.arraycopy(b[l], 0, z, 0, z.length);
        for (int i = 0; i < h[l].length; i++) {
          double hi = h[l][i];
          double[] row = w[l][i];
          for (int k = 0; k < z.length; k++) {
            z[k] += hi * row[k];
          }
        }
        for (int k = 0; l < HIDDEN_LAYERS && k < z.length; k++) {
          z[k] = logistic ? sigmoid(z[k]) : tanh(z[k]);
        }
      }
      double[] z = h[HIDDEN_LAYERS + 1];
      double sum = 0;
      for (double zk : z) {
        sum += StrictMath.exp(zk);
      }
      for (int k = 0; k < z.length; k++) {
        delta[HIDDEN_LAYERS][k] = StrictMath.exp(z[k]) / sum - (k == label ? 1 : 0);
      }
      return StrictMath.log(sum) - z[label];
    }

    /** The error signals of all layers, after a forward pass. */
    void backward() {
      for (int l = HIDDEN_LAYERS; l > 0; l--) {
        for (int i = 0; i < h[l].length; i++) {
          double sum = 0;
          for (int k = 0; k < delta[l].length; k++) {
            sum += w[l][i][k] * delta[l][k];
          }
          delta[l - 1][i] = sum * slope(h[l][i]);
        }
      }
    }

    void step(double rate) {
      for (int l = 0; l <= HIDDEN_LAYERS; l++) {
        for (int k = 0; k < delta[l].length; k++) {
          b[l][k] -= rate * delta[l][k];
        }
        for (int i = 0; i < h[l].length; i++) {
          double scaled = rate * h[l][i];
          for (int k = 0; k < delta[l].length; k++) {
            w[l][i][k] -= scaled * delta[l][k];
          }
        }
      }
    }
  }

  /** One training, with what was seen in the hidden layers on the way. */
  private static final class Run {
    final double[][] mean = new double[HIDDEN_LAYERS][EXAMPLES / EVERY + 1];
    final double[][] flat = new double[HIDDEN_LAYERS][EXAMPLES / EVERY + 1];
    final double[] loss = new double[EXAMPLES / EVERY + 1];
    final double[] signalBefore;
    final double[] signalAfter;
    final double[] before;
    final double[] after;

    Run(Mlp net, double rate, double[][] x, int[] label) {
      Random random = new Random(2);
      signalBefore = signal(net, x, label);
      before = histogram(net, x);
      for (int step = 0; step <= EXAMPLES; step++) {
        if (step % EVERY == 0) {
          look(net, x, label, step / EVERY);
        }
        int i = random.nextInt(x.length);
        net.loss(x[i], label[i]);
        net.backward();
        net.step(rate);
      }
      signalAfter = signal(net, x, label);
      after = histogram(net, x);
    }

    /** How the activations of the top hidden layer spread over [-1, 1]. */
    private static double[] histogram(Mlp net, double[][] x) {
      double[] share = new double[BINS + 1]; // the last repeats the last bin, for the plot
      int n = LOOK;
      for (int i = 0; i < n; i++) {
        net.loss(x[i], 0);
        for (double h : net.h[HIDDEN_LAYERS]) {
          int bin = Math.min(BINS - 1, (int) ((h + 1) / 2 * BINS));
          share[bin] += 1.0 / WIDTH / n;
        }
      }
      share[BINS] = share[BINS - 1];
      return share;
    }

    private void look(Mlp net, double[][] x, int[] label, int at) {
      int n = LOOK;
      for (int i = 0; i < n; i++) {
        loss[at] += net.loss(x[i], label[i]) / n;
        for (int l = 0; l < HIDDEN_LAYERS; l++) {
          for (double h : net.h[l + 1]) {
            mean[l][at] += h / WIDTH / n;
            double relative = net.slope(h) / net.slope(net.logistic ? 0.5 : 0);
            flat[l][at] += relative < FLAT ? 1.0 / WIDTH / n : 0;
          }
        }
      }
    }

    /** The size of the error signal in each hidden layer, relative to that at the output. */
    private static double[] signal(Mlp net, double[][] x, int[] label) {
      double[] size = new double[HIDDEN_LAYERS];
      int n = LOOK;
      for (int i = 0; i < n; i++) {
        net.loss(x[i], label[i]);
        net.backward();
        double out = norm(net.delta[HIDDEN_LAYERS]);
        for (int l = 0; l < HIDDEN_LAYERS; l++) {
          size[l] += norm(net.delta[l]) / out / n;
        }
      }
      return size;
    }

    private static double norm(double[] v) {
      double sum = 0;
      for (double vi : v) {
        sum += vi * vi;
      }
      return Math.sqrt(sum);
    }
  }
}
