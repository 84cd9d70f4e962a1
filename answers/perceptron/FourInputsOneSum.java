import static answerbook.api.Snippet.*;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One perceptron with weights 1 and 1 and bias −2.5, at the four corners of the unit square. */
public class FourInputsOneSum {
  public static void main(String[] args) {
    // @start region="data"
    double[] w = {1, 1};
    double b = -2.5;
    double[][] corners = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    // @end
    show("threshold", -b);

    var sums =
        table("sums")
            .column("$x_1$", "%.0f")
            .column("$x_2$", "%.0f")
            .column("$\\mathrm{out1}$", "%.1f")
            .column("$z$", "%.1f")
            .column("step of $z$");
    // @start region="sums"
    double[] z = new double[corners.length];
    for (int i = 0; i < corners.length; i++) {
      double[] x = corners[i];
      double out1 = w[0] * x[0] + w[1] * x[1];
      z[i] = out1 + b;
      int output = z[i] > 0 ? 1 : 0;
      sums.row(x[0], x[1], out1, z[i], output);
    }
    // @end
    show("z", z);

    // @start region="nd4j"
    INDArray inputs = Nd4j.create(corners); // 4 × 2, one input a row
    INDArray weights = Nd4j.create(new double[][] {{w[0]}, {w[1]}});
    INDArray all = inputs.mmul(weights).add(b); // 4 × 1
    // @end
    double gap = all.sub(Nd4j.create(z).reshape(4, 1)).norm1Number().doubleValue();
    check("one matrix product gives the same four sums", gap, below(1e-15));

    double largest = Double.NEGATIVE_INFINITY;
    for (double x1 : linspace(0, 1, 101)) {
      for (double x2 : linspace(0, 1, 101)) {
        largest = Math.max(largest, w[0] * x1 + w[1] * x2 + b);
      }
    }
    check("no input between 0 and 1 has a larger sum than (1, 1)", largest, near(z[3], 1e-15));

    // From (1, 1) straight towards the line z = 0, until z is 0.
    double norm = Math.hypot(w[0], w[1]);
    double distance = -z[3] / norm;
    double[] foot = {1 + distance * w[0] / norm, 1 + distance * w[1] / norm};
    show("distance", distance);
    double atFoot = w[0] * foot[0] + w[1] * foot[1] + b;
    check("that far from (1, 1) the sum is 0", atFoot, near(0, 1e-15));

    show("silentUpTo", -w[0] - w[1]);
    show("perInput", (w[0] + b) + (w[1] + b));

    String weight = "Inputs x1 and x2 enter node H1 with weights %.0f and %.0f.";
    String sum = " H1 sends out1 to a sum node, which the bias B1 = %s enters too; z leaves it.";
    diagram("slp", (weight + sum).formatted(w[0], w[1], b))
        .column("inputs")
        .neuron("x1", "x_1")
        .neuron("x2", "x_2")
        .column("hidden")
        .neuron("h1", "H_1")
        .column("sum")
        .sum("sum")
        .bias("b1", "B_1")
        .column("")
        .label("z", "z")
        .edge("x1", "h1", "w_1 = %.0f".formatted(w[0]))
        .edge("x2", "h1", "w_2 = %.0f".formatted(w[1]))
        .edge("h1", "sum", "out1")
        .edge("b1", "sum", ("" + b).replace('-', '−'))
        .edge("sum", "z");

    double[] ends = {-0.25, 2.75};
    plot(
            "plane",
            "The four inputs are the corners of the unit square. The line where the sum is zero"
                + " runs from upper left to lower right beyond the corner (1, 1), so that all four"
                + " lie on its negative side.")
        .x("x_1")
        .y("x_2")
        .square()
        .xRange(-0.25, 2.75)
        .yRange(-0.25, 2.75)
        .line("z = 0", ends, map(ends, x1 -> -(w[0] * x1 + b) / w[1]))
        .points("output 0", column(corners, 0), column(corners, 1))
        .note(0.4, 0.5, "z < 0")
        .note(2, 2, "z > 0");
  }

  private static double[] column(double[][] rows, int j) {
    return java.util.Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
  }
}
