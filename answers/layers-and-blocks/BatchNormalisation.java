import static answerbook.api.Snippet.*;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Batch normalisation of one small mini-batch, forward and backward, and what it does not do. */
public class BatchNormalisation {
  private static final double EPSILON = 1e-5;

  /** The mean of each column, over the samples of the mini-batch. */
  static double[] mean(double[][] x) {
    double[] mean = new double[x[0].length];
    for (double[] sample : x) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += sample[j] / x.length;
      }
    }
    return mean;
  }

  /** The mean squared distance from it; divided by m, not m − 1. */
  static double[] variance(double[][] x) {
    double[] mean = mean(x);
    double[] variance = new double[mean.length];
    for (double[] sample : x) {
      for (int j = 0; j < mean.length; j++) {
        double distance = sample[j] - mean[j];
        variance[j] += distance * distance / x.length;
      }
    }
    return variance;
  }

  // @start region="forward"
  static double[][] standardise(double[][] x) {
    double[] mean = mean(x);
    double[] variance = variance(x);
    double[][] standardised = new double[x.length][mean.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        standardised[i][j] =
            (x[i][j] - mean[j]) / Math.sqrt(variance[j] + EPSILON);
      }
    }
    return standardised;
  }

  static double[][] batchNorm(double[][] x, double[] gamma, double[] beta) {
    double[][] y = standardise(x);
    for (double[] sample : y) {
      for (int j = 0; j < sample.length; j++) {
        sample[j] = gamma[j] * sample[j] + beta[j];
      }
    }
    return y;
  }

  // @end

  // @start region="backward"
  /** From the gradient by the output, the gradient by the input. */
  static double[][] backward(double[][] x, double[] gamma, double[][] dy) {
    int m = x.length;
    double[] variance = variance(x);
    double[][] s = standardise(x);
    double[][] dx = new double[m][gamma.length];
    for (int j = 0; j < gamma.length; j++) {
      double sum = 0;
      double sumWithS = 0;
      for (int i = 0; i < m; i++) {
        sum += dy[i][j];
        sumWithS += dy[i][j] * s[i][j];
      }
      double factor = gamma[j] / Math.sqrt(variance[j] + EPSILON);
      for (int i = 0; i < m; i++) {
        double rest = dy[i][j] - sum / m - s[i][j] * sumWithS / m;
        dx[i][j] = factor * rest;
      }
    }
    return dx;
  }

  // @end

  public static void main(String[] args) {
    // @start region="data"
    double[][] x = {
      {0.5, 20, -3}, {1.5, 60, -1}, {2.5, 40, -2}, {3.5, 80, -6}
    };
    double[] gamma = {1, 2, 0.5};
    double[] beta = {0, 1, -1};
    // @end
    double[][] standardised = standardise(x);
    double[][] y = batchNorm(x, gamma, beta);
    show("m", (long) x.length);
    show("features", (long) gamma.length);
    show("mu", mean(x));
    show("sigma2", variance(x));
    show("xHat", standardised);
    show("y", y);
    againstNd4j(x, gamma, beta, y);

    double meanError = 0;
    double varianceError = 0;
    for (int j = 0; j < gamma.length; j++) {
      double expected = variance(x)[j] / (variance(x)[j] + EPSILON);
      meanError = Math.max(meanError, Math.abs(mean(standardised)[j]));
      varianceError =
          Math.max(varianceError, Math.abs(variance(standardised)[j] - expected));
    }
    check("largest mean of a standardised feature", meanError, below(1e-12));
    check("distance of their variances from σ²/(σ² + ε)", varianceError, below(1e-12));

    double[] deviation = map(variance(x), v -> Math.sqrt(v + EPSILON));
    check(
        "γ = √(σ² + ε) and β = μ give the inputs back, error",
        distance(batchNorm(x, deviation, mean(x)), x),
        below(1e-12));
    double[][] rescaled = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      rescaled[i] = map(x[i], v -> 10 * v + 7);
    }
    check(
        "inputs of 10x + 7 instead of x change the standardised values by",
        distance(standardise(rescaled), standardise(x)),
        below(1e-5));
    checkGradient(x, gamma, beta);
    double[][] single = {x[1]};
    show("single", batchNorm(single, gamma, beta)[0]);
    check(
        "largest gradient that reaches the input of a mini-batch of one",
        distance(backward(single, gamma, new double[][] {{3, -2, 5}}), new double[1][3]),
        below(1e-15));
    exponential();
    inference();
  }

  private static void againstNd4j(double[][] x, double[] gamma, double[] beta, double[][] y) {
    // @start region="nd4j"
    INDArray batch = Nd4j.create(x);
    INDArray output =
        Nd4j.nn()
            .batchNorm(
                batch,
                batch.mean(0),
                batch.var(false, 0), // false: divided by m
                Nd4j.create(gamma),
                Nd4j.create(beta),
                EPSILON,
                1); // the axis of the features
    // @end
    check(
        "difference from ND4J's batch normalisation",
        distance(output.toDoubleMatrix(), y),
        below(1e-12));
  }

  /** A loss whose gradient by y is different for every element. */
  private static double loss(double[][] y) {
    double loss = 0;
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y[i].length; j++) {
        loss += Math.sin(1.0 + 3 * i + j) * y[i][j] + y[i][j] * y[i][j] * (i + 1) / 4;
      }
    }
    return loss;
  }

  private static void checkGradient(double[][] x, double[] gamma, double[] beta) {
    double[][] y = batchNorm(x, gamma, beta);
    double[][] dy = new double[x.length][gamma.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < gamma.length; j++) {
        dy[i][j] = Math.sin(1.0 + 3 * i + j) + y[i][j] * (i + 1) / 2;
      }
    }
    double[][] dx = backward(x, gamma, dy);
    double[] columnSums = new double[gamma.length];
    double error = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < gamma.length; j++) {
        columnSums[j] += dx[i][j];
        int row = i;
        int column = j;
        ToDoubleFunction<Double> at =
            v -> {
              double[][] moved = new double[x.length][];
              for (int k = 0; k < x.length; k++) {
                moved[k] = x[k].clone();
              }
              moved[row][column] += v;
              return loss(batchNorm(moved, gamma, beta));
            };
        double h = 1e-4;
        double difference = (at.applyAsDouble(h) - at.applyAsDouble(-h)) / (2 * h);
        error = Math.max(error, Math.abs(difference - dx[i][j]));
      }
    }
    check("error of the gradient by x against finite differences", error, below(1e-6));
    double largest = 0;
    for (double sum : columnSums) {
      largest = Math.max(largest, Math.abs(sum));
    }
    check("the gradients of a feature add up to", largest, below(1e-12));
  }

  /** Standardising changes neither the skewness nor anything else of the shape. */
  private static void exponential() {
    int n = 20_000;
    Random random = new Random(71);
    double[][] sample = new double[n][1];
    for (double[] value : sample) {
      value[0] = -StrictMath.log(1 - random.nextDouble());
    }
    double[][] standardised = standardise(sample);
    show("draws", (long) n);
    show("skewness", skewness(sample), within(1e-6));
    check(
        "skewness after standardising minus before", skewness(standardised) - skewness(sample),
        near(0, 1e-9));
    double width = 0.25;
    double[] centres = new double[24];
    double[] density = new double[24];
    double below = 0;
    for (double[] value : standardised) {
      int bin = (int) Math.floor((value[0] + 2) / width);
      if (bin < density.length) {
        density[bin] += 1 / (n * width);
      }
      below += value[0] < 0 ? 1.0 / n : 0;
    }
    for (int bin = 0; bin < centres.length; bin++) {
      centres[bin] = -2 + bin * width;
    }
    show("belowMean", 100 * below, within(1e-6));
    check(
        "share of the sample below its mean against 1 − 1/e",
        below,
        near(1 - StrictMath.exp(-1), 0.01));
    plot(
            "shape",
            "The standardised sample starts abruptly at -1, at its highest density, and falls"
                + " slowly to the right. The standard normal density is a symmetric bell about 0.")
        .x("standardised value")
        .y("density")
        .steps("standardised sample", centres, density)
        .line("standard normal", -3, 4, z -> Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI));
  }

  private static double skewness(double[][] sample) {
    double mean = mean(sample)[0];
    double deviation = Math.sqrt(variance(sample)[0]);
    double sum = 0;
    for (double[] value : sample) {
      double z = (value[0] - mean) / deviation;
      sum += z * z * z;
    }
    return sum / sample.length;
  }

  /** Every mini-batch of four that can be drawn, with replacement, from six values. */
  private static void inference() {
    double[][] population = {{1}, {2}, {4}, {7}, {8}, {14}};
    int m = 4;
    int k = population.length;
    int batches = (int) Math.pow(k, m);
    double meanVariance = 0;
    for (int number = 0; number < batches; number++) {
      double[][] batch = new double[m][];
      int rest = number;
      for (int i = 0; i < m; i++) {
        batch[i] = population[rest % k];
        rest /= k;
      }
      meanVariance += variance(batch)[0] / batches;
    }
    show("batches", (long) batches);
    show("batchSize", (long) m);
    show("values", (long) k);
    show("batchVariance", meanVariance);
    show("populationVariance", variance(population)[0]);
    check(
        "m/(m − 1) times the mean variance of the mini-batches is the variance of all",
        meanVariance * m / (m - 1),
        near(variance(population)[0], 1e-10));
  }

  private static double distance(double[][] a, double[][] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        largest = Math.max(largest, Math.abs(a[i][j] - b[i][j]));
      }
    }
    return largest;
  }
}
