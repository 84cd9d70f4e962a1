import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What comes out of a threshold unit and of a sigmoid unit with the same weights. */
public class PerceptronOutput {
  // @start region="units"
  static int step(double z) {
    return z > 0 ? 1 : 0;
  }

  static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  // @end

  public static void main(String[] args) {
    double[] w = {0.8, -0.5, 0.3};
    double b = -0.2;
    int inputs = 10_000;

    Random random = new Random(39);
    double[] sums = new double[inputs];
    TreeSet<Integer> stepOutputs = new TreeSet<>();
    double lowest = 1;
    double highest = 0;
    int agree = 0;
    for (int n = 0; n < inputs; n++) {
      double z = b;
      for (double weight : w) {
        z += weight * random.nextGaussian();
      }
      sums[n] = z;
      stepOutputs.add(step(z));
      lowest = Math.min(lowest, sigmoid(z));
      highest = Math.max(highest, sigmoid(z));
      agree += step(z) == Math.round(sigmoid(z)) ? 1 : 0;
    }
    show("inputs", inputs);
    show("stepOutputs", stepOutputs.stream().mapToInt(y -> y).toArray());
    show("lowest", lowest);
    show("highest", highest);
    check("rounding the sigmoid's output gives the step's output", agree == inputs);

    INDArray z = Nd4j.create(sums);
    double nd4jLowest = Nd4j.nn().sigmoid(z.dup()).minNumber().doubleValue();
    double nd4jFired = z.gt(0).castTo(DataType.DOUBLE).sumNumber().doubleValue();
    long fired = Arrays.stream(sums).filter(sum -> step(sum) == 1).count();
    check("ND4J's sigmoid has the same minimum", nd4jLowest, near(lowest, 1e-12));
    check("ND4J's comparison with 0 fires as often", nd4jFired, near(fired, 0));

    // Signs instead of bits: 2y − 1 turns one coding into the other.
    int signs = 0;
    for (double sum : sums) {
      signs += 2 * step(sum) - 1 == Math.signum(sum) ? 1 : 0;
    }
    check("2y − 1 is the sign of the sum", signs == inputs);

    plot(
            "units",
            "Outputs against the weighted sum z from −3 to 3: the step jumps from 0 to 1 at z = 0."
                + " The sigmoid rises smoothly through 0.5; scaled by 5 and by 20 it comes close to"
                + " the step.")
        .x("weighted sum plus bias, z")
        .y("output")
        .yRange(-0.1, 1.1)
        .steps("step", new double[] {-3, 0, 3}, new double[] {0, 1, 1})
        .line("σ(z)", -3, 3, x -> sigmoid(x))
        .line("σ(5z)", -3, 3, x -> sigmoid(5 * x))
        .line("σ(20z)", -3, 3, x -> sigmoid(20 * x));
  }
}
