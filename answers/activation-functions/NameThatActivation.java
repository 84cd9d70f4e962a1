import static answerbook.api.Snippet.*;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The leaky ReLU, its slopes in x and in a, and a dead unit that it revives. */
public class NameThatActivation {
  // @start region="leaky"
  static double leaky(double x, double a) {
    return x > 0 ? x : a * x;
  }

  static double slopeInX(double x, double a) {
    return x > 0 ? 1 : a;
  }

  static double slopeInA(double x) {
    return Math.min(0, x);
  }

  // @end

  /** A unit leaky(w·x + b) that fits t = x; it starts with a negative sum on all examples. */
  static double[] train(double a, int steps) {
    double w = 0.5;
    double b = -3;
    double[] losses = new double[steps + 1];
    double[] x = linspace(0.1, 2, 20);
    for (int s = 0; s <= steps; s++) {
      double gradW = 0;
      double gradB = 0;
      for (double input : x) {
        double z = w * input + b;
        double error = leaky(z, a) - input;
        losses[s] += error * error / 2 / x.length;
        gradW += error * slopeInX(z, a) * input / x.length;
        gradB += error * slopeInX(z, a) / x.length;
      }
      w -= 0.2 * gradW;
      b -= 0.2 * gradB;
    }
    return losses;
  }

  public static void main(String[] args) {
    double[] slopes = {0.01, 0.25, 0.5};
    var curves =
        plot(
                "curves",
                "Three leaky ReLUs. Right of zero all are the line y = x; left of zero they are"
                    + " lines of slope 0.01, 0.25 and 0.5. ReLU, dashed, is zero there.")
            .x("x")
            .y("f(x)");
    for (double a : slopes) {
      curves.line("a = " + a, -4, 2, x -> leaky(x, a));
    }
    curves.dashed("ReLU (a = 0)", -4, 2, x -> Math.max(0, x));

    Random random = new Random(55);
    double maximum = 0;
    double op = 0;
    double inX = 0;
    double inA = 0;
    double h = 1e-6;
    for (int i = 0; i < 200; i++) {
      double x = 3 * random.nextGaussian();
      double a = random.nextDouble();
      INDArray cell = Nd4j.create(new double[] {x});
      op = Math.max(op, Math.abs(Nd4j.nn().leakyRelu(cell, a).getDouble(0) - leaky(x, a)));
      maximum = Math.max(maximum, Math.abs(Math.max(x, a * x) - leaky(x, a)));
      if (Math.abs(x) > h) {
        double difference = (leaky(x + h, a) - leaky(x - h, a)) / (2 * h);
        inX = Math.max(inX, Math.abs(difference - slopeInX(x, a)));
      }
      double difference = (leaky(x, a + h) - leaky(x, a - h)) / (2 * h);
      inA = Math.max(inA, Math.abs(difference - slopeInA(x)));
    }
    check("the definition, difference from ND4J's leaky ReLU:", op, below(1e-12));
    check("for 0 < a < 1, difference from max(x, ax):", maximum, below(1e-15));
    check("slope in x, difference from central differences:", inX, below(1e-8));
    check("slope in a, difference from central differences:", inA, below(1e-8));
    check(
        "for a = 2 and x = 1, excess of max(x, ax) over f(x):",
        Math.max(1, 2.0) - leaky(1, 2),
        above(0.5));
    show("left", (leaky(0, 0.25) - leaky(-h, 0.25)) / h);
    show("right", (leaky(h, 0.25) - leaky(0, 0.25)) / h);

    int steps = 3000;
    double[] time = new double[120];
    for (int i = 0; i < time.length; i++) {
      time[i] = Math.round(StrictMath.pow(steps, i / 119.0));
    }
    var revival =
        plot(
                "revival",
                "Training loss of one unit that starts with negative sums on all examples, over a"
                    + " logarithmic axis of steps. With ReLU it stays where it is. With a = 0.25"
                    + " it falls almost to zero; with a = 0.01 it does the same, some three"
                    + " hundred steps later.")
            .x("step")
            .y("training loss")
            .logX();
    double[] as = {0, 0.01, 0.25};
    int[] done = new int[as.length];
    double start = train(0, 0)[0];
    double end = 0;
    for (int i = 0; i < as.length; i++) {
      double[] losses = train(as[i], steps);
      end = i == 0 ? losses[steps] : end;
      while (done[i] < steps && losses[done[i]] > start / 100) {
        done[i]++;
      }
      String name = as[i] == 0 ? "ReLU (a = 0)" : "a = " + as[i];
      revival.line(name, time, map(time, s -> losses[(int) s]));
    }
    show("steps", steps);
    show("dead", end);
    show("smallDone", done[1]);
    show("largeDone", done[2]);
    check("the ReLU unit's loss has not changed", end == start);
  }
}
