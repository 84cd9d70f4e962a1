import static answerbook.api.Snippet.*;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The Manhattan distance, the order in which a GPU adds it up, and when a GPU is worth it. */
public class ManhattanOnGpu {
  // @start region="loop"
  static double manhattan(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += Math.abs(u[i] - v[i]);
    }
    return sum;
  }

  // @end

  // @start region="tree"
  /** Halves the array until one number is left, as parallel threads do. */
  static float treeSum(float[] values) {
    float[] sums = values.clone(); // its length is a power of two
    for (int half = sums.length / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) { // at the same time, on a GPU
        sums[i] += sums[i + half];
      }
    }
    return sums[0];
  }

  // @end

  public static void main(String[] args) {
    double[] u = {6, 1, 4, 5};
    double[] v = {2, 8, 3, -1};
    show("manhattan", manhattan(u, v));

    // @start region="nd4j"
    INDArray difference = Nd4j.create(u).sub(Nd4j.create(v));
    double distance = difference.norm1Number().doubleValue();
    // @end
    check("ND4J's L1 norm of the difference", distance, near(manhattan(u, v), 1e-12));

    double[][] points = {u, v, new double[4]};
    double[][] pairs = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        pairs[i][j] = manhattan(points[i], points[j]);
      }
    }
    show("pairs", pairs);
    check(
        "the distances to the origin are norms",
        pairs[1][2],
        near(Nd4j.create(v).norm1Number().doubleValue(), 1e-12));

    int wrapped = (10 - 20) & 0xff;
    show("wrapped", (long) wrapped);
    check("a byte wraps around at 256", wrapped == 256 - 10);

    rounding();
    time();
  }

  private static void rounding() {
    int n = 1 << 20;
    Random random = new Random(1);
    float[] terms = new float[n];
    float oneByOne = 0;
    double exact = 0;
    for (int i = 0; i < n; i++) {
      terms[i] = Math.abs(random.nextFloat() - random.nextFloat());
      oneByOne += terms[i];
      exact += terms[i];
    }
    float tree = treeSum(terms);
    show("terms", (long) n);
    show("tree", tree);
    show("oneByOneError", Math.abs(oneByOne - exact) / exact, within(1e-6));
    show("treeError", Math.abs(tree - exact) / exact, within(1e-6));
    show("levels", (long) Integer.numberOfTrailingZeros(n));
    check("the tree's relative error", Math.abs(tree - exact) / exact, below(20 * 0x1p-24));
    check("the mean of |a − b| for uniform a and b", exact / n, near(1.0 / 3, 0.001));
  }

  private static void time() {
    double processor = 50e9;
    double device = 1000e9;
    double bus = 25e9;
    double launch = 10e-6;
    show("processor", processor / 1e9);
    show("device", device / 1e9);
    show("bus", bus / 1e9);
    show("launch", launch * 1e6);
    double[] lengths = new double[61];
    double[][] times = new double[3][61];
    for (int i = 0; i < 61; i++) {
      double n = StrictMath.pow(10, 3 + i / 10.0);
      lengths[i] = n;
      // @start region="time"
      double bytes = 2 * 4 * n; // two vectors of floats
      double onProcessor = bytes / processor;
      double resident = launch + bytes / device;
      double copied = launch + bytes / bus + bytes / device;
      // @end
      times[0][i] = 1000 * onProcessor;
      times[1][i] = 1000 * resident;
      times[2][i] = 1000 * copied;
    }
    show("gain", times[0][60] / times[1][60]);
    double breakEven = launch / (8 / processor - 8 / device);
    show("breakEven", breakEven / 1000);
    int first = 0;
    while (times[1][first] >= times[0][first]) {
      first++;
    }
    check(
        "the computed curves cross at the break-even length",
        lengths[first - 1] <= breakEven && breakEven <= lengths[first]);
    plot(
            "time",
            "Estimated time against the length of the vectors, on logarithmic axes. For short"
                + " vectors the processor is the fastest. From about 66 thousand components a GPU"
                + " that already holds the data wins, in the end by a factor of 20. A GPU that has"
                + " to be sent the data first never does.")
        .x("components")
        .y("estimated time (ms)")
        .logX()
        .logY()
        .line("processor", lengths, times[0])
        .line("GPU, data there", lengths, times[1])
        .line("GPU, data copied first", lengths, times[2]);
  }
}
