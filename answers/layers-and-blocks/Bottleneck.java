import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;

/** A bottleneck: its parameters, what it can represent, and networks that give back their input. */
public class Bottleneck {
  private static final int WIDE = 256;
  private static final int NARROW = 32;
  private static final Conv2DConfig CONVOLUTION =
      Conv2DConfig.builder()
          .kH(3)
          .kW(3)
          .dataFormat("NCHW")
          .weightsFormat(WeightsFormat.OIYX)
          .build();
  private static final Pooling2DConfig POOLING =
      Pooling2DConfig.builder().kH(2).kW(2).sH(2).sW(2).isNHWC(false).build();

  // @start region="count"
  /** Weights and biases of dense layers of these widths. */
  static long parameters(int... widths) {
    long sum = 0;
    for (int k = 1; k < widths.length; k++) {
      sum += (long) widths[k - 1] * widths[k] + widths[k];
    }
    return sum;
  }

  /** Weights of a convolution, without biases. */
  static long weights(int kernel, int from, int to) {
    return (long) kernel * kernel * from * to;
  }

  // @end

  public static void main(String[] args) {
    counts();
    residualBlock();
    compression();
    unet();
    diagram("narrow", "A layer of 256 units leads to one of 32, and that to one of 256.")
        .column("")
        .block("in", "" + WIDE)
        .column("")
        .block("mid", "" + NARROW)
        .column("")
        .block("out", "" + WIDE)
        .edge("in", "mid")
        .edge("mid", "out");
    diagram("wide", "A layer of 256 units leads directly to another of 256.")
        .column("")
        .block("in", "" + WIDE)
        .column("")
        .block("out", "" + WIDE)
        .edge("in", "out");
  }

  private static void counts() {
    long narrow = parameters(WIDE, NARROW, WIDE);
    long wide = parameters(WIDE, WIDE);
    show("wideWidth", (long) WIDE);
    show("narrowWidth", (long) NARROW);
    show("bottleneck", narrow);
    show("direct", wide);
    show("times", (double) wide / narrow);
    int breakEven = 0;
    while (parameters(WIDE, breakEven + 1, WIDE) < wide) {
      breakEven++;
    }
    show("breakEven", (long) breakEven);
    int[][] shapes = {{WIDE, NARROW}, {1, NARROW}, {NARROW, WIDE}, {1, WIDE}};
    long length = 0;
    for (int[] shape : shapes) {
      length += Nd4j.create(DataType.DOUBLE, shape[0], shape[1]).length();
    }
    check("parameters of the bottleneck as elements of ND4J arrays", length == narrow);
  }

  private static void residualBlock() {
    long narrow = weights(1, WIDE, 64) + weights(3, 64, 64) + weights(1, 64, WIDE);
    long plain = weights(3, WIDE, WIDE) + weights(3, WIDE, WIDE);
    long length = 0;
    for (int[] shape : new int[][] {{64, WIDE, 1, 1}, {64, 64, 3, 3}, {WIDE, 64, 1, 1}}) {
      length += Nd4j.create(DataType.DOUBLE, shape[0], shape[1], shape[2], shape[3]).length();
    }
    check("weights of the residual block as elements of ND4J kernels", length == narrow);
    show("blockWidth", 64L);
    show("resnetBottleneck", narrow);
    show("resnetPlain", plain);
    show("resnetTimes", (double) plain / narrow);
  }

  /** Linear bottlenecks of all widths, trained, against principal components. */
  private static void compression() {
    int d = 8;
    int n = 300;
    double[][] covariance = covariance(d, n);
    double total = 0;
    for (int i = 0; i < d; i++) {
      total += covariance[i][i];
    }
    INDArray eigenvalues = Eigen.symmetricGeneralizedEigenvalues(Nd4j.create(covariance));
    double[] sorted = eigenvalues.toDoubleVector();
    Arrays.sort(sorted);
    double[] widths = linspace(1, d, d);
    double[] trained = new double[d];
    double[] components = new double[d];
    double error = 0;
    for (int k = 1; k <= d; k++) {
      trained[k - 1] = 100 * train(covariance, k) / total;
      for (int i = 0; i < d - k; i++) {
        components[k - 1] += 100 * sorted[i] / total;
      }
      error = Math.max(error, Math.abs(trained[k - 1] - components[k - 1]));
    }
    show("dimensions", (long) d);
    show("samples", (long) n);
    show("lostByTwo", trained[1], within(1e-4));
    check(
        "trained bottlenecks against principal components, percentage points", error, below(0.05));
    plot(
            "compression",
            "The unexplained variance against the width of the bottleneck. It falls from above 30%"
                + " at width 1 to 0 at width 8; the trained networks lie on the line of the"
                + " principal components.")
        .x("width of the bottleneck")
        .y("variance lost, %")
        .line("principal components", widths, components)
        .points("trained", widths, map(trained, value -> value < 1e-6 ? 0 : value));

    // White inputs: the best a linear bottleneck can do is to keep as many directions as it has.
    show("whiteLost", 100.0 * (WIDE - NARROW) / WIDE);
    double[][] white = new double[d][d];
    for (int i = 0; i < d; i++) {
      white[i][i] = 1;
    }
    check("white inputs, width 1 of 8: share lost", train(white, 1) / d, near(7.0 / 8, 1e-6));
  }

  private static double[][] covariance(int d, int n) {
    Random random = new Random(79);
    double[][] mixing = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        mixing[i][j] = random.nextGaussian() * StrictMath.pow(0.7, j);
      }
    }
    double[][] covariance = new double[d][d];
    for (int sample = 0; sample < n; sample++) {
      double[] x = new double[d];
      for (int j = 0; j < d; j++) {
        double source = random.nextGaussian();
        for (int i = 0; i < d; i++) {
          x[i] += mixing[i][j] * source;
        }
      }
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          covariance[i][j] += x[i] * x[j] / n;
        }
      }
    }
    return covariance;
  }

  // @start region="train"
  /** Trains x → W₂W₁x to give x back; returns the mean squared error. */
  static double train(double[][] covariance, int width) {
    int d = covariance.length;
    Random random = new Random(width);
    double[][] encoder = random(width, d, random);
    double[][] decoder = random(d, width, random);
    double rate = 1 / trace(covariance);
    double[][] missing = null;
    for (int step = 0; step < 3000; step++) {
      missing = minus(identity(d), product(decoder, encoder));
      double[][] gradient = product(missing, covariance);
      double[][] byDecoder = product(gradient, transpose(encoder));
      double[][] byEncoder = product(transpose(decoder), gradient);
      decoder = plus(decoder, byDecoder, rate);
      encoder = plus(encoder, byEncoder, rate);
    }
    return trace(product(product(missing, covariance), transpose(missing)));
  }

  // @end

  private static double[][] random(int rows, int columns, Random random) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int j = 0; j < columns; j++) {
        row[j] = 0.3 * random.nextGaussian();
      }
    }
    return values;
  }

  private static double[][] identity(int d) {
    double[][] values = new double[d][d];
    for (int i = 0; i < d; i++) {
      values[i][i] = 1;
    }
    return values;
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < c[i].length; j++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  private static double[][] transpose(double[][] a) {
    double[][] t = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }

  private static double[][] plus(double[][] a, double[][] b, double factor) {
    double[][] c = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < c[i].length; j++) {
        c[i][j] = a[i][j] + factor * b[i][j];
      }
    }
    return c;
  }

  private static double[][] minus(double[][] a, double[][] b) {
    return plus(a, b, -1);
  }

  private static double trace(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i][i];
    }
    return sum;
  }

  /** The sizes of the maps in the original U-Net, whose convolutions are not padded. */
  private static void unet() {
    int input = 572;
    int depth = 4;
    show("unetIn", (long) input);
    show("unetOut", (long) unet(input, depth, 0));
    show("unetPadded", (long) unet(512, depth, 1));
    check("U-Net with padding gives the size back", unet(512, depth, 1) == 512);
    check(
        "sizes without padding against ND4J's layers, for the input 188",
        onNd4j(188, depth) == unet(188, depth, 0));
  }

  private static long onNd4j(int size, int depth) {
    INDArray x = Nd4j.ones(DataType.DOUBLE, 1, 1, size, size);
    for (int level = 0; level < depth; level++) {
      x = Nd4j.cnn().maxPooling2d(convolve(convolve(x)), POOLING);
    }
    x = convolve(convolve(x));
    for (int level = 0; level < depth; level++) {
      x = convolve(convolve(Nd4j.cnn().upsampling2d(x, 2, 2, true)));
    }
    return x.size(2);
  }

  private static INDArray convolve(INDArray x) {
    INDArray kernel = Nd4j.ones(DataType.DOUBLE, 1, 1, 3, 3).div(9);
    return Nd4j.cnn().conv2d(x, kernel, CONVOLUTION);
  }

  // @start region="unet"
  static int unet(int size, int depth, int padding) {
    int s = size;
    for (int level = 0; level < depth; level++) {
      s = twoConvolutions(s, padding) / 2; // 2 × 2 pooling
    }
    s = twoConvolutions(s, padding);
    for (int level = 0; level < depth; level++) {
      s = twoConvolutions(2 * s, padding); // 2 × 2 up-convolution
    }
    return s;
  }

  /** Two 3 × 3 convolutions. */
  static int twoConvolutions(int size, int padding) {
    return size + 2 * (2 * padding - 2);
  }
  // @end
}
