import static answerbook.api.Snippet.*;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One hidden node: its weighted sum, then its bias. */
public class HiddenNode {
  // @start region="sum"
  static double weightedSum(double[] w, double[] x) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += w[j] * x[j];
    }
    return sum;
  }

  // @end

  public static void main(String[] args) {
    // @start region="data"
    double[] x = {0.9, 0.7};
    double[] w = {-0.3, 0.15};
    double b = 0.001;
    // @end
    show("x", x);
    show("w", w);
    show("b", b);

    // @start region="forward"
    double out1 = weightedSum(w, x);
    double z = out1 + b;
    // @end
    show("terms", new double[] {w[0] * x[0], w[1] * x[1]});
    show("out1", out1);
    show("z", z);

    // @start region="nd4j"
    INDArray row = Nd4j.create(new double[][] {x}); // 1 × 2
    INDArray column = Nd4j.create(new double[][] {{w[0]}, {w[1]}}); // 2 × 1
    INDArray bias = Nd4j.create(new double[] {b});
    INDArray product = row.mmul(column);
    INDArray layer = Nd4j.nn().linear(row, column, bias);
    // @end
    check("ND4J's matrix product gives out1", product.getDouble(0), near(out1, 1e-15));
    check("ND4J's linear layer gives z", layer.getDouble(0), near(z, 1e-15));

    double folded = weightedSum(new double[] {b, w[0], w[1]}, new double[] {1, x[0], x[1]});
    check("a bias folded into the weights gives z", folded, near(z, 1e-15));

    double perInput = (w[0] * x[0] + b) + (w[1] * x[1] + b);
    show("perInput", perInput);

    // Derivatives of z by w1, w2 and b: formula against central differences.
    double[] gradient = {x[0], x[1], 1};
    show("gradient", gradient);
    double h = 1e-4;
    double error = 0;
    for (int k = 0; k < 3; k++) {
      double[] up = {w[0], w[1], b};
      double[] down = up.clone();
      up[k] += h;
      down[k] -= h;
      double slope = (node(up, x) - node(down, x)) / (2 * h);
      error = Math.max(error, Math.abs(slope - gradient[k]));
    }
    check("error of the derivatives of z against finite differences", error, below(1e-10));

    String description =
        "Inputs x1 and x2 enter hidden node H1 with weights %s and %s. H1 sends out1 to a sum node;"
            + " bias B1 = %s enters the sum node too, and z leaves it.";
    diagram("node", description.formatted(w[0], w[1], b))
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
        .edge("x1", "h1", "w_1 = " + w[0])
        .edge("x2", "h1", "w_2 = " + w[1])
        .edge("h1", "sum", "out1")
        .edge("b1", "sum", "" + b)
        .edge("sum", "z");
  }

  private static double node(double[] parameters, double[] x) {
    return weightedSum(new double[] {parameters[0], parameters[1]}, x) + parameters[2];
  }
}
