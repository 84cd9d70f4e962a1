import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** AND with one threshold unit: a solution, all solutions, and the one with the widest margin. */
public class AndGate {
  static final int[][] INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  static final int[] AND = {0, 0, 0, 1};

  // @start region="unit"
  static int unit(double w1, double w2, double threshold, int[] x) {
    return w1 * x[0] + w2 * x[1] > threshold ? 1 : 0;
  }

  // @end

  static boolean isAnd(double w1, double w2, double threshold) {
    for (int i = 0; i < 4; i++) {
      if (unit(w1, w2, threshold, INPUTS[i]) != AND[i]) {
        return false;
      }
    }
    return true;
  }

  // @start region="condition"
  static boolean meetsCondition(double w1, double w2, double theta) {
    boolean bothPositive = w1 > 0 && w2 > 0;
    return bothPositive && Math.max(w1, w2) <= theta && theta < w1 + w2;
  }

  // @end

  public static void main(String[] args) {
    var gate = table("gate").column("$x_1$").column("$x_2$").column("$y$");
    for (int i = 3; i >= 0; i--) {
      gate.row(INPUTS[i][0], INPUTS[i][1], AND[i]);
    }

    // @start region="solution"
    double w1 = 1;
    double w2 = 1;
    double threshold = 1.5;
    // @end
    show("w1", w1);
    show("threshold", threshold);

    var truth =
        table("truth")
            .column("$x_1$")
            .column("$x_2$")
            .column("$w_1x_1 + w_2x_2$", "%.0f")
            .column("sum $- \\theta$", "%.1f")
            .column("output")
            .column("AND");
    // @start region="truth"
    int right = 0;
    for (int i = 0; i < 4; i++) {
      int[] x = INPUTS[i];
      double sum = w1 * x[0] + w2 * x[1];
      int output = unit(w1, w2, threshold, x);
      right += output == (x[0] & x[1]) ? 1 : 0;
      truth.row(x[0], x[1], sum, sum - threshold, output, x[0] & x[1]);
    }
    check("all four outputs are those of AND", right == 4);
    // @end

    INDArray x = Nd4j.create(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    INDArray fired = x.mmul(Nd4j.create(new double[][] {{w1}, {w2}})).gt(threshold);
    int[] nd4j = fired.castTo(DataType.INT32).toIntVector();
    check("ND4J's comparison gives the same column", Arrays.equals(nd4j, AND));

    // Every grid point, and many that are on no grid: the condition against the truth table.
    int tried = 0;
    int solutions = 0;
    int disagreements = 0;
    for (int i = -8; i <= 8; i++) {
      for (int j = -8; j <= 8; j++) {
        for (int k = -16; k <= 16; k++) {
          boolean and = isAnd(i / 4.0, j / 4.0, k / 4.0);
          tried++;
          solutions += and ? 1 : 0;
          disagreements += and != meetsCondition(i / 4.0, j / 4.0, k / 4.0) ? 1 : 0;
        }
      }
    }
    Random random = new Random(46);
    for (int n = 0; n < 20_000; n++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      double c = random.nextGaussian();
      boolean and = isAnd(a, b, c);
      tried++;
      solutions += and ? 1 : 0;
      disagreements += and != meetsCondition(a, b, c) ? 1 : 0;
    }
    show("tried", tried);
    show("solutions", solutions);
    check("the condition and the truth table disagree on none", disagreements == 0);

    // The margin of a unit with weights (cos a, sin a) and the threshold halfway.
    double best = 0;
    double bestAngle = 0;
    for (int degrees = 1; degrees < 90; degrees++) {
      double angle = StrictMath.toRadians(degrees);
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      double margin = (cos + sin - Math.max(cos, sin)) / 2;
      if (margin > best) {
        best = margin;
        bestAngle = degrees;
      }
    }
    double margin = (w1 + w2 - threshold) / Math.hypot(w1, w2);
    show("margin", margin);
    check("no direction leaves a wider margin", best, near(margin, 1e-12));

    boolean lower = isAnd(w1, w2, Math.max(w1, w2));
    boolean upper = isAnd(w1, w2, w1 + w2);
    show("lowest", Math.max(w1, w2));
    show("highest", w1 + w2);
    check("the lower end of the range is a solution, the upper end is none", lower && !upper);

    diagram(
            "unit",
            "Inputs x1 and x2 enter a sum with weights %.0f and %.0f; a step at %s gives y."
                .formatted(w1, w2, threshold))
        .column("inputs")
        .neuron("x1", "x_1")
        .neuron("x2", "x_2")
        .column("sum")
        .sum("sum")
        .column("θ = " + threshold)
        .activation("step", "step")
        .column("output")
        .label("y", "y")
        .edge("x1", "sum", "w_1 = %.0f".formatted(w1))
        .edge("x2", "sum", "w_2 = %.0f".formatted(w2))
        .edge("sum", "step")
        .edge("step", "y");

    double[] ends = {-0.5, 2};
    plot(
            "plane",
            "The corner (1, 1) of the unit square is on one side of the line x1 + x2 = %s, the"
                    .formatted(threshold)
                + " three other corners are on the other side.")
        .x("x_1")
        .y("x_2")
        .square()
        .xRange(-0.5, 2)
        .yRange(-0.5, 2)
        .line("sum = θ", ends, map(ends, x1 -> (threshold - w1 * x1) / w2))
        .points("y = 0", new double[] {0, 0, 1}, new double[] {0, 1, 0})
        .points("y = 1", new double[] {1}, new double[] {1});
  }
}
