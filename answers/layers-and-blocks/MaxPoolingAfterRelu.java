import static answerbook.api.Snippet.check;
import static answerbook.api.Snippet.diagram;
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

public class MaxPoolingAfterRelu {
  static final double[] FIRST = {7, 3, -6};
  static final double LAST = 5;

  static double[] convolve(double[] x) {
    double[] y = new double[x.length - 1];
    Arrays.setAll(y, i -> 3 * x[i] + x[i + 1]);
    return y;
  }

  static double[] relu(double[] y) {
    return Arrays.stream(y).map(value -> Math.max(0, value)).toArray();
  }

  // @start region="pool"
  /** Max-pooling along a column; with ceil it pools the rest too. */
  static double[] pool(double[] y, int size, int stride, boolean ceil) {
    int rest = Math.floorMod(y.length - size, stride);
    int outputs = (y.length - size) / stride + 1;
    double[] pooled = new double[outputs + (ceil && rest > 0 ? 1 : 0)];
    for (int i = 0; i < pooled.length; i++) {
      int end = Math.min(i * stride + size, y.length);
      pooled[i] = Arrays.stream(y, i * stride, end).max().orElseThrow();
    }
    return pooled;
  }
  // @end

  public static void main(String[] args) {
    double[] rectified = relu(convolve(fill(new double[0])));
    show("rectified", rectified);
    show("pooled", pool(rectified, 2, 2, false));
    show("first", pool(rectified, 2, 2, false)[0]);

    settings(rectified);
    whateverIsHidden(pool(rectified, 2, 2, false)[0]);
    windowOfThree(rectified[0]);
    orderOfReluAndPooling();
    drawWindows(text(rectified[0]), text(rectified[1]));
  }

  private static void drawWindows(String first, String second) {
    diagram("windows", "Two windows of two over the values " + first + ", " + second
        + ", y3, y4. The first yields " + first + ", the second the larger of y3 and y4.")
        .column("after ReLU")
        .bias("y1", first).bias("y2", second).open("y3", "y_3").open("y4", "y_4")
        .column("pooling").block("one", "max").block("two", "max")
        .column("output").bias("z1", first).open("z2", "max(y_3, y_4)")
        .edge("y1", "one").edge("y2", "one").edge("y3", "two").edge("y4", "two")
        .edge("one", "z1").edge("two", "z2");
  }

  private static String text(double value) {
    return String.valueOf((int) value);
  }

  private static double[] fill(double[] hidden) {
    double[] x = Arrays.copyOf(FIRST, FIRST.length + hidden.length + 1);
    System.arraycopy(hidden, 0, x, FIRST.length, hidden.length);
    x[x.length - 1] = LAST;
    return x;
  }

  private static void settings(double[] rectified) {
    Table table = table("settings").column("window").column("stride").column("rest")
        .column("output without hidden values");
    int[][] settings = {{2, 2}, {2, 1}, {3, 3}};
    boolean agrees = true;
    for (int[] setting : settings) {
      double[] pooled = pool(rectified, setting[0], setting[1], false);
      boolean fits = (rectified.length - setting[0]) % setting[1] == 0;
      table.row(setting[0], setting[1], fits ? "none" : "dropped", pooled);
      agrees &= Arrays.equals(pooled, nd4j(rectified, setting[0], setting[1]));
    }
    table.row(2, 2, "pooled (`ceil_mode=True`)", pool(rectified, 2, 2, true));
    check("ND4J's max-pooling gives the same for every setting that rounds down", agrees);
    // What PyTorch's ceil_mode does: a pooling of the column made longer by −∞.
    double[] longer = Arrays.copyOf(rectified, rectified.length + 1);
    longer[rectified.length] = Double.NEGATIVE_INFINITY;
    check("rounding up gives what ND4J's max-pooling gives for the column extended by −∞",
        Arrays.equals(nd4j(longer, 2, 2), pool(rectified, 2, 2, true)));
  }

  private static double[] nd4j(double[] y, int size, int stride) {
    Pooling2DConfig config = Pooling2DConfig.builder().kH(size).kW(1).sH(stride).sW(1).pH(0).pW(0)
        .dH(1).dW(1).paddingMode(PaddingMode.VALID).build();
    INDArray column = Nd4j.create(y).castTo(DataType.DOUBLE).reshape(1, 1, y.length, 1);
    return Nd4j.cnn().maxPooling2d(column, config).dup().reshape(-1).toDoubleVector();
  }

  private static void whateverIsHidden(double first) {
    Random random = new Random(68);
    int fills = 1000;
    boolean sameFirst = true;
    boolean agrees = true;
    for (int i = 0; i < fills; i++) {
      double[] hidden = random.doubles(1 + random.nextInt(8), -40, 40).toArray();
      double[] rectified = relu(convolve(fill(hidden)));
      double[] pooled = nd4j(rectified, 2, 2);
      sameFirst &= pooled[0] == first;
      agrees &= Arrays.equals(pooled, pool(rectified, 2, 2, false));
    }
    show("fills", fills);
    check("whatever the dots hide, ND4J's first pooled value is the same", sameFirst);
    check("the listing agrees with ND4J in every case", agrees);
  }

  /** Up to which x_4 does a first window of three have the same maximum? */
  private static void windowOfThree(double first) {
    double limit = first - 3 * FIRST[2];
    show("limit", limit);
    boolean byLimit = true;
    for (double offset : new double[] {-50, -1, -0.01, 0, 0.01, 1, 50}) {
      double[] rectified = relu(convolve(fill(new double[] {limit + offset})));
      byLimit &= (nd4j(rectified, 3, 3)[0] == first) == (offset <= 0);
    }
    check("the first maximum of three is the same exactly up to the limit of the hidden value", byLimit);
  }

  private static void orderOfReluAndPooling() {
    Random random = new Random(69);
    int columns = 1000;
    boolean same = true;
    for (int i = 0; i < columns; i++) {
      double[] y = random.doubles(12, -1, 1).toArray();
      same &= Arrays.equals(pool(relu(y), 2, 2, false), relu(pool(y, 2, 2, false)));
    }
    show("columns", columns);
    check("pooling the rectified equals rectifying the pooled, for every random column", same);
  }
}
