import static answerbook.api.Snippet.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

public class TanhNetworkAnatomy {
  static final int[] SIZES = {200, 512, 512, 10};

  static long weights(int layer) {
    return (long) SIZES[layer] * SIZES[layer + 1];
  }

  static long biases(int layer) {
    return SIZES[layer + 1];
  }

  public static void main(String[] args) {
    int layers = SIZES.length - 1;
    show("inputs", SIZES[0]);
    show("hiddenUnits", SIZES[1]);
    show("classes", SIZES[layers]);
    show("linearLayers", layers);
    show("hiddenLayers", layers - 1);

    List<INDArray> w = new ArrayList<>();
    List<INDArray> b = new ArrayList<>();
    Random random = new Random(49);
    for (int l = 0; l < layers; l++) {
      w.add(uniform(SIZES[l], SIZES[l + 1], 1 / Math.sqrt(SIZES[l]), random));
      b.add(uniform(1, SIZES[l + 1], 1 / Math.sqrt(SIZES[l]), random));
    }
    parameters(w, b);
    forward(w, b, random);
    figure();
  }

  private static INDArray uniform(int rows, int columns, double bound, Random random) {
    double[] values = random.doubles((long) rows * columns, -bound, bound).toArray();
    return Nd4j.create(values).reshape(rows, columns);
  }

  private static void parameters(List<INDArray> w, List<INDArray> b) {
    var table =
        table("parameters").column("layer").column("weights").column("biases").column("sum");
    long total = 0;
    long counted = 0;
    for (int l = 0; l < w.size(); l++) {
      long sum = weights(l) + biases(l);
      table.row("Linear, " + SIZES[l] + " → " + SIZES[l + 1], weights(l), biases(l), sum);
      total += sum;
      counted += w.get(l).length() + b.get(l).length();
    }
    show("parameterCount", total);
    check("the arrays of the network hold as many", total == counted);
  }

  private static void forward(List<INDArray> w, List<INDArray> b, Random random) {
    INDArray x = uniform(4, SIZES[0], 1, random); // a mini-batch of 4
    INDArray rows = x;
    for (int l = 0; l < w.size(); l++) {
      rows = rows.mmul(w.get(l)).addRowVector(b.get(l));
      if (l < w.size() - 1) {
        rows = Transforms.tanh(rows, true);
      }
    }
    INDArray logits = rows;
    double worst = 0;
    double error = 0;
    double[] first = null;
    INDArray theirs = Nd4j.nn().softmax(logits.dup(), 1);
    for (int i = 0; i < logits.rows(); i++) {
      double[] logProbabilities = logSoftmax(logits.getRow(i).toDoubleVector());
      first = i == 0 ? logProbabilities : first;
      double sum = 0;
      for (int k = 0; k < logProbabilities.length; k++) {
        double p = StrictMath.exp(logProbabilities[k]);
        sum += p;
        error = Math.max(error, Math.abs(p - theirs.getDouble(i, k)));
      }
      worst = Math.max(worst, Math.abs(sum - 1));
    }
    show("outputShape", logits.shape());
    show("first", first, within(1e-6));
    check("the exponentials of each row of outputs sum to 1", worst, below(1e-12));
    check("and are ND4J's softmax", error, below(1e-12));
    double highest = Arrays.stream(first).max().getAsDouble();
    check("every output is a log-probability and so negative", highest, below(0));
    double[] twice = logSoftmax(first);
    double change = 0;
    for (int k = 0; k < first.length; k++) {
      change = Math.max(change, Math.abs(twice[k] - first[k]));
    }
    check("a second log-softmax changes nothing", change, below(1e-12));
    show("uniform", -StrictMath.log(first.length));
  }

  // @start region="logsoftmax"
  static double[] logSoftmax(double[] z) {
    double largest = z[0];
    for (double zk : z) {
      largest = Math.max(largest, zk);
    }
    double sum = 0;
    for (double zk : z) {
      sum += StrictMath.exp(zk - largest); // never overflows
    }
    double shift = largest + StrictMath.log(sum);
    return map(z, zk -> zk - shift);
  }

  // @end

  private static void figure() {
    diagram(
            "network",
            "A pipeline: 200 inputs, a first hidden layer of 512 tanh units, a second one like it, "
                + "and an output layer of 10 units whose outputs pass through a log-softmax.")
        .vertical()
        .column("input")
        .block("x", SIZES[0] + " features")
        .column("hidden layer 1")
        .block("l1", "Linear " + SIZES[0] + " → " + SIZES[1])
        .column("")
        .activation("t1", "tanh")
        .column("hidden layer 2")
        .block("l2", "Linear " + SIZES[1] + " → " + SIZES[2])
        .column("")
        .activation("t2", "tanh")
        .column("output layer")
        .block("l3", "Linear " + SIZES[2] + " → " + SIZES[3])
        .column("")
        .block("s", "LogSoftmax")
        .column("")
        .label("y", SIZES[3] + " log-probabilities")
        .edge("x", "l1")
        .edge("l1", "t1")
        .edge("t1", "l2")
        .edge("l2", "t2")
        .edge("t2", "l3")
        .edge("l3", "s")
        .edge("s", "y");
  }
}
