import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The weight tensor of a 3×3 convolution with ReLU from an RGB image to 16 feature maps. */
public class ReluLayerShape {
  static final int SIDE = 512;
  static final int IN = 3;
  static final int OUT = 16;
  static final int KERNEL = 3;

  static INDArray random(Random random, double scale, long... shape) {
    float[] values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    return Nd4j.create(values, shape, 'c');
  }

  static Conv2DConfig config(int padding, WeightsFormat format) {
    return Conv2DConfig.builder()
        .kH(KERNEL)
        .kW(KERNEL)
        .sH(1)
        .sW(1)
        .pH(padding)
        .pW(padding)
        .paddingMode(PaddingMode.VALID)
        .weightsFormat(format)
        .dataFormat("NCHW")
        .build();
  }

  public static void main(String[] args) {
    Random random = new Random(54);
    diagram(
            "layer",
            "An RGB image of 512 by 512 pixels and 3 channels enters a 3 by 3 convolution with"
                + " ReLU, which puts out 16 feature maps of 512 by 512.")
        .column("input")
        .block("in", "RGB image\n" + SIDE + " × " + SIDE + " × " + IN)
        .column("layer, kernels w")
        .block("conv", KERNEL + " × " + KERNEL + " convolution,\nthen ReLU")
        .column("output")
        .block("out", "feature maps\n" + SIDE + " × " + SIDE + " × " + OUT)
        .edge("in", "conv")
        .edge("conv", "out");

    // @start region="layer"
    INDArray image = random(random, 1, 1, IN, SIDE, SIDE);
    INDArray w = random(random, 0.2, OUT, IN, KERNEL, KERNEL);
    INDArray b = random(random, 0.1, OUT);
    Conv2DConfig same = config(1, WeightsFormat.OIYX);
    INDArray z = Nd4j.cnn().conv2d(image, w, b, same);
    INDArray maps = Nd4j.nn().relu(z.dup(), 0);
    // @end
    show("image", image.shape());
    show("shape", w.shape());
    show("kernel", w.get(NDArrayIndex.point(0)).shape());
    show("maps", maps.shape());
    show("weights", w.length());
    show("biases", b.length());
    show("parameters", w.length() + b.length());
    show("dense", (double) SIDE * SIDE * IN * SIDE * SIDE * OUT);
    show("inputs", (long) IN * KERNEL * KERNEL);

    // The same sum by hand at a corner, on two edges and inside, for every filter.
    double worst = 0;
    int[][] positions = {{0, 0}, {0, 300}, {511, 17}, {200, 411}};
    for (int[] p : positions) {
      for (int o = 0; o < OUT; o++) {
        double sum = b.getDouble(o);
        for (int c = 0; c < IN; c++) {
          for (int u = 0; u < KERNEL; u++) {
            for (int v = 0; v < KERNEL; v++) {
              int row = p[0] + u - 1;
              int column = p[1] + v - 1;
              if (row >= 0 && row < SIDE && column >= 0 && column < SIDE) {
                sum += w.getDouble(o, c, u, v) * image.getDouble(0, c, row, column);
              }
            }
          }
        }
        double error = Math.abs(Math.max(0, sum) - maps.getDouble(0, o, p[0], p[1]));
        worst = Math.max(worst, error);
      }
    }
    check("sums written out, difference from ND4J's convolution:", worst, below(1e-5));

    // @start region="formats"
    INDArray channelsLast = w.permute(2, 3, 1, 0).dup();
    Conv2DConfig last = config(1, WeightsFormat.YXIO);
    INDArray again = Nd4j.cnn().conv2d(image, channelsLast, b, last);
    // @end
    show("permuted", channelsLast.shape());
    check(
        "feature maps, difference between the two orders of the axes:",
        again.sub(z).amaxNumber().doubleValue(),
        below(1e-5));

    var sizes =
        table("sizes")
            .column("padding on each side")
            .column("$H - k + 2p + 1$")
            .column("shape that ND4J puts out");
    boolean agree = true;
    for (int padding = 0; padding <= 2; padding++) {
      int side = SIDE - KERNEL + 2 * padding + 1;
      Conv2DConfig padded = config(padding, WeightsFormat.OIYX);
      long[] actual = Nd4j.cnn().conv2d(image, w, b, padded).shape();
      agree &= Arrays.equals(actual, new long[] {1, OUT, side, side});
      sizes.row(padding, side, actual);
    }
    check("formula and ND4J agree on the output shape for three paddings", agree);
    show("side", SIDE);
    check("ReLU leaves the shape alone", Arrays.equals(maps.shape(), z.shape()));
  }
}
