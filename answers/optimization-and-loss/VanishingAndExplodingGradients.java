import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.clip.ClipByNorm;
import org.nd4j.linalg.factory.Nd4j;

/** Gradient norms by depth and by time step, and clipping. */
public class VanishingAndExplodingGradients {
  public static void main(String[] args) {
    depth();
    clipping();
    summing();
    time();
    margin();
  }

  private static double norm(double[] v) {
    double sum = 0;
    for (double x : v) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }

  private static double[] gaussian(int n, Random random) {
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = random.nextGaussian();
    }
    return v;
  }

  // ---- depth

  private static final int LAYERS = 30;
  private static final int WIDTH = 40;

  /** Weights of a ReLU network: He's initialisation times a gain. */
  private static double[][][] network(double gain, Random random) {
    double[][][] w = new double[LAYERS][WIDTH][];
    for (double[][] layer : w) {
      for (int i = 0; i < WIDTH; i++) {
        layer[i] = gaussian(WIDTH, random);
        for (int j = 0; j < WIDTH; j++) {
          layer[i][j] *= gain * Math.sqrt(2.0 / WIDTH);
        }
      }
    }
    return w;
  }

  /** The activations of layers {@code from} and up, given those of layer {@code from}. */
  private static double[][] forward(double[][][] w, double[] x, int from) {
    double[][] h = new double[LAYERS + 1][];
    h[from] = x;
    for (int l = from; l < LAYERS; l++) {
      h[l + 1] = new double[WIDTH];
      for (int i = 0; i < WIDTH; i++) {
        double z = 0;
        for (int j = 0; j < WIDTH; j++) {
          z += w[l][i][j] * h[l][j];
        }
        h[l + 1][i] = Math.max(0, z);
      }
    }
    return h;
  }

  // @start region="backward"
  /** Derivatives of c·h by the activations h of every layer. */
  static double[][] backward(double[][][] w, double[][] h, double[] c) {
    double[][] delta = new double[LAYERS + 1][WIDTH];
    delta[LAYERS] = c;
    for (int l = LAYERS - 1; l >= 0; l--) {
      for (int i = 0; i < WIDTH; i++) {
        if (h[l + 1][i] > 0) { // the ReLU's derivative is 1
          for (int j = 0; j < WIDTH; j++) {
            delta[l][j] += w[l][i][j] * delta[l + 1][i];
          }
        }
      }
    }
    return delta;
  }

  // @end

  private static void depth() {
    double[] gains = {0.7, 1, 1.4};
    int networks = 20;
    double[][] norms = new double[gains.length][LAYERS + 1];
    double worst = 0;
    double slopes = 0;
    double[] factors = new double[gains.length];
    for (int g = 0; g < gains.length; g++) {
      Random random = new Random(6);
      for (int n = 0; n < networks; n++) {
        double[][][] w = network(gains[g], random);
        double[] x = gaussian(WIDTH, random);
        double[] c = gaussian(WIDTH, random);
        double[][] h = forward(w, x, 0);
        double[][] delta = backward(w, h, c);
        for (int l = 0; l <= LAYERS; l++) {
          norms[g][l] += norm(delta[l]) * norm(delta[l]) / networks;
        }
        if (n == 0) {
          worst = Math.max(worst, differenceError(w, h, c, delta));
        }
      }
      factors[g] = Math.pow(norms[g][0] / norms[g][LAYERS], 0.5 / LAYERS);
      slopes = Math.max(slopes, Math.abs(factors[g] / gains[g] - 1));
      for (int l = 0; l <= LAYERS; l++) {
        norms[g][l] = Math.sqrt(norms[g][l]);
      }
    }
    show("layers", (long) LAYERS);
    show("networks", (long) networks);
    show("gains", gains);
    show("perLayer", factors, within(1e-6));
    show("first", new double[] {norms[0][0], norms[1][0], norms[2][0]}, within(1e-6));
    check(
        "greatest relative error of backpropagation against finite differences",
        worst,
        below(1e-6));
    check("relative distance of the factor per layer from the gain", slopes, below(0.05));
    double[] layer = linspace(0, LAYERS, LAYERS + 1);
    plot(
            "depth",
            "Gradient norms on a logarithmic scale against the layer, 0 being the input. With gain"
                + " 1 the line is nearly level. Towards the input it falls by four to five orders"
                + " of magnitude with gain 0.7 and rises by as many with gain 1.4.")
        .x("layer")
        .y("norm of the gradient")
        .logY()
        .line("gain " + gains[0], layer, norms[0])
        .line("gain " + gains[1], layer, norms[1])
        .line("gain " + gains[2], layer, norms[2]);
  }

  /** Moves single activations of some layers a little. */
  private static double differenceError(
      double[][][] w, double[][] h, double[] c, double[][] delta) {
    double worst = 0;
    for (int l : new int[] {0, 10, 25}) {
      double step = 1e-6 * norm(h[l]);
      double[] up = h[l].clone();
      double[] down = h[l].clone();
      up[3] += step;
      down[3] -= step;
      double[] high = forward(w, up, l)[LAYERS];
      double[] low = forward(w, down, l)[LAYERS];
      double slope = 0;
      for (int i = 0; i < WIDTH; i++) {
        slope += c[i] * (high[i] - low[i]) / (2 * step);
      }
      worst = Math.max(worst, Math.abs(slope - delta[l][3]) / norm(delta[l]));
    }
    return worst;
  }

  // ---- clipping

  // @start region="clip"
  /** The gradient, no longer than the bound. */
  static double[] clip(double[] gradient, double bound) {
    double norm = norm(gradient);
    double factor = Math.min(1, bound / norm);
    return map(gradient, g -> factor * g);
  }

  // @end

  private static void clipping() {
    double[] g = {300, -40, 5};
    double[] clipped = clip(g, 5);
    INDArray byNd4j = Nd4j.exec(new ClipByNorm(Nd4j.create(g), 5))[0];
    show("before", g);
    show("after", clipped);
    double distance = 0;
    for (int k = 0; k < 3; k++) {
      distance = Math.max(distance, Math.abs(clipped[k] - byNd4j.getDouble(k)));
    }
    check("distance of the clipped gradient from ND4J's", distance, below(1e-12));
  }

  // ---- a recurrent neuron that learns to sum

  private static final int LENGTH = 50;

  // @start region="summing"
  /** Mean loss and its derivatives by w and u, for h ← w h + u x. */
  static double[] summing(double w, double u, double[][] sequences) {
    double[] result = new double[3];
    for (double[] x : sequences) {
      double target = 0;
      double h = 0;
      double byW = 0; // dh/dw
      double byU = 0;
      for (double input : x) {
        byW = h + w * byW;
        byU = input + w * byU;
        h = w * h + u * input;
        target += input;
      }
      double error = h - target;
      result[0] += error * error / 2 / sequences.length;
      result[1] += error * byW / sequences.length;
      result[2] += error * byU / sequences.length;
    }
    return result;
  }

  // @end

  private static void summing() {
    int steps = 600;
    int batch = 16;
    double rate = 0.001;
    double most = 5;
    double[][] norms = new double[2][steps + 1];
    double[][] losses = new double[2][steps + 1];
    double[][] ends = new double[2][];
    int survived = 0;
    for (int kind = 0; kind < 2; kind++) {
      Arrays.fill(norms[kind], Double.NaN);
      Arrays.fill(losses[kind], Double.NaN);
      Random random = new Random(7);
      double w = 0.5;
      double u = 0.5;
      for (int t = 0; t <= steps; t++) {
        double[][] x = new double[batch][];
        for (int i = 0; i < batch; i++) {
          x[i] = gaussian(LENGTH, random);
        }
        double[] result = summing(w, u, x);
        double[] g = {result[1], result[2]};
        if (!(norm(g) < 1e12)) {
          survived = t;
          break;
        }
        norms[kind][t] = norm(g);
        losses[kind][t] = result[0];
        if (kind == 1) {
          g = clip(g, most);
        }
        w -= rate * g[0];
        u -= rate * g[1];
      }
      ends[kind] = new double[] {w, u};
    }
    double h = 1e-6;
    double[][] x = {gaussian(LENGTH, new Random(9)), gaussian(LENGTH, new Random(10))};
    double[] at = summing(0.9, 0.7, x);
    double byW = (summing(0.9 + h, 0.7, x)[0] - summing(0.9 - h, 0.7, x)[0]) / (2 * h);
    double byU = (summing(0.9, 0.7 + h, x)[0] - summing(0.9, 0.7 - h, x)[0]) / (2 * h);
    check(
        "relative error of the recurrent neuron's gradient against finite differences",
        Math.hypot(at[1] - byW, at[2] - byU) / Math.hypot(byW, byU),
        below(1e-7));

    double largest = Arrays.stream(norms[1]).max().orElseThrow();
    show("length", (long) LENGTH);
    show("summingRate", rate);
    show("most", most);
    show("survived", (long) survived);
    show("startNorm", norms[1][0]);
    show("largest", largest, within(1e-6));
    show("end", ends[1], within(1e-6));
    show("lossStart", losses[1][0]);
    double late = 0;
    for (int t = steps - 99; t <= steps; t++) {
      late += losses[1][t] / 100;
    }
    show("lossEnd", late, within(1e-6));
    show("steps", (long) steps);
    check("step at which the run without clipping is lost", survived, between(1, steps - 1));
    check("distance of the clipped run's w from 1", Math.abs(ends[1][0] - 1), below(0.02));
    double[] step = linspace(0, steps, steps + 1);
    plot(
            "norms",
            "The gradient norm on a logarithmic scale. Both runs start near 2 and rise to several"
                + " hundred. Without clipping the norm then shoots up beyond all bounds and the"
                + " curve ends; with clipping it wavers between ten and several hundred.")
        .x("step")
        .y("norm of the gradient before clipping")
        .logY()
        .yRange(0.5, 1e8)
        .line("clipped", step, norms[1])
        .line("not clipped", step, norms[0]);
  }

  // ---- time

  private static final int UNITS = 16;
  private static final int STEPS = 50;

  /** A random orthogonal matrix times a factor, its spectral radius. */
  private static double[][] recurrent(double radius, Random random) {
    double[][] q = new double[UNITS][];
    for (int i = 0; i < UNITS; i++) {
      q[i] = gaussian(UNITS, random);
      for (int j = 0; j < i; j++) {
        double dot = 0;
        for (int k = 0; k < UNITS; k++) {
          dot += q[i][k] * q[j][k] / (radius * radius);
        }
        for (int k = 0; k < UNITS; k++) {
          q[i][k] -= dot * q[j][k];
        }
      }
      double length = norm(q[i]);
      for (int k = 0; k < UNITS; k++) {
        q[i][k] *= radius / length;
      }
    }
    return q;
  }

  private static double[] step(double[][] w, double[] h, double[] input, boolean tanh) {
    double[] next = new double[UNITS];
    for (int i = 0; i < UNITS; i++) {
      double z = input[i];
      for (int k = 0; k < UNITS; k++) {
        z += w[i][k] * h[k];
      }
      next[i] = tanh ? StrictMath.tanh(z) : z;
    }
    return next;
  }

  /** Norms of the derivative of c·h at the last step by h at k steps before it. */
  private static double[] backInTime(double radius, boolean tanh) {
    Random random = new Random(8);
    double[][] w = recurrent(radius, random);
    double[][] inputs = new double[STEPS + 1][];
    double[][] h = new double[STEPS + 1][UNITS];
    for (int t = 1; t <= STEPS; t++) {
      inputs[t] = map(gaussian(UNITS, random), x -> 0.3 * x);
      h[t] = step(w, h[t - 1], inputs[t], tanh);
    }
    double[] c = gaussian(UNITS, random);
    double size = norm(c);
    double[] delta = map(c, x -> x / size);
    double[] norms = new double[STEPS + 1];
    norms[0] = 1;
    for (int t = STEPS; t > 0; t--) {
      // @start region="throughTime"
      double[] before = new double[UNITS];
      for (int i = 0; i < UNITS; i++) {
        double slope = tanh ? 1 - h[t][i] * h[t][i] : 1;
        for (int k = 0; k < UNITS; k++) {
          before[k] += w[i][k] * slope * delta[i]; // one w for all t
        }
      }
      delta = before;
      // @end
      norms[STEPS - t + 1] = norm(delta);
    }
    if (tanh && radius == 1) {
      double e = 1e-6;
      double[] up = h[0].clone();
      double[] down = h[0].clone();
      up[2] += e;
      down[2] -= e;
      for (int t = 1; t <= STEPS; t++) {
        up = step(w, up, inputs[t], true);
        down = step(w, down, inputs[t], true);
      }
      double slope = 0;
      for (int i = 0; i < UNITS; i++) {
        slope += c[i] / size * (up[i] - down[i]) / (2 * e);
      }
      check(
          "relative error of backpropagation through time against a finite difference",
          Math.abs(slope - delta[2]) / norm(delta),
          below(1e-5));
    }
    return norms;
  }

  private static void time() {
    double[] back = linspace(0, STEPS, STEPS + 1);
    double[] small = backInTime(0.8, true);
    double[] one = backInTime(1, true);
    double[] large = backInTime(1.25, true);
    double[] linear = backInTime(1.25, false);
    show("timeSteps", (long) STEPS);
    show(
        "timeEnds",
        new double[] {small[STEPS], one[STEPS], large[STEPS], linear[STEPS]},
        within(1e-6));
    check(
        "ratio of the linear network's last norm to the power of its radius",
        linear[STEPS] / StrictMath.pow(1.25, STEPS),
        near(1, 1e-9));
    plot(
            "time",
            "Gradient norms on a logarithmic scale against the number of steps back in time. With"
                + " tanh and radius 0.8 the norm falls to about 1e-8 over 50 steps, with radius 1"
                + " to about 1e-4, with radius 1.25 it stays near a few tenths. Without the tanh"
                + " and radius 1.25 it rises along a straight line to about 1e5.")
        .x("steps back in time")
        .y("norm of the gradient")
        .logY()
        .line("tanh, 0.8", back, small)
        .line("tanh, 1", back, one)
        .line("tanh, 1.25", back, large)
        .line("linear, 1.25", back, linear);
  }

  /** How near to 1 a factor must be, for its power to stay within a factor of ten. */
  private static void margin() {
    double[] factors = {
      StrictMath.pow(10, -1.0 / LAYERS), StrictMath.pow(10, 1.0 / LAYERS),
      StrictMath.pow(10, -1.0 / 1000), StrictMath.pow(10, 1.0 / 1000)
    };
    show("factors", factors);
    var table =
        table("gates")
            .column("bias of the forget gate", "%.0f")
            .column("gate", "%.3f")
            .column("factor over " + STEPS + " steps", "%.2g");
    for (double b : new double[] {0, 1, 3, 5}) {
      double gate = 1 / (1 + StrictMath.exp(-b));
      table.row(b, gate, StrictMath.pow(gate, STEPS));
    }
  }
}
