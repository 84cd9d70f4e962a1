import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A perceptron with weights 1 and 1: the bias alone decides which gate it is. */
public class FourInputsAmendedBias {
  static final double[][] CORNERS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  static final double[] W = {1, 1};

  static final Map<String, String> GATES =
      Map.of("0000", "constant 0", "0001", "AND", "0111", "OR", "1111", "constant 1");

  static double sum(double[] x, double b) {
    return W[0] * x[0] + W[1] * x[1] + b;
  }

  // @start region="gate"
  /** The outputs for (0, 0), (0, 1), (1, 0) and (1, 1), as digits. */
  static String outputs(double b) {
    StringBuilder digits = new StringBuilder();
    for (double[] x : CORNERS) {
      digits.append(sum(x, b) > 0 ? 1 : 0);
    }
    return digits.toString();
  }

  // @end

  public static void main(String[] args) {
    double old = -2.5;
    double b = -0.25;
    show("old", old);
    show("b", b);
    show("change", b - old);

    var sums =
        table("sums")
            .column("$x_1$", "%.0f")
            .column("$x_2$", "%.0f")
            .column("$z$ before", "%.2f")
            .column("$z$ now", "%.2f")
            .column("step of $z$ now")
            .column("OR");
    // @start region="sums"
    double[] z = new double[4];
    boolean or = true;
    for (int i = 0; i < 4; i++) {
      double[] x = CORNERS[i];
      z[i] = sum(x, b);
      int output = z[i] > 0 ? 1 : 0;
      int expected = (int) x[0] | (int) x[1];
      or &= output == expected;
      sums.row(x[0], x[1], sum(x, old), z[i], output, expected);
    }
    check("the outputs are those of OR", or);
    // @end
    show("z", z);

    // The same with the bias as a third weight, of an input that is always 1.
    INDArray inputs = Nd4j.create(new double[][] {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}});
    INDArray weights = Nd4j.create(new double[][] {{W[0]}, {W[1]}, {b}});
    double gap = inputs.mmul(weights).sub(Nd4j.create(z).reshape(4, 1)).norm1Number().doubleValue();
    check("ND4J's matrix product gives the same sums", gap, below(1e-15));

    // An input fires as soon as the bias exceeds minus its weighted sum.
    double[] ends =
        Arrays.stream(CORNERS).mapToDouble(x -> 0 - sum(x, 0)).sorted().distinct().toArray();
    String[] ranges = {
      "$B_1 \\le %.0f$".formatted(ends[0]),
      "$%.0f < B_1 \\le %.0f$".formatted(ends[0], ends[1]),
      "$%.0f < B_1 \\le %.0f$".formatted(ends[1], ends[2]),
      "$%.0f < B_1$".formatted(ends[2])
    };
    var gates = table("gates").column("bias").column("outputs").column("gate");
    for (int i = 0; i < ranges.length; i++) {
      String inside = outputs(i < 3 ? ends[i] - 0.5 : ends[2] + 0.5);
      gates.row(ranges[i], String.join(" ", inside.split("")), GATES.get(inside));
    }

    double other = -0.75;
    show("other", other);
    check("the other bias gives the same gate", outputs(other).equals(outputs(b)));
    show("ends", ends);

    double[] biases = linspace(-3, 1, 201);
    double[] firing =
        map(biases, bias -> outputs(bias).chars().filter(digit -> digit == '1').count());
    double[] byRange =
        map(biases, bias -> bias <= ends[0] ? 0 : bias <= ends[1] ? 1 : bias <= ends[2] ? 3 : 4);
    check(
        "the ranges predict how many inputs fire at each of 201 biases",
        Arrays.equals(firing, byRange));

    String description =
        "Inputs x1 and x2 enter node H1 with weights %.0f and %.0f. H1 sends out1 to a sum node,"
            + " which the bias B1 = %s enters too; z leaves it.";
    diagram("slp", description.formatted(W[0], W[1], b))
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
        .edge("x1", "h1", "w_1 = %.0f".formatted(W[0]))
        .edge("x2", "h1", "w_2 = %.0f".formatted(W[1]))
        .edge("h1", "sum", "out1")
        .edge("b1", "sum", ("" + b).replace('-', '−'))
        .edge("sum", "z");

    plot(
            "staircase",
            "The number of firing inputs against the bias is a staircase: none up to −2, one up to"
                + " −1, three up to 0, all four above. The old bias −2.5 is on the lowest step, the"
                + " new bias −0.25 on the third.")
        .x("bias B_1")
        .y("inputs that fire (of 4)")
        .yRange(-0.5, 4.5)
        .steps("", biases, firing)
        .vertical(old, "before")
        .vertical(b, "now")
        .note(-1.5, 1, "AND")
        .note(-0.6, 3, "OR");
  }
}
