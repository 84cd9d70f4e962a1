import static answerbook.api.Snippet.*;

import java.util.Locale;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.factory.Nd4j;

/** What a batch of 1024 large images needs, and what happens to the learning rate without it. */
public class LargeImagePipeline {
  private static final int SIDE = 1024;
  private static final int BATCH = 1024;
  private static final int SMALL = 8;
  private static final double RATE = 0.1;
  private static final double MOMENTUM = 0.9;
  private static final double DECAY = 1e-4;
  private static final double GIB = 1L << 30;

  // @start region="activations"
  /** What the convolutions of a ResNet-50, as in torchvision, put out for one image. */
  static long activations(int side) {
    int[] blocks = {3, 4, 6, 3};
    long size = side / 2;
    long count = 64 * size * size; // 7×7, stride 2
    size /= 2; // pooling
    for (int stage = 0; stage < 4; stage++) {
      long width = 64L << stage;
      for (int block = 0; block < blocks[stage]; block++) {
        count += width * size * size; // 1×1
        boolean first = block == 0;
        size = first && stage > 0 ? size / 2 : size;
        count += width * size * size; // 3×3
        count += 4 * width * size * size; // 1×1
        count += first ? 4 * width * size * size : 0; // shortcut
      }
    }
    return count;
  }

  // @end

  public static void main(String[] args) {
    show("side", (long) SIDE);
    show("batch", (long) BATCH);
    show("small", (long) SMALL);
    show("rate", RATE);
    show("momentum", MOMENTUM);
    memory();
    sizes();
    accumulation();
    batchAndRate();
  }

  private static void memory() {
    show("activations224", activations(224));
    show("activations1024", activations(SIDE));
    show("area", activations(SIDE) / (double) activations(224));
    double perPixel = 64 / 4.0;
    int[] blocks = {3, 4, 6, 3};
    for (int stage = 0; stage < 4; stage++) {
      double outputs = 6 * blocks[stage] + 4 + (stage > 0 ? 3 : 0); // in units of the width
      perPixel += outputs * (64 << stage) / (16 << (2 * stage));
    }
    show("perPixel", perPixel);
    check(
        "numbers per pixel, counted by layer,",
        activations(SIDE) / (double) SIDE / SIDE,
        near(perPixel, 1e-12));
    double perImage = 4 * activations(SIDE) / GIB;
    show("perImage", perImage);
    show("inputs", 4.0 * BATCH * 3 * SIDE * SIDE / GIB);
    show("outputs", BATCH * perImage);
    long device = 80; // GiB
    show("device", device);
    show("fits", (long) Math.floor(device / perImage));
    show("pixels", BATCH * 3.0 * SIDE * SIDE / GIB);
    var table =
        table("memory")
            .column("images in a batch")
            .column("input, GiB", "%.2f")
            .column("outputs of the convolutions, GiB", "%.1f");
    for (int images : new int[] {1, SMALL, 64, 256, BATCH}) {
      table.row(images, 4.0 * images * 3 * SIDE * SIDE / GIB, images * perImage);
    }
  }

  /** The sides of the feature maps, from ND4J's operations on one channel. */
  private static void sizes() {
    INDArray image = Nd4j.zeros(DataType.FLOAT, 1, 1, SIDE, SIDE);
    INDArray map = conv(image, 7, 3);
    boolean halves = map.size(2) == SIDE / 2;
    map = conv(map, 3, 1); // a pooling window gives the same size
    halves &= map.size(2) == SIDE / 4;
    for (int stage = 1; stage < 4; stage++) {
      map = conv(map, 3, 1);
      halves &= map.size(2) == SIDE >> (stage + 2);
    }
    check("every stride of 2 in ND4J halves the side", halves && map.size(2) == map.size(3));
  }

  private static INDArray conv(INDArray input, int kernel, int padding) {
    Conv2DConfig config =
        Conv2DConfig.builder().kH(kernel).kW(kernel).sH(2).sW(2).pH(padding).pW(padding).build();
    INDArray weights = Nd4j.zeros(DataType.FLOAT, kernel, kernel, 1, 1);
    return Nd4j.cnn().conv2d(input, weights, config);
  }

  // ---- a linear model with the squared error, on a stream of samples

  private static final int D = 10;

  private static double[] sample(Random random) {
    double[] row = new double[D + 1]; // inputs, then the target: their sum with noise
    for (int j = 0; j < D; j++) {
      row[j] = random.nextGaussian();
      row[D] += row[j];
    }
    row[D] += 0.5 * random.nextGaussian();
    return row;
  }

  /** Adds share times the gradient of the sample's half squared error to g. */
  private static void addGradient(double[] w, double[] row, double share, double[] g) {
    double error = -row[D];
    for (int j = 0; j < D; j++) {
      error += w[j] * row[j];
    }
    for (int j = 0; j < D; j++) {
      g[j] += share * error * row[j];
    }
  }

  /** Gradients added up over small batches are the gradient of the large batch. */
  private static void accumulation() {
    Random random = new Random(2);
    double[] w = new double[D];
    double[][] rows = new double[BATCH][];
    double[][] inputs = new double[BATCH][D];
    double[][] targets = new double[BATCH][1];
    for (int i = 0; i < BATCH; i++) {
      rows[i] = sample(random);
      System.arraycopy(rows[i], 0, inputs[i], 0, D);
      targets[i][0] = rows[i][D];
    }
    for (int j = 0; j < D; j++) {
      w[j] = random.nextGaussian();
    }
    // @start region="accumulate"
    double[] sum = new double[D]; // as after zero_grad()
    for (int from = 0; from < BATCH; from += SMALL) {
      for (int i = from; i < from + SMALL; i++) {
        addGradient(w, rows[i], 1.0 / BATCH, sum);
      }
    } // only now comes the update
    // @end
    INDArray x = Nd4j.create(inputs);
    INDArray error = x.mmul(Nd4j.create(w, new long[] {D, 1})).sub(Nd4j.create(targets));
    INDArray whole = x.transpose().mmul(error).div(BATCH);
    double worst = 0;
    for (int j = 0; j < D; j++) {
      worst = Math.max(worst, Math.abs(sum[j] - whole.getDouble(j)));
    }
    check("accumulated gradient against ND4J's of the whole batch", worst, below(1e-12));
  }

  /** Squared distance from the true weights over one pass of 102400 samples. */
  private static double[] train(int batch, double rate, int points) {
    Random random = new Random(5);
    double[] w = new double[D];
    double[] velocity = new double[D];
    int updates = 100 * BATCH / batch;
    double[] excess = new double[points];
    excess[0] = excess(w);
    for (int update = 1; update <= updates; update++) {
      double[] g = new double[D];
      for (int i = 0; i < batch; i++) {
        addGradient(w, sample(random), 1.0 / batch, g);
      }
      for (int j = 0; j < D; j++) {
        velocity[j] = MOMENTUM * velocity[j] + g[j] + DECAY * w[j];
        w[j] -= rate * velocity[j];
      }
      if (update * (points - 1) % updates == 0) {
        excess[update * (points - 1) / updates] = excess(w);
      }
    }
    return excess;
  }

  private static double excess(double[] w) {
    double sum = 0;
    for (double weight : w) {
      sum += (weight - 1) * (weight - 1) / 2;
    }
    return sum;
  }

  private static void batchAndRate() {
    int points = 101;
    double scaled = RATE * SMALL / BATCH;
    show("scaled", scaled);
    show("d", (long) D);
    show("ratio", (long) BATCH / SMALL);
    show("updates", 10_000.0 / BATCH);
    show("rule", RATE * BATCH / 256);
    show("effective", RATE / (1 - MOMENTUM));
    double[] large = train(BATCH, RATE, points);
    double[] same = train(SMALL, RATE, points);
    double[] less = train(SMALL, scaled, points);
    show("penalty", mean(same, 75) / mean(large, 75), within(1e-6));
    check("the scaled rate ends within a factor of 3", mean(less, 75) / mean(large, 75), below(3));
    check("the unscaled rate ends higher by a factor", mean(same, 75) / mean(large, 75), above(30));
    double[] seen = linspace(0, 100 * BATCH / 1000.0, points);
    plot(
            "batches",
            "On a logarithmic scale the excess loss of the large batch falls in waves to below a"
                + " thousandth. The small batch at the same learning rate jumps about between a"
                + " tenth and one; at the scaled rate it falls at once to about a thousandth and"
                + " stays there.")
        .x("thousands of samples seen")
        .y("loss above the lowest possible")
        .logY()
        .line("batch " + BATCH + ", learning rate " + RATE, seen, large)
        .line("batch " + SMALL + ", learning rate " + RATE, seen, same)
        .line("batch " + SMALL + ", learning rate " + fixed(scaled), seen, less);
  }

  private static String fixed(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }

  private static double mean(double[] values, int from) {
    double sum = 0;
    for (int i = from; i < values.length; i++) {
      sum += values[i];
    }
    return sum / (values.length - from);
  }
}
