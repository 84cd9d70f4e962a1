import static answerbook.api.Snippet.*;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.inverse.InvertMatrix;

/** The norm and its square as penalties: gradients, minimisers, steps near zero. */
public class SquaredNormPenalty {
  private static final int SAMPLES = 40;
  private static final int WIDTH = 4;
  private static final double[][] X = new double[SAMPLES][WIDTH];
  private static final double[] Y = new double[SAMPLES];

  static {
    Random random = new Random(4);
    double[] truth = {0.6, -0.4, 0.2, 0};
    for (int n = 0; n < SAMPLES; n++) {
      Y[n] = 0.3 * random.nextGaussian();
      for (int j = 0; j < WIDTH; j++) {
        X[n][j] = (1 + 0.5 * j) * random.nextGaussian();
        Y[n] += truth[j] * X[n][j];
      }
    }
  }

  static double norm(double[] w) {
    double sum = 0;
    for (double x : w) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }

  // @start region="gradients"
  /** The gradient of λ‖w‖². */
  static double[] squared(double[] w, double lambda) {
    double[] g = new double[w.length];
    for (int j = 0; j < w.length; j++) {
      g[j] = 2 * lambda * w[j];
    }
    return g;
  }

  /** The gradient of λ‖w‖, which has none at w = 0. */
  static double[] plain(double[] w, double lambda) {
    double length = norm(w); // needs all weights at once
    double[] g = new double[w.length];
    for (int j = 0; j < w.length; j++) {
      g[j] = lambda * w[j] / length;
    }
    return g;
  }

  // @end

  private static double dataLoss(double[] w) {
    double sum = 0;
    for (int n = 0; n < SAMPLES; n++) {
      double error = -Y[n];
      for (int j = 0; j < WIDTH; j++) {
        error += w[j] * X[n][j];
      }
      sum += error * error / 2;
    }
    return sum / SAMPLES;
  }

  private static double[] dataGradient(double[] w) {
    double[] g = new double[WIDTH];
    for (int n = 0; n < SAMPLES; n++) {
      double error = -Y[n];
      for (int j = 0; j < WIDTH; j++) {
        error += w[j] * X[n][j];
      }
      for (int j = 0; j < WIDTH; j++) {
        g[j] += error * X[n][j] / SAMPLES;
      }
    }
    return g;
  }

  public static void main(String[] args) {
    finiteDifferences();
    steps();
    curvature();
    minimisers();
  }

  private static void finiteDifferences() {
    double[] w = {0.3, -0.7, 0.2, 0.5};
    double lambda = 0.9;
    double h = 1e-5;
    double error = 0;
    for (int j = 0; j < w.length; j++) {
      double[] up = w.clone();
      double[] down = w.clone();
      up[j] += h;
      down[j] -= h;
      double plainSlope = lambda * (norm(up) - norm(down)) / (2 * h);
      double squaredSlope = lambda * (Math.pow(norm(up), 2) - Math.pow(norm(down), 2)) / (2 * h);
      error = Math.max(error, Math.abs(plainSlope - plain(w, lambda)[j]));
      error = Math.max(error, Math.abs(squaredSlope - squared(w, lambda)[j]));
    }
    check("error of both gradients against finite differences", error, below(1e-9));
  }

  /** Gradient descent on the penalties alone. */
  private static void steps() {
    double lambda = 0.5;
    double rate = 0.1;
    int count = 60;
    double[] w = {0.6, 0.7};
    double[] v = w.clone();
    double[] axis = linspace(0, count, count + 1);
    double[] plainNorm = new double[count + 1];
    double[] squaredNorm = new double[count + 1];
    for (int t = 0; t <= count; t++) {
      plainNorm[t] = norm(w);
      squaredNorm[t] = norm(v);
      double[] g = plain(w, lambda);
      double[] s = squared(v, lambda);
      for (int j = 0; j < 2; j++) {
        w[j] -= rate * g[j];
        v[j] -= rate * s[j];
      }
    }
    show("lambda", lambda);
    show("rate", rate);
    show("stepLength", rate * lambda);
    show("decay", 1 - 2 * rate * lambda);
    show("hops", new double[] {plainNorm[count - 1], plainNorm[count]}, within(1e-6));
    double power = squaredNorm[0] * StrictMath.pow(1 - 2 * rate * lambda, count);
    check("the squared penalty's norm by formula", squaredNorm[count], near(power, 1e-12));
    check(
        "the two hops together are one step",
        plainNorm[count] + plainNorm[count - 1],
        near(rate * lambda, 1e-12));
    plot(
            "steps",
            "The norm of the weights against steps. Under the squared penalty it falls by the same"
                + " factor each step, ever more slowly. Under the plain norm it falls in a straight"
                + " line and then hops about near 0 for ever.")
        .x("step")
        .y("norm of the weights")
        .line("plain norm", axis, plainNorm)
        .line("squared norm", axis, squaredNorm);
  }

  private static double norm(double x, double y) {
    return norm(new double[] {x, y});
  }

  /** The curvature of the plain norm along w and across it, by second differences. */
  private static void curvature() {
    double h = 1e-4;
    double worst = 0;
    for (double length : new double[] {0.05, 0.2, 1}) {
      double along = (norm(length + h, 0) - 2 * norm(length, 0) + norm(length - h, 0)) / (h * h);
      double across = (norm(length, h) - 2 * norm(length, 0) + norm(length, -h)) / (h * h);
      worst = Math.max(worst, Math.abs(along));
      worst = Math.max(worst, Math.abs(across * length - 1));
    }
    check("error of the curvatures 0 along w and 1/‖w‖ across", worst, below(1e-5));
  }

  // @start region="ridge"
  /** argmin of the data loss + λ‖w‖²: one linear system. */
  static INDArray ridge(double lambda) {
    INDArray x = Nd4j.create(X);
    INDArray y = Nd4j.create(Y).reshape(SAMPLES, 1);
    INDArray a = x.transpose().mmul(x).div(SAMPLES);
    INDArray b = x.transpose().mmul(y).div(SAMPLES);
    INDArray penalised = a.add(Nd4j.eye(WIDTH).mul(2 * lambda));
    return InvertMatrix.invert(penalised, false).mmul(b);
  }

  // @end

  // @start region="proximal"
  /** A step on the data loss, then the norm shrinks by rate·λ. */
  static double[] step(double[] w, double lambda, double rate) {
    double[] g = dataGradient(w);
    double[] next = new double[WIDTH];
    for (int j = 0; j < WIDTH; j++) {
      next[j] = w[j] - rate * g[j];
    }
    double length = norm(next);
    double factor = Math.max(0, 1 - rate * lambda / length);
    for (int j = 0; j < WIDTH; j++) {
      next[j] *= factor; // exactly 0 if the norm was short
    }
    return next;
  }

  // @end

  private static double[] minimiser(double lambda) {
    double[] w = {1, 1, 1, 1};
    for (int t = 0; t < 1500; t++) {
      w = step(w, lambda, 0.1);
    }
    return w;
  }

  private static void minimisers() {
    double threshold = norm(dataGradient(new double[WIDTH]));
    show("threshold", threshold);
    check(
        "norm of the minimiser just below the threshold",
        norm(minimiser(0.99 * threshold)),
        above(1e-4));
    check(
        "norm of the minimiser just above the threshold",
        norm(minimiser(1.01 * threshold)),
        below(1e-12));
    show("ridgeAtThreshold", ridge(threshold).norm2Number().doubleValue());

    double lambda = 1;
    double[] w = minimiser(lambda);
    double equivalent = lambda / (2 * norm(w));
    INDArray twin = ridge(equivalent);
    double gap = 0;
    double residual = 0;
    double[] g = dataGradient(w);
    for (int j = 0; j < WIDTH; j++) {
      gap = Math.max(gap, Math.abs(w[j] - twin.getDouble(j)));
      residual = Math.max(residual, Math.abs(g[j] + plain(w, lambda)[j]));
    }
    show("twinLambda", lambda);
    show("twinNorm", norm(w), within(1e-6));
    show("twinEquivalent", equivalent, within(1e-6));
    check("gradient at the plain norm's minimiser", residual, below(1e-9));
    check("distance of the two minimisers", gap, below(1e-7));

    double[] v = new double[WIDTH];
    for (int t = 0; t < 1500; t++) {
      double[] data = dataGradient(v);
      double[] penalty = squared(v, lambda);
      for (int j = 0; j < WIDTH; j++) {
        v[j] -= 0.1 * (data[j] + penalty[j]);
      }
    }
    double distance =
        Nd4j.create(v).reshape(WIDTH, 1).sub(ridge(lambda)).norm2Number().doubleValue();
    check(
        "gradient descent's distance from the formula for the squared norm", distance, below(1e-9));

    double[] lambdas = linspace(0, 3, 61);
    plot(
            "minimisers",
            "Norm of the best weights against lambda. With the plain norm it falls to exactly 0 at"
                + " lambda = 2.45. With the squared norm it falls faster at first, then ever more"
                + " slowly, and never reaches 0.")
        .x("λ")
        .y("norm of the best weights")
        .line("plain norm", lambdas, map(lambdas, x -> norm(minimiser(x))))
        .line("squared norm", lambdas, map(lambdas, x -> ridge(x).norm2Number().doubleValue()))
        .vertical(threshold, "threshold");
  }
}
