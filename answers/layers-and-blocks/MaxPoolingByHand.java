import static answerbook.api.Snippet.below;
import static answerbook.api.Snippet.check;
import static answerbook.api.Snippet.show;
import static answerbook.api.Snippet.table;

import answerbook.api.Table;
import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;

public class MaxPoolingByHand {
  static final double[][] INPUT = {
    {-1, 0, 11, -1},
    {-1, 7, 1, -1},
    {-1, 0, 1, -1},
    {-1, 0, 1, -1},
  };

  // @start region="pool"
  static double[][] pool(double[][] x) {
    double[][] y = new double[x.length / 2][x[0].length / 2];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y[i].length; j++) {
        y[i][j] = Math.max(
            Math.max(x[2 * i][2 * j], x[2 * i][2 * j + 1]),
            Math.max(x[2 * i + 1][2 * j], x[2 * i + 1][2 * j + 1]));
      }
    }
    return y;
  }
  // @end

  // @start region="gradient"
  /** Of the sum of all outputs: 1 at each window's first maximum. */
  static double[][] gradient(double[][] x) {
    double[][] y = pool(x);
    double[][] gradient = new double[x.length][x[0].length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y[i].length; j++) {
        int position = 0;
        while (x[2 * i + position / 2][2 * j + position % 2] != y[i][j]) {
          position++;
        }
        gradient[2 * i + position / 2][2 * j + position % 2] = 1;
      }
    }
    return gradient;
  }
  // @end

  public static void main(String[] args) {
    double[][] output = pool(INPUT);
    show("input", INPUT);
    show("pooled", output);
    show("gradient", gradient(INPUT));
    show("valuesIn", INPUT.length * INPUT[0].length);
    show("valuesOut", output.length * output[0].length);
    windows(output);
    check("ND4J's max-pooling gives the same", Arrays.deepEquals(output, nd4j(INPUT)));
    show("average", average());
    compareOnRandomImages();
    checkGradient();
    shifts();
  }

  private static double[][] nd4j(double[][] x) {
    Pooling2DConfig config = Pooling2DConfig.builder().kH(2).kW(2).sH(2).sW(2).pH(0).pW(0).dH(1)
        .dW(1).paddingMode(PaddingMode.VALID).build();
    INDArray image = Nd4j.create(x).castTo(DataType.DOUBLE).reshape(1, 1, x.length, x[0].length);
    INDArray pooled = Nd4j.cnn().maxPooling2d(image, config);
    return pooled.dup().reshape(pooled.size(2), pooled.size(3)).toDoubleMatrix();
  }

  private static void windows(double[][] output) {
    Table table = table("windows").column("window").column("values").column("maximum")
        .column("how often");
    String[] names = {"top left", "top right", "bottom left", "bottom right"};
    int tied = 0;
    for (int window = 0; window < 4; window++) {
      int i = window / 2;
      int j = window % 2;
      double[] values = {INPUT[2 * i][2 * j], INPUT[2 * i][2 * j + 1], INPUT[2 * i + 1][2 * j],
          INPUT[2 * i + 1][2 * j + 1]};
      int often = (int) Arrays.stream(values).filter(value -> value == output[i][j]).count();
      tied += often > 1 ? 1 : 0;
      table.row(names[window], values, output[i][j], often);
    }
    show("tied", tied);
  }

  /** Average-pooling of the same input. */
  private static double[][] average() {
    double[][] y = new double[INPUT.length / 2][INPUT[0].length / 2];
    for (int i = 0; i < INPUT.length; i++) {
      for (int j = 0; j < INPUT[0].length; j++) {
        y[i / 2][j / 2] += INPUT[i][j] / 4;
      }
    }
    return y;
  }

  private static void compareOnRandomImages() {
    Random random = new Random(69);
    boolean agrees = true;
    for (int image = 0; image < 50; image++) {
      int height = 2 + random.nextInt(8);
      int width = 2 + random.nextInt(8);
      double[][] x = new double[height][];
      Arrays.setAll(x, row -> random.doubles(width, -1, 1).toArray());
      agrees &= Arrays.deepEquals(pool(x), nd4j(x));
    }
    check("the listing agrees with ND4J on 50 random images, odd sizes included", agrees);
  }

  /** Central differences of the sum of ND4J's output, with ties broken in reading order. */
  private static void checkGradient() {
    double step = 1e-5;
    double[][] untied = new double[4][4];
    for (int i = 0; i < 16; i++) {
      untied[i / 4][i % 4] = INPUT[i / 4][i % 4] - 1e-3 * i;
    }
    double[][] analytic = gradient(INPUT);
    double largest = 0;
    for (int i = 0; i < 16; i++) {
      double at = untied[i / 4][i % 4];
      untied[i / 4][i % 4] = at + step;
      double up = sum(nd4j(untied));
      untied[i / 4][i % 4] = at - step;
      double down = sum(nd4j(untied));
      untied[i / 4][i % 4] = at;
      largest = Math.max(largest, Math.abs((up - down) / (2 * step) - analytic[i / 4][i % 4]));
    }
    check("gradient against central differences, with ties broken in reading order, difference",
        largest, below(1e-6));
  }

  private static double sum(double[][] y) {
    return Arrays.stream(y).flatMapToDouble(Arrays::stream).sum();
  }

  /** One bright pixel, moved by one to the right: how often does the pooled image stay the same? */
  private static void shifts() {
    int n = 8;
    int unchanged = 0;
    boolean sameWindow = true;
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n - 1; column++) {
        double[][] before = new double[n][n];
        double[][] after = new double[n][n];
        before[row][column] = 1;
        after[row][column + 1] = 1;
        boolean same = Arrays.deepEquals(nd4j(before), nd4j(after));
        unchanged += same ? 1 : 0;
        sameWindow &= same == (column / 2 == (column + 1) / 2);
      }
    }
    show("positions", n * (n - 1));
    show("unchanged", unchanged);
    check("the pooled image stays the same exactly if the pixel stays within its window",
        sameWindow);
  }
}
