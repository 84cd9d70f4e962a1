import static answerbook.api.Snippet.above;
import static answerbook.api.Snippet.below;
import static answerbook.api.Snippet.check;
import static answerbook.api.Snippet.diagram;
import static answerbook.api.Snippet.show;
import static answerbook.api.Snippet.table;

import answerbook.api.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;

public class SmallConvolution {
  static final double[] FIRST = {7, 3, -6};
  static final double LAST = 5;
  static final double[] FILTER = {3, 1};
  static final double[] MEAN = {0.485, 0.456, 0.406};
  static final double[] STD = {0.229, 0.224, 0.225};

  // @start region="slide"
  /** What a convolutional layer computes: the filter is not flipped. */
  static double[] slide(double[] x, double[] w) {
    double[] y = new double[x.length - w.length + 1];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < w.length; j++) {
        y[i] += w[j] * x[i + j];
      }
    }
    return y;
  }
  // @end

  public static void main(String[] args) {
    pipeline();
    double[] shortest = fill(new double[0]);
    double[] y = slide(shortest, FILTER);
    show("shortest", shortest);
    show("y", y);
    show("known", FILTER[0] * FIRST[2]);
    double[] flipped = slide(shortest, new double[] {FILTER[1], FILTER[0]});
    show("flipped", flipped);

    check("ND4J's convolution gives the same, largest difference",
        difference(y, nd4j(shortest)), below(1e-12));
    check("the textbook convolution, written as a product of polynomials, is the flipped one",
        difference(flipped, inner(product(shortest, FILTER))), below(1e-12));
    whateverIsHidden();
    normalisedRange();
  }

  /** The column of the figure with {@code hidden} in the place of the dots. */
  static double[] fill(double[] hidden) {
    double[] x = Arrays.copyOf(FIRST, FIRST.length + hidden.length + 1);
    System.arraycopy(hidden, 0, x, FIRST.length, hidden.length);
    x[x.length - 1] = LAST;
    return x;
  }

  private static double[] nd4j(double[] x) {
    INDArray column = Nd4j.create(x).reshape(1, 1, x.length, 1);
    INDArray weights = Nd4j.create(FILTER).reshape(FILTER.length, 1, 1, 1);
    Conv2DConfig config = Conv2DConfig.builder().kH(FILTER.length).kW(1).sH(1).sW(1).pH(0).pW(0)
        .dH(1).dW(1).paddingMode(PaddingMode.VALID).dataFormat("NCHW").build();
    return Nd4j.cnn().conv2d(column, weights, config).reshape(-1).castTo(DataType.DOUBLE)
        .toDoubleVector();
  }

  /** The coefficients of the product of two polynomials: a full convolution. */
  private static double[] product(double[] a, double[] b) {
    double[] c = new double[a.length + b.length - 1];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        c[i + j] += a[i] * b[j];
      }
    }
    return c;
  }

  private static double[] inner(double[] full) {
    return Arrays.copyOfRange(full, FILTER.length - 1, full.length - FILTER.length + 1);
  }

  private static void whateverIsHidden() {
    Random random = new Random(66);
    int fills = 1000;
    boolean sameStart = true;
    double firstHidden = 0;
    double lastHidden = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < fills; i++) {
      double[] hidden = random.doubles(1 + random.nextInt(8), -10, 10).toArray();
      double[] y = nd4j(fill(hidden));
      sameStart &= y[0] == FILTER[0] * FIRST[0] + FILTER[1] * FIRST[1]
          && y[1] == FILTER[0] * FIRST[1] + FILTER[1] * FIRST[2];
      firstHidden = Math.max(firstHidden,
          Math.abs(y[2] - (FILTER[0] * FIRST[2] + FILTER[1] * hidden[0])));
      lastHidden = Math.max(lastHidden, Math.abs(
          y[y.length - 1] - (FILTER[0] * hidden[hidden.length - 1] + FILTER[1] * LAST)));
      low = Math.min(low, y[2]);
      high = Math.max(high, y[2]);
    }
    show("fills", fills);
    check("whatever the dots hide, the first two values of ND4J's output are the same", sameStart);
    check("the third and the last value follow their formulas in every case, largest difference",
        Math.max(firstHidden, lastHidden), below(1e-12));
    check("the third value is not determined: it spans", high - low, above(10));
  }

  private static void normalisedRange() {
    Table table = table("range").column("channel").column("mean").column("standard deviation")
        .column("of 0", "%.3f").column("of 1", "%.3f");
    List<String> channels = List.of("red", "green", "blue");
    double lowest = 0;
    double highest = 0;
    for (int c = 0; c < MEAN.length; c++) {
      double low = (0 - MEAN[c]) / STD[c];
      double high = (1 - MEAN[c]) / STD[c];
      table.row(channels.get(c), MEAN[c], STD[c], low, high);
      lowest = Math.min(lowest, low);
      highest = Math.max(highest, high);
    }
    show("lowest", lowest);
    show("highest", highest);
    check("the figure's −6 is below every normalised value", FIRST[2] < lowest);
    check("the figure's 7 is above every normalised value", FIRST[0] > highest);
  }

  private static void pipeline() {
    diagram("pipeline", "An image is normalised by channel means and standard "
        + "deviations. The resulting column 7, 3, −6, dots, 5 passes Conv2D, ReLU, MaxPool2D and "
        + "a fully connected layer, which decides on the class.").vertical()
        .column("raw").label("image", "image")
        .column("").block("normalise",
            "Normalize\nmean " + Arrays.toString(MEAN) + "\nstd " + Arrays.toString(STD))
        .column("input").block("x", column())
        .column("").block("conv", "Conv2D")
        .column("").block("relu", "ReLU")
        .column("").block("pool", "MaxPool2D")
        .column("").block("fc", "FC")
        .column("").label("class", "class: virus or not?")
        .edge("image", "normalise")
        .edge("normalise", "x").edge("x", "conv").edge("conv", "relu").edge("relu", "pool").edge("pool", "fc").edge("fc", "class");
    diagram("filter", "A filter: a column of the numbers 3 and 1.")
        .column("filter").bias("w1", text(FILTER[0])).bias("w2", text(FILTER[1]));
  }

  /** The input's values, one in each line. */
  private static String column() {
    StringBuilder column = new StringBuilder();
    for (double value : FIRST) {
      column.append(text(value)).append('\n');
    }
    return column + "…\n" + text(LAST);
  }

  static String text(double value) {
    return String.valueOf((int) value).replace('-', '−');
  }

  private static double difference(double[] a, double[] b) {
    if (a.length != b.length) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}
