import static answerbook.api.Snippet.check;
import static answerbook.api.Snippet.plot;
import static answerbook.api.Snippet.show;
import static answerbook.api.Snippet.table;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;

public class ConvolutionOutputSize {
  // @start region="formula"
  static int outputSize(int n, int f, int s, int p, int d) {
    int covered = d * (f - 1) + 1;
    return Math.floorDiv(n + 2 * p - covered, s) + 1;
  }
  // @end

  // @start region="nd4j"
  static long convolved(int n, int f, int s, int p, int d) {
    INDArray image = Nd4j.ones(DataType.DOUBLE, 1, 1, n, n);
    INDArray filters = Nd4j.ones(DataType.DOUBLE, f, f, 1, 2);
    Conv2DConfig config = Conv2DConfig.builder()
        .kH(f).kW(f).sH(s).sW(s).pH(p).pW(p).dH(d).dW(d)
        .paddingMode(PaddingMode.VALID).dataFormat("NCHW").build();
    return Nd4j.cnn().conv2d(image, filters, config).size(2);
  }
  // @end

  static long pooled(int n, int f, int s, int p) {
    INDArray image = Nd4j.ones(DataType.DOUBLE, 1, 1, n, n);
    Pooling2DConfig config = Pooling2DConfig.builder()
        .kH(f).kW(f).sH(s).sW(s).pH(p).pW(p).dH(1).dW(1).paddingMode(PaddingMode.VALID).build();
    return Nd4j.cnn().maxPooling2d(image, config).size(2);
  }

  /** Slides the filter over the padded row and counts where it fits. */
  static int counted(int n, int f, int s, int p, int d) {
    int positions = 0;
    for (int start = -p; start + d * (f - 1) <= n - 1 + p; start += s) {
      positions++;
    }
    return positions;
  }

  public static void main(String[] args) {
    compareOnAGrid();
    knownLayers();
    discardedPixels();
    staircase();
  }

  private static void compareOnAGrid() {
    int convolutions = 0;
    int poolings = 0;
    int byCounting = 0;
    int byConvolution = 0;
    int byPooling = 0;
    for (int n = 5; n <= 12; n++) {
      for (int f = 1; f <= 5; f++) {
        for (int s = 1; s <= 3; s++) {
          for (int p = 0; p <= 2; p++) {
            for (int d = 1; d <= 2; d++) {
              if (d * (f - 1) + 1 > n + 2 * p) {
                continue;
              }
              int size = outputSize(n, f, s, p, d);
              convolutions++;
              byCounting += size == counted(n, f, s, p, d) ? 1 : 0;
              byConvolution += size == convolved(n, f, s, p, d) ? 1 : 0;
            }
            // A pooling window must not lie in the padding alone.
            if (2 * p <= f) {
              poolings++;
              byPooling += outputSize(n, f, s, p, 1) == pooled(n, f, s, p) ? 1 : 0;
            }
          }
        }
      }
    }
    show("convolutions", convolutions);
    show("poolings", poolings);
    show("tooLarge", outputSize(2, 3, 2, 0, 1));
    show("truncated", (2 - 3) / 2 + 1);
    check("the formula equals the number of filter positions, counted one by one, in every case",
        byCounting == convolutions);
    check("the formula equals the size of ND4J's convolution in every case",
        byConvolution == convolutions);
    check("the formula equals the size of ND4J's max-pooling in every case", byPooling == poolings);
  }

  private static void knownLayers() {
    Object[][] layers = {
      {"VGG convolution", 224, 3, 1, 1, 1},
      {"VGG pooling", 224, 2, 2, 0, 1},
      {"ResNet, first", 224, 7, 2, 3, 1},
      {"no padding", 32, 5, 1, 0, 1},
      {"dilated", 64, 3, 1, 2, 2},
      {"1×1", 56, 1, 1, 0, 1},
    };
    var sizes = table("layers").column("layer").column("$n$").column("$f$").column("$s$")
        .column("$p$").column("$d$").column("output").column("unused");
    for (Object[] layer : layers) {
      int n = (int) layer[1];
      int f = (int) layer[2];
      int s = (int) layer[3];
      int p = (int) layer[4];
      int d = (int) layer[5];
      int unused = Math.floorMod(n + 2 * p - (d * (f - 1) + 1), s);
      sizes.row(layer[0], n, f, s, p, d, outputSize(n, f, s, p, d), unused);
    }
  }

  /** Two images that differ only in what the floor discards have the same output. */
  private static void discardedPixels() {
    int n = 8;
    int f = 3;
    int s = 3;
    int unused = Math.floorMod(n - f, s);
    INDArray image = Nd4j.linspace(1, n * n, n * n, DataType.DOUBLE).reshape(1, 1, n, n);
    INDArray changed = image.dup();
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        if (row >= n - unused || column >= n - unused) {
          changed.putScalar(new long[] {0, 0, row, column}, -1000);
        }
      }
    }
    INDArray nearer = image.dup().putScalar(new long[] {0, 0, 0, n - unused - 1}, -1000);
    INDArray filter = Nd4j.ones(DataType.DOUBLE, f, f, 1, 1);
    Conv2DConfig config = Conv2DConfig.builder().kH(f).kW(f).sH(s).sW(s).pH(0).pW(0).dH(1).dW(1)
        .paddingMode(PaddingMode.VALID).dataFormat("NCHW").build();
    INDArray output = Nd4j.cnn().conv2d(image, filter, config);
    show("exampleN", n);
    show("exampleF", f);
    show("exampleS", s);
    show("exampleUnused", unused);
    show("exampleOutput", output.size(2));
    check("changing only the unused rows and columns leaves the output as it was",
        output.equals(Nd4j.cnn().conv2d(changed, filter, config)));
    check("changing the last used column changes the output",
        !output.equals(Nd4j.cnn().conv2d(nearer, filter, config)));
  }

  private static void staircase() {
    int count = 33;
    double[] n = new double[count];
    double[][] sizes = new double[3][count];
    for (int i = 0; i < count; i++) {
      n[i] = 4 + i;
      for (int s = 1; s <= 3; s++) {
        sizes[s - 1][i] = outputSize(4 + i, 3, s, 1, 1);
      }
    }
    plot("staircase",
        "Output size against input size for a filter of 3 with padding 1. Stride 1 gives the "
            + "diagonal, stride 2 a staircase with steps 2 wide, stride 3 one with steps 3 wide.")
        .x("input size n").y("output size o")
        .points("stride 1", n, sizes[0])
        .points("stride 2", n, sizes[1])
        .points("stride 3", n, sizes[2]);
  }
}
