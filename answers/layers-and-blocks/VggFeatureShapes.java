import static answerbook.api.Snippet.check;
import static answerbook.api.Snippet.show;
import static answerbook.api.Snippet.table;

import answerbook.api.Table;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;

public class VggFeatureShapes {
  // @start region="walk"
  static final int POOL = 0;
  static final int[] LAYERS = {
    64, POOL, 128, POOL, 256, 256, POOL, 512, 512, POOL, 512, 512, POOL
  };

  /** The shape after a convolution with that many filters, or a pooling. */
  static int[] after(int layer, int[] shape) {
    int height = shape[2];
    int width = shape[3];
    if (layer == POOL) {
      return new int[] {
        1, shape[1], size(height, 2, 2, 0), size(width, 2, 2, 0)
      };
    }
    return new int[] {
      1, layer, size(height, 3, 1, 1), size(width, 3, 1, 1)
    };
  }

  static int size(int n, int f, int s, int p) {
    return Math.floorDiv(n + 2 * p - f, s) + 1;
  }
  // @end

  static final int[][] INPUTS = {{1, 3, 224, 224}, {1, 3, 512, 512}, {1, 3, 704, 1024}};

  public static void main(String[] args) {
    int[][] shapes = shapesAfterEveryModule();
    show("shape224", shapes[0]);
    show("shape512", shapes[1]);
    show("shape1024", shapes[2]);

    boolean agrees = true;
    for (int i = 0; i < INPUTS.length; i++) {
      agrees &= Arrays.equals(shapes[i], run(INPUTS[i]));
    }
    check("ND4J's convolutions and poolings give the same shapes for all three inputs", agrees);

    int[] unevenInput = {1, 3, 250, 250};
    int[] uneven = unevenInput;
    for (int layer : LAYERS) {
      uneven = after(layer, uneven);
    }
    show("unevenInput", unevenInput[2]);
    show("unevenRatio", unevenInput[2] / 32.0);
    show("unevenOutput", uneven[2]);
    check("ND4J's layers give the same for the input whose side 32 does not divide",
        Arrays.equals(uneven, run(unevenInput)));
  }

  private static int[][] shapesAfterEveryModule() {
    Table table = table("shapes").column("index").column("module").column("224 × 224")
        .column("512 × 512").column("704 × 1024");
    int[][] shapes = INPUTS.clone();
    int index = 0;
    int poolings = 0;
    int parameters = 0;
    for (int layer : LAYERS) {
      int channels = shapes[0][1];
      for (int i = 0; i < shapes.length; i++) {
        shapes[i] = after(layer, shapes[i]);
      }
      String[] cells = {text(shapes[0]), text(shapes[1]), text(shapes[2])};
      if (layer == POOL) {
        table.row(index++, "MaxPool2d(2, 2)", cells[0], cells[1], cells[2]);
        poolings++;
      } else {
        String name = "Conv2d(" + channels + ", " + layer + ", 3)";
        table.row(index++, name, cells[0], cells[1], cells[2]);
        table.row(index++, "ReLU", cells[0], cells[1], cells[2]);
        parameters += (9 * channels + 1) * layer;
      }
    }
    show("modules", index);
    show("lastIndex", index - 1);
    show("poolings", poolings);
    show("reduction", 1 << poolings);
    show("parameters", parameters);
    return shapes;
  }

  private static String text(int[] shape) {
    // No-break spaces keep a shape in one line.
    return shape[1] + "\u00a0×\u00a0" + shape[2] + "\u00a0×\u00a0" + shape[3];
  }

  /**
   * The shape that ND4J's operations give. The network is thinned to a 64th of its filters, which
   * leaves heights and widths alone and fits the largest image into a second.
   */
  private static int[] run(int[] input) {
    int thin = 64;
    INDArray x = Nd4j.zeros(DataType.FLOAT, input[0], input[1], input[2], input[3]);
    for (int layer : LAYERS) {
      x = layer == POOL ? pooled(x) : Nd4j.nn().relu(convolved(x, layer / thin), 0);
    }
    return new int[] {(int) x.size(0), (int) x.size(1) * thin, (int) x.size(2), (int) x.size(3)};
  }

  private static INDArray convolved(INDArray x, int filters) {
    INDArray weights = Nd4j.zeros(DataType.FLOAT, 3, 3, (int) x.size(1), filters);
    Conv2DConfig config = Conv2DConfig.builder().kH(3).kW(3).sH(1).sW(1).pH(1).pW(1).dH(1).dW(1)
        .paddingMode(PaddingMode.VALID).dataFormat("NCHW").build();
    return Nd4j.cnn().conv2d(x, weights, config);
  }

  private static INDArray pooled(INDArray x) {
    Pooling2DConfig config = Pooling2DConfig.builder().kH(2).kW(2).sH(2).sW(2).pH(0).pW(0).dH(1)
        .dW(1).paddingMode(PaddingMode.VALID).build();
    return Nd4j.cnn().maxPooling2d(x, config);
  }
}
