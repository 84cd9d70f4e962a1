import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The function F of a residual block, its derivative, and what it is easier to learn. */
public class ResidualFunction {
  private static final int WIDTH = 8;
  private static final int SAMPLES = 32;

  // @start region="block"
  /** F(x) = W₂ relu(W₁x + b₁) + b₂, with as many outputs as inputs. */
  record Residual(
      double[][] w1, double[] b1, double[][] w2, double[] b2) {
    double[] f(double[] x) {
      double[] hidden = map(affine(w1, x, b1), z -> Math.max(0, z));
      return affine(w2, hidden, b2);
    }

    double[] block(double[] x) {
      return sum(x, f(x)); // y = x + F(x)
    }
  }

  // @end

  private static void add(
      Residual to, double[] byHidden, double[] x, double[] g, double[] hidden) {
    for (int i = 0; i < WIDTH; i++) {
      to.b1[i] += byHidden[i];
      to.b2[i] += g[i];
      for (int j = 0; j < WIDTH; j++) {
        to.w1[i][j] += byHidden[i] * x[j];
        to.w2[i][j] += g[i] * hidden[j];
      }
    }
  }

  private static void descend(Residual block, Residual gradient, double rate) {
    for (int i = 0; i < WIDTH; i++) {
      block.b1[i] -= rate * gradient.b1[i];
      block.b2[i] -= rate * gradient.b2[i];
      for (int j = 0; j < WIDTH; j++) {
        block.w1[i][j] -= rate * gradient.w1[i][j];
        block.w2[i][j] -= rate * gradient.w2[i][j];
      }
    }
  }

  private static double[] affine(double[][] w, double[] x, double[] b) {
    double[] z = b.clone();
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < x.length; j++) {
        z[i] += w[i][j] * x[j];
      }
    }
    return z;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] c = a.clone();
    for (int i = 0; i < a.length; i++) {
      c[i] += b[i];
    }
    return c;
  }

  public static void main(String[] args) {
    example();
    degradation();
  }

  private static void example() {
    // @start region="example"
    double[][] w1 = {{1, -1}, {0.5, 2}, {-1, 0.5}};
    double[] b1 = {0, -0.5, 0.2};
    double[][] w2 = {{0.4, -0.2, 0.3}, {-0.1, 0.5, 0.2}};
    double[] b2 = {0.1, -0.3};
    Residual residual = new Residual(w1, b1, w2, b2);
    double[] x = {1, 0.5};
    double[] f = residual.f(x);
    double[] y = residual.block(x);
    // @end
    show("x", x);
    show("f", f);
    show("y", y);
    INDArray row = Nd4j.create(new double[][] {x});
    INDArray hidden =
        Nd4j.nn().linear(row, Nd4j.create(w1).transpose(), Nd4j.create(b1));
    INDArray output =
        Nd4j.nn()
            .linear(Nd4j.nn().relu(hidden, 0), Nd4j.create(w2).transpose(), Nd4j.create(b2));
    double error = 0;
    for (int i = 0; i < 2; i++) {
      error = Math.max(error, Math.abs(output.add(row).getDouble(i) - y[i]));
    }
    check("the block on ND4J, difference", error, below(1e-12));

    // Derivative of the block: the identity plus the derivative of F.
    double[] z = affine(w1, x, b1);
    double[][] jacobian = new double[2][2];
    double jacobianError = 0;
    double h = 1e-6;
    for (int j = 0; j < 2; j++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[j] += h;
      down[j] -= h;
      for (int i = 0; i < 2; i++) {
        for (int k = 0; k < 3; k++) {
          jacobian[i][j] += z[k] > 0 ? w2[i][k] * w1[k][j] : 0;
        }
        double slope = (residual.block(up)[i] - residual.block(down)[i]) / (2 * h);
        double formula = (i == j ? 1 : 0) + jacobian[i][j];
        jacobianError = Math.max(jacobianError, Math.abs(slope - formula));
      }
    }
    show("jacobian", jacobian);
    check("error of the derivative I + F'(x) against finite differences", jacobianError,
        below(1e-8));
  }

  private static double[] transposed(double[][] w, double[] g) {
    double[] result = new double[w[0].length];
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < result.length; j++) {
        result[j] += w[i][j] * g[i];
      }
    }
    return result;
  }

  /** Shallow and deep stacks, with and without shortcuts, learn a function near the identity. */
  private static void degradation() {
    int deep = 20;
    int steps = 300;
    double[][] losses = {
      train(1, false, steps),
      train(deep, false, steps),
      train(1, true, steps),
      train(deep, true, steps)
    };
    show("deep", (long) deep);
    show("steps", (long) steps);
    show("width", (long) WIDTH);
    show("samples", (long) SAMPLES);
    show("plainShallow", losses[0][steps], within(1e-4));
    show("plainDeep", losses[1][steps], within(1e-4));
    show("residualShallow", losses[2][steps], within(1e-4));
    show("residualDeep", losses[3][steps], within(1e-4));
    check(
        "loss of the deep plain stack over that of the shallow one",
        losses[1][steps] / losses[0][steps],
        above(1.5));
    check(
        "loss of the deep residual stack over that of the shallow one",
        losses[3][steps] / losses[2][steps],
        below(0.5));
    double[] iterations = linspace(0, steps, steps + 1);
    plot(
            "degradation",
            "Training losses on a logarithmic scale. The plain stack of 20 blocks stays near its"
                + " start; the plain stack of one block falls below it. Both residual stacks fall"
                + " much further, and the deep one furthest.")
        .x("iteration")
        .y("training loss")
        .logY()
        .line("1 plain block", iterations, losses[0])
        .line(deep + " plain blocks", iterations, losses[1])
        .line("1 residual block", iterations, losses[2])
        .line(deep + " residual blocks", iterations, losses[3]);
  }

  /** Returns the training loss before each iteration of gradient descent. */
  private static double[] train(int depth, boolean shortcut, int steps) {
    double rate = 0.01;
    Random random = new Random(81);
    Residual[] blocks = new Residual[depth];
    for (int k = 0; k < depth; k++) { // keeps the scale of the activations
      double[][] w1 = matrix(random, Math.sqrt(2));
      double[][] w2 = matrix(random, shortcut ? Math.sqrt(1.0 / depth) : 1);
      blocks[k] = new Residual(w1, new double[WIDTH], w2, new double[WIDTH]);
    }
    double[][] x = new double[SAMPLES][WIDTH];
    double[][] t = new double[SAMPLES][WIDTH];
    for (int n = 0; n < SAMPLES; n++) {
      for (int j = 0; j < WIDTH; j++) {
        x[n][j] = random.nextGaussian();
      }
      for (int j = 0; j < WIDTH; j++) {
        t[n][j] = x[n][j] + 0.3 * StrictMath.sin(2 * x[n][(j + 1) % WIDTH]);
      }
    }
    double[] losses = new double[steps + 1];
    for (int step = 0; step <= steps; step++) {
      Residual[] gradients = new Residual[depth];
      for (int k = 0; k < depth; k++) {
        gradients[k] = zeros();
      }
      for (int n = 0; n < SAMPLES; n++) {
        losses[step] += backward(blocks, shortcut, x[n], t[n], gradients) / SAMPLES;
      }
      if (step == 0) {
        checkGradient(blocks, shortcut, x, t, gradients);
      }
      for (int k = 0; k < depth; k++) {
        descend(blocks[k], gradients[k], rate / SAMPLES);
      }
    }
    return losses;
  }

  /** Adds the gradient of one sample's loss, half the squared error, and returns that loss. */
  private static double backward(
      Residual[] blocks, boolean shortcut, double[] x, double[] t, Residual[] gradients) {
    double[][] inputs = new double[blocks.length][];
    double[] h = x;
    for (int k = 0; k < blocks.length; k++) {
      inputs[k] = h;
      h = shortcut ? blocks[k].block(h) : blocks[k].f(h);
    }
    double loss = 0;
    double[] g = new double[WIDTH];
    for (int j = 0; j < WIDTH; j++) {
      g[j] = h[j] - t[j];
      loss += g[j] * g[j] / 2;
    }
    for (int k = blocks.length - 1; k >= 0; k--) {
      double[] z = affine(blocks[k].w1, inputs[k], blocks[k].b1);
      double[] hidden = map(z, value -> Math.max(0, value));
      double[] byHidden = transposed(blocks[k].w2, g);
      for (int i = 0; i < WIDTH; i++) {
        byHidden[i] = z[i] > 0 ? byHidden[i] : 0;
      }
      add(gradients[k], byHidden, inputs[k], g, hidden);
      double[] throughF = transposed(blocks[k].w1, byHidden);
      g = shortcut ? sum(g, throughF) : throughF;
    }
    return loss;
  }

  private static Residual zeros() {
    return new Residual(
        new double[WIDTH][WIDTH],
        new double[WIDTH],
        new double[WIDTH][WIDTH],
        new double[WIDTH]);
  }

  /** Compares one derivative by a weight of the first block with a central difference. */
  private static void checkGradient(
      Residual[] blocks, boolean shortcut, double[][] x, double[][] t, Residual[] gradients) {
    double h = 1e-6;
    double kept = blocks[0].w1[2][3];
    double[] losses = new double[2];
    for (int side = 0; side < 2; side++) {
      blocks[0].w1[2][3] = kept + (side == 0 ? h : -h);
      Residual[] unused = new Residual[blocks.length];
      Arrays.setAll(unused, k -> zeros());
      for (int n = 0; n < SAMPLES; n++) {
        losses[side] += backward(blocks, shortcut, x[n], t[n], unused);
      }
    }
    blocks[0].w1[2][3] = kept;
    double slope = (losses[0] - losses[1]) / (2 * h);
    String stack = blocks.length + (shortcut ? " residual" : " plain");
    check(
        "relative error of a derivative by a weight of the first block, in a stack of " + stack,
        Math.abs(slope / gradients[0].w1[2][3] - 1),
        below(1e-4));
  }

  private static double[][] matrix(Random random, double scale) {
    double[][] w = new double[WIDTH][WIDTH];
    for (double[] row : w) {
      for (int j = 0; j < WIDTH; j++) {
        row[j] = scale * random.nextGaussian() / Math.sqrt(WIDTH);
      }
    }
    return w;
  }
}
