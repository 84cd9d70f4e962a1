import static answerbook.api.Snippet.*;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Two cost functions of a sigmoid neuron, their gradients, and how fast each of them learns. */
public class SigmoidNeuronCost {
  private static final double[][] X = {{0.2, 1}, {0.5, 0.4}, {0.9, 0.7}, {0.1, 0.3}, {0.8, 0.1}};
  private static final double[] Y = {1, 0, 1, 1, 0};

  // @start region="costs"
  static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  static double quadratic(double y, double a) {
    return (y - a) * (y - a) / 2;
  }

  static double crossEntropy(double y, double a) {
    return -(y * Math.log(a) + (1 - y) * Math.log(1 - a));
  }

  // @end

  // @start region="gradient"
  /** The derivatives of either cost by w1, w2 and b. */
  static double[] gradient(double[] p, boolean quadratic) {
    double[] sum = new double[3];
    for (int n = 0; n < X.length; n++) {
      double a = sigmoid(p[0] * X[n][0] + p[1] * X[n][1] + p[2]);
      double delta = a - Y[n]; // by z, for the cross-entropy
      if (quadratic) {
        delta *= a * (1 - a);
      }
      sum[0] += delta * X[n][0] / X.length;
      sum[1] += delta * X[n][1] / X.length;
      sum[2] += delta / X.length;
    }
    return sum;
  }

  // @end

  public static void main(String[] args) {
    double[] p = {1.5, -0.8, 0.4};
    show("w", new double[] {p[0], p[1]});
    show("b", p[2]);
    show("n", (long) X.length);
    show("quadratic", mean(p, SigmoidNeuronCost::quadratic));
    show("crossEntropy", mean(p, SigmoidNeuronCost::crossEntropy));

    check(
        "error of the quadratic cost's gradient against finite differences",
        error(q -> mean(q, SigmoidNeuronCost::quadratic), p, gradient(p, true)),
        below(1e-9));
    check(
        "error of the cross-entropy's gradient against finite differences",
        error(q -> mean(q, SigmoidNeuronCost::crossEntropy), p, gradient(p, false)),
        below(1e-9));

    double likelihood = 1;
    for (int n = 0; n < X.length; n++) {
      double a = sigmoid(p[0] * X[n][0] + p[1] * X[n][1] + p[2]);
      likelihood *= Y[n] == 1 ? a : 1 - a;
    }
    show("likelihood", likelihood);
    check(
        "the cross-entropy is the mean negative log-likelihood",
        -Math.log(likelihood) / X.length,
        near(mean(p, SigmoidNeuronCost::crossEntropy), 1e-14));
    check(
        "the cross-entropy from z, by ND4J's softplus, is the same",
        fromSums(p),
        near(mean(p, SigmoidNeuronCost::crossEntropy), 1e-14));

    curvature();
    race();
  }

  private interface Cost {
    double of(double y, double a);
  }

  private static double mean(double[] p, Cost cost) {
    double sum = 0;
    for (int n = 0; n < X.length; n++) {
      double z = p[0] * X[n][0] + p[1] * X[n][1] + p[2];
      sum += cost.of(Y[n], sigmoid(z));
    }
    return sum / X.length;
  }

  // @start region="stable"
  /** The mean of ln(1 + e^z) − y z, which needs no logarithm of a. */
  static double fromSums(double[] p) {
    INDArray w = Nd4j.create(new double[][] {{p[0]}, {p[1]}});
    INDArray y = Nd4j.create(new double[][] {Y}).transpose();
    INDArray z = Nd4j.create(X).mmul(w).add(p[2]);
    INDArray softplus = Nd4j.nn().softplus(z.dup()); // overwrites
    INDArray costs = softplus.sub(y.mul(z));
    return costs.meanNumber().doubleValue();
  }

  // @end

  private static double error(ToDoubleFunction<double[]> cost, double[] p, double[] gradient) {
    double h = 1e-5;
    double error = 0;
    for (int k = 0; k < p.length; k++) {
      double[] up = p.clone();
      double[] down = p.clone();
      up[k] += h;
      down[k] -= h;
      double slope = (cost.applyAsDouble(up) - cost.applyAsDouble(down)) / (2 * h);
      error = Math.max(error, Math.abs(slope - gradient[k]));
    }
    return error;
  }

  /** The costs of one sample of label 0 as functions of z. */
  private static void curvature() {
    DoubleUnaryOperator quadratic = z -> quadratic(0, sigmoid(z));
    DoubleUnaryOperator crossEntropy = z -> crossEntropy(0, sigmoid(z));
    double inflection = Math.log(2);
    show("inflection", inflection);
    show("inflectionOutput", sigmoid(inflection));
    check(
        "curvature of the quadratic cost left of ln 2",
        bend(quadratic, inflection - 0.1),
        above(1e-4));
    check(
        "curvature of the quadratic cost right of ln 2",
        bend(quadratic, inflection + 0.1),
        below(-1e-4));
    double least = Double.POSITIVE_INFINITY;
    for (double z : linspace(-6, 6, 121)) {
      least = Math.min(least, bend(crossEntropy, z));
    }
    check("least curvature of the cross-entropy between -6 and 6", least, above(0));

    plot(
            "costs",
            "For a sample of label 0: as z grows, the quadratic cost rises and then flattens out"
                + " below one half. The cross-entropy goes on rising in a nearly straight line.")
        .x("weighted sum z")
        .y("cost of one sample of label 0")
        .line("quadratic", -6, 6, quadratic)
        .line("cross-entropy", -6, 6, crossEntropy);
  }

  private static double bend(DoubleUnaryOperator cost, double z) {
    double h = 1e-3;
    double outer = cost.applyAsDouble(z + h) + cost.applyAsDouble(z - h);
    return (outer - 2 * cost.applyAsDouble(z)) / (h * h);
  }

  /** One input of 1 with label 0, from weights that give the wrong answer with certainty. */
  private static void race() {
    int steps = 600;
    double rate = 0.5;
    double start = 3;
    double[] iterations = linspace(0, steps, steps + 1);
    double[][] outputs = new double[2][steps + 1];
    long[] arrival = new long[2];
    for (int cost = 0; cost < 2; cost++) {
      double w = start;
      double b = start;
      for (int step = 0; step <= steps; step++) {
        double a = sigmoid(w + b);
        outputs[cost][step] = a;
        arrival[cost] += a > 0.1 ? 1 : 0;
        double delta = cost == 0 ? a * a * (1 - a) : a;
        w -= rate * delta;
        b -= rate * delta;
      }
    }
    show("start", start);
    show("rate", rate);
    show("startOutput", outputs[0][0]);
    double a = outputs[0][0];
    show("slope", a * (1 - a));
    show("quadraticSteps", arrival[0]);
    show("crossEntropySteps", arrival[1]);
    plot(
            "race",
            "Both outputs start near 1 and should fall to 0. With the cross-entropy the output"
                + " falls at once; with the quadratic cost it stays near 1 for hundreds of"
                + " iterations first.")
        .x("iteration")
        .y("output a, wanted: 0")
        .line("quadratic", iterations, outputs[0])
        .line("cross-entropy", iterations, outputs[1]);
  }
}
