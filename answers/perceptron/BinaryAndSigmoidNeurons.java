import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A perceptron that learns from labelled samples, and the sigmoid neuron that replaces its step.
 */
public class BinaryAndSigmoidNeurons {
  // @start region="output"
  static int output(int[] w, int b, int[] x) {
    return sum(w, b, x) > 0 ? 1 : 0;
  }

  static int sum(int[] w, int b, int[] x) {
    int sum = b; // once
    for (int j = 0; j < x.length; j++) {
      sum += w[j] * x[j];
    }
    return sum;
  }

  // @end

  /** What a corpus was turned into. */
  private record Learned(int[] w, int b, int epochs, boolean circles) {}

  // @start region="learn"
  static Learned learn(int[][] xs, int[] targets) {
    int[] w = new int[xs[0].length];
    int b = 0;
    Set<String> seen = new HashSet<>();
    for (int epoch = 1; ; epoch++) {
      int mistakes = 0;
      for (int n = 0; n < xs.length; n++) {
        int error = targets[n] - output(w, b, xs[n]); // −1, 0 or 1
        for (int j = 0; j < w.length; j++) {
          w[j] += error * xs[n][j];
        }
        b += error;
        mistakes += Math.abs(error);
      }
      boolean circles = !seen.add(Arrays.toString(w) + b);
      if (mistakes == 0 || circles) {
        return new Learned(w, b, epoch, mistakes > 0);
      }
    }
  }

  // @end

  public static void main(String[] args) {
    int[][] xs = new int[8][];
    int[] majority = new int[8];
    int[] parity = new int[8];
    for (int n = 0; n < 8; n++) {
      xs[n] = new int[] {n >> 2 & 1, n >> 1 & 1, n & 1};
      majority[n] = Integer.bitCount(n) >= 2 ? 1 : 0;
      parity[n] = Integer.bitCount(n) % 2;
    }

    Learned learned = learn(xs, majority);
    show("w", learned.w);
    show("b", (long) learned.b);
    show("epochs", (long) learned.epochs);
    Learned odd = learn(xs, parity);
    show("oddEpochs", (long) odd.epochs);
    check("on odd or even the weights come back to where they were", odd.circles);

    tableOfMajority(xs, majority, learned);
    sigmoidNeuron(learned);
    draw();
  }

  private static void tableOfMajority(int[][] xs, int[] majority, Learned learned) {
    var table = table("majority").column("$\\mathbf x$").column("label");
    table.column("$z$").column("output").column("$z$, bias thrice").column("output, bias thrice");
    long wrong = 0;
    long wrongIfThrice = 0;
    for (int n = 0; n < xs.length; n++) {
      int[] x = xs[n];
      int z = sum(learned.w, learned.b, x);
      int y = output(learned.w, learned.b, x);
      int thriceZ = sum(learned.w, 3 * learned.b, x);
      int thriceY = output(learned.w, 3 * learned.b, x);
      wrong += y == majority[n] ? 0 : 1;
      wrongIfThrice += thriceY == majority[n] ? 0 : 1;
      String inputs = "$(%d, %d, %d)$".formatted(x[0], x[1], x[2]);
      table.row(inputs, majority[n], z, y, thriceZ, thriceY);
    }
    show("samples", (long) xs.length);
    show("wrongIfThrice", wrongIfThrice);
    check("the learned perceptron labels every sample rightly", wrong == 0);
  }

  // @start region="sigmoid"
  static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  // @end

  private static void sigmoidNeuron(Learned learned) {
    double[] x = {-3, 0.25, 7};
    double z = learned.b;
    for (int j = 0; j < x.length; j++) {
      z += learned.w[j] * x[j];
    }
    show("x", x);
    show("z", z);
    show("a", sigmoid(z));

    double[] zs = linspace(-30, 30, 121);
    double[] as = map(zs, BinaryAndSigmoidNeurons::sigmoid);
    double[] nd4j = Nd4j.nn().sigmoid(Nd4j.create(zs)).toDoubleVector();
    double difference = 0;
    for (int i = 0; i < zs.length; i++) {
      difference = Math.max(difference, Math.abs(as[i] - nd4j[i]));
    }
    check("distance from ND4J's sigmoid between -30 and 30", difference, below(1e-14));
    check("least output there", as[0], above(0));
    check("greatest output there", as[as.length - 1], below(1));

    long rounded = 0;
    while (sigmoid(rounded) < 1) {
      rounded++;
    }
    show("rounded", rounded);

    double gap = 0;
    for (double point : zs) {
      double step = point > 0 ? 1 : 0;
      gap = Math.max(gap, point == 0 ? 0 : Math.abs(sigmoid(100 * point) - step));
    }
    check("distance of the sigmoid of 100 z from the step, away from 0", gap, below(1e-9));
  }

  private static void draw() {
    diagram(
            "perceptron",
            "Binary inputs x1, x2 and x3 enter a sum with weights w1, w2 and w3; bias b enters it"
                + " once. The sum passes through a step and gives the output.")
        .column("inputs")
        .neuron("x1", "x_1")
        .neuron("x2", "x_2")
        .neuron("x3", "x_3")
        .column("sum")
        .sum("sum")
        .bias("b", "b")
        .column("activation")
        .activation("step", "step")
        .column("")
        .label("out", "0 or 1")
        .edge("x1", "sum", "w_1")
        .edge("x2", "sum", "w_2")
        .edge("x3", "sum", "w_3")
        .edge("b", "sum")
        .edge("sum", "step", "z")
        .edge("step", "out");

    plot(
            "activations",
            "The step jumps from 0 to 1 at z = 0. The sigmoid rises smoothly through 0.5 at the"
                + " same place; with its argument multiplied by 5 it rises more steeply, nearer to"
                + " the step.")
        .x("z")
        .y("output")
        .steps("step", new double[] {-6, 0, 6}, new double[] {0, 1, 1})
        .line("σ(z)", -6, 6, BinaryAndSigmoidNeurons::sigmoid)
        .line("σ(5z)", -6, 6, z -> sigmoid(5 * z));
  }
}
