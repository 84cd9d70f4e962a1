import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.factory.Nd4j;

/** Batch normalisation of images: one mean and variance per channel, as many as the channels. */
public class BatchNormOnImages {
  private static final double EPSILON = 1e-5;
  private static final int SHIFT = 3;

  // @start region="channels"
  /** Batch normalisation of images in training, without γ and β. */
  static double[][][][] batchNorm(double[][][][] x) {
    int n = x.length;
    int height = x[0][0].length;
    int width = x[0][0][0].length;
    int count = n * height * width;
    double[][][][] y = new double[n][x[0].length][height][width];
    for (int c = 0; c < x[0].length; c++) { // each channel on its own
      double mean = 0;
      for (double[][][] image : x) {
        for (double[] row : image[c]) {
          mean += Arrays.stream(row).sum() / count;
        }
      }
      double variance = 0;
      for (double[][][] image : x) {
        for (double[] row : image[c]) {
          for (double pixel : row) {
            variance += (pixel - mean) * (pixel - mean) / count;
          }
        }
      }
      double deviation = Math.sqrt(variance + EPSILON);
      for (int i = 0; i < n; i++) {
        for (int h = 0; h < height; h++) {
          for (int w = 0; w < width; w++) {
            y[i][c][h][w] = (x[i][c][h][w] - mean) / deviation;
          }
        }
      }
    }
    return y;
  }

  // @end

  public static void main(String[] args) {
    double[] pixels = {
      200, 210, 190, 220, 120, 140, 100, 130, 180, 190, 170, 200,
      230, 240, 210, 220, 150, 170, 160, 150, 200, 220, 210, 190
    };
    INDArray x = Nd4j.create(pixels, new long[] {2, 3, 2, 2}, 'c');
    double[][][][] images = new double[2][3][2][2];
    for (int i = 0; i < pixels.length; i++) {
      images[i / 12][i / 4 % 3][i / 2 % 2][i % 2] = pixels[i];
    }
    double[][][][] y = batchNorm(images);
    double[] red = new double[8];
    double[] flat = new double[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      flat[i] = y[i / 12][i / 4 % 3][i / 2 % 2][i % 2];
    }
    System.arraycopy(flat, 0, red, 0, 4);
    System.arraycopy(flat, 12, red, 4, 4);
    show("red", red);
    INDArray means = x.mean(0, 2, 3);
    INDArray variances = x.var(false, 0, 2, 3);
    show("means", means.toDoubleVector());
    show("variances", variances.toDoubleVector());
    INDArray ones = Nd4j.create(new double[] {1, 1, 1});
    INDArray zeros = Nd4j.create(new double[] {0, 0, 0});
    INDArray nd4j = Nd4j.nn().batchNorm(x, means, variances, ones, zeros, EPSILON, 1);
    double error = 0;
    for (int i = 0; i < pixels.length; i++) {
      double other = nd4j.getDouble(i / 12, i / 4 % 3, i / 2 % 2, i % 2);
      error = Math.max(error, Math.abs(flat[i] - other));
    }
    check("difference from ND4J's batch normalisation", error, below(1e-9));
    INDArray biases = Nd4j.create(new double[] {7, -30, 100}, new long[] {1, 3, 1, 1}, 'c');
    INDArray biased = x.add(biases);
    INDArray again =
        Nd4j.nn()
            .batchNorm(
                biased,
                biased.mean(0, 2, 3),
                biased.var(false, 0, 2, 3),
                ones,
                zeros,
                EPSILON,
                1);
    check(
        "a bias per channel before it changes the output by",
        again.sub(nd4j).normmaxNumber().doubleValue(),
        below(1e-12));
    translation();
    mismatch();
    counts();
    diagram(
            "pipeline",
            "A batch of RGB images enters a Conv2D layer with 64 filters; its output enters a"
                + " BatchNorm2D layer.")
        .column("")
        .block("images", "batch of\nRGB images")
        .column("")
        .block("conv", "Conv2D\n3 → 64 channels")
        .column("")
        .block("norm", "BatchNorm2D")
        .edge("images", "conv")
        .edge("conv", "norm");
  }

  /** Rows of pixels, shifted; normalised with stored statistics per channel and per pixel. */
  private static void translation() {
    Random random = new Random(73);
    int size = 16;
    int images = 32;
    double[][] training = new double[images][size];
    for (double[] row : training) {
      for (int w = 0; w < size; w++) {
        row[w] = 100 + 8 * w + 20 * random.nextGaussian(); // darker on the left
      }
    }
    INDArray rows = Nd4j.create(training);
    double[] mean = rows.mean(0).toDoubleVector(); // one for each pixel
    double[] deviation = rows.std(false, 0).toDoubleVector();
    double[] channelMean = new double[size]; // one for all
    double[] channelDeviation = new double[size];
    Arrays.fill(channelMean, rows.meanNumber().doubleValue());
    Arrays.fill(channelDeviation, rows.stdNumber(false).doubleValue());
    double perPixel = disagreement(training[0], mean, deviation);
    double perChannel = disagreement(training[0], channelMean, channelDeviation);
    show("shift", (long) SHIFT);
    show("perPixelShift", perPixel, within(1e-6));
    check(
        "statistics per channel: difference between shifting before and after",
        perChannel,
        below(1e-12));
    check(
        "statistics per pixel: difference between shifting before and after", perPixel, above(1));
  }

  private static double disagreement(double[] image, double[] mean, double[] deviation) {
    double[] shiftFirst = standardise(shift(image), mean, deviation);
    double[] shiftLast = shift(standardise(image, mean, deviation));
    double largest = 0;
    for (int w = SHIFT; w < image.length; w++) { // not those that came around the edge
      largest = Math.max(largest, Math.abs(shiftFirst[w] - shiftLast[w]));
    }
    return largest;
  }

  private static double[] standardise(double[] x, double[] mean, double[] deviation) {
    double[] y = new double[x.length];
    Arrays.setAll(y, w -> (x[w] - mean[w]) / deviation[w]);
    return y;
  }

  /** To the right, around the edge. */
  private static double[] shift(double[] x) {
    double[] y = new double[x.length];
    Arrays.setAll(y, w -> x[(w + x.length - SHIFT) % x.length]);
    return y;
  }

  private static void mismatch() {
    Nd4j.getRandom().setSeed(7);
    INDArray images = Nd4j.rand(DataType.DOUBLE, 3, 3, 8, 8);
    INDArray kernels = Nd4j.rand(DataType.DOUBLE, 64, 3, 3, 3).subi(0.5);
    Conv2DConfig config =
        Conv2DConfig.builder()
            .kH(3)
            .kW(3)
            .sH(1)
            .sW(1)
            .pH(2)
            .pW(2)
            .dataFormat("NCHW")
            .weightsFormat(WeightsFormat.OIYX)
            .build();
    INDArray maps = Nd4j.cnn().conv2d(images, kernels, config);
    show("outputShape", maps.shape());
    int formula = 8 + 2 * 2 - 3 + 1;
    check(
        "output size by the formula against ND4J's convolution",
        maps.size(2) == formula && maps.size(3) == formula);
    long fails = 0;
    try {
      normalise(maps, 32);
    } catch (RuntimeException wrongShape) { // "expected is [64], but got [32]"
      fails = 1;
    }
    show("fails", fails);
    check("ND4J refuses statistics of 32 channels for 64 feature maps", fails == 1);
    check("ND4J takes statistics of 64 channels", normalise(maps, 64).size(1) == 64);
  }

  private static INDArray normalise(INDArray maps, int channels) {
    INDArray zeros = Nd4j.zeros(DataType.DOUBLE, channels);
    INDArray ones = Nd4j.ones(DataType.DOUBLE, channels);
    return Nd4j.nn().batchNorm(maps, zeros, ones, ones, zeros, EPSILON, 1);
  }

  private static void counts() {
    int channels = 64;
    int size = 224 + 2 * 2 - 3 + 1;
    show("declared", 32L);
    show("channels", (long) channels);
    show("size", (long) size);
    show("perChannel", 2L * channels);
    show("perPixel", 2L * channels * size * size);
  }
}
