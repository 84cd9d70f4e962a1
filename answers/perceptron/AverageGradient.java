import static answerbook.api.Snippet.*;

import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The gradient of the whole cost is the mean of the gradients of the samples. */
public class AverageGradient {
  private static final int N = 40;
  private static final double W = 1;
  private static final double B = 0.8;

  static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  // @start region="sample"
  static double sampleCost(double w, double b, double x, double y) {
    double error = y - sigmoid(w * x + b);
    return error * error / 2;
  }

  static double[] sampleGradient(double w, double b, double x, double y) {
    double a = sigmoid(w * x + b);
    double delta = (a - y) * a * (1 - a); // by z
    return new double[] {delta * x, delta}; // by w and b
  }

  // @end

  // @start region="whole"
  static double cost(double w, double b, double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += sampleCost(w, b, x[i], y[i]);
    }
    return sum / x.length;
  }

  // @end

  public static void main(String[] args) {
    Random random = new Random(3);
    double[] x = new double[N];
    double[] y = new double[N];
    for (int i = 0; i < N; i++) {
      x[i] = Math.round(200 * random.nextGaussian()) / 100.0;
      y[i] = random.nextDouble() < sigmoid(2 * x[i]) ? 1 : 0;
    }

    double[] byW = new double[N];
    double[] byB = new double[N];
    double[] mean = new double[2];
    double meanLength = 0;
    for (int i = 0; i < N; i++) {
      double[] g = sampleGradient(W, B, x[i], y[i]);
      byW[i] = g[0];
      byB[i] = g[1];
      mean[0] += g[0] / N;
      mean[1] += g[1] / N;
      meanLength += Math.hypot(g[0], g[1]) / N;
    }
    show("n", (long) N);
    show("w", W);
    show("b", B);
    show("mean", mean);
    show("length", Math.hypot(mean[0], mean[1]));
    show("meanLength", meanLength);
    long uphill = 0;
    for (int i = 0; i < N; i++) {
      uphill += byW[i] * mean[0] + byB[i] * mean[1] < 0 ? 1 : 0;
    }
    show("uphill", uphill);

    double h = 1e-5;
    check(
        "the mean by w is the slope of the whole cost",
        (cost(W + h, B, x, y) - cost(W - h, B, x, y)) / (2 * h),
        near(mean[0], 1e-9));
    check(
        "the mean by b is the slope of the whole cost",
        (cost(W, B + h, x, y) - cost(W, B - h, x, y)) / (2 * h),
        near(mean[1], 1e-9));
    compareWithBatch(x, y, mean);

    plot(
            "samples",
            "A scatter of one point per sample. Those of label 0 lie above the horizontal axis"
                + " through zero, most of them to the left; those of label 1 lie below it, many"
                + " close to the origin. The mean lies between the two groups, up and to the left"
                + " of the origin.")
        .x("∂C_x/∂w")
        .y("∂C_x/∂b")
        .points("label 0", of(byW, y, 0), of(byB, y, 0))
        .points("label 1", of(byW, y, 1), of(byB, y, 1))
        .points("mean", new double[] {mean[0]}, new double[] {mean[1]});

    normalised(x, y);
  }

  private static double[] of(double[] values, double[] labels, double label) {
    return IntStream.range(0, N)
        .filter(i -> labels[i] == label)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  private static void compareWithBatch(double[] xs, double[] ys, double[] mean) {
    // @start region="batch"
    INDArray x = Nd4j.create(xs).reshape(N, 1);
    INDArray y = Nd4j.create(ys).reshape(N, 1);
    INDArray a = Nd4j.nn().sigmoid(x.mul(W).add(B));
    INDArray delta = a.sub(y).mul(a.mul(a.rsub(1)));
    double byW = x.transpose().mmul(delta).getDouble(0) / N;
    double byB = delta.sumNumber().doubleValue() / N;
    // @end
    check("ND4J's batch computation gives the mean by w", byW, near(mean[0], 1e-14));
    check("ND4J's batch computation gives the mean by b", byB, near(mean[1], 1e-14));
  }

  /** A neuron whose weighted sums are normalised over the batch before the sigmoid. */
  private static void normalised(double[] x, double[] y) {
    double[] before = normalisedCosts(W, x, y);
    double[] moved = x.clone();
    moved[0] += 1;
    double[] after = normalisedCosts(W, moved, y);
    show("costBefore", before[1]);
    show("costAfter", after[1]);
    check(
        "change of one sample's cost when another sample moves",
        Math.abs(after[1] - before[1]),
        above(1e-5));
  }

  private static double[] normalisedCosts(double w, double[] x, double[] y) {
    double mean = 0;
    double variance = 0;
    for (double value : x) {
      mean += w * value / N;
    }
    for (double value : x) {
      variance += (w * value - mean) * (w * value - mean) / N;
    }
    double[] costs = new double[N];
    for (int i = 0; i < N; i++) {
      double z = (w * x[i] - mean) / Math.sqrt(variance);
      costs[i] = sampleCost(1, B, z, y[i]);
    }
    return costs;
  }
}
