import static answerbook.api.Snippet.*;

import java.util.Random;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;

/** What each building block of a convolutional network adds, and what a linear activation does. */
public class CnnBuildingBlocks {
  private static final Random RANDOM = new Random(75);

  public static void main(String[] args) {
    linearActivation();
    pooling();
    translation();
    bottleneck();
    network();
  }

  // @start region="compose"
  /** The one kernel that does what a 3 × 3 and then a 3 × 3 do. */
  static double[][] compose(double[][] first, double[][] second) {
    double[][] kernel = new double[5][5];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          for (int l = 0; l < 3; l++) {
            kernel[i + k][j + l] += first[i][j] * second[k][l];
          }
        }
      }
    }
    return kernel;
  }

  // @end

  private static void linearActivation() {
    double[][] first = random(3, 3);
    double[][] second = random(3, 3);
    INDArray image = image(random(12, 12));
    INDArray other = image(random(12, 12));

    // @start region="linear"
    INDArray twoLayers = convolve(convolve(image, first), second);
    INDArray oneLayer = convolve(image, compose(first, second));
    // @end
    check(
        "two convolutions against the one composed of them, difference",
        distance(twoLayers, oneLayer),
        below(1e-12));

    INDArray sum = image.add(other);
    double linear =
        distance(
            convolve(convolve(sum, first), second),
            twoLayers.add(convolve(convolve(other, first), second)));
    INDArray withRelu = convolve(relu(convolve(image, first)), second);
    double nonLinear =
        distance(
            convolve(relu(convolve(sum, first)), second),
            withRelu.add(convolve(relu(convolve(other, first)), second)));
    show("additivity", nonLinear, within(1e-6));
    check("linear activation: the output of a sum minus the sum of outputs", linear, below(1e-12));
    check("ReLU: the output of a sum minus the sum of outputs", nonLinear, above(0.1));
    show("twoKernels", 2L * 3 * 3);
    show("oneKernel", 5L * 5);
  }

  private static void pooling() {
    INDArray image = image(random(12, 12));
    double[][] quarters = {{0.25, 0.25}, {0.25, 0.25}};
    INDArray averaged = Nd4j.cnn().avgPooling2d(image, pool(2));
    INDArray strided = Nd4j.cnn().conv2d(image, kernel(quarters), config(2, 2));
    check(
        "average pooling against a convolution with stride 2, difference",
        distance(averaged, strided),
        below(1e-12));
  }

  /** The weights of a convolution and of a dense layer between the same shapes. */
  private static void translation() {
    double[][] filter = random(3, 3);
    double[][] plain = random(12, 12);
    double[][] shifted = new double[12][12];
    for (int i = 0; i < 12; i++) {
      for (int j = 1; j < 12; j++) {
        shifted[i][j] = plain[i][j - 1];
      }
    }
    INDArray a = convolve(image(plain), filter);
    INDArray b = convolve(image(shifted), filter);
    double worst = 0;
    for (int i = 0; i < 10; i++) {
      for (int j = 1; j < 10; j++) {
        worst = Math.max(worst, Math.abs(b.getDouble(0, 0, i, j) - a.getDouble(0, 0, i, j - 1)));
      }
    }
    check("convolution of the shifted image against the shifted output", worst, below(1e-12));
    show("convolutionWeights", 3L * 3);
    show("denseWeights", 12L * 12 * 10 * 10);
  }

  /** Samples of eight channels, projected to two: how many does a ReLU map to zero? */
  private static void bottleneck() {
    int n = 20_000;
    int lost = 0;
    for (int i = 0; i < n; i++) {
      double[] projected = new double[2];
      for (int channel = 0; channel < 8; channel++) {
        projected[channel / 4] += RANDOM.nextGaussian() / 2;
      }
      lost += projected[0] <= 0 && projected[1] <= 0 ? 1 : 0;
    }
    show("samples", (long) n);
    show("lost", 100.0 * lost / n, within(1e-6));
    double share = 0.25; // both signs negative
    double error = Math.sqrt(share * (1 - share) / n);
    check(
        "share of samples lost: distance from 1/4 in standard errors",
        Math.abs((double) lost / n - share) / error,
        below(4));
  }

  /** A network of all five blocks, layer by layer, on random weights. */
  private static void network() {
    int size = 12;
    int filters = 4;
    int classes = 3;
    INDArray x = image(random(size, size));
    var table = table("layers").column("layer").column("output shape").column("parameters");
    table.row("image", x.shape(), 0);
    INDArray kernels = Nd4j.create(random(filters, 9)).reshape(filters, 1, 3, 3);
    x = Nd4j.cnn().conv2d(x, kernels, config(3, 1));
    table.row("convolution", x.shape(), kernels.length());
    INDArray ones = Nd4j.ones(DataType.DOUBLE, filters);
    INDArray zeros = Nd4j.zeros(DataType.DOUBLE, filters);
    INDArray mean = x.mean(0, 2, 3);
    INDArray variance = x.var(false, 0, 2, 3);
    x = Nd4j.nn().batchNorm(x, mean, variance, ones, zeros, 1e-5, 1);
    table.row("batch normalisation", x.shape(), ones.length() + zeros.length());
    x = relu(x);
    table.row("ReLU", x.shape(), 0);
    x = Nd4j.cnn().maxPooling2d(x, pool(2));
    table.row("max pooling", x.shape(), 0);
    int pooled = (size - 3 + 1) / 2;
    check(
        "size after the pooling by the formula against ND4J's", x.size(2) == pooled);
    INDArray weights = Nd4j.create(random(filters * pooled * pooled, classes));
    INDArray bias = Nd4j.zeros(DataType.DOUBLE, classes);
    x = Nd4j.nn().linear(x.reshape(1, x.length()), weights, bias);
    table.row("dense, linear activation", x.shape(), weights.length() + bias.length());

    diagram(
            "pipeline",
            "A pipeline of five blocks: convolution, normalisation, ReLU, max pooling, and a dense"
                + " layer with a linear activation.")
        .vertical()
        .column("")
        .label("x", "image")
        .column("")
        .block("conv", "2 convolution")
        .column("")
        .block("norm", "3 normalisation")
        .column("")
        .block("relu", "4 non-linear activation (ReLU)")
        .column("")
        .block("pool", "1 pooling")
        .column("")
        .block("dense", "dense, 5 linear activation")
        .column("")
        .label("y", "scores")
        .edge("x", "conv")
        .edge("conv", "norm")
        .edge("norm", "relu")
        .edge("relu", "pool")
        .edge("pool", "dense")
        .edge("dense", "y");
  }

  private static double[][] random(int rows, int columns) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int j = 0; j < columns; j++) {
        row[j] = RANDOM.nextGaussian();
      }
    }
    return values;
  }

  private static INDArray image(double[][] pixels) {
    return Nd4j.create(pixels).reshape(1, 1, pixels.length, pixels[0].length);
  }

  private static INDArray kernel(double[][] weights) {
    return Nd4j.create(weights).reshape(1, 1, weights.length, weights[0].length);
  }

  private static INDArray convolve(INDArray image, double[][] weights) {
    return Nd4j.cnn().conv2d(image, kernel(weights), config(weights.length, 1));
  }

  private static INDArray relu(INDArray x) {
    return Nd4j.nn().relu(x.dup(), 0);
  }

  private static Conv2DConfig config(int size, int stride) {
    return Conv2DConfig.builder()
        .kH(size)
        .kW(size)
        .sH(stride)
        .sW(stride)
        .dataFormat("NCHW")
        .weightsFormat(WeightsFormat.OIYX)
        .build();
  }

  private static Pooling2DConfig pool(int size) {
    return Pooling2DConfig.builder().kH(size).kW(size).sH(size).sW(size).isNHWC(false).build();
  }

  private static double distance(INDArray a, INDArray b) {
    return a.sub(b).normmaxNumber().doubleValue();
  }
}
