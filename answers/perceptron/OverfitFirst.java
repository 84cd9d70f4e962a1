import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;

/** Overfit first, then regularise: one network type on a dozen noisy samples of a sine. */
public class OverfitFirst {
  static final int[] WIDTHS = {1, 2, 3, 4, 6, 8, 16, 32, 64};
  static final int WIDEST = 64;
  static final double[] DECAYS = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1};
  static final int STEPS = 4000;

  /** Inputs and noisy targets. */
  record Data(double[] x, double[] t) {
    static Data sample(int size, Random random) {
      double[] x = new double[size];
      double[] t = new double[size];
      for (int k = 0; k < size; k++) {
        x[k] = random.nextDouble();
        t[k] = truth(x[k]) + 0.3 * random.nextGaussian();
      }
      return new Data(x, t);
    }
  }

  static double truth(double x) {
    return StrictMath.sin(2 * Math.PI * x);
  }

  /**
   * One hidden layer of tanh units; p holds w, b and v of each unit, then the bias of the output.
   */
  static double output(double[] p, double x) {
    int n = p.length / 3;
    double y = p[3 * n];
    for (int i = 0; i < n; i++) {
      y += p[2 * n + i] * StrictMath.tanh(p[i] * x + p[n + i]);
    }
    return y;
  }

  static double error(double[] p, Data data) {
    double sum = 0;
    for (int k = 0; k < data.x.length; k++) {
      double difference = output(p, data.x[k]) - data.t[k];
      sum += difference * difference;
    }
    return sum / data.x.length;
  }

  static double[] gradient(double[] p, Data data, double decay) {
    int n = p.length / 3;
    double[] g = new double[p.length];
    double[] h = new double[n];
    for (int k = 0; k < data.x.length; k++) {
      double y = p[3 * n];
      for (int i = 0; i < n; i++) {
        h[i] = StrictMath.tanh(p[i] * data.x[k] + p[n + i]);
        y += p[2 * n + i] * h[i];
      }
      double delta = 2 * (y - data.t[k]) / data.x.length;
      g[3 * n] += delta;
      for (int i = 0; i < n; i++) {
        double back = delta * p[2 * n + i] * (1 - h[i] * h[i]);
        g[i] += back * data.x[k];
        g[n + i] += back;
        g[2 * n + i] += delta * h[i];
      }
    }
    for (int j = 0; j < 3 * n; j++) {
      g[j] += 2 * decay * p[j];
    }
    return g;
  }

  static double[] start(int n) {
    Random random = new Random(5);
    double[] p = new double[3 * n + 1];
    for (int i = 0; i < n; i++) {
      p[i] = 8 * random.nextGaussian();
      p[n + i] = -p[i] * random.nextDouble();
      p[2 * n + i] = random.nextGaussian() / Math.sqrt(n);
    }
    return p;
  }

  /** Adam's state and step. */
  static final class Adam {
    final double[] m;
    final double[] s;
    double power1 = 1;
    double power2 = 1;

    Adam(int size) {
      m = new double[size];
      s = new double[size];
    }

    void step(double[] p, double[] g) {
      power1 *= 0.9;
      power2 *= 0.999;
      for (int j = 0; j < p.length; j++) {
        m[j] = 0.9 * m[j] + 0.1 * g[j];
        s[j] = 0.999 * s[j] + 0.001 * g[j] * g[j];
        p[j] -= 0.02 * (m[j] / (1 - power1)) / (Math.sqrt(s[j] / (1 - power2)) + 1e-8);
      }
    }
  }

  static double[] train(int width, Data data, double decay) {
    double[] p = start(width);
    Adam adam = new Adam(p.length);
    for (int step = 0; step < STEPS; step++) {
      adam.step(p, gradient(p, data, decay));
    }
    return p;
  }

  public static void main(String[] args) {
    Random random = new Random(3);
    Data training = Data.sample(12, random);
    Data validation = Data.sample(200, random);
    show("trainingSize", training.x.length);
    show("validationSize", validation.x.length);
    double noise = 0;
    for (int k = 0; k < validation.x.length; k++) {
      double difference = truth(validation.x[k]) - validation.t[k];
      noise += difference * difference / validation.x.length;
    }
    show("noise", noise);

    checkGradient(training);
    wiring(training);
    double[][] byWidth = capacity(training, validation, noise);
    double[][] byDecay = regularise(training, validation);
    compare(training, validation, Data.sample(1000, random), byWidth, byDecay);
  }

  /** Can the network learn a few samples by heart? And one with a common mistake? */
  private static void wiring(Data training) {
    int size = 6;
    int steps = 300;
    Data batch = new Data(Arrays.copyOf(training.x, size), Arrays.copyOf(training.t, size));
    double[] right = new double[steps + 1];
    double[] wrong = new double[steps + 1];

    // @start region="wiring"
    double[] p = start(WIDEST);
    double[] q = start(WIDEST);
    Adam adamP = new Adam(p.length);
    Adam adamQ = new Adam(q.length);
    Random shuffling = new Random(1);
    for (int step = 0; step <= steps; step++) {
      right[step] = error(p, batch);
      wrong[step] = error(q, batch);
      adamP.step(p, gradient(p, batch, 0));
      Data mixedUp = new Data(batch.x, shuffled(batch.t, shuffling));
      adamQ.step(q, gradient(q, mixedUp, 0));
    }
    // @end
    show("batch", size);
    show("wiringSteps", steps);
    show("rightLoss", right[steps], within(1e-4));
    show("wrongLoss", wrong[steps], within(1e-6));
    double mean = Arrays.stream(batch.t).average().getAsDouble();
    double variance =
        Arrays.stream(batch.t).map(t -> (t - mean) * (t - mean)).average().getAsDouble();
    show("variance", variance);
    check("loss of the correct program over the variance", right[steps] / variance, below(1e-3));
    check("the same of the faulty one", wrong[steps] / variance, above(0.5));

    double[] axis = linspace(0, steps, steps + 1);
    plot(
            "wiring",
            "Loss on a batch of six against gradient steps, on a logarithmic scale. The correct"
                + " program's loss falls by orders of magnitude; that of the program with shuffled"
                + " labels stays about where the variance of the targets is.")
        .x("gradient step")
        .y("mean squared error on the batch")
        .logY()
        .line("correct", axis, right)
        .line("labels out of step", axis, wrong);
  }

  private static double[] shuffled(double[] values, Random random) {
    double[] copy = values.clone();
    for (int i = copy.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double swap = copy[i];
      copy[i] = copy[j];
      copy[j] = swap;
    }
    return copy;
  }

  /** Trains every width without regularisation. */
  private static double[][] capacity(Data training, Data validation, double noise) {
    double[][] models = new double[WIDTHS.length][];
    double[] onTraining = new double[WIDTHS.length];
    double[] onValidation = new double[WIDTHS.length];
    for (int i = 0; i < WIDTHS.length; i++) {
      models[i] = train(WIDTHS[i], training, 0);
      onTraining[i] = error(models[i], training);
      onValidation[i] = error(models[i], validation);
    }
    int peak = 0;
    for (int i = 1; i < WIDTHS.length; i++) {
      peak = onValidation[i] > onValidation[peak] ? i : peak;
    }
    show("narrowError", onTraining[0], within(1e-6));
    show("wideError", onTraining[WIDTHS.length - 1], within(1e-6));
    show("peakWidth", WIDTHS[peak]);
    show("peak", onValidation[peak], within(1e-6));
    double[] widths = Arrays.stream(WIDTHS).asDoubleStream().toArray();
    plot(
            "capacity",
            "Training and validation error against the number of hidden units, both axes"
                + " logarithmic. The training error falls far below the noise. The validation error"
                + " is least for a few units, jumps to a peak at eight, and is about twice its"
                + " least value for the widest networks.")
        .x("hidden units")
        .y("mean squared error")
        .logX()
        .logY()
        .line("training", widths, onTraining)
        .line("validation", widths, onValidation)
        .horizontal(noise, "noise");
    return models;
  }

  /** Trains the widest network with more and more weight decay. */
  private static double[][] regularise(Data training, Data validation) {
    var decays =
        table("decays")
            .column("$\\lambda$")
            .column("training", "%.3f")
            .column("validation", "%.3f")
            .tolerance(within(1e-6));
    double[][] models = new double[DECAYS.length][];
    for (int i = 0; i < DECAYS.length; i++) {
      models[i] = train(WIDEST, training, DECAYS[i]);
      String lambda = "$10^{%d}$".formatted(Math.round(Math.log10(DECAYS[i])));
      decays.row(lambda, error(models[i], training), error(models[i], validation));
    }
    return models;
  }

  /** The best width and the best decay by validation, measured on samples that chose neither. */
  private static void compare(
      Data training, Data validation, Data test, double[][] byWidth, double[][] byDecay) {
    int width = best(byWidth, validation);
    int decay = best(byDecay, validation);
    double[] small = byWidth[width];
    double[] wide = byWidth[WIDTHS.length - 1];
    double[] decayed = byDecay[decay];
    show("testSize", test.x.length);
    show("bestWidth", WIDTHS[width]);
    show("bestDecay", DECAYS[decay]);
    show("widest", WIDEST);
    show("parameters", wide.length);

    var models =
        table("models")
            .column("network")
            .column("training", "%.3f")
            .column("validation", "%.3f")
            .column("test", "%.3f")
            .tolerance(within(1e-6));
    String[] names = {"%d units", "%d units", "%d units, weight decay"};
    double[][] parameters = {small, wide, decayed};
    for (int i = 0; i < 3; i++) {
      double[] p = parameters[i];
      String name = names[i].formatted(p.length / 3);
      models.row(name, error(p, training), error(p, validation), error(p, test));
    }
    check(
        "error of the wide network on new samples over that on its own",
        error(wide, test) / error(wide, training),
        above(5));
    check(
        "error with weight decay on new samples over that without",
        error(decayed, test) / error(wide, test),
        below(1));
    check(
        "and over that of the best small network",
        error(decayed, test) / error(small, test),
        below(1));

    plot(
            "fits",
            "Twelve noisy samples of one period of a sine. The wide network without weight decay"
                + " runs through nearly all of them and swings far out in between; with weight"
                + " decay it stays near the sine.")
        .x("x")
        .y("output")
        .points("training samples", training.x, training.t)
        .dashed("without noise", 0, 1, x -> truth(x))
        .line("no weight decay", 0, 1, x -> output(wide, x))
        .line("weight decay", 0, 1, x -> output(decayed, x));
  }

  private static int best(double[][] models, Data validation) {
    int best = 0;
    for (int i = 1; i < models.length; i++) {
      best = error(models[i], validation) < error(models[best], validation) ? i : best;
    }
    return best;
  }

  private static void checkGradient(Data data) {
    double[] p = start(4);
    double[] g = gradient(p, data, 0.01);
    double worst = 0;
    for (int j = 0; j < p.length; j++) {
      double[] up = p.clone();
      double[] down = p.clone();
      up[j] += 1e-6;
      down[j] -= 1e-6;
      worst =
          Math.max(worst, Math.abs((objective(up, data) - objective(down, data)) / 2e-6 - g[j]));
    }
    check("the gradient matches finite differences", worst, below(1e-7));
  }

  private static double objective(double[] p, Data data) {
    double squares = 0;
    for (int j = 0; j < p.length - 1; j++) {
      squares += p[j] * p[j];
    }
    return error(p, data) + 0.01 * squares;
  }
}
