import static answerbook.api.Snippet.check;
import static answerbook.api.Snippet.diagram;
import static answerbook.api.Snippet.show;
import static answerbook.api.Snippet.table;

import answerbook.api.Table;
import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;

public class VggFrozenFeatures {
  static final int FILTERS = 64;
  static final int[][] SIDES = {{224, 224}, {512, 512}, {704, 1024}};

  // @start region="shape"
  static int[] blockShape(int height, int width) {
    int convolvedHeight = size(height, 3, 1, 1);
    int convolvedWidth = size(width, 3, 1, 1);
    return new int[] {
      1, FILTERS,
      size(convolvedHeight, 2, 2, 0), size(convolvedWidth, 2, 2, 0)
    };
  }

  static int size(int n, int f, int s, int p) {
    return Math.floorDiv(n + 2 * p - f, s) + 1;
  }
  // @end

  /** The block as ND4J's operations. */
  // @start region="block"
  static INDArray block(INDArray image, INDArray filters) {
    Conv2DConfig threeByThree = Conv2DConfig.builder()
        .kH(3).kW(3).sH(1).sW(1).pH(1).pW(1).dH(1).dW(1)
        .paddingMode(PaddingMode.VALID).dataFormat("NCHW").build();
    Pooling2DConfig halve = Pooling2DConfig.builder()
        .kH(2).kW(2).sH(2).sW(2).pH(0).pW(0).dH(1).dW(1)
        .paddingMode(PaddingMode.VALID).build();
    INDArray z = Nd4j.cnn().conv2d(image, filters, threeByThree);
    return Nd4j.cnn().maxPooling2d(Nd4j.nn().relu(z, 0), halve);
  }
  // @end

  public static void main(String[] args) {
    shapes();
    receptiveField();
    int parameters = (3 * 3 * 3 + 1) * FILTERS;
    show("filters", FILTERS);
    show("parameters", parameters);
    diagram("block", "An image of 3 channels passes a 3 by 3 convolution, a ReLU and a 2 by 2 "
        + "max-pooling, and leaves with " + FILTERS + " channels at half the height and width.")
        .column("input").label("x", "3 × h × w")
        .column("0").block("conv", "Conv2d\n3 × 3, padding 1")
        .column("1").activation("relu", "relu")
        .column("2").block("pool", "MaxPool2d\n2 × 2, stride 2")
        .column("output").label("y", FILTERS + " × h/2 × w/2")
        .edge("x", "conv").edge("conv", "relu").edge("relu", "pool").edge("pool", "y");
  }

  private static void shapes() {
    // An eighth of the filters: as many pixels, but the largest image fits into little memory.
    int thin = 8;
    INDArray filters = Nd4j.ones(DataType.FLOAT, 3, 3, 3, FILTERS / thin);
    Table table = table("shapes").column("input").column("convolved").column("pooled")
        .column("values in").column("values out");
    boolean agrees = true;
    for (int[] side : SIDES) {
      int[] shape = blockShape(side[0], side[1]);
      show("shape" + side[1], shape);
      table.row(text(3, side[0], side[1]),
          text(FILTERS, size(side[0], 3, 1, 1), size(side[1], 3, 1, 1)),
          text(shape[1], shape[2], shape[3]),
          3 * side[0] * side[1], shape[1] * shape[2] * shape[3]);

      INDArray image = Nd4j.ones(DataType.FLOAT, 1, 3, side[0], side[1]);
      INDArray output = block(image, filters);
      long[] expected = {1, FILTERS / thin, shape[2], shape[3]};
      agrees &= Arrays.equals(expected, output.shape());
    }
    check("ND4J's convolution, ReLU and pooling give the same shapes", agrees);
  }

  /** A shape with no-break spaces, which keep it in one line. */
  private static String text(int channels, int height, int width) {
    return channels + "\u00a0×\u00a0" + height + "\u00a0×\u00a0" + width;
  }

  /** Which input rows reach one output pixel: by counting, and by raising one row after another. */
  private static void receptiveField() {
    int byFormula = 1 + (3 - 1) + (2 - 1);
    int n = 12;
    Random random = new Random(62);
    INDArray image = Nd4j.create(DataType.DOUBLE, 1, 1, n, n);
    for (int i = 0; i < n * n; i++) {
      image.putScalar(i, random.nextDouble());
    }
    // Positive weights: raising an input raises every output that depends on it.
    INDArray filter = Nd4j.ones(DataType.DOUBLE, 3, 3, 1, 1);
    double before = block(image, filter).getDouble(0, 0, 2, 2);
    int rows = 0;
    for (int row = 0; row < n; row++) {
      INDArray raised = image.dup();
      for (int column = 0; column < n; column++) {
        raised.putScalar(new long[] {0, 0, row, column}, 100);
      }
      rows += block(raised, filter).getDouble(0, 0, 2, 2) == before ? 0 : 1;
    }
    show("field", byFormula);
    check("the receptive field, counted by changing one input row after another, is as computed",
        rows == byFormula);
  }
}
