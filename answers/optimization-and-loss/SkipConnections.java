import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;

/** Networks with and without skip connections: gradients, paths, training. */
public class SkipConnections {
  /** Layers h ← W relu(h) + b, to which a skip connection adds h. */
  private static final class Stack {
    final int depth;
    final int width;
    final boolean skip;
    final double[][][] w;
    final double[][] b;
    final double[][] h;

    Stack(int depth, int width, boolean skip, double gain, Random random) {
      this.depth = depth;
      this.width = width;
      this.skip = skip;
      w = new double[depth][width][width];
      b = new double[depth][width];
      h = new double[depth + 1][];
      double deviation = gain * Math.sqrt(2.0 / width) / (skip ? Math.sqrt(depth) : 1);
      for (double[][] layer : w) {
        for (double[] row : layer) {
          for (int j = 0; j < width; j++) {
            row[j] = deviation * random.nextGaussian();
          }
        }
      }
    }

    double[] forward(double[] input) {
      h[0] = input;
      for (int l = 0; l < depth; l++) {
        h[l + 1] = layer(l, h[l]);
      }
      return h[depth];
    }

    // @start region="layer"
    double[] layer(int l, double[] in) {
      double[] out = new double[width];
      for (int i = 0; i < width; i++) {
        out[i] = b[l][i] + (skip ? in[i] : 0); // the skip connection
        double[] row = w[l][i];
        for (int j = 0; j < width; j++) {
          out[i] += in[j] > 0 ? row[j] * in[j] : 0; // W relu(h)
        }
      }
      return out;
    }

    /** The gradient by the layer's input, from that by its output. */
    double[] back(int l, double[] gradient) {
      double[] below = new double[width];
      for (int j = 0; j < width; j++) {
        for (int i = 0; i < width; i++) {
          below[j] += w[l][i][j] * gradient[i];
        }
        below[j] = h[l][j] > 0 ? below[j] : 0;
        below[j] += skip ? gradient[j] : 0; // undiminished
      }
      return below;
    }

    // @end
  }

  public static void main(String[] args) {
    block();
    finiteDifferences();
    flow();
    paths();
    training();
  }

  private static void block() {
    diagram(
            "block",
            "The input h goes through a block F, made of ReLU and then W and b, to an addition. A"
                + " skip connection leads h around the block to the same addition, which puts out"
                + " h plus F of h.")
        .column("")
        .label("in", "h")
        .column("")
        .block("relu", "ReLU")
        .column("")
        .block("w", "W, b")
        .column("")
        .plus("plus")
        .column("")
        .label("out", "h + F(h)")
        .edge("in", "relu")
        .edge("relu", "w")
        .edge("w", "plus", "F(h)")
        .edge("plus", "out")
        .bypass("in", "plus", "skip connection");
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double square(double[] v) {
    return dot(v, v) / v.length;
  }

  private static double[] gaussian(int width, Random random) {
    double[] v = new double[width];
    for (int i = 0; i < width; i++) {
      v[i] = random.nextGaussian();
    }
    return v;
  }

  private static void finiteDifferences() {
    double error = 0;
    double h = 1e-6;
    for (boolean skip : new boolean[] {false, true}) {
      Random random = new Random(7);
      Stack stack = new Stack(5, 6, skip, 1, random);
      double[] x = gaussian(6, random);
      double[] top = gaussian(6, random); // the loss is top · output
      stack.forward(x);
      double[] g = top;
      for (int l = 4; l >= 0; l--) {
        g = stack.back(l, g);
      }
      for (int j = 0; j < 6; j++) {
        double[] up = x.clone();
        double[] down = x.clone();
        up[j] += h;
        down[j] -= h;
        double slope = (dot(top, stack.forward(up)) - dot(top, stack.forward(down))) / (2 * h);
        error = Math.max(error, Math.abs(slope - g[j]));
      }
    }
    check("error of the gradient by the input against finite differences", error, below(1e-8));
  }

  // ---- the gradient on its way down

  private static final int DEPTH = 32;
  private static final int WIDTH = 16;
  private static final int NETWORKS = 60;

  /** The RMS gradient at the input of each layer, over many networks and inputs. */
  private static double[] gradients(boolean skip, double gain) {
    double[] squares = new double[DEPTH + 1];
    Random random = new Random(1);
    for (int n = 0; n < NETWORKS; n++) {
      Stack stack = new Stack(DEPTH, WIDTH, skip, gain, random);
      stack.forward(gaussian(WIDTH, random));
      double[] g = gaussian(WIDTH, random);
      for (int l = DEPTH; l >= 0; l--) {
        squares[l] += square(g) / NETWORKS;
        g = l > 0 ? stack.back(l - 1, g) : g;
      }
    }
    return map(squares, Math::sqrt);
  }

  private static void flow() {
    show("depth", (long) DEPTH);
    show("width", (long) WIDTH);
    show("networks", (long) NETWORKS);
    var table =
        table("ratios")
            .column("$g$", "%.1f")
            .column("plain", "%.1e")
            .column("predicted $g^D$", "%.1e")
            .column("with skips", "%.2f")
            .column("predicted", "%.2f");
    table.tolerance(within(1e-6));
    double[] axis = linspace(0, DEPTH, DEPTH + 1);
    var plot =
        plot(
                "flow",
                "RMS gradient, on a logarithmic axis, by layer. In plain stacks it is a straight"
                    + " line: from the last layer to the first it grows or shrinks by a factor of"
                    + " about 50 thousand if g is 1.4 or 0.7. With skip connections it is almost"
                    + " level in both cases.")
            .x("layer")
            .y("RMS gradient by the layer's input")
            .logY();
    double worst = 0;
    double worstPlain = 0;
    for (double gain : new double[] {0.7, 1, 1.4}) {
      double[] plain = gradients(false, gain);
      double[] skip = gradients(true, gain);
      double plainPrediction = StrictMath.pow(gain, DEPTH);
      double skipPrediction = StrictMath.pow(1 + gain * gain / DEPTH, DEPTH / 2.0);
      double plainRatio = plain[0] / plain[DEPTH];
      double skipRatio = skip[0] / skip[DEPTH];
      table.row(gain, plainRatio, plainPrediction, skipRatio, skipPrediction);
      worst = Math.max(worst, Math.abs(skipRatio / skipPrediction - 1));
      worstPlain = Math.max(worstPlain, Math.abs(StrictMath.log(plainRatio / plainPrediction)));
      if (gain != 1) {
        plot.line("plain, g = " + gain, axis, plain);
        plot.dashed("skips, g = " + gain, axis, skip);
      }
    }
    show("unscaled", StrictMath.pow(2, DEPTH / 2.0));
    double[] exploding = gradients(true, Math.sqrt(DEPTH)); // cancels the division
    double growth = StrictMath.log(exploding[0] / exploding[DEPTH]) / StrictMath.log(2) / DEPTH;
    check("growth per block without the division, as a power of 2", growth, near(0.5, 0.05));
    check("relative error of the prediction with skips", worst, below(0.1));
    check("error of the logarithm of the prediction without", worstPlain, below(1));
  }

  // ---- the gradient by length of the way it took

  private static void paths() {
    double[] squares = new double[DEPTH + 1];
    double gap = 0;
    Random random = new Random(2);
    for (int n = 0; n < NETWORKS; n++) {
      Stack stack = new Stack(DEPTH, WIDTH, true, 1, random);
      stack.forward(gaussian(WIDTH, random));
      double[] top = gaussian(WIDTH, random);
      double[] whole = top;
      // @start region="paths"
      double[][] byLength = new double[DEPTH + 1][WIDTH];
      byLength[0] = top;
      for (int l = DEPTH - 1; l >= 0; l--) {
        for (int k = DEPTH - l; k > 0; k--) { // k blocks passed through
          double[] both = stack.back(l, byLength[k - 1]);
          for (int j = 0; j < WIDTH; j++) {
            byLength[k][j] += both[j] - byLength[k - 1][j];
          }
        }
        whole = stack.back(l, whole);
      }
      // @end
      for (int j = 0; j < WIDTH; j++) {
        double sum = 0;
        for (int k = 0; k <= DEPTH; k++) {
          sum += byLength[k][j];
        }
        gap = Math.max(gap, Math.abs(sum - whole[j]));
      }
      for (int k = 0; k <= DEPTH; k++) {
        squares[k] += square(byLength[k]) / NETWORKS;
      }
    }
    check("sum over all lengths of path less the gradient by backpropagation", gap, below(1e-9));
    int shown = 8;
    double[] share = new double[shown + 1];
    double[] predicted = new double[shown + 1];
    double total = Arrays.stream(squares).sum();
    double binomial = 1;
    double predictedTotal = StrictMath.pow(1 + 1.0 / DEPTH, DEPTH);
    double upToThree = 0;
    for (int k = 0; k <= shown; k++) {
      share[k] = 100 * squares[k] / total;
      predicted[k] = 100 * binomial / StrictMath.pow(DEPTH, k) / predictedTotal;
      binomial *= (double) (DEPTH - k) / (k + 1);
      upToThree += k <= 3 ? share[k] : 0;
    }
    show("pathCount", StrictMath.pow(2, DEPTH));
    show("upToThree", upToThree, within(1e-6));
    check("share of the paths through one block, in per cent", share[1], near(predicted[1], 4));
    plot(
            "paths",
            "Share of the squared gradient by number of blocks passed through: over a third each"
                + " for none and for one block, then falling fast; next to nothing from five on."
                + " The prediction lies close to the measured shares.")
        .x("blocks passed through")
        .y("share of the squared gradient (%)")
        .points("measured", linspace(0, shown, shown + 1), share)
        .line("predicted", linspace(0, shown, shown + 1), predicted);
  }

  // ---- training: two rings of points

  private static final int SAMPLES = 40;
  private static final int BATCH = 5;
  private static final int NARROW = 8;
  private static final int EPOCHS = 30;
  private static final double[][] X = new double[SAMPLES][NARROW];
  private static final double[] Y = new double[SAMPLES];

  static {
    Random random = new Random(5);
    for (int n = 0; n < SAMPLES; n++) {
      Y[n] = n % 2;
      double angle = random.nextDouble() * 2 * Math.PI;
      double radius = (Y[n] == 1 ? 0.6 : 1.5) + 0.15 * random.nextGaussian();
      X[n][0] = radius * StrictMath.cos(angle);
      X[n][1] = radius * StrictMath.sin(angle);
      X[n][2] = -X[n][0];
      X[n][3] = -X[n][1];
    }
  }

  /** The mean training loss during the last epoch. */
  private static double train(int depth, boolean skip, double rate, int seed) {
    Random random = new Random(seed);
    Stack stack = new Stack(depth, NARROW, skip, 1, random);
    double[] v = gaussian(NARROW, random);
    for (int j = 0; j < NARROW; j++) {
      v[j] /= Math.sqrt(NARROW);
    }
    double loss = 0;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      loss = 0;
      for (int start = 0; start < SAMPLES; start += BATCH) {
        double[][][] gw = new double[depth][NARROW][NARROW];
        double[][] gb = new double[depth][NARROW];
        double[] gv = new double[NARROW];
        for (int n = start; n < start + BATCH; n++) {
          double[] top = stack.forward(X[n]);
          double z = dot(v, top);
          loss += (softplus(z) - Y[n] * z) / SAMPLES; // cross-entropy
          double delta = (1 / (1 + StrictMath.exp(-z)) - Y[n]) / BATCH;
          double[] g = new double[NARROW];
          for (int j = 0; j < NARROW; j++) {
            gv[j] += delta * top[j];
            g[j] = delta * v[j];
          }
          for (int l = depth - 1; l >= 0; l--) {
            for (int i = 0; i < NARROW; i++) {
              gb[l][i] += g[i];
              double[] row = gw[l][i];
              for (int j = 0; j < NARROW; j++) {
                row[j] += stack.h[l][j] > 0 ? g[i] * stack.h[l][j] : 0;
              }
            }
            g = stack.back(l, g);
          }
        }
        for (int l = 0; l < depth; l++) {
          descend(stack.b[l], gb[l], rate);
          for (int i = 0; i < NARROW; i++) {
            descend(stack.w[l][i], gw[l][i], rate);
          }
        }
        descend(v, gv, rate);
      }
    }
    return loss;
  }

  private static void descend(double[] w, double[] g, double rate) {
    for (int j = 0; j < w.length; j++) {
      w[j] -= rate * g[j];
    }
  }

  private static double softplus(double z) {
    return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
  }

  /** The mean cosine between the last layers' outputs for two different inputs. */
  private static double similarity(int depth, boolean skip) {
    double sum = 0;
    Random random = new Random(9);
    for (int n = 0; n < NETWORKS; n++) {
      Stack stack = new Stack(depth, NARROW, skip, 1, random);
      double[] a = stack.forward(gaussian(NARROW, random));
      double[] b = stack.forward(gaussian(NARROW, random));
      double norms = Math.sqrt(dot(a, a) * dot(b, b));
      sum += norms > 0 ? dot(a, b) / norms : 1;
    }
    return sum / NETWORKS;
  }

  private static void training() {
    double[] rates = {0.01, 0.03, 0.1};
    int seeds = 3;
    show("samples", (long) SAMPLES);
    show("trainWidth", (long) NARROW);
    show("batch", (long) BATCH);
    show("epochs", (long) EPOCHS);
    show("rates", rates);
    show("seeds", (long) seeds);
    show("guessing", StrictMath.log(2));
    var table =
        table("training")
            .column("layers")
            .column("loss, plain", "%.4f")
            .column("loss, skips", "%.4f")
            .column("cosine, plain", "%.2f")
            .column("cosine, skips", "%.2f");
    table.tolerance(within(1e-4));
    int[] depths = {2, 4, 8, 16, 32};
    double[][] losses = new double[2][depths.length];
    for (int d = 0; d < depths.length; d++) {
      for (int kind = 0; kind < 2; kind++) {
        losses[kind][d] = Double.POSITIVE_INFINITY;
        for (double rate : rates) {
          double[] results = new double[seeds];
          for (int seed = 0; seed < seeds; seed++) {
            double loss = train(depths[d], kind == 1, rate, seed);
            results[seed] = Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
          }
          Arrays.sort(results);
          losses[kind][d] = Math.min(losses[kind][d], results[seeds / 2]);
        }
      }
      double plain = similarity(depths[d], false);
      double skip = similarity(depths[d], true);
      table.row(depths[d], losses[0][d], losses[1][d], plain, skip);
      show("similarity" + depths[d], plain, within(1e-6));
    }
    int best = 0;
    for (int d = 1; d < depths.length; d++) {
      best = losses[0][d] < losses[0][best] ? d : best;
    }
    show("bestPlain", (long) depths[best]);
    check(
        "with 32 layers, the plain loss per that with skips",
        losses[0][4] / losses[1][4],
        above(10));
    check("with skips, 32 layers have a lower loss than 2", losses[1][4] < losses[1][0]);
  }
}
