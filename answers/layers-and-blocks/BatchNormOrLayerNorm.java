import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Batch and layer normalisation as one function that averages over different axes. */
public class BatchNormOrLayerNorm {
  private static final double EPSILON = 1e-5;

  // @start region="normalise"
  /** Standardises x over the given axes; x is in row-major order. */
  static double[] normalise(
      double[] x, int[] shape, int[] axes, double epsilon) {
    int[] group = groups(shape, axes);
    int groups = Arrays.stream(group).max().getAsInt() + 1;
    int size = x.length / groups;
    double[] mean = new double[groups];
    double[] variance = new double[groups];
    for (int i = 0; i < x.length; i++) {
      mean[group[i]] += x[i] / size;
    }
    for (int i = 0; i < x.length; i++) {
      double distance = x[i] - mean[group[i]];
      variance[group[i]] += distance * distance / size;
    }
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double deviation = Math.sqrt(variance[group[i]] + epsilon);
      y[i] = (x[i] - mean[group[i]]) / deviation;
    }
    return y;
  }

  /** Elements that differ only along the axes share a statistic. */
  static int[] groups(int[] shape, int[] axes) {
    int[] group = new int[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < group.length; i++) {
      int rest = i;
      int factor = 1;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        int index = rest % shape[axis];
        rest /= shape[axis];
        if (Arrays.stream(axes).noneMatch(Integer.valueOf(axis)::equals)) {
          group[i] += factor * index;
          factor *= shape[axis];
        }
      }
    }
    return group;
  }

  // @end

  public static void main(String[] args) {
    matrix();
    images();
    jitter();
  }

  private static void matrix() {
    double[][] x = {{1, 20, -3}, {3, 40, -1}, {5, 30, -5}, {7, 70, 1}};
    int[] shape = {4, 3}; // samples, features
    double[] flat = Nd4j.create(x).reshape(12).toDoubleVector();
    double[] batch = normalise(flat, shape, new int[] {0}, EPSILON);
    double[] layer = normalise(flat, shape, new int[] {1}, EPSILON);
    show("x", x);
    show("batch", rows(batch, 3));
    show("layer", rows(layer, 3));

    var table =
        table("invariance").column("change").column("BN", "%.3f").column("LN", "%.3f");
    table.tolerance(within(1e-6));
    double[] feature = flat.clone();
    for (int i = 0; i < 4; i++) {
      feature[3 * i + 1] = 10 * feature[3 * i + 1] + 5;
    }
    double[] sample = flat.clone();
    for (int j = 0; j < 3; j++) {
      sample[j] = 10 * sample[j] + 5;
    }
    double[] other = flat.clone();
    other[10] = -70;
    double[][] changes = {feature, sample, other};
    String[] names = {
      "feature 2 of all samples: $10x + 5$",
      "all features of sample 1: $10x + 5$",
      "another value in sample 4"
    };
    double[][] moved = new double[3][2];
    for (int c = 0; c < 3; c++) {
      double[] b = normalise(changes[c], shape, new int[] {0}, EPSILON);
      double[] l = normalise(changes[c], shape, new int[] {1}, EPSILON);
      for (int j = 0; j < 3; j++) { // the output of sample 1
        moved[c][0] = Math.max(moved[c][0], Math.abs(b[j] - batch[j]));
        moved[c][1] = Math.max(moved[c][1], Math.abs(l[j] - layer[j]));
      }
      table.row(names[c], moved[c][0], moved[c][1]);
    }
    check("BN undoes the rescaling of a feature, error", moved[0][0], below(1e-5));
    check("LN undoes the rescaling of a sample, error", moved[1][1], below(1e-5));
    check("LN of sample 1 does not see sample 4, change", moved[2][1], below(1e-15));
    check("BN of sample 1 sees sample 4, change", moved[2][0], above(0.1));

    double[] one = normalise(x[0], new int[] {1, 3}, new int[] {0}, EPSILON);
    double[] oneLayer = normalise(x[0], new int[] {1, 3}, new int[] {1}, EPSILON);
    show("one", one);
    check(
        "LN of a mini-batch of one is that of the same sample among four, difference",
        distance(oneLayer, Arrays.copyOf(layer, 3)),
        below(1e-15));
    INDArray nd4j = Nd4j.math().standardize(Nd4j.create(x), 1);
    check(
        "LN without ε against ND4J's standardize, difference",
        distance(
            normalise(flat, shape, new int[] {1}, 0), nd4j.reshape(12).toDoubleVector()),
        below(1e-12));
  }

  private static void images() {
    // @start region="tensor"
    int[] shape = {2, 3, 2, 2}; // images N, channels C, height H, width W
    double[] x = {
      1, 2, 3, 6,  10, 30, 20, 40,  0, -1, -2, -5,
      5, 4, 9, 2,  60, 50, 10, 20,  -3, -4, 1, -2
    };
    // @end
    INDArray tensor = Nd4j.create(x, new long[] {2, 3, 2, 2}, 'c');
    String[] names = {"batch norm", "layer norm", "layer norm, per position", "instance norm"};
    String[] letters = {"N, H, W", "C, H, W", "C", "H, W"};
    int[][] axes = {{0, 2, 3}, {1, 2, 3}, {1}, {2, 3}};
    var table =
        table("axes")
            .column("normalisation")
            .column("averages over")
            .column("statistics")
            .column("values in each");
    double worst = 0;
    double meanError = 0;
    for (int k = 0; k < axes.length; k++) {
      int[] group = groups(shape, axes[k]);
      int count = Arrays.stream(group).max().getAsInt() + 1;
      double[] means = new double[count];
      for (int i = 0; i < x.length; i++) {
        means[group[i]] += x[i] * count / x.length;
      }
      table.row(names[k], letters[k], count, x.length / count);
      if (k < 2) {
        show(k == 0 ? "batchMeans" : "layerMeans", means);
      }
      double[] nd4jMeans = tensor.mean(axes[k]).reshape(count).toDoubleVector();
      meanError = Math.max(meanError, distance(means, nd4jMeans));
      double[] nd4j =
          Nd4j.math().standardize(tensor.dup(), axes[k]).reshape(x.length).toDoubleVector();
      worst = Math.max(worst, distance(normalise(x, shape, axes[k], 0), nd4j));
    }
    check("means against ND4J's means over the same axes, difference", meanError, below(1e-12));
    check("all four without ε against ND4J's standardize, difference", worst, below(1e-12));

    INDArray ones = Nd4j.create(new double[] {1, 1, 1});
    INDArray zeros = Nd4j.create(new double[] {0, 0, 0});
    INDArray mean = tensor.mean(0, 2, 3);
    INDArray variance = tensor.var(false, 0, 2, 3);
    INDArray output = Nd4j.nn().batchNorm(tensor, mean, variance, ones, zeros, EPSILON, 1);
    check(
        "batch norm against ND4J's batchNorm, difference",
        distance(
            normalise(x, shape, axes[0], EPSILON), output.reshape(x.length).toDoubleVector()),
        below(1e-12));
  }

  /** How much the output of one sample depends on which others share its mini-batch. */
  private static void jitter() {
    Random random = new Random(14);
    double[] sizes = {2, 4, 8, 16, 32, 64, 128, 256};
    double[] deviations = new double[sizes.length];
    double fixed = 1;
    int draws = 2000;
    for (int k = 0; k < sizes.length; k++) {
      int m = (int) sizes[k];
      double sum = 0;
      double squares = 0;
      double[] batch = new double[m];
      for (int draw = 0; draw < draws; draw++) {
        batch[0] = fixed;
        for (int i = 1; i < m; i++) {
          batch[i] = random.nextGaussian();
        }
        double output = normalise(batch, new int[] {m, 1}, new int[] {0}, EPSILON)[0];
        sum += output / draws;
        squares += output * output / draws;
      }
      deviations[k] = Math.sqrt(squares - sum * sum);
    }
    show("draws", (long) draws);
    show("jitterSmall", deviations[2], within(1e-6));
    show("jitterLarge", deviations[7], within(1e-6));
    double predicted = Math.sqrt((1 + fixed * fixed / 2) / 256);
    check(
        "simulated deviation at m = 256 as a multiple of the predicted one",
        deviations[7] / predicted,
        between(0.93, 1.07));
    plot(
            "jitter",
            "On logarithmic axes the simulated standard deviation of the output falls from 0.7 at"
                + " mini-batch size 2 to below 0.08 at size 256. At sizes 2 and 4 it lies below the"
                + " straight line of the approximation, from 8 on it follows it.")
        .x("mini-batch size m")
        .y("standard deviation of the output")
        .logX()
        .logY()
        .points("simulated", sizes, deviations)
        .line("√(1.5/m)", sizes, map(sizes, m -> Math.sqrt((1 + fixed * fixed / 2) / m)));
  }

  private static double[][] rows(double[] flat, int width) {
    double[][] rows = new double[flat.length / width][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
    }
    return rows;
  }

  private static double distance(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}
