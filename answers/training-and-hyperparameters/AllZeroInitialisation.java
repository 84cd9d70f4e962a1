import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** A network of one hidden layer that starts from zero, from a constant, and at random. */
public class AllZeroInitialisation {
  private static final int N = 100;
  private static final int H = 6;
  private static final int EPOCHS = 1500;
  private static final double RATE = 1;
  private static final double CONSTANT = 0.5; // every weight, in the start that is constant
  private static final double DROPOUT = 0.2;

  private static final double[][] X = new double[N][2];
  private static final double[] Y = new double[N];

  private enum Activation {
    TANH,
    SIGMOID,
    RELU;

    String label() {
      return this == RELU ? "ReLU" : name().toLowerCase(Locale.ROOT);
    }

    double of(double z) {
      return switch (this) {
        case TANH -> StrictMath.tanh(z);
        case SIGMOID -> sigmoid(z);
        case RELU -> Math.max(0, z);
      };
    }

    double slope(double z) {
      double a = of(z);
      return switch (this) {
        case TANH -> 1 - a * a;
        case SIGMOID -> a * (1 - a);
        case RELU -> z > 0 ? 1 : 0;
      };
    }
  }

  /** Weights of the hidden layer (two inputs and a bias each), then output weights and bias. */
  private static final class Net {
    private final Activation f;
    private final double[][] w = new double[H][3];
    private final double[] v = new double[H + 1];

    private Net(Activation f) {
      this.f = f;
    }

    private double[] hidden(double[] x) {
      return Arrays.stream(w).mapToDouble(row -> row[0] * x[0] + row[1] * x[1] + row[2]).toArray();
    }

    private double output(double[] x) {
      double[] z = hidden(x);
      double sum = v[H];
      for (int k = 0; k < H; k++) {
        sum += v[k] * f.of(z[k]);
      }
      return sigmoid(sum);
    }

    private double loss() {
      double sum = 0;
      for (int i = 0; i < N; i++) {
        double p = output(X[i]);
        sum -= StrictMath.log(Y[i] == 1 ? p : 1 - p) / N;
      }
      return sum;
    }

    private double accuracy() {
      int right = 0;
      for (int i = 0; i < N; i++) {
        right += (output(X[i]) > 0.5 ? 1 : 0) == Y[i] ? 1 : 0;
      }
      return right / (double) N;
    }

    /** In the layout of the network; a hidden neuron that keep leaves out takes no part. */
    private Net gradient(boolean[] keep) {
      Net g = new Net(f);
      for (int i = 0; i < N; i++) {
        double[] x = X[i];
        double[] z = hidden(x);
        double sum = v[H];
        for (int k = 0; k < H; k++) {
          sum += keep[k] ? v[k] * f.of(z[k]) : 0;
        }
        // @start region="gradient"
        double delta = (sigmoid(sum) - Y[i]) / N;
        g.v[H] += delta;
        for (int k = 0; k < H; k++) {
          if (keep[k]) {
            g.v[k] += delta * f.of(z[k]);
            double back = delta * v[k] * f.slope(z[k]);
            g.w[k][0] += back * x[0];
            g.w[k][1] += back * x[1];
            g.w[k][2] += back;
          }
        }
        // @end
      }
      return g;
    }

    private void move(double rate, Net g) {
      for (int k = 0; k < H; k++) {
        for (int j = 0; j < 3; j++) {
          w[k][j] -= rate * g.w[k][j];
        }
      }
      for (int k = 0; k <= H; k++) {
        v[k] -= rate * g.v[k];
      }
    }

    /** How many hidden neurons are unlike, to the last bit. */
    private long distinct() {
      return Arrays.stream(w).map(Arrays::toString).distinct().count();
    }
  }

  static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  public static void main(String[] args) {
    Random random = new Random(3);
    for (int i = 0; i < N; i++) {
      X[i][0] = random.nextGaussian();
      X[i][1] = random.nextGaussian();
      Y[i] = Math.hypot(X[i][0], X[i][1]) < 1 ? 1 : 0;
    }
    show("n", (long) N);
    show("h", (long) H);
    show("epochs", (long) EPOCHS);
    show("constant", CONSTANT);
    show("dropout", 100 * DROPOUT);
    show("share", 100 * Arrays.stream(Y).average().orElseThrow());
    gradients();
    training();
    oneNeuron();
    exceptions();
  }

  // ---- the gradient at zero

  private static void gradients() {
    var table = table("gradients");
    table.column("hidden activation").column("hidden weights and biases", "%.3f");
    table.column("output weights", "%.3f").column("output bias", "%.3f");
    boolean[] all = all();
    double worst = 0;
    for (Activation f : Activation.values()) {
      Net net = new Net(f);
      Net g = net.gradient(all);
      double hidden = 0;
      double output = 0;
      for (int k = 0; k < H; k++) {
        for (int j = 0; j < 3; j++) {
          hidden = Math.max(hidden, Math.abs(g.w[k][j]));
        }
        output = Math.max(output, Math.abs(g.v[k]));
      }
      table.row(f.label(), hidden, output, Math.abs(g.v[H]));
      Net other = initial(f, "random", 1);
      Net h = other.gradient(all);
      for (double[][] pair : new double[][][] {{other.v, h.v}, {other.w[0], h.w[0]}}) {
        for (int k = 0; k < pair[0].length; k++) {
          double old = pair[0][k];
          pair[0][k] = old + 1e-5;
          double up = other.loss();
          pair[0][k] = old - 1e-5;
          double down = other.loss();
          pair[0][k] = old;
          worst = Math.max(worst, Math.abs((up - down) / 2e-5 - pair[1][k]));
        }
      }
    }
    check("error of the gradient against finite differences", worst, below(1e-8));
  }

  private static boolean[] all() {
    boolean[] keep = new boolean[H];
    Arrays.fill(keep, true);
    return keep;
  }

  private static Net initial(Activation f, String way, long seed) {
    Net net = new Net(f);
    Random random = new Random(seed);
    for (int k = 0; k < H; k++) {
      for (int j = 0; j < 2; j++) {
        double weight = random.nextGaussian() / Math.sqrt(2);
        net.w[k][j] =
            switch (way) {
              case "zero" -> 0;
              case "constant" -> CONSTANT;
              default -> weight;
            };
      }
      double weight = random.nextGaussian() / Math.sqrt(H);
      net.v[k] =
          switch (way) {
            case "zero", "last zero" -> 0;
            case "constant" -> CONSTANT;
            default -> weight;
          };
    }
    return net;
  }

  // ---- training

  private static void training() {
    var table = table("ends");
    table.column("start").column("hidden activation").column("loss", "%.3f");
    table.column("accuracy, %", "%.0f").column("distinct neurons").tolerance(within(1e-6));
    var plot =
        plot(
            "losses",
            "Loss against the epoch for tanh. From zero it is a horizontal line near 0.66. From a"
                + " constant it starts higher, falls to about 0.54 and levels off. From random"
                + " weights it falls close to 0.");
    plot.x("epoch").y("log-loss");
    for (String way : new String[] {"zero", "constant", "random"}) {
      for (Activation f : Activation.values()) {
        Net net = initial(f, way, 1);
        double[] curve = train(net, null);
        table.row(way, f.label(), curve[150], 100 * net.accuracy(), net.distinct());
        if (f == Activation.TANH) {
          plot.line(way, linspace(0, EPOCHS, 151), curve);
        }
        if (way.equals("zero") && f == Activation.TANH) {
          show("zeroLoss", curve[150], within(1e-9));
          double share = Arrays.stream(Y).average().orElseThrow();
          double entropy = -share * Math.log(share) - (1 - share) * Math.log(1 - share);
          check("loss from zero is the entropy of the labels", curve[150], near(entropy, 1e-9));
        }
      }
    }
  }

  private static double[] train(Net net, Random dropout) {
    double[] curve = new double[151];
    for (int epoch = 0; epoch <= EPOCHS; epoch++) {
      if (epoch % (EPOCHS / 150) == 0) {
        curve[epoch / (EPOCHS / 150)] = net.loss();
      }
      boolean[] keep = all();
      for (int k = 0; dropout != null && k < H; k++) {
        keep[k] = dropout.nextDouble() > DROPOUT;
      }
      net.move(RATE, net.gradient(keep));
    }
    return curve;
  }

  /** Equal hidden neurons are one neuron with a larger output weight. */
  private static void oneNeuron() {
    Net net = initial(Activation.TANH, "constant", 1);
    train(net, null);
    double worst = 0;
    for (double[] x : X) {
      double a = StrictMath.tanh(net.w[0][0] * x[0] + net.w[0][1] * x[1] + net.w[0][2]);
      worst = Math.max(worst, Math.abs(sigmoid(H * net.v[0] * a + net.v[H]) - net.output(x)));
    }
    check("outputs of the network against those of one neuron", worst, below(1e-12));
  }

  // ---- where zero does no harm, and what breaks the symmetry

  private static void exceptions() {
    Net last = initial(Activation.TANH, "last zero", 1);
    show("lastZero", train(last, null)[150], within(1e-6));
    Net dropped = initial(Activation.TANH, "constant", 1);
    train(dropped, new Random(4));
    show("droppedDistinct", dropped.distinct());
    show("droppedLoss", dropped.loss(), within(1e-6));

    double[] losses = {logistic(new double[3]), logistic(new double[] {2, -3, 1})};
    show("logistic", losses[0], within(1e-6));
    check("loss of the logistic regression from another start", losses[1], near(losses[0], 1e-9));
  }

  private static double logistic(double[] w) {
    double loss = 0;
    for (int epoch = 0; epoch < 3000; epoch++) {
      double[] g = new double[3];
      loss = 0;
      for (int i = 0; i < N; i++) {
        double p = sigmoid(w[0] * X[i][0] + w[1] * X[i][1] + w[2]);
        loss -= StrictMath.log(Y[i] == 1 ? p : 1 - p) / N;
        g[0] += (p - Y[i]) * X[i][0] / N;
        g[1] += (p - Y[i]) * X[i][1] / N;
        g[2] += (p - Y[i]) / N;
      }
      for (int j = 0; j < 3; j++) {
        w[j] -= g[j];
      }
    }
    return loss;
  }
}
