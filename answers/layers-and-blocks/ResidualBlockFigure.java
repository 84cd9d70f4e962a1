import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.factory.Nd4j;

/** A residual block of two convolutions: its figure, and when it is the identity. */
public class ResidualBlockFigure {
  private static final Conv2DConfig SAME =
      Conv2DConfig.builder()
          .kH(3)
          .kW(3)
          .pH(1)
          .pW(1)
          .dataFormat("NCHW")
          .weightsFormat(WeightsFormat.OIYX)
          .build();

  // @start region="block"
  /** F(x): a convolution, a ReLU, a second convolution. */
  static INDArray f(INDArray x, INDArray first, INDArray second) {
    INDArray hidden = Nd4j.nn().relu(convolve(x, first), 0);
    return convolve(hidden, second);
  }

  static INDArray block(INDArray x, INDArray first, INDArray second) {
    return x.add(f(x, first, second)); // the circle with the plus
  }

  // @end

  private static INDArray convolve(INDArray x, INDArray kernels) {
    return Nd4j.cnn().conv2d(x, kernels, SAME);
  }

  public static void main(String[] args) {
    Random random = new Random(81);
    INDArray x = random(random, 1, 2, 4, 6, 6);
    INDArray first = random(random, 0.2, 4, 4, 3, 3);
    INDArray second = random(random, 0.2, 4, 4, 3, 3);

    // @start region="zero"
    INDArray zeros = Nd4j.zeros(DataType.DOUBLE, 4, 4, 3, 3);
    INDArray y = block(x, zeros, zeros);
    INDArray lastZero = block(x, first, zeros);
    INDArray plain = f(x, zeros, zeros);
    // @end
    show("shape", x.shape());
    check("with all weights zero y is exactly x", distance(y, x) == 0);
    check("with only the last convolution zero y is exactly x", distance(lastZero, x) == 0);
    check(
        "random weights: largest difference of y and x",
        distance(block(x, first, second), x),
        above(0.1));
    check(
        "without the shortcut, all weights zero, the output is exactly 0",
        plain.normmaxNumber().doubleValue() == 0);
    loops(x, first, second);
    relu(x, zeros);
    normalised(x, first, second);
    shapes(x, f(x, first, second));
    distances(x, first, second);
    gradient(x, first, second);
    diagrams();
  }

  /** ND4J's block against loops over the first image. */
  private static void loops(INDArray x, INDArray first, INDArray second) {
    double[][][] input = image(x);
    double[][][] hidden = convolve(input, first);
    for (double[][] map : hidden) {
      for (double[] row : map) {
        Arrays.setAll(row, j -> Math.max(0, row[j]));
      }
    }
    double[][][] f = convolve(hidden, second);
    double[][][] y = image(block(x, first, second));
    double error = 0;
    for (int c = 0; c < 4; c++) {
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < 6; j++) {
          error = Math.max(error, Math.abs(y[c][i][j] - input[c][i][j] - f[c][i][j]));
        }
      }
    }
    check("ND4J's block against x + F(x) by loops, difference", error, below(1e-12));
  }

  private static double[][][] image(INDArray x) {
    double[][][] image = new double[4][6][6];
    for (int c = 0; c < 4; c++) {
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < 6; j++) {
          image[c][i][j] = x.getDouble(0, c, i, j);
        }
      }
    }
    return image;
  }

  private static double[][][] convolve(double[][][] x, INDArray kernels) {
    double[][][] y = new double[4][6][6];
    for (int out = 0; out < 4; out++) {
      for (int i = 0; i < 36; i++) {
        for (int in = 0; in < 4; in++) {
          for (int k = 0; k < 9; k++) {
            int row = i / 6 + k / 3 - 1;
            int column = i % 6 + k % 3 - 1;
            if (row >= 0 && row < 6 && column >= 0 && column < 6) {
              y[out][i / 6][i % 6] += kernels.getDouble(out, in, k / 3, k % 3) * x[in][row][column];
            }
          }
        }
      }
    }
    return y;
  }

  private static void relu(INDArray x, INDArray zeros) {
    INDArray after = Nd4j.nn().relu(block(x, zeros, zeros), 0);
    INDArray positive = Nd4j.nn().relu(x.dup(), 0);
    INDArray afterPositive = Nd4j.nn().relu(block(positive, zeros, zeros), 0);
    double changed = after.neq(x).castTo(DataType.DOUBLE).meanNumber().doubleValue();
    check("share of elements that a ReLU after the sum changes", changed, between(0.4, 0.6));
    check(
        "where no input is negative, the block with that ReLU is exactly the identity",
        distance(afterPositive, positive) == 0);
  }

  /** A batch normalisation with γ = 0 at the end of F. */
  private static void normalised(INDArray x, INDArray first, INDArray second) {
    INDArray f = f(x, first, second);
    INDArray gamma = Nd4j.zeros(DataType.DOUBLE, 4);
    INDArray beta = Nd4j.zeros(DataType.DOUBLE, 4);
    INDArray mean = f.mean(0, 2, 3);
    INDArray variance = f.var(false, 0, 2, 3);
    INDArray normalised = Nd4j.nn().batchNorm(f, mean, variance, gamma, beta, 1e-5, 1);
    check(
        "with random weights and then batch normalisation with γ = 0 y is exactly x",
        distance(x.add(normalised), x) == 0);
  }

  private static void shapes(INDArray x, INDArray f) {
    show("added", x.add(f).shape());
    show("concatenated", Nd4j.concat(1, x, f).shape());
  }

  /** How far each block is from the identity when all its weights are multiplied by a factor. */
  private static void distances(INDArray x, INDArray first, INDArray second) {
    double[] factors = new double[13];
    double[] residual = new double[factors.length];
    double[] plain = new double[factors.length];
    for (int k = 0; k < factors.length; k++) {
      factors[k] = StrictMath.pow(10, -3 + k / 4.0);
      INDArray a = first.mul(factors[k]);
      INDArray b = second.mul(factors[k]);
      double size = x.norm2Number().doubleValue();
      residual[k] = block(x, a, b).sub(x).norm2Number().doubleValue() / size;
      plain[k] = f(x, a, b).sub(x).norm2Number().doubleValue() / size;
    }
    show("tenthPercent", 100 * residual[8], within(1e-6));
    check(
        "a tenth of the weights: factor of the distance",
        residual[8] / residual[12],
        near(0.01, 1e-9));
    plot(
            "distance",
            "Logarithmic axes. The distance of the residual block from the identity falls with the"
                + " square of the weights. That of the plain block stays at 1 for small weights.")
        .x("factor by which all weights are multiplied")
        .y("distance of the output from x, relative")
        .logX()
        .logY()
        .line("x + F(x)", factors, residual)
        .line("F(x) alone", factors, plain);
  }

  /** The gradient of half the sum of squares of y, at one element: the sum over both paths. */
  private static void gradient(INDArray x, INDArray first, INDArray second) {
    double h = 1e-5;
    long[] at = {0, 1, 2, 3};
    INDArray up = moved(x, at, h);
    INDArray down = moved(x, at, -h);
    INDArray fUp = f(up, first, second);
    INDArray fDown = f(down, first, second);
    double whole = (loss(up, fUp) - loss(down, fDown)) / (2 * h);
    double throughF = (loss(x, fUp) - loss(x, fDown)) / (2 * h);
    double throughShortcut = block(x, first, second).getDouble(at); // ∂L/∂y, unchanged
    check(
        "gradient by x against the sum over the two paths, difference",
        Math.abs(whole - throughF - throughShortcut),
        below(1e-6));
  }

  private static INDArray moved(INDArray x, long[] at, double by) {
    INDArray moved = x.dup();
    moved.putScalar(at, moved.getDouble(at) + by);
    return moved;
  }

  private static double loss(INDArray x, INDArray f) {
    double norm = x.add(f).norm2Number().doubleValue();
    return norm * norm / 2;
  }

  private static INDArray random(Random random, double scale, long... shape) {
    double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    Arrays.setAll(values, i -> scale * random.nextGaussian());
    return Nd4j.create(values, shape, 'c');
  }

  private static double distance(INDArray a, INDArray b) {
    return a.sub(b).normmaxNumber().doubleValue();
  }

  private static void diagrams() {
    diagram(
            "open",
            "The input x enters a block named Hidden, marked F(x), and from there a circle with a"
                + " plus. A bypass leads from x past the block; its name and what leaves the circle"
                + " are question marks.")
        .column("")
        .label("x", "x")
        .column("")
        .block("hidden", "Hidden\nF(x)")
        .column("")
        .plus("plus")
        .column("")
        .open("out", "?")
        .edge("x", "hidden")
        .edge("hidden", "plus")
        .bypass("x", "plus", "?")
        .edge("plus", "out");
    diagram(
            "complete",
            "The input x enters a block named Hidden, which computes F(x), and from there a circle"
                + " with a plus. The bypass, the identity shortcut, carries x into the circle too;"
                + " y = x + F(x) leaves it.")
        .column("")
        .label("x", "x")
        .column("")
        .block("hidden", "Hidden\nF(x)")
        .column("")
        .plus("plus")
        .column("")
        .label("out", "y = x + F(x)")
        .edge("x", "hidden", "x")
        .edge("hidden", "plus", "F(x)")
        .bypass("x", "plus", "x (identity)")
        .edge("plus", "out");
  }
}
