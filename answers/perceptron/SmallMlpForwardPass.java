import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network of two inputs, three ReLU nodes and two outputs: forward pass, softmax, cross-entropy.
 */
public class SmallMlpForwardPass {
  static final double[] X = {0.9, 0.7};
  static final double[][] W = {{-0.3, 0.15}, {0.32, -0.91}, {0.37, 0.47}};
  static final double B = 0.002;
  static final double[][] V = {{0.15, -0.46, 0.59}, {0.10, 0.32, -0.79}};

  // @start region="layer"
  /** W x + b, one row of weights per node; b is shared by all nodes. */
  static double[] linear(double[][] w, double[] x, double b) {
    double[] z = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      z[i] = b;
      for (int j = 0; j < x.length; j++) {
        z[i] += w[i][j] * x[j];
      }
    }
    return z;
  }

  // @end

  // @start region="softmax"
  static double[] softmax(double[] logits) {
    double largest = Arrays.stream(logits).max().orElseThrow();
    double[] p = map(logits, logit -> Math.exp(logit - largest));
    double sum = Arrays.stream(p).sum();
    return map(p, exponential -> exponential / sum);
  }

  // @end

  // @start region="loss"
  static double crossEntropy(double[] y, double[] p) {
    double loss = 0;
    for (int i = 0; i < p.length; i++) {
      loss -= y[i] * Math.log(p[i]);
    }
    return loss;
  }

  // @end

  public static void main(String[] args) {
    // @start region="forward"
    double[] z = linear(W, X, B);
    double[] hidden = map(z, value -> Math.max(0, value));
    double[] output = linear(V, hidden, 0);
    double[] p = softmax(output);
    // @end
    show("B", B);
    show("z", z);
    show("hidden", hidden);
    show("outputs", output);
    show("p", p);
    compareWithNd4j(hidden, output, p);

    double gap = output[0] - output[1];
    show("gap", gap);
    check("p1 is the sigmoid of the gap", 1 / (1 + Math.exp(-gap)), near(p[0], 1e-15));

    double[] losses = {crossEntropy(new double[] {1, 0}, p), crossEntropy(new double[] {0, 1}, p)};
    show("losses", losses);
    show("entropy", crossEntropy(p, p));
    show("mostEntropy", Math.log(2));
    double[] logSumExp = map(output, o -> -o + Math.log(Math.exp(output[0]) + Math.exp(output[1])));
    check(
        "distance of the losses from log-sum-exp minus the logit",
        distance(losses, logSumExp),
        below(1e-14));

    show("lossOfSoftmaxTwice", crossEntropy(new double[] {1, 0}, softmax(p)));

    show("leastTwice", crossEntropy(new double[] {1, 0}, softmax(new double[] {1, 0})));

    double[] gradient = {p[0] - 1, p[1]};
    show("gradient", gradient);
    check(
        "error of the gradient by the logits against finite differences",
        distance(slopes(output), gradient),
        below(1e-9));

    double naive = Math.exp(1000) / (Math.exp(1000) + 1);
    check("without the shift, a logit of 1000 makes the softmax NaN", Double.isNaN(naive));

    backward(hidden, gradient);
    tableOfBiases();
    drawNetwork();
  }

  private static void backward(double[] hidden, double[] gradient) {
    double[][] dV = new double[2][3];
    double[][] dW = new double[3][2];
    for (int j = 0; j < 3; j++) {
      double dz = 0;
      for (int i = 0; i < 2; i++) {
        dV[i][j] += gradient[i] * hidden[j];
        dz += hidden[j] > 0 ? gradient[i] * V[i][j] : 0;
      }
      for (int k = 0; k < 2; k++) {
        dW[j][k] = dz * X[k];
      }
    }
    show("dV", dV);
    show("dW", dW);
    check("error of the gradient by the output weights", weightError(V, dV), below(1e-9));
    check("error of the gradient by the hidden weights", weightError(W, dW), below(1e-9));
  }

  /** The largest difference of {@code gradient} from central differences of the loss of label 1. */
  private static double weightError(double[][] weights, double[][] gradient) {
    double h = 1e-5;
    double error = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights[i].length; j++) {
        double kept = weights[i][j];
        weights[i][j] = kept + h;
        double up = lossOfLabelOne();
        weights[i][j] = kept - h;
        double down = lossOfLabelOne();
        weights[i][j] = kept;
        error = Math.max(error, Math.abs((up - down) / (2 * h) - gradient[i][j]));
      }
    }
    return error;
  }

  private static double lossOfLabelOne() {
    double[] hidden = map(linear(W, X, B), value -> Math.max(0, value));
    return crossEntropy(new double[] {1, 0}, softmax(linear(V, hidden, 0)));
  }

  /** The loss of label 1 as a function of each logit: central differences. */
  private static double[] slopes(double[] logits) {
    double h = 1e-5;
    double[] slopes = new double[2];
    for (int k = 0; k < 2; k++) {
      double[] up = logits.clone();
      double[] down = logits.clone();
      up[k] += h;
      down[k] -= h;
      double[] y = {1, 0};
      slopes[k] = (crossEntropy(y, softmax(up)) - crossEntropy(y, softmax(down))) / (2 * h);
    }
    return slopes;
  }

  private static void compareWithNd4j(double[] hidden, double[] output, double[] p) {
    for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
      INDArray x = Nd4j.create(new double[][] {X}).castTo(type);
      INDArray w = Nd4j.create(W).castTo(type).transpose();
      INDArray v = Nd4j.create(V).castTo(type).transpose();
      INDArray h = Nd4j.nn().relu(x.mmul(w).add(B), 0);
      INDArray logits = h.mmul(v);
      INDArray softmax = Nd4j.nn().softmax(logits);
      double bound = type == DataType.DOUBLE ? 1e-14 : 1e-6;
      String claim = "distance from ND4J's %s in " + (type == DataType.DOUBLE ? "double" : "float");
      check(claim.formatted("hidden layer"), distance(h.toDoubleVector(), hidden), below(bound));
      check(claim.formatted("logits"), distance(logits.toDoubleVector(), output), below(bound));
      check(claim.formatted("softmax"), distance(softmax.toDoubleVector(), p), below(bound));
    }
  }

  private static double distance(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  private static void tableOfBiases() {
    var table =
        table("biases")
            .column("bias", "%.3f")
            .column("$h_3$", "%.3f")
            .column("$\\gamma_1$", "%.4f")
            .column("$\\gamma_2$", "%.4f")
            .column("$\\hat y_1$", "%.4f")
            .column("$\\hat y_2$", "%.4f");
    double[] biases = {0.001, B};
    double[][] results = new double[2][];
    for (int k = 0; k < 2; k++) {
      double[] hidden = map(linear(W, X, biases[k]), value -> Math.max(0, value));
      double[] output = linear(V, hidden, 0);
      double[] p = softmax(output);
      double[] losses = map(p, probability -> -Math.log(probability));
      results[k] = new double[] {hidden[2], output[0], output[1], p[0], p[1], losses[0], losses[1]};
      table.row(biases[k], hidden[2], output[0], output[1], p[0], p[1]);
    }
    check(
        "the other bias changes no result by more than the biases differ",
        distance(results[0], results[1]) <= Math.abs(biases[0] - biases[1]) + 1e-12);
  }

  private static void drawNetwork() {
    diagram(
            "network",
            "A bias node and two inputs, fully connected to three hidden nodes; these are fully"
                + " connected to two output nodes. No bias leads to the outputs.")
        .column("bias and inputs")
        .bias("t0", "θ_0")
        .neuron("t1", "θ_1")
        .neuron("t2", "θ_2")
        .column("hidden")
        .neuron("h1", "H_1")
        .neuron("h2", "H_2")
        .neuron("h3", "H_3")
        .column("output")
        .neuron("g1", "γ_1")
        .neuron("g2", "γ_2")
        .dense(List.of("t0", "t1", "t2"), List.of("h1", "h2", "h3"))
        .dense(List.of("h1", "h2", "h3"), List.of("g1", "g2"));
  }
}
