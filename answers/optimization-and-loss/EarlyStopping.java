import static answerbook.api.Snippet.*;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;

/** Criteria of early stopping, compared on one training run. */
public class EarlyStopping {
  static final int INPUTS = 10; // only two of them matter
  static final int HIDDEN = 32;
  static final int UNIT = INPUTS + 2; // parameters of a unit
  static final int BATCH = 10;
  static final double RATE = 0.004;
  static final double MOMENTUM = 0.9;
  static final int EPOCHS = 160;
  static final double FLIPPED = 0.15;
  static final int HASTY = 1;
  static final int PATIENT = 20;

  /** Points of two classes on either side of a sine, some with the wrong label. */
  record Data(double[][] x, int[] y) {
    static Data sample(int size, Random random) {
      double[][] x = new double[size][INPUTS];
      int[] y = new int[size];
      for (int k = 0; k < size; k++) {
        for (int j = 0; j < INPUTS; j++) {
          x[k][j] = 2 * random.nextDouble() - 1;
        }
        boolean above = x[k][1] > 0.6 * StrictMath.sin(Math.PI * x[k][0]);
        y[k] = above != random.nextDouble() < FLIPPED ? 1 : 0;
      }
      return new Data(x, y);
    }

    int size() {
      return y.length;
    }
  }

  // One layer of ReLUs: p holds the weights, bias and output weight of each unit, then the
  // bias of the output.
  static double sum(double[] p, int unit, double[] x) {
    double z = p[unit + INPUTS];
    for (int j = 0; j < INPUTS; j++) {
      z += p[unit + j] * x[j];
    }
    return z;
  }

  static double output(double[] p, double[] x) {
    double z = p[UNIT * HIDDEN];
    for (int unit = 0; unit < UNIT * HIDDEN; unit += UNIT) {
      z += p[unit + INPUTS + 1] * Math.max(0, sum(p, unit, x));
    }
    return z;
  }

  static double loss(double[] p, double[] x, int y) {
    double z = output(p, x);
    return StrictMath.log1p(StrictMath.exp(-Math.abs(z))) + Math.max(z, 0) - y * z;
  }

  static double loss(double[] p, Data data) {
    double sum = 0;
    for (int k = 0; k < data.size(); k++) {
      sum += loss(p, data.x[k], data.y[k]);
    }
    return sum / data.size();
  }

  static double errors(double[] p, Data data) {
    int wrong = 0;
    for (int k = 0; k < data.size(); k++) {
      wrong += (output(p, data.x[k]) > 0 ? 1 : 0) != data.y[k] ? 1 : 0;
    }
    return (double) wrong / data.size();
  }

  static void addGradient(double[] p, double[] x, int y, double[] g) {
    double delta = 1 / (1 + StrictMath.exp(-output(p, x))) - y;
    g[UNIT * HIDDEN] += delta;
    for (int unit = 0; unit < UNIT * HIDDEN; unit += UNIT) {
      double z = sum(p, unit, x);
      if (z > 0) {
        double back = delta * p[unit + INPUTS + 1];
        for (int j = 0; j < INPUTS; j++) {
          g[unit + j] += back * x[j];
        }
        g[unit + INPUTS] += back;
        g[unit + INPUTS + 1] += delta * z;
      }
    }
  }

  /** The weights after each epoch. */
  static double[][] train(Data data, Random random) {
    double[] p = new double[UNIT * HIDDEN + 1];
    for (int unit = 0; unit < UNIT * HIDDEN; unit += UNIT) {
      for (int j = 0; j < INPUTS; j++) {
        p[unit + j] = random.nextGaussian() * Math.sqrt(2.0 / INPUTS);
      }
      p[unit + INPUTS + 1] = random.nextGaussian() / Math.sqrt(HIDDEN);
    }
    double[] v = new double[p.length];
    double[][] history = new double[EPOCHS][];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int b = 0; b < data.size() / BATCH; b++) {
        double[] g = new double[p.length];
        for (int k = 0; k < BATCH; k++) {
          int n = random.nextInt(data.size());
          addGradient(p, data.x[n], data.y[n], g);
        }
        for (int j = 0; j < p.length; j++) {
          v[j] = MOMENTUM * v[j] - RATE * g[j] / BATCH;
          p[j] += v[j];
        }
      }
      history[epoch] = p.clone();
    }
    return history;
  }

  // @start region="criteria"
  // loss: on the validation set, of epochs 1, 2, … (index 0, 1, …)

  static int best(double[] loss, int epoch) {
    int best = 1;
    for (int e = 2; e <= epoch; e++) {
      best = loss[e - 1] < loss[best - 1] ? e : best;
    }
    return best;
  }

  static boolean patience(double[] loss, int epoch, int patience) {
    return epoch - best(loss, epoch) >= patience;
  }

  static boolean worse(double[] loss, int epoch, double share) {
    return loss[epoch - 1] > (1 + share) * loss[best(loss, epoch) - 1];
  }

  static boolean rising(double[] loss, int epoch, int n, int length) {
    if (epoch % length != 0 || epoch <= n * length) {
      return false;
    }
    for (int e = epoch; e > epoch - n * length; e -= length) {
      if (loss[e - 1] <= loss[e - 1 - length]) {
        return false;
      }
    }
    return true;
  }

  // @end

  public static void main(String[] args) {
    Random random = new Random(1);
    Data training = Data.sample(150, random);
    Data validation = Data.sample(150, random);
    Data test = Data.sample(4000, random);
    show("trainingSize", training.size());
    show("validationSize", validation.size());
    show("testSize", test.size());
    show("epochs", EPOCHS);
    checkGradient(training, random);
    double[][] history = train(training, random);

    double[] onTraining = new double[EPOCHS];
    double[] onValidation = new double[EPOCHS];
    int best = 0;
    int mostAccurate = 0;
    for (int e = 0; e < EPOCHS; e++) {
      onTraining[e] = loss(history[e], training);
      onValidation[e] = loss(history[e], validation);
      best = onValidation[e] < onValidation[best] ? e : best;
      mostAccurate =
          errors(history[e], validation) < errors(history[mostAccurate], validation)
              ? e
              : mostAccurate;
    }
    show("bestEpoch", best + 1);
    show("bestLoss", onValidation[best]);
    show("mostAccurateEpoch", mostAccurate + 1);
    show("errorThere", errors(history[mostAccurate], validation));
    show("errorAtBest", errors(history[best], validation));
    compare(history, onTraining, onValidation, test);
    optimism(history, test, random);
    likeRidge();
  }

  private static void compare(
      double[][] history, double[] onTraining, double[] onValidation, Data test) {
    List<IntPredicate> criteria =
        List.of(
            epoch -> patience(onValidation, epoch, HASTY),
            epoch -> patience(onValidation, epoch, 5),
            epoch -> patience(onValidation, epoch, PATIENT),
            epoch -> worse(onValidation, epoch, 0.02),
            epoch -> worse(onValidation, epoch, 0.1),
            epoch -> rising(onValidation, epoch, 3, 5));
    String[] names = {
      "patience 1", "patience 5", "patience 20", "worse, 2%", "worse, 10%", "rising, 3 strips of 5",
    };
    var runs =
        table("runs")
            .column("criterion")
            .column("stops")
            .column("best")
            .column("loss, best", "%.3f")
            .column("loss, last", "%.3f");
    int[] stops = new int[names.length];
    double worst = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < names.length; i++) {
      stops[i] = run(criteria.get(i));
      int best = best(onValidation, stops[i]);
      double kept = loss(history[best - 1], test);
      double last = loss(history[stops[i] - 1], test);
      worst = Math.max(worst, kept - last);
      runs.row(names[i], stops[i], best, kept, last);
    }
    double last = loss(history[EPOCHS - 1], test);
    int overall = best(onValidation, EPOCHS);
    runs.row("none", EPOCHS, overall, loss(history[overall - 1], test), last);
    show("hastyStop", stops[0]);
    show("hasty", HASTY);
    show("patient", PATIENT);
    check("test loss at the best epoch minus that of the last weights, at most", worst, below(0));

    int best = best(onValidation, stops[2]);
    double[] epochs = linspace(1, EPOCHS, EPOCHS);
    plot(
            "curves",
            "Training loss falls steadily over all epochs. Validation loss falls at first, with"
                + " small jumps, is least at about a quarter of the run, then rises. A hasty"
                + " criterion stops at one of the first jumps, a patient one past the minimum.")
        .x("epoch")
        .y("cross-entropy")
        .xRange(0, EPOCHS)
        .line("training", epochs, onTraining)
        .line("validation", epochs, onValidation)
        .vertical(stops[0], "patience " + HASTY)
        .vertical(stops[2], "patience " + PATIENT)
        .note(best, onValidation[best - 1], "best");
  }

  /** The epoch after which training stops. */
  private static int run(IntPredicate stops) {
    int epoch = 1;
    while (epoch < EPOCHS && !stops.test(epoch)) {
      epoch++;
    }
    return epoch;
  }

  /** Chooses the epoch by many small validation sets and looks at the loss that they report. */
  private static void optimism(double[][] history, Data test, Random random) {
    int sets = 300;
    int size = 50;
    int every = 4;
    int checkpoints = EPOCHS / every;
    double[] onTest = new double[checkpoints];
    for (int c = 0; c < checkpoints; c++) {
      onTest[c] = loss(history[c * every + every - 1], test);
    }
    double reported = 0;
    double honest = 0;
    for (int set = 0; set < sets; set++) {
      Data small = Data.sample(size, random);
      double least = Double.POSITIVE_INFINITY;
      int at = 0;
      for (int c = 0; c < checkpoints; c++) {
        double loss = loss(history[c * every + every - 1], small);
        if (loss < least) {
          least = loss;
          at = c;
        }
      }
      reported += least / sets;
      honest += onTest[at] / sets;
    }
    show("sets", sets);
    show("setSize", size);
    show("reported", reported);
    show("honest", honest);
    check("how much less the chosen epochs promise than they keep", honest - reported, above(0));
  }

  // @start region="filters"
  static double stopped(double lambda, double rate, int steps) {
    return 1 - StrictMath.pow(1 - rate * lambda, steps);
  }

  static double ridge(double lambda, double alpha) {
    return lambda / (lambda + alpha);
  }

  // @end

  /** Least squares from zero weights: what t steps recover of the solution, by curvature. */
  private static void likeRidge() {
    double rate = 0.5;
    int steps = 50;
    double alpha = 1 / (rate * steps);
    DoubleUnaryOperator stopped = lambda -> stopped(lambda, rate, steps);
    DoubleUnaryOperator ridge = lambda -> ridge(lambda, alpha);
    double[] exponents = linspace(-4, 0, 201);
    double[] curvature = map(exponents, e -> StrictMath.pow(10, e));
    double error = 0;
    double difference = 0;
    for (double lambda : curvature) {
      double w = 0; // of a solution of 1
      for (int step = 0; step < steps; step++) {
        w -= rate * lambda * (w - 1);
      }
      error = Math.max(error, Math.abs(w - stopped.applyAsDouble(lambda)));
      double apart = Math.abs(stopped.applyAsDouble(lambda) - ridge.applyAsDouble(lambda));
      difference = Math.max(difference, apart);
    }
    check("formula of the stopped share against descent step by step", error, below(1e-12));
    show("rate", rate);
    show("steps", steps);
    show("alpha", alpha);
    show("apart", difference);
    plot(
            "filters",
            "Share of the solution that has been learned against curvature, on a logarithmic axis."
                + " Both curves rise from 0 to 1 in an S, at the same place; that of early stopping"
                + " is somewhat steeper.")
        .x("curvature λ")
        .y("share of the solution")
        .logX()
        .line("gradient descent, stopped", curvature, map(curvature, stopped))
        .line("L2 penalty", curvature, map(curvature, ridge));
  }

  private static void checkGradient(Data data, Random random) {
    double[] p = new double[UNIT * HIDDEN + 1];
    for (int j = 0; j < p.length; j++) {
      p[j] = random.nextGaussian() / 2;
    }
    double[] g = new double[p.length];
    addGradient(p, data.x[0], data.y[0], g);
    double error = 0;
    double h = 1e-6;
    for (int j = 0; j < p.length; j++) {
      double[] up = p.clone();
      double[] down = p.clone();
      up[j] += h;
      down[j] -= h;
      double slope = (loss(up, data.x[0], data.y[0]) - loss(down, data.x[0], data.y[0])) / (2 * h);
      error = Math.max(error, Math.abs(slope - g[j]));
    }
    check("error of the gradient against finite differences", error, below(1e-7));
  }
}
