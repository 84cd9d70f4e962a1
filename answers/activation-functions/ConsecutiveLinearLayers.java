import static answerbook.api.Snippet.*;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

public class ConsecutiveLinearLayers {
  public static void main(String[] args) {
    collapse();
    xor();
    bottleneck();
    stepOfTheProduct();
  }

  private static void collapse() {
    INDArray x = Nd4j.create(new double[][] {{2}, {3}});
    // @start region="collapse"
    INDArray w1 = Nd4j.create(new double[][] {{1, -1}, {2, 0}, {0.5, 1}});
    INDArray b1 = Nd4j.create(new double[][] {{0}, {1}, {-1}});
    INDArray w2 = Nd4j.create(new double[][] {{1, 0, 2}, {-1, 1, 0}});
    INDArray b2 = Nd4j.create(new double[][] {{0.5}, {0}});

    INDArray hidden = w1.mmul(x).add(b1);
    INDArray twoLayers = w2.mmul(hidden).add(b2);

    INDArray w = w2.mmul(w1);
    INDArray b = w2.mmul(b1).add(b2);
    INDArray oneLayer = w.mmul(x).add(b);
    // @end
    show("w", w.toDoubleMatrix());
    show("b", b.ravel().toDoubleVector());
    show("x", x.ravel().toDoubleVector());
    show("hidden", hidden.ravel().toDoubleVector());
    show("twoLayers", twoLayers.ravel().toDoubleVector());
    show("oneLayer", oneLayer.ravel().toDoubleVector());
    show("twoLayerParameters", w1.length() + b1.length() + w2.length() + b2.length());
    show("oneLayerParameters", w.length() + b.length());

    Random random = new Random(22);
    double worst = 0;
    double withRelu = 0;
    int inputs = 100;
    for (int k = 0; k < inputs; k++) {
      INDArray input =
          Nd4j.create(new double[][] {{random.nextGaussian()}, {random.nextGaussian()}});
      INDArray h = w1.mmul(input).add(b1);
      INDArray merged = w.mmul(input).add(b);
      worst = Math.max(worst, distance(w2.mmul(h).add(b2), merged));
      INDArray rectified = Nd4j.nn().relu(h.dup(), 0);
      withRelu = Math.max(withRelu, distance(w2.mmul(rectified).add(b2), merged));
    }
    show("inputs", inputs);
    check("two layers and their product agree on random inputs", worst, below(1e-12));
    check("with a ReLU between them they do not", withRelu, above(0.1));
  }

  private static double distance(INDArray a, INDArray b) {
    return a.sub(b).amaxNumber().doubleValue();
  }

  private static void xor() {
    double[] affine = {0, 0, 0};
    for (double[] point : XOR) { // least squares; the columns 2x_1 − 1, 2x_2 − 1, 1 are orthogonal
      affine[0] += (2 * point[0] - 1) * point[2] / XOR.length;
      affine[1] += (2 * point[1] - 1) * point[2] / XOR.length;
      affine[2] += point[2] / XOR.length;
    }
    double bestLoss = 0;
    for (double[] point : XOR) {
      double fit = affine[0] * (2 * point[0] - 1) + affine[1] * (2 * point[1] - 1) + affine[2];
      bestLoss += (fit - point[2]) * (fit - point[2]) / XOR.length;
    }
    show("bestSlopes", new double[] {affine[0], affine[1]});
    show("bestAnswer", affine[2]);
    show("bestAffineLoss", bestLoss);

    TwoLayers linear = new TwoLayers(false);
    TwoLayers rectified = new TwoLayers(true);
    double[] linearLoss = linear.train();
    double[] reluLoss = rectified.train();
    double[] steps = linspace(0, linearLoss.length - 1, linearLoss.length);
    plot(
            "xor",
            "The loss of the network without an activation falls to 0.25 and stays there. The loss"
                + " of the network with a ReLU between the layers goes through that level and on to"
                + " nearly 0.")
        .x("step of gradient descent")
        .y("mean squared error")
        .yRange(0, 0.6)
        .line("linear, linear", steps, linearLoss)
        .line("linear, ReLU, linear", steps, reluLoss)
        .horizontal(bestLoss, "best affine function");
    var table =
        table("outputs")
            .column("$x_1$")
            .column("$x_2$")
            .column("target")
            .column("linear, linear", "%.3f")
            .column("linear, ReLU, linear", "%.3f")
            .tolerance(within(1e-6));
    for (double[] p : XOR) {
      table.row((int) p[0], (int) p[1], (int) p[2], linear.output(p), rectified.output(p));
    }
    int last = linearLoss.length - 1;
    show("steps", last);
    show("hiddenUnits", TwoLayers.HIDDEN);
    check(
        "two linear layers end at the loss of the best affine function",
        Math.abs(linearLoss[last] - bestLoss),
        below(1e-6));
    check("with a ReLU the loss goes to 0", reluLoss[last], below(1e-3));
  }

  static final double[][] XOR = {{0, 0, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 0}};

  /** A network with two inputs and one output, with or without a ReLU in the middle. */
  private static final class TwoLayers {
    static final int HIDDEN = 8;

    private final boolean relu;
    private final double[][] w = new double[HIDDEN][2];
    private final double[] b = new double[HIDDEN];
    private final double[] v = new double[HIDDEN];
    private double c;

    TwoLayers(boolean relu) {
      this.relu = relu;
      Random random = new Random(3);
      for (int k = 0; k < HIDDEN; k++) {
        w[k][0] = random.nextGaussian() * 0.7;
        w[k][1] = random.nextGaussian() * 0.7;
        v[k] = random.nextGaussian() * 0.35;
      }
    }

    private double hidden(int k, double[] x) {
      double z = w[k][0] * x[0] + w[k][1] * x[1] + b[k];
      return relu && z < 0 ? 0 : z;
    }

    double output(double[] x) {
      double y = c;
      for (int k = 0; k < HIDDEN; k++) {
        y += v[k] * hidden(k, x);
      }
      return y;
    }

    /** Full-batch gradient descent; returns the loss before each step and after the last. */
    double[] train() {
      double[] losses = new double[601];
      for (int step = 0; step < losses.length; step++) {
        double[][] dw = new double[HIDDEN][2];
        double[] db = new double[HIDDEN];
        double[] dv = new double[HIDDEN];
        double dc = 0;
        for (double[] point : XOR) {
          double error = output(point) - point[2];
          losses[step] += error * error / XOR.length;
          double delta = 2 * error / XOR.length;
          dc += delta;
          for (int k = 0; k < HIDDEN; k++) {
            double h = hidden(k, point);
            dv[k] += delta * h;
            double back = relu && h == 0 ? 0 : delta * v[k];
            dw[k][0] += back * point[0];
            dw[k][1] += back * point[1];
            db[k] += back;
          }
        }
        double rate = 0.2;
        c -= rate * dc;
        for (int k = 0; k < HIDDEN; k++) {
          v[k] -= rate * dv[k];
          b[k] -= rate * db[k];
          w[k][0] -= rate * dw[k][0];
          w[k][1] -= rate * dw[k][1];
        }
      }
      return losses;
    }
  }

  private static void bottleneck() {
    int n = 6;
    int r = 2;
    Random random = new Random(5);
    INDArray down = gaussian(r, n, random);
    INDArray up = gaussian(n, r, random);
    show("n", n);
    show("r", r);
    show("rank", rank(up.mmul(down)));
    check("a random square matrix of that size has full rank", rank(gaussian(n, n, random)) == n);
    int wide = 1024;
    int narrow = 16;
    show("wide", wide);
    show("narrow", narrow);
    show("fullWeights", wide * wide);
    show("factoredWeights", 2 * wide * narrow);
  }

  private static INDArray gaussian(int rows, int columns, Random random) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return Nd4j.create(values);
  }

  /** The rank, by Gaussian elimination with full pivoting. */
  private static int rank(INDArray matrix) {
    double[][] a = matrix.toDoubleMatrix();
    int rank = 0;
    while (rank < a.length) {
      int row = rank;
      int column = rank;
      for (int i = rank; i < a.length; i++) {
        for (int j = rank; j < a.length; j++) {
          if (Math.abs(a[i][j]) > Math.abs(a[row][column])) {
            row = i;
            column = j;
          }
        }
      }
      if (Math.abs(a[row][column]) < 1e-10) {
        return rank;
      }
      double[] swap = a[rank];
      a[rank] = a[row];
      a[row] = swap;
      for (double[] each : a) {
        double entry = each[rank];
        each[rank] = each[column];
        each[column] = entry;
      }
      for (int i = rank + 1; i < a.length; i++) {
        double factor = a[i][rank] / a[rank][rank];
        for (int j = rank; j < a.length; j++) {
          a[i][j] -= factor * a[rank][j];
        }
      }
      rank++;
    }
    return rank;
  }

  /** How a small gradient step on both factors moves their product. */
  private static void stepOfTheProduct() {
    Random random = new Random(9);
    INDArray w1 = gaussian(3, 2, random);
    INDArray w2 = gaussian(2, 3, random);
    INDArray g = gaussian(2, 2, random); // the loss's gradient for the product
    double rate = 1e-6;
    // @start region="step"
    INDArray next1 = w1.sub(w2.transpose().mmul(g).mul(rate));
    INDArray next2 = w2.sub(g.mmul(w1.transpose()).mul(rate));
    INDArray moved = next2.mmul(next1).sub(w2.mmul(w1)).div(rate);

    INDArray fromW1 = w2.mmul(w2.transpose()).mmul(g);
    INDArray fromW2 = g.mmul(w1.transpose()).mmul(w1);
    INDArray predicted = fromW1.add(fromW2).neg();
    // @end
    check(
        "a step on both factors moves the product as the formula says",
        distance(moved, predicted),
        below(1e-4));
    check(
        "which is not along the gradient of a single layer",
        cosine(predicted, g.neg()),
        below(0.99));
    show("cosine", cosine(predicted, g.neg()));
  }

  private static double cosine(INDArray a, INDArray b) {
    double norms = a.norm2Number().doubleValue() * b.norm2Number().doubleValue();
    return a.mul(b).sumNumber().doubleValue() / norms;
  }
}
