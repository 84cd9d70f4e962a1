import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One hidden layer against a given function: built, trained, and with a polynomial activation. */
public class UniversalApproximation {
  static final int[] WIDTHS = {2, 4, 8, 16, 32, 64};
  static final int LAST = WIDTHS.length - 1;
  static final int STEPS = 1500;
  static final int STARTS = 3;
  static final double[] GRID = linspace(0, 1, 1001);

  static double f(double x) {
    return StrictMath.exp(-x) * StrictMath.sin(10 * x);
  }

  /** One hidden layer of ReLUs: c + Σ v[i] · relu(w[i] · x + b[i]). */
  record Network(double[] w, double[] b, double[] v, double c) {
    double output(double x) {
      double y = c;
      for (int i = 0; i < w.length; i++) {
        y += v[i] * Math.max(0, w[i] * x + b[i]);
      }
      return y;
    }
  }

  // @start region="build"
  /** Unit i bends the graph at the knot i / n, and v[i] says by how much. */
  static Network build(int n) {
    double[] w = new double[n];
    double[] b = new double[n];
    double[] v = new double[n];
    double slope = 0;
    for (int i = 0; i < n; i++) {
      double knot = (double) i / n;
      double next = (double) (i + 1) / n;
      w[i] = 1;
      b[i] = -knot;
      v[i] = n * (f(next) - f(knot)) - slope;
      slope += v[i];
    }
    return new Network(w, b, v, f(0));
  }

  // @end

  static double greatestError(DoubleUnaryOperator g) {
    return Arrays.stream(GRID).map(x -> Math.abs(g.applyAsDouble(x) - f(x))).max().getAsDouble();
  }

  public static void main(String[] args) {
    Network[] built = Arrays.stream(WIDTHS).mapToObj(n -> build(n)).toArray(Network[]::new);
    double[] widths = Arrays.stream(WIDTHS).asDoubleStream().toArray();
    double[] errors = Arrays.stream(built).mapToDouble(net -> greatestError(net::output)).toArray();
    show("widths", WIDTHS);
    show("narrowest", errors[0]);
    show("widest", errors[LAST]);
    show("byDoubling", errors[LAST - 1] / errors[LAST]);

    // f'' = −e^(−x) (99 sin 10x + 20 cos 10x), whose amplitude is √(99² + 20²) = 101.
    double curvature = Math.hypot(99, 20);
    double[] bounds = map(widths, n -> curvature / (8 * n * n));
    boolean within = true;
    for (int i = 0; i <= LAST; i++) {
      within &= errors[i] <= bounds[i];
    }
    show("curvature", curvature);
    check("no error exceeds max|f''| / 8n²", within);
    double h = 1e-4;
    double bend = 0;
    for (double x : GRID) {
      bend = Math.max(bend, Math.abs(f(x + h) - 2 * f(x) + f(x - h)) / (h * h));
    }
    check("second differences of f stay within max|f''|", bend, between(80, curvature));

    checkForm(built[3]);

    double outside = 1.25;
    show("outside", outside);
    show("outsideTrue", f(outside));
    show("outsideOutput", built[LAST].output(outside));

    double floor = polynomialFloor();
    show("floor", floor);

    double[] best = new double[LAST + 1];
    Random random = new Random(38);
    for (int i = 0; i <= LAST; i++) {
      best[i] = Double.POSITIVE_INFINITY;
      for (int start = 0; start < STARTS; start++) {
        best[i] = Math.min(best[i], greatestError(train(WIDTHS[i], random)::output));
      }
    }
    show("steps", STEPS);
    show("starts", STARTS);
    show("trained", best[LAST], within(1e-6));
    show("timesWorse", best[LAST] / errors[LAST], within(1e-6));
    checkGradient(random);

    plot(
            "fits",
            "f rises to a hump, falls below zero and rises to a second, lower hump. The broken line"
                + " of 4 units misses the humps, that of 16 units can hardly be told from f.")
        .x("x")
        .y("output")
        .line("f", 0, 1, x -> f(x))
        .line("4 units", 0, 1, built[1]::output)
        .dashed("16 units", 0, 1, built[3]::output);
    plot(
            "width",
            "Greatest error against the number of hidden units, both axes logarithmic: the error of"
                + " the built networks falls along the bound with slope −2. The best of the trained"
                + " networks is better up to eight units and worse from sixteen on, by far at 64. A"
                + " horizontal line marks what no network of z² units gets below.")
        .x("hidden units")
        .y("greatest error on [0, 1]")
        .logX()
        .logY()
        .line("ReLU, built", widths, errors)
        .dashed("bound for it", widths, bounds)
        .line("ReLU, trained", widths, best)
        .dashed("z² units: no better than", widths, map(widths, n -> floor));
  }

  /** The network as matrices, and the chain of chords without a network. */
  private static void checkForm(Network net) {
    int n = net.w.length;
    int points = GRID.length;
    INDArray x = Nd4j.create(GRID).reshape(points, 1);
    INDArray bias = Nd4j.create(net.b).reshape(1, n);
    INDArray z = x.mmul(Nd4j.create(net.w).reshape(1, n)).addRowVector(bias);
    INDArray y = Nd4j.nn().relu(z, 0).mmul(Nd4j.create(net.v).reshape(n, 1)).add(net.c);
    double matrices = 0;
    double chords = 0;
    for (int k = 0; k < points; k++) {
      double output = net.output(GRID[k]);
      int i = Math.min(n - 1, (int) (n * GRID[k]));
      double share = n * GRID[k] - i;
      double chord = (1 - share) * f((double) i / n) + share * f((i + 1.0) / n);
      matrices = Math.max(matrices, Math.abs(y.getDouble(k) - output));
      chords = Math.max(chords, Math.abs(chord - output));
    }
    check("ND4J's matrices compute the same network", matrices, below(1e-12));
    check("the network is the chain of chords of f", chords, below(1e-12));
  }

  /**
   * What no network of z² units gets below. Its output is a parabola, whose third differences are
   * 0; those of f are not, and an error of ε changes them by 8ε at most.
   */
  private static double polynomialFloor() {
    Random random = new Random(2);
    double[] w = random.doubles(50, -1, 1).toArray();
    double[] b = random.doubles(50, -1, 1).toArray();
    double[] v = random.doubles(50, -1, 1).toArray();
    DoubleUnaryOperator net =
        x -> {
          double y = 0;
          for (int i = 0; i < w.length; i++) {
            y += v[i] * (w[i] * x + b[i]) * (w[i] * x + b[i]);
          }
          return y;
        };
    double floor = 0;
    double noise = 0;
    for (int start = 0; start < 100; start++) {
      for (int gap = 1; start + 3 * gap <= 100; gap++) {
        floor = Math.max(floor, Math.abs(thirdDifference(x -> f(x), start, gap)) / 8);
        noise = Math.max(noise, Math.abs(thirdDifference(net, start, gap)));
      }
    }
    check("the third differences of 50 units z² are 0", noise, below(1e-12));
    return floor;
  }

  private static double thirdDifference(DoubleUnaryOperator g, int start, int gap) {
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      y[i] = g.applyAsDouble((start + i * gap) / 100.0);
    }
    return y[3] - 3 * y[2] + 3 * y[1] - y[0];
  }

  /** The parameters w, b, v and c, one after another. */
  private static double[] start(int n, Random random) {
    double[] p = new double[3 * n + 1];
    for (int i = 0; i < n; i++) {
      p[i] = 2 * random.nextGaussian();
      p[n + i] = -p[i] * random.nextDouble(); // the bend lies between 0 and 1
      p[2 * n + i] = random.nextGaussian() / Math.sqrt(n);
    }
    return p;
  }

  private static Network network(double[] p) {
    int n = p.length / 3;
    return new Network(
        Arrays.copyOf(p, n),
        Arrays.copyOfRange(p, n, 2 * n),
        Arrays.copyOfRange(p, 2 * n, 3 * n),
        p[3 * n]);
  }

  /** Adam on the mean squared error, all samples in each step. */
  private static Network train(int n, Random random) {
    double[] p = start(n, random);
    double[] m = new double[p.length];
    double[] s = new double[p.length];
    double power1 = 1;
    double power2 = 1;
    for (int step = 1; step <= STEPS; step++) {
      double[] g = gradient(p);
      power1 *= 0.9;
      power2 *= 0.999;
      for (int j = 0; j < p.length; j++) {
        m[j] = 0.9 * m[j] + 0.1 * g[j];
        s[j] = 0.999 * s[j] + 0.001 * g[j] * g[j];
        p[j] -= 0.01 * (m[j] / (1 - power1)) / (Math.sqrt(s[j] / (1 - power2)) + 1e-8);
      }
    }
    return network(p);
  }

  static final double[] SAMPLES = linspace(0, 1, 64);
  static final double[] TARGETS = map(SAMPLES, x -> f(x));

  private static double[] gradient(double[] p) {
    int n = p.length / 3;
    Network net = network(p);
    double[] g = new double[p.length];
    for (int k = 0; k < SAMPLES.length; k++) {
      double x = SAMPLES[k];
      double delta = 2 * (net.output(x) - TARGETS[k]) / SAMPLES.length;
      g[3 * n] += delta;
      for (int i = 0; i < n; i++) {
        double z = p[i] * x + p[n + i];
        if (z > 0) {
          g[i] += delta * p[2 * n + i] * x;
          g[n + i] += delta * p[2 * n + i];
          g[2 * n + i] += delta * z;
        }
      }
    }
    return g;
  }

  private static double loss(double[] p) {
    Network net = network(p);
    double sum = 0;
    for (int k = 0; k < SAMPLES.length; k++) {
      double error = net.output(SAMPLES[k]) - TARGETS[k];
      sum += error * error;
    }
    return sum / SAMPLES.length;
  }

  private static void checkGradient(Random random) {
    double[] p = start(8, random);
    double[] g = gradient(p);
    double h = 1e-7;
    double worst = 0;
    for (int j = 0; j < p.length; j++) {
      double[] up = p.clone();
      double[] down = p.clone();
      up[j] += h;
      down[j] -= h;
      worst = Math.max(worst, Math.abs((loss(up) - loss(down)) / (2 * h) - g[j]));
    }
    check("the gradient of the training matches finite differences", worst, below(1e-6));
  }
}
