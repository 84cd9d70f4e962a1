import static answerbook.api.Snippet.*;

import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

public class ReluOnlyClassifier {
  public static void main(String[] args) {
    asLinearClassifier();
    ring();
  }

  static double relu(double z) {
    return z > 0 ? z : 0;
  }

  // @start region="identity"
  /** A network 2–2–1 whose only non-linearity is ReLU. */
  static double network(double[] w, double b, double[] x) {
    double s = w[0] * x[0] + w[1] * x[1];
    double h1 = relu(s);
    double h2 = relu(-s);
    return h1 - h2 + b;
  }

  // @end

  private static void asLinearClassifier() {
    double[][] x = {
      {-2, 0}, {-1, 2}, {-1, -1}, {0, 1.5}, {1, -1}, {2, 0.5}, {-0.5, -2}, {0.5, -1.5}
    };
    int[] label = {0, 0, 0, 0, 1, 1, 1, 1};
    double[] w = {1, -1};
    double b = -0.5;
    var table =
        table("linear")
            .column("$x_1$", "%.1f")
            .column("$x_2$", "%.1f")
            .column("class")
            .column("ReLU network", "%.1f")
            .column("$\\mathbf w^\\top \\mathbf x + b$", "%.1f")
            .column("predicted class");
    INDArray affine = Nd4j.create(x).mmul(Nd4j.create(new double[][] {{w[0]}, {w[1]}})).add(b);
    int correct = 0;
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      double f = network(w, b, x[i]);
      int predicted = f > 0 ? 1 : 0;
      correct += predicted == label[i] ? 1 : 0;
      worst = Math.max(worst, Math.abs(f - affine.getDouble(i)));
      table.row(x[i][0], x[i][1], label[i], f, affine.getDouble(i), predicted);
    }
    show("w", w);
    show("b", b);
    show("points", x.length);
    show("correct", correct);
    check("the ReLU network equals ND4J's affine function", worst, below(1e-12));

    double offset = 10; // above every |w·x| in the data
    double shifted = 0;
    double homogeneous = 0;
    for (int i = 0; i < x.length; i++) {
      double s = w[0] * x[i][0] + w[1] * x[i][1];
      shifted = Math.max(shifted, Math.abs(relu(s + offset) - offset + b - affine.getDouble(i)));
      double[] doubled = {2 * x[i][0], 2 * x[i][1]};
      homogeneous =
          Math.max(homogeneous, Math.abs(network(w, 0, doubled) - 2 * network(w, 0, x[i])));
    }
    check("so does one ReLU unit that a large bias keeps on", shifted, below(1e-12));
    check("without biases doubling the input doubles the output", homogeneous, below(1e-12));

    double[] first = x[2];
    double[] second = x[6];
    check("the two points are of different classes", label[2] != label[6]);
    show("first", first);
    show("second", second);
    INDArray rectified = Nd4j.nn().relu(Nd4j.create(new double[][] {first, second}), 0);
    show("firstRectified", rectified.getRow(0).toDoubleVector());
  }

  // ---- a ring around a disc

  private static void ring() {
    Random random = new Random(23);
    int n = 120;
    double[][] x = new double[n][];
    double[] t = new double[n];
    for (int i = 0; i < n; i++) {
      t[i] = i % 2;
      double radius = t[i] == 1 ? random.nextDouble() * 0.9 : 1.3 + random.nextDouble() * 0.7;
      double angle = random.nextDouble() * 2 * Math.PI;
      x[i] = new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
    }
    Net linear = new Net(0);
    Net relu = new Net(8);
    linear.train(x, t);
    relu.train(x, t);
    show("samples", n);
    show("hidden", relu.v.length);
    show("linearAccuracy", linear.accuracy(x, t));
    show("reluAccuracy", relu.accuracy(x, t));
    boundary(relu, x, t);
  }

  private static void boundary(Net net, double[][] x, double[] t) {
    int angles = 720;
    double[][] edge = new double[angles + 1][];
    int crossings = 0;
    for (int k = 0; k <= angles; k++) {
      double angle = 2 * Math.PI * k / angles;
      edge[k] = crossing(net, StrictMath.cos(angle), StrictMath.sin(angle));
      int changes = 0;
      for (int step = 1; step <= 50; step++) {
        double[] now = {0.04 * step * StrictMath.cos(angle), 0.04 * step * StrictMath.sin(angle)};
        double[] past = {now[0] * (step - 1) / step, now[1] * (step - 1) / step};
        changes += net.logit(now) > 0 == net.logit(past) > 0 ? 0 : 1;
      }
      crossings = Math.max(crossings, Math.abs(changes - 1));
    }
    check("every ray from the centre leaves the disc's region once", crossings, below(1));
    int pieces = 0;
    double bend = 0;
    for (int k = 1; k <= angles; k++) {
      String here = net.pattern(edge[k]);
      boolean same = here.equals(net.pattern(edge[k - 1]));
      pieces += same ? 0 : 1;
      if (same && k < angles && here.equals(net.pattern(edge[k + 1]))) {
        bend = Math.max(bend, Math.abs(area(edge[k - 1], edge[k], edge[k + 1])));
      }
    }
    show("pieces", pieces);
    check("within one pattern of active units the boundary is straight", bend, below(1e-9));
    check("as a whole it is not", Math.abs(area(edge[0], edge[240], edge[480])), above(0.1));

    plot(
            "ring",
            "A disc of points of one class, surrounded by a ring of points of the other. A closed"
                + " polygon runs through the gap between them.")
        .x("x_1")
        .y("x_2")
        .square()
        .points("class 1", column(x, t, 1, 0), column(x, t, 1, 1))
        .points("class 0", column(x, t, 0, 0), column(x, t, 0, 1))
        .line("decision boundary", column(edge, 0), column(edge, 1));
  }

  /** Where the ray in this direction leaves the region of class 1, by bisection. */
  private static double[] crossing(Net net, double cos, double sin) {
    double inside = 0;
    double outside = 2;
    while (outside - inside > 1e-13) {
      double middle = (inside + outside) / 2;
      if (net.logit(new double[] {middle * cos, middle * sin}) > 0) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return new double[] {inside * cos, inside * sin};
  }

  /** Twice the signed area of a triangle: 0 if its corners are on a line. */
  private static double area(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }

  private static double[] column(double[][] rows, int j) {
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = rows[i][j];
    }
    return values;
  }

  private static double[] column(double[][] rows, double[] t, int of, int j) {
    return IntStream.range(0, rows.length)
        .filter(i -> t[i] == of)
        .mapToDouble(i -> rows[i][j])
        .toArray();
  }

  /** Logistic regression on the inputs plus, if any, on hidden ReLU units. */
  private static final class Net {
    final double[][] w;
    final double[] b;
    final double[] v;
    final double[] u = new double[2];
    double c;

    Net(int hidden) {
      Random random = new Random(1);
      w = new double[hidden][2];
      b = new double[hidden];
      v = new double[hidden];
      for (int k = 0; k < hidden; k++) {
        w[k][0] = random.nextGaussian();
        w[k][1] = random.nextGaussian();
        v[k] = random.nextGaussian() * 0.5;
      }
    }

    double logit(double[] x) {
      double y = c;
      if (v.length == 0) {
        y += u[0] * x[0] + u[1] * x[1];
      }
      for (int k = 0; k < v.length; k++) {
        y += v[k] * relu(w[k][0] * x[0] + w[k][1] * x[1] + b[k]);
      }
      return y;
    }

    /** Which hidden units are on. */
    String pattern(double[] x) {
      StringBuilder on = new StringBuilder();
      for (int k = 0; k < w.length; k++) {
        on.append(w[k][0] * x[0] + w[k][1] * x[1] + b[k] > 0 ? '1' : '0');
      }
      return on.toString();
    }

    void train(double[][] x, double[] t) {
      for (int step = 0; step < 400; step++) {
        double[][] dw = new double[w.length][2];
        double[] db = new double[w.length];
        double[] dv = new double[w.length];
        double[] du = new double[2];
        double dc = 0;
        for (int i = 0; i < x.length; i++) {
          double delta = (1 / (1 + StrictMath.exp(-logit(x[i]))) - t[i]) / x.length;
          dc += delta;
          du[0] += delta * x[i][0];
          du[1] += delta * x[i][1];
          for (int k = 0; k < w.length; k++) {
            double z = w[k][0] * x[i][0] + w[k][1] * x[i][1] + b[k];
            if (z > 0) {
              dv[k] += delta * z;
              db[k] += delta * v[k];
              dw[k][0] += delta * v[k] * x[i][0];
              dw[k][1] += delta * v[k] * x[i][1];
            }
          }
        }
        c -= dc;
        u[0] -= du[0];
        u[1] -= du[1];
        for (int k = 0; k < w.length; k++) {
          v[k] -= dv[k];
          b[k] -= db[k];
          w[k][0] -= dw[k][0];
          w[k][1] -= dw[k][1];
        }
      }
    }

    double accuracy(double[][] x, double[] t) {
      int correct = 0;
      for (int i = 0; i < x.length; i++) {
        correct += logit(x[i]) > 0 == (t[i] == 1) ? 1 : 0;
      }
      return (double) correct / x.length;
    }
  }
}
