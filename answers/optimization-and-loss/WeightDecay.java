import static answerbook.api.Snippet.*;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.inverse.InvertMatrix;

/** What multiplying the weights by a factor just below 1 does to them, and to the test error. */
public class WeightDecay {
  record Data(double[][] x, double[] y) {}

  /** Linear targets with noise; only the first weights are not zero. */
  static Data regression(int size, double[] truth, double noise, Random random) {
    double[][] x = new double[size][truth.length];
    double[] y = new double[size];
    for (int k = 0; k < size; k++) {
      for (int j = 0; j < truth.length; j++) {
        x[k][j] = random.nextGaussian();
      }
      y[k] = dot(truth, x[k]) + noise * random.nextGaussian();
    }
    return new Data(x, y);
  }

  static double dot(double[] w, double[] x) {
    double sum = 0;
    for (int j = 0; j < w.length; j++) {
      sum += w[j] * x[j];
    }
    return sum;
  }

  static double error(double[] w, Data data) {
    double sum = 0;
    for (int k = 0; k < data.y.length; k++) {
      double d = dot(w, data.x[k]) - data.y[k];
      sum += d * d / data.y.length;
    }
    return sum;
  }

  /** The gradient of half the mean squared error. */
  static double[] gradient(double[] w, Data data) {
    double[] g = new double[w.length];
    for (int k = 0; k < data.y.length; k++) {
      double d = (dot(w, data.x[k]) - data.y[k]) / data.y.length;
      for (int j = 0; j < w.length; j++) {
        g[j] += d * data.x[k][j];
      }
    }
    return g;
  }

  static double norm(double[] w) {
    return Math.sqrt(dot(w, w));
  }

  // @start region="decay"
  /** The rule of the question: a step, then the factor 1 − c. */
  static void decayed(double[] w, double[] g, double rate, double c) {
    for (int j = 0; j < w.length; j++) {
      w[j] = (1 - c) * (w[j] - rate * g[j]);
    }
  }

  /** A step on the loss plus (lambda / 2) |w|². */
  static void penalised(double[] w, double[] g, double rate, double lambda) {
    for (int j = 0; j < w.length; j++) {
      w[j] -= rate * (g[j] + lambda * w[j]);
    }
  }

  // @end

  public static void main(String[] args) {
    equivalence();
    generalisation();
    separable();
    adam();
    scaleInvariance();
  }

  private static void equivalence() {
    Random random = new Random(16);
    double[] truth = {1, -2, 0.5};
    Data data = regression(20, truth, 0.3, random);
    double rate = 0.1;
    double c = 0.01;
    double[] w = {3, 3, 3};
    double[] v = w.clone();
    double apart = 0;
    int steps = 200;
    for (int step = 0; step < steps; step++) {
      decayed(w, gradient(w, data), rate, c);
      // @start region="equivalence"
      double equalRate = (1 - c) * rate;
      double lambda = c / equalRate;
      penalised(v, gradient(v, data), equalRate, lambda);
      // @end
      for (int j = 0; j < w.length; j++) {
        apart = Math.max(apart, Math.abs(w[j] - v[j]));
      }
    }
    show("comparedSteps", steps);
    check("distance of the two trajectories", apart, below(1e-12));

    show("c", c);
    show("halfLife", Math.log(0.5) / Math.log(1 - c));
    int counted = 0;
    for (double left = 1; left > 0.5; left *= 1 - c) {
      counted++;
    }
    check(
        "steps to one half, counted", counted, near(Math.ceil(Math.log(0.5) / Math.log(1 - c)), 0));
  }

  /** Test error against the decay of each step. */
  private static void generalisation() {
    Random random = new Random(7);
    double[] truth = new double[30];
    int relevant = 5;
    for (int j = 0; j < relevant; j++) {
      truth[j] = 1;
    }
    double noise = 1;
    Data training = regression(40, truth, noise, random);
    Data test = regression(1000, truth, noise, random);
    show("features", truth.length);
    show("relevant", relevant);
    show("trainingSize", training.y.length);
    show("testSize", test.y.length);
    double rate = 0.02;
    double[] decays = new double[17];
    double[] onTraining = new double[decays.length];
    double[] onTest = new double[decays.length];
    double[][] weights = new double[decays.length][];
    int best = 0;
    for (int i = 0; i < decays.length; i++) {
      decays[i] = StrictMath.pow(10, -5 + i * 0.25);
      double[] w = train(training, rate, decays[i]);
      onTraining[i] = error(w, training);
      onTest[i] = error(w, test);
      weights[i] = w;
      best = onTest[i] < onTest[best] ? i : best;
    }
    show("rate", rate);
    show("bestFactor", 1 - decays[best]);
    show("testAtBest", onTest[best]);
    double[] free = train(training, rate, 0);
    show("testAtNone", error(free, test));
    show("normAtBest", norm(weights[best]));
    show("normAtNone", norm(free));
    check(
        "test error at the best decay, as a share of that without",
        onTest[best] / error(free, test),
        below(0.7));
    check(
        "error of the direct solution of the penalised problem",
        solved(training, weights[best], decays[best] / ((1 - decays[best]) * rate)),
        below(1e-6));
    plot(
            "generalisation",
            "Training and test error against the share c taken off in each step, on a logarithmic"
                + " axis. The training error rises steadily with c. The test error is high for tiny"
                + " c, least in between, and high again where c is large.")
        .x("share c taken off the weights in each step")
        .y("mean squared error")
        .logX()
        .line("training", decays, onTraining)
        .line("test", decays, onTest)
        .horizontal(noise * noise, "noise");
  }

  private static double[] train(Data data, double rate, double c) {
    double[] w = new double[data.x[0].length];
    for (int step = 0; step < 2500; step++) {
      decayed(w, gradient(w, data), rate, c);
    }
    return w;
  }

  /** Largest difference of w from (XᵀX / n + λ I)⁻¹ Xᵀy / n, solved by ND4J. */
  private static double solved(Data data, double[] w, double lambda) {
    int n = data.y.length;
    INDArray x = Nd4j.create(data.x);
    INDArray y = Nd4j.create(new double[][] {data.y}).transpose();
    INDArray a =
        x.transpose().mmul(x).div(n).add(Nd4j.eye(w.length).castTo(DataType.DOUBLE).mul(lambda));
    INDArray solution = InvertMatrix.invert(a, false).mmul(x.transpose().mmul(y).div(n));
    double difference = 0;
    for (int j = 0; j < w.length; j++) {
      difference = Math.max(difference, Math.abs(w[j] - solution.getDouble(j)));
    }
    return difference;
  }

  /** Two samples that a line separates: x = ±1 with labels ±1, logistic loss ln(1 + exp(−w)). */
  private static void separable() {
    double rate = 0.1;
    double c = 0.001;
    int points = 61;
    double[] at = new double[points];
    double[] free = new double[points];
    double[] held = new double[points];
    double w = 0;
    double v = 0;
    int step = 0;
    for (int i = 0; i < points; i++) {
      int target = (int) Math.round(StrictMath.pow(10, i / 12.0));
      while (step < target) {
        w += rate / (1 + StrictMath.exp(w));
        v = (1 - c) * (v + rate / (1 + StrictMath.exp(v)));
        step++;
      }
      at[i] = target;
      free[i] = w;
      held[i] = v;
    }
    show("separableSteps", step);
    show("separableC", c);
    show("free", w);
    show("held", v);
    double low = 0;
    double high = 20;
    while (high - low > 1e-12) {
      double middle = (low + high) / 2;
      boolean falling = (1 - c) * rate / (1 + StrictMath.exp(middle)) > c * middle;
      low = falling ? middle : low;
      high = falling ? high : middle;
    }
    check("where step and decay cancel, by bisection", v, near(low, 1e-9));
    plot(
            "separable",
            "A weight against training steps on a logarithmic axis. Without decay it goes on"
                + " growing in a straight line. With decay it follows at first, then bends and"
                + " stays where it is.")
        .x("step")
        .y("weight")
        .logX()
        .line("no decay", at, free)
        .line("decay", at, held);
  }

  /** Adam's moments of one weight. */
  static final class Adam {
    double m;
    double s;
    double power1 = 1;
    double power2 = 1;

    double direction(double g) {
      power1 *= 0.9;
      power2 *= 0.999;
      m = 0.9 * m + 0.1 * g;
      s = 0.999 * s + 0.001 * g * g;
      return m / (1 - power1) / (Math.sqrt(s / (1 - power2)) + 1e-8);
    }
  }

  /** A weight that nothing needs: its gradient is noise of a given size. */
  private static void adam() {
    double rate = 0.001;
    double lambda = 0.2;
    int steps = 5000;
    int every = 100;
    int runs = 30;
    double[] sizes = {10, 3, 1};
    Random random = new Random(5);
    double[] at = linspace(0, steps, steps / every + 1);
    double[][] inLoss = new double[sizes.length][at.length];
    double[] decoupled = new double[at.length];
    double error = 0;
    double errorDecoupled = 0;
    for (int i = 0; i < sizes.length; i++) {
      double end = 0;
      for (int run = 0; run < runs; run++) {
        Adam adam = new Adam();
        Adam adamW = new Adam();
        double w = 1;
        double v = 1;
        for (int step = 0; step <= steps; step++) {
          if (step % every == 0) {
            inLoss[i][step / every] += w / runs;
            decoupled[step / every] += v / runs / sizes.length;
            end += step == steps ? v / runs : 0;
          }
          double noise = sizes[i] * random.nextGaussian();
          // @start region="adam"
          w -= rate * adam.direction(noise + lambda * w); // L2 in the loss
          v -= rate * (adamW.direction(noise) + lambda * v); // decay
          // @end
        }
      }
      double expected = StrictMath.exp(-rate * lambda / sizes[i] * steps);
      error = Math.max(error, Math.abs(inLoss[i][at.length - 1] - expected));
      double expectedDecoupled = StrictMath.exp(-rate * lambda * steps);
      errorDecoupled = Math.max(errorDecoupled, Math.abs(end - expectedDecoupled));
    }
    show("sizes", sizes);
    show("adamSteps", steps);
    show("runs", runs);
    check("mean weight with the penalty against its formula", error, below(0.03));
    check("mean weight with decay against its formula", errorDecoupled, below(0.03));
    show(
        "ends",
        new double[] {
          inLoss[0][at.length - 1], inLoss[1][at.length - 1], inLoss[2][at.length - 1]
        });
    show("decayEnd", decoupled[at.length - 1]);
    plot(
            "adam",
            "Mean weight against steps, from 1. With decay it falls to about a third. With the"
                + " penalty in the loss it falls as far only if the gradient noise has size 1; at"
                + " size 3 it falls little, at size 10 hardly at all.")
        .x("step")
        .y("mean weight")
        .line("penalty, noise 10", at, inLoss[0])
        .line("penalty, noise 3", at, inLoss[1])
        .line("penalty, noise 1", at, inLoss[2])
        .line("decay", at, decoupled);
  }

  /** A loss that depends only on the direction of the weights, as before batch normalisation. */
  private static void scaleInvariance() {
    Random random = new Random(2);
    double[] truth = {1, -2, 0.5};
    Data data = regression(20, truth, 0.3, random);
    ToDoubleFunction<double[]> loss =
        w -> {
          double[] unit = w.clone();
          double norm = norm(w);
          for (int j = 0; j < w.length; j++) {
            unit[j] /= norm;
          }
          return error(unit, data);
        };
    double[] w = {1, 2, 2};
    double[] doubled = {2, 4, 4};
    double[] g = slopes(loss, w);
    double[] h = slopes(loss, doubled);
    check("gradient along the weights", Math.abs(dot(g, w)) / norm(g), below(1e-7));
    check("gradient at twice the weights, as a share", norm(h) / norm(g), near(0.5, 1e-7));
  }

  private static double[] slopes(ToDoubleFunction<double[]> loss, double[] w) {
    double h = 1e-5;
    double[] g = new double[w.length];
    for (int j = 0; j < w.length; j++) {
      double[] up = w.clone();
      double[] down = w.clone();
      up[j] += h;
      down[j] -= h;
      g[j] = (loss.applyAsDouble(up) - loss.applyAsDouble(down)) / (2 * h);
    }
    return g;
  }
}
