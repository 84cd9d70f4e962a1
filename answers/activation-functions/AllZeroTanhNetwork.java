import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** A network with one tanh layer and a linear output, trained from six different starts. */
public class AllZeroTanhNetwork {
  static final int INPUTS = 2;
  static final int HIDDEN = 5;
  static final int EXAMPLES = 40;
  static final int STEPS = 2000;
  static final double RATE = 0.2;

  static final double[][] x = new double[EXAMPLES][INPUTS];
  static final double[] t = new double[EXAMPLES];

  static class Network {
    final boolean sigmoid;
    final double[][] w1 = new double[HIDDEN][INPUTS];
    final double[] b1 = new double[HIDDEN];
    final double[] w2 = new double[HIDDEN];
    double b2;

    final double[][] gradW1 = new double[HIDDEN][INPUTS];
    final double[] gradB1 = new double[HIDDEN];
    final double[] gradW2 = new double[HIDDEN];
    double gradB2;

    Network(boolean sigmoid, DoubleSupplier first, DoubleSupplier second) {
      this.sigmoid = sigmoid;
      for (double[] row : w1) {
        Arrays.setAll(row, k -> first.getAsDouble());
      }
      Arrays.setAll(w2, j -> second.getAsDouble());
    }

    double[] hidden(double[] input) {
      double[] y1 = new double[HIDDEN];
      for (int j = 0; j < HIDDEN; j++) {
        double z = b1[j];
        for (int k = 0; k < INPUTS; k++) {
          z += w1[j][k] * input[k];
        }
        y1[j] = sigmoid ? 1 / (1 + StrictMath.exp(-z)) : StrictMath.tanh(z);
      }
      return y1;
    }

    double output(double[] y1) {
      double y2 = b2;
      for (int j = 0; j < HIDDEN; j++) {
        y2 += w2[j] * y1[j];
      }
      return y2;
    }

    double loss() {
      double sum = 0;
      for (int i = 0; i < EXAMPLES; i++) {
        double error = output(hidden(x[i])) - t[i];
        sum += error * error;
      }
      return sum / (2 * EXAMPLES);
    }

    // @start region="backward"
    void backward() {
      clear();
      for (int i = 0; i < EXAMPLES; i++) {
        double[] y1 = hidden(x[i]);
        double error = (output(y1) - t[i]) / EXAMPLES;
        gradB2 += error;
        for (int j = 0; j < HIDDEN; j++) {
          gradW2[j] += error * y1[j]; // no activation, no gradient
          double slope = sigmoid ? y1[j] * (1 - y1[j]) : 1 - y1[j] * y1[j];
          double delta = w2[j] * error * slope; // no weight, no delta
          gradB1[j] += delta;
          for (int k = 0; k < INPUTS; k++) {
            gradW1[j][k] += delta * x[i][k];
          }
        }
      }
    }

    // @end

    void clear() {
      for (double[] row : gradW1) {
        Arrays.fill(row, 0);
      }
      Arrays.fill(gradB1, 0);
      Arrays.fill(gradW2, 0);
      gradB2 = 0;
    }

    void step() {
      backward();
      b2 -= RATE * gradB2;
      for (int j = 0; j < HIDDEN; j++) {
        b1[j] -= RATE * gradB1[j];
        w2[j] -= RATE * gradW2[j];
        for (int k = 0; k < INPUTS; k++) {
          w1[j][k] -= RATE * gradW1[j][k];
        }
      }
    }

    /** The largest difference between the parameters of any hidden unit and the first one's. */
    double spread() {
      double most = 0;
      for (int j = 1; j < HIDDEN; j++) {
        most = Math.max(most, Math.abs(b1[j] - b1[0]));
        most = Math.max(most, Math.abs(w2[j] - w2[0]));
        for (int k = 0; k < INPUTS; k++) {
          most = Math.max(most, Math.abs(w1[j][k] - w1[0][k]));
        }
      }
      return most;
    }

    /** Largest difference between backpropagation and central differences. */
    double gradientError() {
      backward();
      double h = 1e-5;
      double worst = 0;
      for (int j = 0; j < HIDDEN; j++) {
        double kept = w2[j];
        w2[j] = kept + h;
        double up = loss();
        w2[j] = kept - h;
        worst = Math.max(worst, Math.abs((up - loss()) / (2 * h) - gradW2[j]));
        w2[j] = kept;
        for (int k = 0; k < INPUTS; k++) {
          kept = w1[j][k];
          w1[j][k] = kept + h;
          up = loss();
          w1[j][k] = kept - h;
          worst = Math.max(worst, Math.abs((up - loss()) / (2 * h) - gradW1[j][k]));
          w1[j][k] = kept;
        }
      }
      return worst;
    }
  }

  static double norm(double[] v) {
    return Math.sqrt(Arrays.stream(v).map(a -> a * a).sum());
  }

  public static void main(String[] args) {
    Random random = new Random(52);
    for (int i = 0; i < EXAMPLES; i++) {
      Arrays.setAll(x[i], k -> 4 * random.nextDouble() - 2);
      t[i] = 0.5 + StrictMath.sin(2 * x[i][0]) * StrictMath.cos(x[i][1]);
    }
    double limit1 = Math.sqrt(6.0 / (INPUTS + HIDDEN));
    double limit2 = Math.sqrt(6.0 / (HIDDEN + 1));
    DoubleSupplier zero = () -> 0;
    DoubleSupplier half = () -> 0.5;
    DoubleSupplier first = () -> (2 * random.nextDouble() - 1) * limit1;
    DoubleSupplier second = () -> (2 * random.nextDouble() - 1) * limit2;
    List<String> names =
        List.of(
            "all zero", "all 0.5", "only W1 zero", "only W2 zero", "both random", "zero, sigmoid");
    List<Network> networks =
        List.of(
            new Network(false, zero, zero),
            new Network(false, half, half),
            new Network(false, zero, second),
            new Network(false, first, zero),
            new Network(false, first, second),
            new Network(true, zero, zero));

    show("hidden", HIDDEN);
    show("examples", EXAMPLES);
    show("steps", STEPS);
    show("rate", RATE);
    diagram(
            "network",
            "The input x is multiplied by W1 and passes tanh to become y1; y1 is multiplied by W2"
                + " and passes a linear activation to become y2.")
        .column("")
        .label("x", "x")
        .column("hidden layer")
        .activation("tanh", "tanh")
        .column("")
        .label("y1", "y^{(1)}")
        .column("output layer")
        .activation("linear", "linear")
        .column("")
        .label("y2", "y^{(2)}")
        .edge("x", "tanh", "W^{(1)} x")
        .edge("tanh", "y1")
        .edge("y1", "linear", "W^{(2)} y^{(1)}")
        .edge("linear", "y2");

    var bars =
        plot(
                "gradients",
                "Gradient norms of both weight matrices at the start, for six starts. Both are"
                    + " zero for the all-zero tanh network; a network with only one zero matrix"
                    + " has a gradient in just that matrix.")
            .y("gradient norm at the start");
    var losses =
        plot(
                "losses",
                "Training loss against the step for six starts. The all-zero tanh network stays"
                    + " flat; the two networks whose hidden units are twins level off high;"
                    + " the other three fall lower.")
            .x("step")
            .y("training loss")
            .logY();
    var outcome =
        table("outcome")
            .column("start")
            .column("RMS $y^{(1)}$", "%.3f")
            .column("$\\lVert\\partial L/\\partial W^{(1)}\\rVert$", "%.3f")
            .column("$\\lVert\\partial L/\\partial W^{(2)}\\rVert$", "%.3f")
            .column("spread", "%.3f")
            .column("loss", "%.4f")
            .tolerance(within(1e-6));

    double[] normW1 = new double[names.size()];
    double[] normW2 = new double[names.size()];
    double gradientError = 0;
    for (int n = 0; n < names.size(); n++) {
      Network net = networks.get(n);
      gradientError = Math.max(gradientError, net.gradientError());
      net.backward();
      normW1[n] = norm(Arrays.stream(net.gradW1).flatMapToDouble(Arrays::stream).toArray());
      normW2[n] = norm(net.gradW2);
      double square = 0;
      for (double[] input : x) {
        square += norm(net.hidden(input)) * norm(net.hidden(input)) / HIDDEN / EXAMPLES;
      }
      double[] steps = linspace(0, STEPS, 101);
      double[] curve = new double[steps.length];
      for (int s = 0; s <= STEPS; s++) {
        if (s % (STEPS / 100) == 0) {
          curve[s / (STEPS / 100)] = net.loss();
        }
        if (s < STEPS) {
          net.step();
        }
      }
      losses.line(names.get(n), steps, curve);
      outcome.row(names.get(n), Math.sqrt(square), normW1[n], normW2[n], net.spread(), net.loss());
    }
    bars.bars("W^{(1)}", names, normW1).bars("W^{(2)}", names, normW2);
    check("backpropagation, difference from central differences:", gradientError, below(1e-8));

    // What the all-zero network has learnt, and why it stays.
    Network stuck = networks.get(0);
    double mean = Arrays.stream(t).average().orElseThrow();
    double variance = Arrays.stream(t).map(a -> (a - mean) * (a - mean)).average().orElseThrow();
    double largest = norm(stuck.w2) + norm(stuck.b1);
    for (double[] row : stuck.w1) {
      largest += norm(row);
    }
    check(
        "after training, every weight and hidden bias of the all-zero network is 0", largest == 0);
    show("stuckBias", stuck.b2, within(1e-6));
    show("stuckLoss", stuck.loss(), within(1e-6));
    check(
        "its output bias, distance from the mean of the targets:",
        Math.abs(stuck.b2 - mean),
        below(1e-9));
    check(
        "its loss, distance from half their variance:",
        Math.abs(stuck.loss() - variance / 2),
        below(1e-9));
    check("all-0.5 start: hidden units are equal after training", networks.get(1).spread() == 0);
    check("sigmoid: hidden units are equal after training", networks.get(5).spread() == 0);
    show("twinsLoss", networks.get(1).loss(), within(1e-6));
    show("randomLoss", networks.get(4).loss(), within(1e-6));

    // @start region="saddle"
    // Along W1 = s·a, W2 = s·c the loss bends by -2·mean((t - b2)·c·a·x).
    double s = 1e-3;
    double[] curvature = new double[2];
    double[] predicted = new double[2];
    for (int sign = 0; sign < 2; sign++) {
      double direction = sign == 0 ? 1 : -1;
      Network probe = new Network(false, () -> s, () -> direction * s);
      probe.b2 = mean;
      double moved = probe.loss();
      Network origin = new Network(false, zero, zero);
      origin.b2 = mean;
      // The loss is even in s, so both neighbours of s = 0 are equal.
      curvature[sign] = 2 * (moved - origin.loss()) / (s * s);
      for (int i = 0; i < EXAMPLES; i++) {
        double product = direction * HIDDEN * (x[i][0] + x[i][1]);
        predicted[sign] -= 2 * (t[i] - mean) * product / EXAMPLES;
      }
    }
    // @end
    show("curvature", curvature, within(1e-4));
    for (int sign = 0; sign < 2; sign++) {
      check(
          "measured curvature " + (sign + 1) + ", distance from the derived one:",
          Math.abs(curvature[sign] - predicted[sign]),
          below(1e-3));
    }
    check(
        "product of the two curvatures, whose signs differ:",
        curvature[0] * curvature[1],
        below(-0.01));
  }
}
