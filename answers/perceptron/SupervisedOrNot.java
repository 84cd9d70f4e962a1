import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;

/** One training routine for a multilayer perceptron, once with labels and once without. */
public class SupervisedOrNot {
  static final int HIDDEN = 2;
  static final int STEPS = 3000;

  /** Weights of a network with one hidden layer; the last column is bias. */
  record Mlp(double[][] w1, double[][] w2) {
    double[] hidden(double[] x) {
      double[] z = affine(w1, x);
      return map(z, StrictMath::tanh);
    }

    double[] output(double[] x) {
      return affine(w2, hidden(x));
    }
  }

  static double[] affine(double[][] w, double[] x) {
    double[] z = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      z[i] = w[i][x.length];
      for (int j = 0; j < x.length; j++) {
        z[i] += w[i][j] * x[j];
      }
    }
    return z;
  }

  /** Gradient descent on the mean squared distance to the targets. */
  static double[] train(Mlp mlp, double[][] x, double[][] target) {
    double[] losses = new double[STEPS + 1];
    for (int step = 0; step <= STEPS; step++) {
      Mlp gradient = gradient(mlp, x, target);
      losses[step] = loss(mlp, x, target);
      descend(mlp.w1, gradient.w1);
      descend(mlp.w2, gradient.w2);
    }
    return losses;
  }

  static void descend(double[][] w, double[][] gradient) {
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < w[i].length; j++) {
        w[i][j] -= 0.1 * gradient[i][j];
      }
    }
  }

  static double loss(Mlp mlp, double[][] x, double[][] target) {
    double sum = 0;
    for (int n = 0; n < x.length; n++) {
      double[] y = mlp.output(x[n]);
      for (int k = 0; k < y.length; k++) {
        sum += (y[k] - target[n][k]) * (y[k] - target[n][k]);
      }
    }
    return sum / x.length;
  }

  static Mlp gradient(Mlp mlp, double[][] x, double[][] target) {
    double[][] g1 = new double[HIDDEN][x[0].length + 1];
    double[][] g2 = new double[mlp.w2.length][HIDDEN + 1];
    for (int n = 0; n < x.length; n++) {
      double[] h = mlp.hidden(x[n]);
      double[] y = affine(mlp.w2, h);
      double[] back = new double[HIDDEN];
      for (int k = 0; k < y.length; k++) {
        double delta = 2 * (y[k] - target[n][k]) / x.length;
        for (int i = 0; i < HIDDEN; i++) {
          back[i] += mlp.w2[k][i] * delta;
          g2[k][i] += delta * h[i];
        }
        g2[k][HIDDEN] += delta;
      }
      for (int i = 0; i < HIDDEN; i++) {
        double delta = back[i] * (1 - h[i] * h[i]);
        for (int j = 0; j < x[n].length; j++) {
          g1[i][j] += delta * x[n][j];
        }
        g1[i][x[n].length] += delta;
      }
    }
    return new Mlp(g1, g2);
  }

  static Mlp random(int inputs, int outputs, Random random) {
    double[][] w1 = new double[HIDDEN][inputs + 1];
    double[][] w2 = new double[outputs][HIDDEN + 1];
    for (double[][] w : new double[][][] {w1, w2}) {
      for (double[] row : w) {
        for (int j = 0; j < row.length - 1; j++) {
          row[j] = 0.5 * random.nextGaussian();
        }
      }
    }
    return new Mlp(w1, w2);
  }

  public static void main(String[] args) {
    // Points near a plane in space, in two classes; each coordinate has the mean 0.
    int samples = 60;
    Random random = new Random(40);
    double[][] x = new double[samples][];
    double[][] label = new double[samples][1];
    for (int n = 0; n < samples; n++) {
      label[n][0] = n % 2 == 0 ? 1 : -1;
      double u = 0.6 * label[n][0] + 0.3 * random.nextGaussian();
      double v = 0.6 * random.nextGaussian();
      x[n] = new double[] {u, v, 0.5 * u - 0.5 * v + 0.1 * random.nextGaussian()};
    }
    for (int j = 0; j < 3; j++) {
      double mean = 0;
      for (double[] point : x) {
        mean += point[j] / samples;
      }
      for (double[] point : x) {
        point[j] -= mean;
      }
    }

    // @start region="twice"
    Mlp classifier = random(3, 1, random);
    double[] withLabels = train(classifier, x, label);

    Mlp autoencoder = random(3, 3, random);
    double[] withoutLabels = train(autoencoder, x, x);
    // @end

    int right = 0;
    for (int n = 0; n < samples; n++) {
      right += classifier.output(x[n])[0] * label[n][0] > 0 ? 1 : 0;
    }
    double variance = 0;
    for (double[] point : x) {
      variance += (point[0] * point[0] + point[1] * point[1] + point[2] * point[2]) / samples;
    }
    double unexplained = withoutLabels[STEPS] / variance;
    show("samples", samples);
    show("right", right);
    show("unexplained", 100 * unexplained, within(1e-6));

    // No map through two hidden units and a linear output beats the two principal components.
    INDArray covariance = Nd4j.create(x).transpose().mmul(Nd4j.create(x)).div(samples);
    double[] eigenvalues = Eigen.symmetricGeneralizedEigenvalues(covariance).toDoubleVector();
    double least = Arrays.stream(eigenvalues).min().getAsDouble() / variance;
    show("pca", 100 * least);
    check("the autoencoder loses at least what PCA loses", unexplained - least, above(0));
    check("it loses less than one and a half times as much", unexplained / least, below(1.5));

    double worst = 0;
    for (Mlp mlp : new Mlp[] {random(3, 1, random), random(3, 3, random)}) {
      double[][] target = mlp.w2.length == 1 ? label : x;
      Mlp gradient = gradient(mlp, x, target);
      double h = 1e-5;
      for (int layer = 0; layer < 2; layer++) {
        double[][] w = layer == 0 ? mlp.w1 : mlp.w2;
        double[][] g = layer == 0 ? gradient.w1 : gradient.w2;
        for (int i = 0; i < w.length; i++) {
          for (int j = 0; j < w[i].length; j++) {
            double old = w[i][j];
            w[i][j] = old + h;
            double up = loss(mlp, x, target);
            w[i][j] = old - h;
            double down = loss(mlp, x, target);
            w[i][j] = old;
            worst = Math.max(worst, Math.abs((up - down) / (2 * h) - g[i][j]));
          }
        }
      }
    }
    check("backpropagation matches finite differences for both", worst, below(1e-8));

    double[] steps = linspace(0, STEPS, 301);
    plot(
            "losses",
            "Two loss curves over gradient steps on a logarithmic scale, both falling: the one with"
                + " labels as targets, and the one with the inputs themselves as targets.")
        .x("gradient step")
        .y("mean squared distance to the target")
        .logY()
        .line("targets: labels", steps, map(steps, s -> withLabels[(int) s]))
        .line("targets: the inputs", steps, map(steps, s -> withoutLabels[(int) s]));
  }
}
