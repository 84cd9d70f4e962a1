import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;

/** How much weights fluctuate about a minimum, what it costs, and what calms them. */
public class FluctuatingWeights {
  static final int HIDDEN = 16;
  static final int PARAMETERS = 3 * HIDDEN + 1;
  static final int EPOCHS = 100;
  static final int WATCHED = 20; // epochs at the end
  static final double NOISE = 0.5;

  record Data(double[] x, double[] y) {
    static Data sample(int size, Random random) {
      double[] x = new double[size];
      double[] y = new double[size];
      for (int k = 0; k < size; k++) {
        x[k] = 2 * random.nextDouble() - 1;
        y[k] = StrictMath.sin(4 * x[k]) + NOISE * random.nextGaussian();
      }
      return new Data(x, y);
    }
  }

  static double output(double[] p, double x) {
    double z = p[3 * HIDDEN];
    for (int i = 0; i < HIDDEN; i++) {
      z += p[2 * HIDDEN + i] * Math.max(0, p[i] * x + p[HIDDEN + i]);
    }
    return z;
  }

  static double error(double[] p, Data data) {
    double sum = 0;
    for (int k = 0; k < data.x.length; k++) {
      double d = output(p, data.x[k]) - data.y[k];
      sum += d * d / data.x.length;
    }
    return sum;
  }

  static void addGradient(double[] p, double x, double y, double scale, double[] g) {
    double delta = scale * 2 * (output(p, x) - y);
    g[3 * HIDDEN] += delta;
    for (int i = 0; i < HIDDEN; i++) {
      double z = p[i] * x + p[HIDDEN + i];
      if (z > 0) {
        g[i] += delta * p[2 * HIDDEN + i] * x;
        g[HIDDEN + i] += delta * p[2 * HIDDEN + i];
        g[2 * HIDDEN + i] += delta * z;
      }
    }
  }

  static double[] start() {
    Random random = new Random(12);
    double[] p = new double[PARAMETERS];
    for (int i = 0; i < HIDDEN; i++) {
      p[i] = random.nextGaussian();
      p[HIDDEN + i] = random.nextGaussian() / 2;
      p[2 * HIDDEN + i] = random.nextGaussian() / Math.sqrt(HIDDEN);
    }
    return p;
  }

  /** A way of training: which of the remedies it takes. */
  record Recipe(String name, double rate, boolean decays, int batch, double clip, double average) {}

  /** The weights to evaluate, after each epoch. */
  static double[][] train(Recipe recipe, Data data) {
    Random random = new Random(1);
    double[] p = start();
    double[] mean = p.clone();
    double[][] history = new double[EPOCHS][];
    int steps = data.x.length / recipe.batch;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int step = 0; step < steps; step++) {
        double[] g = new double[PARAMETERS];
        for (int k = 0; k < recipe.batch; k++) {
          int n = random.nextInt(data.x.length);
          addGradient(p, data.x[n], data.y[n], 1.0 / recipe.batch, g);
        }
        double rest = 1 - (epoch + step / (double) steps) / EPOCHS;
        // @start region="step"
        double rate = recipe.rate * (recipe.decays ? rest : 1);
        double scale = Math.min(1, recipe.clip / norm(g));
        for (int j = 0; j < p.length; j++) {
          p[j] -= rate * scale * g[j];
          mean[j] += recipe.average * (p[j] - mean[j]);
        }
        // @end
      }
      history[epoch] = (recipe.average < 1 ? mean : p).clone();
    }
    return history;
  }

  static double norm(double[] g) {
    double sum = 0;
    for (double value : g) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  public static void main(String[] args) {
    floor();
    remedies();
    symmetry();
  }

  /** One weight, loss λ w² / 2, gradient with noise: formula and simulation. */
  private static void floor() {
    double lambda = 1;
    double sigma = 1;
    int[] batches = {1, 10};
    Random random = new Random(3);
    double[] rates = {0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 1.9};
    double[][] simulated = new double[batches.length][rates.length];
    double error = 0;
    for (int b = 0; b < batches.length; b++) {
      for (int i = 0; i < rates.length; i++) {
        double formula = excess(rates[i], lambda, sigma, batches[b]);
        int steps = 40_000;
        double deviation = sigma / Math.sqrt(batches[b]);
        // @start region="simulation"
        double w = 0;
        double sum = 0;
        for (int step = 0; step < steps; step++) {
          double noise = deviation * random.nextGaussian();
          w -= rates[i] * (lambda * w + noise);
          sum += lambda * w * w / 2;
        }
        simulated[b][i] = sum / steps;
        // @end
        error = Math.max(error, Math.abs(simulated[b][i] / formula - 1));
      }
    }
    check("relative error of the formula for the floor against simulation", error, below(0.15));

    double rate = 0.5;
    int steps = 1000;
    double squares = 0;
    int runs = 400;
    for (int run = 0; run < runs; run++) {
      double w = 0;
      double mean = 0;
      for (int step = 0; step < steps; step++) {
        w -= rate * (lambda * w + sigma * random.nextGaussian());
        mean += w / steps;
      }
      squares += mean * mean / runs;
    }
    double formula = sigma * sigma / (lambda * lambda * steps);
    check(
        "variance of the mean of 1000 iterates against its formula, as a ratio",
        squares / formula,
        between(0.8, 1.2));
    show("averaged", steps);
    show("averageRate", rate);
    show("gain", excess(rate, lambda, sigma, 1) / (lambda * formula / 2));

    double[] fine = linspace(0.02, 1.98, 197);
    plot(
            "floor",
            "Mean excess loss on a logarithmic axis against the learning rate times the curvature,"
                + " from 0 to 2. It rises from zero, faster and faster, without bound near 2. With"
                + " ten times the batch the curve is ten times lower. Simulated points lie on"
                + " both.")
        .x("learning rate × curvature")
        .y("mean excess loss")
        .logY()
        .xRange(0, 2)
        .line("batch of 1", fine, map(fine, eta -> excess(eta, lambda, sigma, 1)))
        .line("batch of 10", fine, map(fine, eta -> excess(eta, lambda, sigma, 10)))
        .points("simulated, 1", rates, simulated[0])
        .points("simulated, 10", rates, simulated[1]);
  }

  // @start region="floor"
  static double excess(double eta, double lambda, double sigma, int b) {
    return eta * sigma * sigma / (2 * b * (2 - eta * lambda));
  }

  // @end

  private static void remedies() {
    Random random = new Random(12);
    Data training = Data.sample(500, random);
    Data test = Data.sample(1000, random);
    checkGradient(training);
    double high = 0.1;
    double low = high / 20;
    double none = Double.POSITIVE_INFINITY;
    Recipe[] recipes = {
      new Recipe("as it is", high, false, 2, none, 1),
      new Recipe("rate / 20", low, false, 2, none, 1),
      new Recipe("rate falls to 0", high, true, 2, none, 1),
      new Recipe("batch × 10", high, false, 20, none, 1),
      new Recipe("clipped", high, false, 2, 1, 1),
      new Recipe("averaged", high, false, 2, none, 0.002),
    };
    show("trainingSize", training.x.length);
    show("testSize", test.x.length);
    show("epochs", EPOCHS);
    show("watched", WATCHED);
    show("rate", high);
    show("batch", recipes[0].batch);
    double noise = 0;
    for (int k = 0; k < test.x.length; k++) {
      noise += Math.pow(StrictMath.sin(4 * test.x[k]) - test.y[k], 2) / test.x.length;
    }
    show("noise", noise);
    show("clip", recipes[4].clip);
    show("average", recipes[5].average);

    var table =
        table("remedies")
            .column("training")
            .column("weights", "%.3f")
            .column("mean", "%.3f")
            .column("st. dev.", "%.3f")
            .column("best", "%.3f")
            .column("worst", "%.3f");
    double[][] errors = new double[recipes.length][EPOCHS];
    double[] means = new double[recipes.length];
    double[] deviations = new double[recipes.length];
    for (int r = 0; r < recipes.length; r++) {
      double[][] history = train(recipes[r], training);
      double best = Double.POSITIVE_INFINITY;
      double worst = 0;
      double squares = 0;
      for (int e = 0; e < EPOCHS; e++) {
        errors[r][e] = error(history[e], test);
        if (e >= EPOCHS - WATCHED) {
          means[r] += errors[r][e] / WATCHED;
          squares += errors[r][e] * errors[r][e] / WATCHED;
          best = Math.min(best, errors[r][e]);
          worst = Math.max(worst, errors[r][e]);
        }
      }
      if (r == 0) {
        show("ratio", worst / best);
      }
      deviations[r] = Math.sqrt(squares - means[r] * means[r]);
      double wander = wander(history);
      table.row(recipes[r].name, wander, means[r], deviations[r], best, worst);
    }
    show("mean", means[0]);
    double most = 0;
    for (int r = 1; r < recipes.length; r++) {
      most = Math.max(most, deviations[r] / deviations[0]);
    }
    check("standard deviation under a remedy, as a share of that without", most, below(0.5));

    double[] epochs = linspace(1, EPOCHS, EPOCHS);
    plot(
            "errors",
            "Test error after each epoch. With the high rate it jumps up and down by a factor of"
                + " two to the end. With the falling rate the jumps shrink until the curve is at"
                + " the level of the noise. The averaged weights of the jumping run stay near that"
                + " level from the first epochs on.")
        .x("epoch")
        .y("mean squared error on the test set")
        .xRange(0, EPOCHS)
        .line("as it is", epochs, errors[0])
        .line("rate falls to 0", epochs, errors[2])
        .line("averaged", epochs, errors[5])
        .horizontal(noise, "noise");
  }

  /** Root mean square over the weights of their standard deviation in the last epochs. */
  private static double wander(double[][] history) {
    double sum = 0;
    for (int j = 0; j < PARAMETERS; j++) {
      double mean = 0;
      double squares = 0;
      for (int e = EPOCHS - WATCHED; e < EPOCHS; e++) {
        mean += history[e][j] / WATCHED;
        squares += history[e][j] * history[e][j] / WATCHED;
      }
      sum += squares - mean * mean;
    }
    return Math.sqrt(sum / PARAMETERS);
  }

  /** Weights can move without any effect: a ReLU's input and output weights scale inversely. */
  private static void symmetry() {
    double[] p = start();
    double[] q = p.clone();
    double factor = 2;
    for (int i = 0; i < HIDDEN; i++) {
      q[i] *= factor;
      q[HIDDEN + i] *= factor;
      q[2 * HIDDEN + i] /= factor;
    }
    double moved = 0;
    for (int j = 0; j < PARAMETERS; j++) {
      moved += (p[j] - q[j]) * (p[j] - q[j]);
    }
    double difference = 0;
    for (double x : linspace(-1, 1, 21)) {
      difference = Math.max(difference, Math.abs(output(p, x) - output(q, x)));
    }
    show("moved", Math.sqrt(moved) / norm(p));
    check("change of the output when every unit is rescaled", difference, below(1e-12));
  }

  private static void checkGradient(Data data) {
    double[] p = start();
    double[] g = new double[PARAMETERS];
    int few = 20;
    Data part = new Data(Arrays.copyOf(data.x, few), Arrays.copyOf(data.y, few));
    for (int k = 0; k < few; k++) {
      addGradient(p, part.x[k], part.y[k], 1.0 / few, g);
    }
    double h = 1e-6;
    double error = 0;
    for (int j = 0; j < PARAMETERS; j++) {
      double[] up = p.clone();
      double[] down = p.clone();
      up[j] += h;
      down[j] -= h;
      error = Math.max(error, Math.abs((error(up, part) - error(down, part)) / (2 * h) - g[j]));
    }
    check("error of the gradient against finite differences", error, below(1e-6));
  }
}
