import static answerbook.api.Snippet.above;
import static answerbook.api.Snippet.check;
import static answerbook.api.Snippet.diagram;
import static answerbook.api.Snippet.show;
import static answerbook.api.Snippet.table;

import answerbook.api.Table;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;

public class ConsecutivePoolings {
  static final double EPSILON = 1e-5;

  public static void main(String[] args) {
    Random random = new Random(70);
    model(random);
    everySize(random);
    variants(random);
    gradients(random);
    diagram("model", "An image of 3 channels and 224 by 224 pixels passes a 7 by 7 convolution to "
        + "32 channels, batch normalisation and two 2 by 2 max-poolings.").vertical()
        .column("").label("x", "(1, 3, 224, 224)")
        .column("").block("conv", "Conv2d(3, 32)")
        .column("").block("norm", "BatchNorm2d(32)")
        .column("").block("one", "MaxPool2d(2, 2)")
        .column("").block("two", "MaxPool2d(2, 2)")
        .edge("x", "conv").edge("conv", "norm").edge("norm", "one").edge("one", "two");
  }

  // ---- the model of the question

  private static void model(Random random) {
    INDArray x = uniform(random, 1, 3, 224, 224);
    INDArray weights = uniform(random, 7, 7, 3, 32).subi(0.5).divi(6);
    INDArray convolved = Nd4j.cnn().conv2d(x, weights, Conv2DConfig.builder()
        .kH(7).kW(7).sH(1).sW(1).pH(2).pW(2).dH(1).dW(1)
        .paddingMode(PaddingMode.VALID).dataFormat("NCHW").build());
    INDArray zero = Nd4j.zeros(DataType.FLOAT, 32);
    INDArray one = Nd4j.ones(DataType.FLOAT, 32);
    INDArray normalised =
        Nd4j.nn().batchNorm(convolved, zero, one, one, zero, EPSILON, 1);
    // @start region="test"
    INDArray pooledOnce = maxPool(normalised, 2);
    INDArray pooledTwice = maxPool(pooledOnce, 2);
    INDArray pooledByFour = maxPool(normalised, 4);
    boolean identical = pooledTwice.equalsWithEps(pooledByFour, 0);
    // @end
    show("convolved", convolved.shape());
    show("normalised", normalised.shape());
    show("pooledOnce", pooledOnce.shape());
    show("pooledTwice", pooledTwice.shape());
    show("flattened", pooledTwice.reshape(1, -1).shape());
    show("intermediate", pooledOnce.length());
    int side = (224 + 2 * 2 - 7) + 1;
    long[] byFormula = {1, 32, side / 2 / 2, side / 2 / 2};
    check("the output-size formula gives the shape that ND4J's layers return",
        Arrays.equals(byFormula, pooledTwice.shape()));
    check("on the model, one 4 × 4 pooling gives the very same numbers as two of 2 × 2", identical);

    INDArray mean = convolved.mean(0, 2, 3);
    INDArray variance = convolved.var(false, 0, 2, 3);
    INDArray training =
        Nd4j.nn().batchNorm(convolved, mean, variance, one, zero, EPSILON, 1);
    check("training mode would normalise differently, largest difference",
        training.sub(normalised).amaxNumber().doubleValue(), above(0.1));
  }

  private static INDArray uniform(Random random, long... shape) {
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return Nd4j.create(values, shape, 'c');
  }

  private static INDArray maxPool(INDArray x, int size) {
    Pooling2DConfig config = Pooling2DConfig.builder().kH(size).kW(size).sH(size).sW(size)
        .pH(0).pW(0).dH(1).dW(1).paddingMode(PaddingMode.VALID).build();
    return Nd4j.cnn().maxPooling2d(x, config);
  }

  // ---- two poolings against one, for every size in a range

  static final int SMALLEST = 4;
  static final int LARGEST = 40;

  private static void everySize(Random random) {
    boolean same = true;
    for (int n = SMALLEST; n <= LARGEST; n++) {
      INDArray x = uniform(random, 1, 1, n, n);
      same &= maxPool(maxPool(x, 2), 2).equalsWithEps(maxPool(x, 4), 0);
    }
    show("smallest", SMALLEST);
    show("largest", LARGEST);
    show("sizes", LARGEST - SMALLEST + 1);
    check("for every size in the range ND4J's two poolings and its one give the same", same);
  }

  // ---- variants: a pooling of an image is one of every row, then one of every column

  record Pooling(int size, int stride, int padding, boolean ceil, boolean average)
      implements UnaryOperator<double[][]> {
    @Override
    public double[][] apply(double[][] x) {
      return transposed(poolRows(transposed(poolRows(x))));
    }

    private double[][] poolRows(double[][] x) {
      return Arrays.stream(x).map(this::poolRow).toArray(double[][]::new);
    }

    private double[] poolRow(double[] x) {
      int room = x.length + 2 * padding - size;
      int outputs = (ceil ? -Math.floorDiv(-room, stride) : Math.floorDiv(room, stride)) + 1;
      if ((outputs - 1) * stride >= x.length + padding) {
        outputs--; // a window that starts in the padding on the right
      }
      double[] y = new double[outputs];
      for (int i = 0; i < outputs; i++) {
        int start = i * stride - padding;
        int end = Math.min(x.length, start + size);
        double[] window = Arrays.copyOfRange(x, Math.max(0, start), end);
        y[i] = average
            ? Arrays.stream(window).sum() / window.length
            : Arrays.stream(window).max().orElseThrow();
      }
      return y;
    }

    static Pooling max(int size, int stride, int padding) {
      return new Pooling(size, stride, padding, false, false);
    }
  }

  private static double[][] transposed(double[][] x) {
    double[][] y = new double[x[0].length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        y[j][i] = x[i][j];
      }
    }
    return y;
  }

  private static void variants(Random random) {
    Table table = table("variants").column("two layers").column("one layer")
        .column("same shape").column("same values");
    Pooling two = Pooling.max(2, 2, 0);
    Pooling four = Pooling.max(4, 4, 0);
    compare(table, random, "2 × 2, stride 2", two, x -> x, two, "4 × 4, stride 4", four);
    compare(table, random, "the same with ReLU between", two, ConsecutivePoolings::relu, two,
        "4 × 4, then ReLU", x -> relu(four.apply(x)));
    compare(table, random, "the same with a change of sign between", two,
        ConsecutivePoolings::negate, two, "4 × 4, then change of sign",
        x -> negate(four.apply(x)));
    Pooling ceilTwo = new Pooling(2, 2, 0, true, false);
    compare(table, random, "2 × 2, `ceil_mode`", ceilTwo, x -> x, ceilTwo, "4 × 4, `ceil_mode`",
        new Pooling(4, 4, 0, true, false));
    Pooling average = new Pooling(2, 2, 0, false, true);
    compare(table, random, "average, 2 × 2", average, x -> x, average, "average, 4 × 4",
        new Pooling(4, 4, 0, false, true));
    Pooling ceilAverage = new Pooling(2, 2, 0, true, true);
    compare(table, random, "average, 2 × 2, `ceil_mode`", ceilAverage, x -> x, ceilAverage,
        "average, 4 × 4, `ceil_mode`", new Pooling(4, 4, 0, true, true));
    Pooling padded = Pooling.max(2, 2, 1);
    compare(table, random, "2 × 2, padding 1", padded, x -> x, padded, "4 × 4, padding 2",
        Pooling.max(4, 4, 2));
    Pooling dense = Pooling.max(2, 1, 0);
    compare(table, random, "2 × 2, stride 1", dense, x -> x, dense, "4 × 4, stride 1",
        Pooling.max(4, 1, 0));
    compare(table, random, "2 × 2, stride 1", dense, x -> x, dense, "3 × 3, stride 1",
        Pooling.max(3, 1, 0));
    againstNd4j(random);
  }

  private static void compare(Table table, Random random, String pair,
      UnaryOperator<double[][]> first, UnaryOperator<double[][]> between,
      UnaryOperator<double[][]> second, String single, UnaryOperator<double[][]> one) {
    int sameShape = 0;
    int sameValues = 0;
    for (int n = SMALLEST; n <= LARGEST; n++) {
      double[][] x = image(random, n);
      double[][] byTwo = second.apply(between.apply(first.apply(x)));
      double[][] byOne = one.apply(x);
      sameShape += byTwo.length == byOne.length ? 1 : 0;
      sameValues += equal(byTwo, byOne) ? 1 : 0;
    }
    table.row(pair, single, sameShape, sameValues);
  }

  private static double[][] image(Random random, int n) {
    double[][] x = new double[n][];
    Arrays.setAll(x, row -> random.doubles(n, -1, 1).toArray());
    return x;
  }

  /** Whether the values agree but for rounding, which averages have and maxima don't. */
  private static boolean equal(double[][] a, double[][] b) {
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        if (Math.abs(a[i][j] - b[i][j]) > 1e-12) {
          return false;
        }
      }
    }
    return true;
  }

  private static double[][] relu(double[][] x) {
    return map(x, value -> Math.max(0, value));
  }

  private static double[][] negate(double[][] x) {
    return map(x, value -> -value);
  }

  private static double[][] map(double[][] x, DoubleUnaryOperator function) {
    return Arrays.stream(x)
        .map(row -> Arrays.stream(row).map(function).toArray())
        .toArray(double[][]::new);
  }

  private static void againstNd4j(Random random) {
    boolean agrees = true;
    for (int n = SMALLEST; n <= LARGEST; n++) {
      for (int padding = 0; padding <= 1; padding++) {
        double[][] x = image(random, n);
        Pooling2DConfig config = Pooling2DConfig.builder().kH(2).kW(2).sH(2).sW(2).pH(padding)
            .pW(padding).dH(1).dW(1).paddingMode(PaddingMode.VALID).build();
        INDArray image = Nd4j.create(x).castTo(DataType.DOUBLE).reshape(1, 1, n, n);
        INDArray pooled = Nd4j.cnn().maxPooling2d(image, config);
        agrees &= equal(
            pooled.dup().reshape(pooled.size(2), pooled.size(3)).toDoubleMatrix(),
            Pooling.max(2, 2, padding).apply(x));
      }
    }
    check("the pooling that the variants use agrees with ND4J's, padding included", agrees);
  }

  // ---- gradients

  static final double[][] TIED = {
    {0, 0, 1, 0},
    {1, 0, 0, 0},
    {0, 0, 0, 0},
    {0, 0, 0, 0},
  };

  /** The position of the first largest value of a square window, in reading order. */
  // @start region="argmax"
  static int[] firstMaximum(double[][] x, int row, int column, int size) {
    int[] best = {row, column};
    for (int i = row; i < row + size; i++) {
      for (int j = column; j < column + size; j++) {
        if (x[i][j] > x[best[0]][best[1]]) {
          best = new int[] {i, j};
        }
      }
    }
    return best;
  }

  static int[] throughTwo(double[][] x) {
    int[] best = firstMaximum(x, 0, 0, 2);
    for (int window = 1; window < 4; window++) {
      int[] next = firstMaximum(x, window / 2 * 2, window % 2 * 2, 2);
      if (x[next[0]][next[1]] > x[best[0]][best[1]]) {
        best = next;
      }
    }
    return best;
  }
  // @end

  private static void gradients(Random random) {
    show("tied", TIED);
    show("gradientOfTwo", unit(throughTwo(TIED)));
    show("gradientOfOne", unit(firstMaximum(TIED, 0, 0, 4)));
    int images = 40_000;
    int integerDiffers = 0;
    int realDiffers = 0;
    for (int image = 0; image < images; image++) {
      double[][] real = new double[4][4];
      double[][] integer = new double[4][4];
      for (int i = 0; i < 16; i++) {
        real[i / 4][i % 4] = random.nextDouble();
        integer[i / 4][i % 4] = Math.floor(8 * real[i / 4][i % 4]);
      }
      integerDiffers += differs(integer) ? 1 : 0;
      realDiffers += differs(real) ? 1 : 0;
    }
    show("images", images);
    show("integerDiffers", 100.0 * integerDiffers / images);
    show("realDiffers", realDiffers);
  }

  private static boolean differs(double[][] x) {
    return !Arrays.equals(throughTwo(x), firstMaximum(x, 0, 0, 4));
  }

  private static double[][] unit(int[] position) {
    double[][] gradient = new double[4][4];
    gradient[position[0]][position[1]] = 1;
    return gradient;
  }
}
