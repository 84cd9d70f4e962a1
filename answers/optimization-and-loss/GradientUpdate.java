import static answerbook.api.Snippet.*;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** One vanilla gradient update, and four ways to get it wrong. */
public class GradientUpdate {
  private static final double[] X = {-1, 0, 1, 2};
  private static final double[] Y = {-2, 1, 1, 4};

  static double loss(double[] theta) {
    double sum = 0;
    for (int i = 0; i < X.length; i++) {
      double error = theta[0] * X[i] + theta[1] - Y[i];
      sum += error * error / 2;
    }
    return sum / X.length;
  }

  // @start region="gradient"
  /** The derivatives of the loss by w and b. */
  static double[] gradient(double[] theta) {
    double[] sum = new double[2];
    for (int i = 0; i < X.length; i++) {
      double error = theta[0] * X[i] + theta[1] - Y[i];
      sum[0] += error * X[i] / X.length;
      sum[1] += error / X.length;
    }
    return sum;
  }

  // @end

  // @start region="update"
  /** θ ← θ − η ∇L(θ) */
  static void update(double[] theta, double eta) {
    double[] gradient = gradient(theta); // all of it first
    for (int k = 0; k < theta.length; k++) {
      theta[k] -= eta * gradient[k];
    }
  }

  // @end

  public static void main(String[] args) {
    double eta = 0.3;
    double[] theta = {0.5, -1};
    double[] g = gradient(theta);
    double[] step = {-eta * g[0], -eta * g[1]};
    show("eta", eta);
    show("x", X);
    show("y", Y);
    show("start", theta);
    show("gradient", g);
    show("loss", loss(theta));

    double h = 1e-5;
    double error = 0;
    for (int k = 0; k < 2; k++) {
      double[] up = theta.clone();
      double[] down = theta.clone();
      up[k] += h;
      down[k] -= h;
      double slope = (loss(up) - loss(down)) / (2 * h);
      error = Math.max(error, Math.abs(slope - g[k]));
    }
    check("error of the gradient against finite differences", error, below(1e-9));

    double[] next = theta.clone();
    update(next, eta);
    show("next", next);
    show("nextLoss", loss(next));
    double fall = loss(theta) - loss(next);
    double squared = g[0] * g[0] + g[1] * g[1];
    show("fall", fall);
    show("predicted", eta * squared);

    // A step so short that the first order is nearly exact.
    double[] little = theta.clone();
    update(little, 1e-6);
    check(
        "ratio of the fall of the loss to η times the squared gradient, for η = 1e-6,",
        (loss(theta) - loss(little)) / (1e-6 * squared),
        near(1, 1e-4));

    // @start region="nd4j"
    INDArray parameters = Nd4j.create(theta);
    INDArray change = Nd4j.create(g); // becomes η g
    Sgd config = new Sgd(eta);
    GradientUpdater<?> sgd = config.instantiate((INDArray) null, false);
    sgd.applyUpdater(change, /* any iteration */ 0, /* any epoch */ 0);
    parameters.subi(change);
    // @end
    check(
        "distance from the parameters by ND4J's updater",
        Math.hypot(parameters.getDouble(0) - next[0], parameters.getDouble(1) - next[1]),
        below(1e-12));
    check("ND4J's parameters are doubles", parameters.dataType() == DataType.DOUBLE);

    mistakes(theta, eta);
  }

  private interface Rule {
    void apply(double[] theta, double[] remembered);
  }

  private static void mistakes(double[] start, double eta) {
    String[] names = {
      "right", "plus sign", "one after the other", "sum, not mean", "gradients never cleared"
    };
    Rule[] rules = {
      (theta, old) -> update(theta, eta),
      (theta, old) -> update(theta, -eta),
      (theta, old) -> {
        theta[0] -= eta * gradient(theta)[0];
        theta[1] -= eta * gradient(theta)[1]; // sees the new weight
      },
      (theta, old) -> update(theta, eta * X.length),
      (theta, old) -> {
        double[] g = gradient(theta);
        for (int k = 0; k < 2; k++) {
          old[k] += g[k]; // what a library does if nobody clears it
          theta[k] -= eta * old[k];
        }
      }
    };
    var table =
        table("mistakes")
            .column("update")
            .column("$w$ after 1", "%.3f")
            .column("$b$ after 1", "%.3f")
            .column("loss after 1", "%.3f")
            .column("loss after 20", "%.3g");
    double[] last = new double[rules.length];
    for (int r = 0; r < rules.length; r++) {
      double[] theta = start.clone();
      double[] remembered = new double[2];
      rules[r].apply(theta, remembered);
      double[] first = theta.clone();
      for (int t = 1; t < 20; t++) {
        rules[r].apply(theta, remembered);
      }
      last[r] = loss(theta);
      table.row(names[r], first[0], first[1], loss(first), last[r]);
    }
    double xx = 0;
    double x = 0;
    for (double value : X) {
      xx += value * value / X.length;
      x += value / X.length;
    }
    double steepest = (xx + 1) / 2 + Math.hypot((xx - 1) / 2, x);
    show("limit", 2 / steepest);
    show("summed", eta * X.length);
    check(
        "the rate of the summed gradient is beyond the limit, and the loss grows",
        eta * X.length > 2 / steepest && last[3] > loss(start));
    check(
        "the rate of the mean gradient is below the limit, and the loss falls",
        eta < 2 / steepest && last[0] < loss(start));
  }
}
