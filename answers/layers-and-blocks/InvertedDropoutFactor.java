import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What multiplying by 1/(1 − p) does to the output of dropout. */
public class InvertedDropoutFactor {
  // @start region="layer"
  /** 0 with probability p, else 1: a sample of B(1, 1 − p). */
  static double[] mask(int n, double p, Random random) {
    double[] mask = new double[n];
    for (int i = 0; i < n; i++) {
      mask[i] = random.nextDouble() < p ? 0 : 1;
    }
    return mask;
  }

  static double[] hadamard(double[] a, double[] b) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }

  static double[] dropout(double[] t, double p, Random random) {
    double[] out = hadamard(mask(t.length, p, random), t);
    return map(out, value -> value / (1 - p)); // the last step
  }

  // @end

  public static void main(String[] args) {
    example();
    simulation();
    nextNeuron();
    againstNd4j();
    gradient();
  }

  /** The question's five steps on five values, with one mask. */
  private static void example() {
    double p = 0.4;
    double[] t = {0.5, -1.2, 2, 0.8, -0.3};
    double[] mask = mask(t.length, p, new Random(3));
    double[] out = hadamard(mask, t);
    show("exampleP", p);
    show("t", t);
    show("mask", mask);
    show("out", out);
    show("scaled", map(out, value -> value / (1 - p)));
    INDArray nd4j = Nd4j.create(t).mul(Nd4j.create(mask)).div(1 - p);
    double error = 0;
    for (int i = 0; i < t.length; i++) {
      error = Math.max(error, Math.abs(nd4j.getDouble(i) - out[i] / (1 - p)));
    }
    check("the example on ND4J, difference", error, below(1e-12));
  }

  /** Mean output for an input of 1. */
  private static void simulation() {
    double[] rates = {0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9};
    int draws = 20_000;
    Random random = new Random(78);
    double[] unscaled = new double[rates.length];
    double[] scaled = new double[rates.length];
    var table =
        table("means")
            .column("$p$")
            .column("without factor", "%.3f")
            .column("with factor", "%.3f")
            .column("95% interval")
            .column("variance", "%.3f")
            .column("$p/(1-p)$", "%.3f");
    table.tolerance(within(1e-6));
    double furthest = 0;
    double worstVariance = 0;
    int inside = 0;
    for (int k = 0; k < rates.length; k++) {
      double p = rates[k];
      double kept = 0;
      double[] ones = map(new double[draws], zero -> 1);
      double sum = 0;
      double squares = 0;
      for (double value : dropout(ones, p, random)) {
        kept += value > 0 ? 1 : 0;
        sum += value;
        squares += value * value;
      }
      unscaled[k] = kept / draws;
      scaled[k] = sum / draws;
      double variance = squares / draws - scaled[k] * scaled[k];
      double error = Math.sqrt(variance / draws);
      double low = scaled[k] - 1.96 * error;
      double high = scaled[k] + 1.96 * error;
      String interval = String.format(Locale.ROOT, "%.3f to %.3f", low, high);
      table.row(p, unscaled[k], scaled[k], interval, variance, p / (1 - p));
      inside += low <= 1 && 1 <= high ? 1 : 0;
      furthest = Math.max(furthest, Math.abs(scaled[k] - 1) / error);
      worstVariance = Math.max(worstVariance, Math.abs(variance / (p / (1 - p)) - 1));
    }
    show("draws", (long) draws);
    show("rates", (long) rates.length);
    show("inside", (long) inside);
    check("distance of the scaled means from 1 in standard errors, largest", furthest, below(4));
    check("relative error of the variance p/(1 − p), largest", worstVariance, below(0.1));

    double[] wrong = new double[rates.length];
    for (int k = 0; k < rates.length; k++) {
      double[] swapped = mask(draws, 1 - rates[k], random);
      for (double value : swapped) {
        wrong[k] += value / (1 - rates[k]) / draws;
      }
    }
    show("swappedP", rates[1]);
    show("swapped", rates[1] / (1 - rates[1]));
    check("simulated mean with the swapped mask", wrong[1], near(rates[1] / (1 - rates[1]), 0.02));
    plot(
            "factor",
            "Points are simulated means. With the factor they lie on the horizontal line at 1."
                + " Without it they fall along the line 1 − p. With zeros and ones of the mask"
                + " swapped they follow p/(1 − p), which equals 1 only at p = 0.5.")
        .x("p, the probability of zeroing")
        .y("mean output for an input of 1")
        .yRange(0, 3)
        .points("with the factor", rates, scaled)
        .points("without", rates, unscaled)
        .points("mask swapped, with the factor", keepBelow(rates, 0.75), first(wrong, 5))
        .line("1", 0, 0.95, p -> 1)
        .line("1 − p", 0, 0.95, p -> 1 - p)
        .line("p/(1 − p)", 0, 0.75, p -> p / (1 - p));
  }

  private static double[] keepBelow(double[] values, double limit) {
    return Arrays.stream(values).filter(value -> value < limit).toArray();
  }

  private static double[] first(double[] values, int count) {
    return Arrays.copyOf(values, count);
  }

  /** All masks of the four inputs of a neuron: its mean sum, and its mean output. */
  private static void nextNeuron() {
    double p = 0.5;
    double[] x = {1, 0.5, -1, 2};
    double[] w = {0.8, -0.4, 0.3, 0.6};
    double sumWithout = 0;
    for (int j = 0; j < 4; j++) {
      sumWithout += w[j] * x[j];
    }
    double meanScaled = 0;
    double meanUnscaled = 0;
    double meanTanh = 0;
    for (int bits = 0; bits < 16; bits++) {
      double sum = 0;
      double probability = 1;
      for (int j = 0; j < 4; j++) {
        boolean kept = (bits >> j & 1) == 1;
        sum += kept ? w[j] * x[j] : 0;
        probability *= kept ? 1 - p : p;
      }
      meanUnscaled += probability * sum;
      meanScaled += probability * sum / (1 - p);
      meanTanh += probability * Math.tanh(sum / (1 - p));
    }
    show("neuronP", p);
    show("masks", 16L);
    show("sumWithout", sumWithout);
    show("meanUnscaled", meanUnscaled);
    show("tanhWithout", Math.tanh(sumWithout));
    show("meanTanh", meanTanh);
    check("mean sum over all masks with the factor", meanScaled, near(sumWithout, 1e-12));
    check("mean sum without it", meanUnscaled, near((1 - p) * sumWithout, 1e-12));
  }

  private static void againstNd4j() {
    double p = 0.2;
    Nd4j.getRandom().setSeed(78);
    INDArray ones = Nd4j.ones(DataType.DOUBLE, 20_000);
    INDArray out = Nd4j.nn().dropoutInverted(ones, 1 - p); // the probability of keeping
    check(
        "ND4J's inverted dropout: values that it keeps", out.maxNumber().doubleValue(),
        near(1 / (1 - p), 1e-12));
    check("ND4J's inverted dropout: mean", out.meanNumber().doubleValue(), near(1, 0.02));
  }

  /** With the mask fixed the layer is linear; its gradient is the mask and the factor. */
  private static void gradient() {
    double p = 0.4;
    double[] t = {0.5, -1.2, 2, 0.8};
    double[] mask = {1, 0, 1, 1};
    double error = 0;
    double h = 1e-5;
    for (int j = 0; j < t.length; j++) {
      double difference =
          (squares(mask, t, p, j, h) - squares(mask, t, p, j, -h)) / (2 * h);
      double out = mask[j] * t[j] / (1 - p);
      double gradient = out * mask[j] / (1 - p); // of half the sum of squares of OUT
      error = Math.max(error, Math.abs(difference - gradient));
    }
    check("error of the gradient with mask and factor", error, below(1e-8));
  }

  private static double squares(double[] mask, double[] t, double p, int moved, double by) {
    double[] changed = t.clone();
    changed[moved] += by;
    double sum = 0;
    for (double value : hadamard(mask, changed)) {
      sum += value * value / (1 - p) / (1 - p) / 2;
    }
    return sum;
  }
}
