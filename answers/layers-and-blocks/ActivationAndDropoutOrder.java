import static answerbook.api.Snippet.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Dropout before and after an activation, with the same mask: when are the outputs equal? */
public class ActivationAndDropoutOrder {
  private static final double P = 0.5;

  // @start region="order"
  /** The largest difference over inputs x and mask values m. */
  static double difference(
      DoubleUnaryOperator f, double[] xs, double factor) {
    double largest = 0;
    for (double x : xs) {
      for (double m : new double[] {0, factor}) {
        double dropoutFirst = f.applyAsDouble(m * x);
        double activationFirst = m * f.applyAsDouble(x);
        double distance = Math.abs(dropoutFirst - activationFirst);
        largest = Math.max(largest, distance);
      }
    }
    return largest;
  }

  // @end

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  public static void main(String[] args) {
    Map<String, DoubleUnaryOperator> activations = new LinkedHashMap<>();
    activations.put("identity", x -> x);
    activations.put("ReLU", x -> Math.max(0, x));
    activations.put("leaky ReLU, slope 0.1", x -> x > 0 ? x : 0.1 * x);
    activations.put("ELU", x -> x > 0 ? x : Math.expm1(x));
    activations.put("swish", x -> x * sigmoid(x));
    activations.put("tanh", Math::tanh);
    activations.put("sigmoid", ActivationAndDropoutOrder::sigmoid);
    activations.put("softplus", x -> Math.log1p(Math.exp(x)));

    double[] xs = linspace(-4, 4, 81);
    double inverted = 1 / (1 - P);
    show("p", P);
    show("low", -4L);
    show("high", 4L);
    var table =
        table("orders")
            .column("activation $f$")
            .column("$f(0)$", "%.3f")
            .column("mask 0 or 1", "%.3f")
            .column("mask 0 or $1/(1-p)$", "%.3f");
    table.tolerance(within(1e-6));
    int equalPlain = 0;
    int equalInverted = 0;
    boolean asPredicted = true;
    for (var activation : activations.entrySet()) {
      DoubleUnaryOperator f = activation.getValue();
      double plain = difference(f, xs, 1);
      double scaled = difference(f, xs, inverted);
      table.row(activation.getKey(), f.applyAsDouble(0), plain, scaled);
      equalPlain += plain < 1e-12 ? 1 : 0;
      equalInverted += scaled < 1e-12 ? 1 : 0;
      asPredicted &= (plain < 1e-12) == (f.applyAsDouble(0) == 0);
      asPredicted &= (scaled < 1e-12) == isTwoRays(f, xs);
    }
    show("activations", (long) activations.size());
    show("equalPlain", (long) equalPlain);
    show("equalInverted", (long) equalInverted);
    check("the orders agree exactly for the activations that the conditions name", asPredicted);
    onArrays();
    means();
    logits();
  }

  /** Whether f is a straight line from the origin on either side. */
  private static boolean isTwoRays(DoubleUnaryOperator f, double[] xs) {
    double worst = 0;
    for (double x : xs) {
      double ray = Math.abs(x) * f.applyAsDouble(Math.signum(x));
      worst = Math.max(worst, Math.abs(f.applyAsDouble(x) - ray));
    }
    return worst < 1e-12;
  }

  private static void onArrays() {
    Random random = new Random(74);
    double[] values = new double[1000];
    double[] masks = new double[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
      masks[i] = random.nextDouble() < P ? 0 : 1 / (1 - P);
    }
    INDArray x = Nd4j.create(values);
    INDArray mask = Nd4j.create(masks);
    // @start region="nd4j"
    INDArray reluLast = Nd4j.nn().relu(x.mul(mask), 0);
    INDArray reluFirst = Nd4j.nn().relu(x.dup(), 0).mul(mask);
    INDArray tanhLast = Nd4j.math().tanh(x.mul(mask));
    INDArray tanhFirst = Nd4j.math().tanh(x.dup()).mul(mask);
    // @end
    show("elements", (long) values.length);
    show("tanhDifference", tanhLast.sub(tanhFirst).normmaxNumber().doubleValue(), within(1e-6));
    check(
        "ReLU on ND4J, difference between the orders",
        reluLast.sub(reluFirst).normmaxNumber().doubleValue(),
        below(1e-12));
    check(
        "tanh on ND4J, difference between the orders",
        tanhLast.sub(tanhFirst).normmaxNumber().doubleValue(),
        above(0.1));
  }

  /** The mean over the masks of inverted dropout, against the output without dropout. */
  private static void means() {
    double x = 2;
    double before = meanBefore(x);
    show("x", x);
    show("tanhMean", before);
    show("tanhWithout", Math.tanh(x));
    Random random = new Random(75);
    int draws = 100_000;
    double sumBefore = 0;
    double sumAfter = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double mask = random.nextDouble() < P ? 0 : 1 / (1 - P);
      double output = Math.tanh(mask * x);
      sumBefore += output / draws;
      squares += output * output / draws;
      sumAfter += mask * Math.tanh(x) / draws;
    }
    show("draws", (long) draws);
    double error = Math.sqrt((squares - sumBefore * sumBefore) / draws);
    check(
        "simulated mean with dropout first: distance from the formula in standard errors",
        Math.abs(sumBefore - before) / error,
        below(4));
    check("simulated mean with tanh first", sumAfter, near(Math.tanh(x), 0.02));
    plot(
            "means",
            "Two curves for inputs from -4 to 4. With tanh first the mean is tanh itself, rising"
                + " from -1 to 1. With dropout first it stays between -0.5 and 0.5.")
        .x("input x")
        .y("mean output over the masks")
        .line("tanh, then dropout", -4, 4, Math::tanh)
        .line("dropout, then tanh", -4, 4, ActivationAndDropoutOrder::meanBefore);
  }

  private static double meanBefore(double x) {
    return (1 - P) * Math.tanh(x / (1 - P)) + P * Math.tanh(0);
  }

  /** A zeroed logit is a logit like any other. */
  private static void logits() {
    double[] logits = {2, 1, -1};
    double[] dropped = {0, 1, -1};
    double[] without = softmax(logits);
    double[] with = softmax(dropped);
    show("logits", logits);
    show("softmaxWithout", without);
    show("softmaxDropped", with);
    INDArray nd4j = Nd4j.nn().softmax(Nd4j.create(new double[][] {dropped}), 1);
    check("softmax against ND4J's", nd4j.getDouble(0), near(with[0], 1e-12));
  }

  private static double[] softmax(double[] z) {
    double sum = 0;
    for (double value : z) {
      sum += Math.exp(value);
    }
    double total = sum;
    return map(z, value -> Math.exp(value) / total);
  }
}
