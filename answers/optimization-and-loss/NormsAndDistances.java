import static answerbook.api.Snippet.*;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Manhattan and Euclidean distance of two vectors, and the norms behind them. */
public class NormsAndDistances {
  // @start region="distances"
  static double manhattan(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += Math.abs(u[i] - v[i]);
    }
    return sum;
  }

  static double euclidean(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += (u[i] - v[i]) * (u[i] - v[i]);
    }
    return Math.sqrt(sum);
  }

  // @end

  static double norm(double[] d, double p) {
    double sum = 0;
    for (double x : d) {
      sum += StrictMath.pow(Math.abs(x), p);
    }
    return StrictMath.pow(sum, 1 / p);
  }

  public static void main(String[] args) {
    // @start region="data"
    double[] u = {6, 1, 4, 5};
    double[] v = {2, 8, 3, -1};
    // @end
    int n = u.length;
    double[] difference = new double[n];
    double[] absolute = new double[n];
    double[] squares = new double[n];
    for (int i = 0; i < n; i++) {
      difference[i] = u[i] - v[i];
      absolute[i] = Math.abs(difference[i]);
      squares[i] = difference[i] * difference[i];
    }
    show("difference", difference);
    show("absolute", absolute);
    show("squares", squares);
    show("squareSum", squares[0] + squares[1] + squares[2] + squares[3]);
    show("manhattan", manhattan(u, v));
    show("euclidean", euclidean(u, v));

    // @start region="nd4j"
    INDArray d = Nd4j.create(u).sub(Nd4j.create(v));
    double first = d.norm1Number().doubleValue();
    double second = d.norm2Number().doubleValue();
    // @end
    check("ND4J's L1 norm of the difference", first, near(manhattan(u, v), 1e-12));
    check("ND4J's L2 norm of the difference", second, near(euclidean(u, v), 1e-12));
    check("the general formula with p = 1", norm(difference, 1), near(manhattan(u, v), 1e-12));
    check("the general formula with p = 2", norm(difference, 2), near(euclidean(u, v), 1e-12));
    double largest = d.normmaxNumber().doubleValue();
    show("chebyshev", largest);
    check("the general formula with p = 200", norm(difference, 200), near(largest, 0.01));
    show("upper", Math.sqrt(n) * euclidean(u, v));

    double[] origin = new double[n];
    check(
        "the L2 norm of u − v, as a distance of u − v from the origin",
        euclidean(difference, origin),
        near(second, 1e-12));

    inequalities();
    notAMetric();
    plots(u, v);
  }

  /** The order of the norms and the triangle inequality on random vectors. */
  private static void inequalities() {
    Random random = new Random(1);
    double least = Double.POSITIVE_INFINITY;
    for (int trial = 0; trial < 1000; trial++) {
      int n = 1 + random.nextInt(6);
      double[] a = new double[n];
      double[] b = new double[n];
      double[] c = new double[n];
      for (int i = 0; i < n; i++) {
        a[i] = random.nextGaussian();
        b[i] = random.nextGaussian();
        c[i] = random.nextGaussian();
      }
      double l1 = manhattan(a, b);
      double l2 = euclidean(a, b);
      least = Math.min(least, l1 - l2);
      least = Math.min(least, Math.sqrt(n) * l2 - l1);
      least = Math.min(least, manhattan(a, c) + manhattan(c, b) - l1);
      least = Math.min(least, euclidean(a, c) + euclidean(c, b) - l2);
    }
    check("least slack of the inequalities on random vectors", least, above(-1e-12));
  }

  private static void notAMetric() {
    double[][] line = {{0}, {1}, {2}};
    double whole = StrictMath.pow(euclidean(line[0], line[2]), 2);
    double first = StrictMath.pow(euclidean(line[0], line[1]), 2);
    double second = StrictMath.pow(euclidean(line[1], line[2]), 2);
    show("wholeSquared", whole);
    show("partsSquared", first + second);
    check("squared distances break the triangle inequality", whole > first + second);
  }

  private static void plots(double[] u, double[] v) {
    double[] from = {u[0], u[1]};
    double[] to = {v[0], v[1]};
    show("planeManhattan", manhattan(from, to));
    show("planeEuclidean", euclidean(from, to));
    plot(
            "paths",
            "Two points in the plane. The Manhattan path goes parallel to the axes, first"
                + " horizontally, then vertically. The Euclidean path is the straight line.")
        .x("first component")
        .y("second component")
        .xRange(0, 10)
        .yRange(0, 10)
        .square()
        .line("Manhattan", new double[] {u[0], v[0], v[0]}, new double[] {u[1], u[1], v[1]})
        .dashed("Euclidean", new double[] {u[0], v[0]}, new double[] {u[1], v[1]})
        .note(u[0], u[1], "(u_1, u_2)")
        .note(v[0], v[1], "(v_1, v_2)");

    int points = 201;
    double[][] x = new double[3][points];
    double[][] y = new double[3][points];
    double[] orders = {1, 2, 200}; // the last one stands for the largest component
    double error = 0;
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * i / (points - 1);
      double[] direction = {StrictMath.cos(angle), StrictMath.sin(angle)};
      for (int k = 0; k < 3; k++) {
        double length =
            k < 2
                ? norm(direction, orders[k])
                : Math.max(Math.abs(direction[0]), Math.abs(direction[1]));
        x[k][i] = direction[0] / length;
        y[k][i] = direction[1] / length;
      }
      error = Math.max(error, Math.abs(norm(new double[] {x[2][i], y[2][i]}, orders[2]) - 1));
    }
    check("the largest component against the general formula with p = 200", error, below(0.01));
    plot(
            "balls",
            "All vectors of norm 1 in the plane: a diamond for the L1 norm, a circle around it for"
                + " the L2 norm, and a square around both for the largest component.")
        .x("first component")
        .y("second component")
        .xRange(-1.2, 1.2)
        .yRange(-1.2, 1.2)
        .square()
        .line("L1", x[0], y[0])
        .line("L2", x[1], y[1])
        .dashed("largest component", x[2], y[2]);
  }
}
