import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** XOR with a hidden layer that is random and fixed, and with one that backpropagation trains. */
public class FromRosenblattToAlexnet {
  /** The inputs of XOR with a constant 1, whose weight is the bias. */
  static final double[][] X = {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}};

  static final int[] T = {0, 1, 1, 0};

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  static double step(double z) {
    return z > 0 ? 1 : 0;
  }

  static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  static double[][] random(int n, Random random) {
    double[][] w = new double[n][3];
    for (double[] row : w) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return w;
  }

  /** The outputs of the hidden layer, and a constant 1. */
  static double[] hidden(double[][] w, double[] x, DoubleUnaryOperator g) {
    double[] h = new double[w.length + 1];
    for (int i = 0; i < w.length; i++) {
      h[i] = g.applyAsDouble(dot(w[i], x));
    }
    h[w.length] = 1;
    return h;
  }

  // @start region="fixed"
  /** Fixed hidden units; the perceptron rule trains v alone. */
  static boolean learnsWithFixed(double[][] w) {
    double[] v = new double[w.length + 1];
    for (int epoch = 0; epoch < 300; epoch++) {
      int mistakes = 0;
      for (int k = 0; k < 4; k++) {
        double[] a = hidden(w, X[k], z -> step(z));
        double error = T[k] - step(dot(v, a));
        for (int i = 0; i < v.length; i++) {
          v[i] += error * a[i];
        }
        mistakes += error == 0 ? 0 : 1;
      }
      if (mistakes == 0) {
        return true;
      }
    }
    return false;
  }

  // @end

  /** One step of gradient descent on the cross-entropy, on w too. */
  static void descend(double[][] w, double[] v, double eta) {
    double[][] gw = new double[w.length][3];
    double[] gv = new double[v.length];
    gradient(w, v, gw, gv);
    for (int i = 0; i < v.length; i++) {
      v[i] -= eta * gv[i];
    }
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < 3; j++) {
        w[i][j] -= eta * gw[i][j];
      }
    }
  }

  // @start region="backpropagation"
  static void gradient(double[][] w, double[] v, double[][] gw, double[] gv) {
    for (int k = 0; k < 4; k++) {
      double[] h = hidden(w, X[k], z -> sigmoid(z));
      double delta = sigmoid(dot(v, h)) - T[k];
      for (int i = 0; i < v.length; i++) {
        gv[i] += delta * h[i];
      }
      for (int i = 0; i < w.length; i++) {
        double back = delta * v[i] * h[i] * (1 - h[i]);
        for (int j = 0; j < 3; j++) {
          gw[i][j] += back * X[k][j];
        }
      }
    }
  }

  // @end

  static final int STEPS = 1000;

  static boolean learnsByBackpropagation(double[][] w, double[] v) {
    for (int step = 0; step < STEPS; step++) {
      descend(w, v, 0.5);
      boolean right = true;
      for (int k = 0; k < 4 && right; k++) {
        right = step(dot(v, hidden(w, X[k], z -> sigmoid(z)))) == T[k];
      }
      if (right) {
        return true;
      }
    }
    return false;
  }

  static double loss(double[][] w, double[] v, DoubleUnaryOperator g) {
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      double y = sigmoid(dot(v, hidden(w, X[k], g)));
      sum -= StrictMath.log(T[k] == 1 ? y : 1 - y);
    }
    return sum;
  }

  public static void main(String[] args) {
    Random random = new Random(45);
    slopes(random);
    success(random);
    alexnet();
  }

  /** The derivative of the loss by each hidden weight, by finite differences. */
  private static void slopes(Random random) {
    int n = 4;
    double[][] w = random(n, random);
    double[] v = random.doubles(n + 1, -1, 1).toArray();
    double[][] gw = new double[n][3];
    gradient(w, v, gw, new double[n + 1]);
    double h = 1e-6;
    double largestStep = 0;
    double largestSigmoid = 0;
    double mismatch = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < 3; j++) {
        double old = w[i][j];
        w[i][j] = old + h;
        double stepUp = loss(w, v, z -> step(z));
        double sigmoidUp = loss(w, v, z -> sigmoid(z));
        w[i][j] = old - h;
        double stepSlope = (stepUp - loss(w, v, z -> step(z))) / (2 * h);
        double sigmoidSlope = (sigmoidUp - loss(w, v, z -> sigmoid(z))) / (2 * h);
        w[i][j] = old;
        largestStep = Math.max(largestStep, Math.abs(stepSlope));
        largestSigmoid = Math.max(largestSigmoid, Math.abs(sigmoidSlope));
        mismatch = Math.max(mismatch, Math.abs(sigmoidSlope - gw[i][j]));
      }
    }
    show("hiddenWeights", 3 * n);
    show("stepSlope", largestStep);
    show("sigmoidSlope", largestSigmoid, within(1e-5));
    check("backpropagation matches finite differences", mismatch, below(1e-8));
  }

  private static void success(Random random) {
    int draws = 300;
    int[] fixedWidths = {1, 2, 3, 4, 6, 8, 12, 16, 24};
    double[] fixed = new double[fixedWidths.length];
    int disagreements = 0;
    for (int i = 0; i < fixedWidths.length; i++) {
      int learned = 0;
      for (int n = 0; n < draws; n++) {
        double[][] w = random(fixedWidths[i], random);
        boolean learns = learnsWithFixed(w);
        learned += learns ? 1 : 0;
        disagreements += learns == separable(w) ? 0 : 1;
      }
      fixed[i] = 100.0 * learned / draws;
    }
    check(
        "the rule succeeds exactly where the hidden layer makes XOR separable", disagreements == 0);

    int starts = 100;
    int[] learnedWidths = {1, 2, 3, 4, 6, 8};
    double[] learned = new double[learnedWidths.length];
    for (int i = 0; i < learnedWidths.length; i++) {
      int count = 0;
      for (int n = 0; n < starts; n++) {
        double[][] w = random(learnedWidths[i], random);
        double[] v = new double[w.length + 1];
        Arrays.setAll(v, j -> j < w.length ? random.nextGaussian() : 0);
        count += learnsByBackpropagation(w, v) ? 1 : 0;
      }
      learned[i] = 100.0 * count / starts;
    }
    show("draws", draws);
    show("starts", starts);
    show("steps", STEPS);
    show("fixedWidths", fixedWidths);
    show("fixed", fixed);
    show("learnedWidths", learnedWidths);
    show("learned", learned);

    plot(
            "success",
            "Share of attempts that learn XOR, against the number of hidden units on a logarithmic"
                + " axis. With trained hidden units it is 0 for one unit, most of the attempts for"
                + " two, and all from four on. With random fixed ones it rises slowly and is near"
                + " 100% only with twenty-four.")
        .x("hidden units")
        .y("attempts that learn XOR (%)")
        .logX()
        .yRange(-5, 105)
        .line("hidden layer learned", toDoubles(learnedWidths), learned)
        .line("hidden layer random, fixed", toDoubles(fixedWidths), fixed);
  }

  private static double[] toDoubles(int[] values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }

  /**
   * Whether the two classes are separable in the hidden layer: their convex hulls, two segments,
   * don't meet.
   */
  private static boolean separable(double[][] w) {
    double[][] a = new double[4][];
    for (int k = 0; k < 4; k++) {
      a[k] = hidden(w, X[k], z -> step(z));
    }
    double low = 0;
    double high = 1;
    for (int n = 0; n < 80; n++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      if (distance(between(a[0], a[3], left), a[1], a[2])
          < distance(between(a[0], a[3], right), a[1], a[2])) {
        high = right;
      } else {
        low = left;
      }
    }
    return distance(between(a[0], a[3], low), a[1], a[2]) > 1e-6;
  }

  private static double[] between(double[] p, double[] q, double share) {
    double[] point = new double[p.length];
    Arrays.setAll(point, j -> p[j] + share * (q[j] - p[j]));
    return point;
  }

  /** The distance of a point from the segment pq. */
  private static double distance(double[] point, double[] p, double[] q) {
    double[] along = new double[p.length];
    double[] to = new double[p.length];
    Arrays.setAll(along, j -> q[j] - p[j]);
    Arrays.setAll(to, j -> point[j] - p[j]);
    double length = dot(along, along);
    double share = length == 0 ? 0 : Math.min(1, Math.max(0, dot(to, along) / length));
    double[] nearest = between(p, q, share);
    Arrays.setAll(to, j -> point[j] - nearest[j]);
    return Math.sqrt(dot(to, to));
  }

  /** Parameters of AlexNet from the sizes of its layers. */
  private static void alexnet() {
    // Filters, and the inputs that each of them sees; each has a bias. Layers 2, 4 and 5 see one
    // GPU's half.
    int[][] layers = {
      {96, 11 * 11 * 3},
      {256, 5 * 5 * 48},
      {384, 3 * 3 * 256},
      {384, 3 * 3 * 192},
      {256, 3 * 3 * 192},
      {4096, 6 * 6 * 256},
      {4096, 4096},
      {1000, 4096}
    };
    long parameters = 0;
    for (int[] layer : layers) {
      parameters += (long) layer[0] * (layer[1] + 1);
    }
    show("alexnetLayers", layers.length);
    show("alexnet", parameters / 1e6);
    check("the paper counts 60 million", parameters / 1e6, near(60, 1));
  }
}
