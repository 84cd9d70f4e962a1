import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;

/** Momentum: an exponentially weighted sum of gradients, and what it does on a long valley. */
public class Momentum {
  public static void main(String[] args) {
    weights();
    consistency();
    valley();
    decay();
    noise();
  }

  // @start region="momentum"
  /** One update; the velocity v remembers past gradients. */
  static void update(
      double[] theta, // parameters
      double[] v, // velocity
      double[] g, // gradient
      double eta,
      double beta) {
    for (int k = 0; k < theta.length; k++) {
      v[k] = beta * v[k] + g[k];
      theta[k] -= eta * v[k];
    }
  }

  // @end

  private static void weights() {
    double[] betas = {0.5, 0.9, 0.99};
    Random random = new Random(92);
    int steps = 60;
    double[] gradients = new double[steps];
    double[] velocity = new double[1];
    double[] theta = new double[1];
    for (int t = 0; t < steps; t++) {
      gradients[t] = random.nextGaussian();
      update(theta, velocity, new double[] {gradients[t]}, 0.1, 0.9);
    }
    double sum = 0;
    for (int k = 0; k < steps; k++) {
      sum += StrictMath.pow(0.9, k) * gradients[steps - 1 - k];
    }
    check(
        "distance of the velocity from the weighted sum",
        Math.abs(sum - velocity[0]),
        below(1e-12));

    var table =
        table("memory")
            .column("$\\beta$")
            .column("half-life, steps", "%.1f")
            .column("sum of the weights", "%.0f")
            .column("share of the last 10", "%.2f");
    for (double beta : betas) {
      double half = StrictMath.log(0.5) / StrictMath.log(beta);
      table.row("" + beta, half, 1 / (1 - beta), 1 - StrictMath.pow(beta, 10));
    }
    double[] age = linspace(0, 50, 51);
    plot(
            "weights",
            "The weight of a gradient against its age. With β = 0.5 it is gone after some five"
                + " steps, with 0.9 after some forty; with 0.99 it is still above one half after"
                + " 50.")
        .x("age of the gradient, steps")
        .y("its weight in the velocity")
        .yRange(0, 1)
        .line("β = " + betas[0], age, map(age, k -> StrictMath.pow(betas[0], k)))
        .line("β = " + betas[1], age, map(age, k -> StrictMath.pow(betas[1], k)))
        .line("β = " + betas[2], age, map(age, k -> StrictMath.pow(betas[2], k)));
  }

  /** Gradients that agree, and gradients that change sign at every step. */
  private static void consistency() {
    double beta = 0.9;
    double same = 0;
    double opposite = 0;
    for (int t = 0; t < 400; t++) {
      same = beta * same + 1;
      opposite = beta * opposite + (t % 2 == 0 ? 1 : -1);
    }
    show("same", same, within(1e-6));
    show("opposite", Math.abs(opposite), within(1e-6));
    check("velocity under constant gradients of 1", same, near(1 / (1 - beta), 1e-9));
    check(
        "velocity under gradients of alternating sign",
        Math.abs(opposite),
        near(1 / (1 + beta), 1e-9));
  }

  private static final double[] CURVATURE = {1, 100};

  /** The distance from the minimum of half the sum of λ θ², after each update. */
  private static double[][] descend(double eta, double beta, int steps) {
    double[] theta = {10, 1};
    double[] velocity = new double[2];
    double[][] path = new double[steps + 1][];
    for (int t = 0; t <= steps; t++) {
      path[t] = theta.clone();
      double[] gradient = {CURVATURE[0] * theta[0], CURVATURE[1] * theta[1]};
      update(theta, velocity, gradient, eta, beta);
    }
    return path;
  }

  private static double[] distances(double[][] path) {
    double[] d = new double[path.length];
    for (int t = 0; t < d.length; t++) {
      d[t] = Math.hypot(path[t][0], path[t][1]);
    }
    return d;
  }

  // @start region="factor"
  /** Long-run factor of the error in a direction of curvature λ. */
  static double factor(double eta, double beta, double lambda) {
    double half = (1 + beta - eta * lambda) / 2;
    double root = half * half - beta; // of r² - 2 half r + β = 0
    if (root < 0) {
      return Math.sqrt(beta);
    }
    return Math.abs(half) + Math.sqrt(root);
  }

  // @end

  private static void valley() {
    double low = CURVATURE[0];
    double high = CURVATURE[1];
    double kappa = high / low;
    double plainRate = 2 / (low + high);
    double rootSum = Math.sqrt(low) + Math.sqrt(high);
    double rate = 4 / (rootSum * rootSum);
    double root = (Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1);
    double beta = root * root;
    double plainFactor = (kappa - 1) / (kappa + 1);
    show("kappa", kappa);
    show("rates", new double[] {plainRate, rate});
    show("beta", beta);
    show("factors", new double[] {plainFactor, root});

    double grid = 1;
    double gridPlain = 1;
    for (double b : linspace(0, 0.99, 100)) {
      for (double e : linspace(0.001, 0.05, 200)) {
        double worst = Math.max(factor(e, b, low), factor(e, b, high));
        grid = Math.min(grid, worst);
        gridPlain = b == 0 ? Math.min(gridPlain, worst) : gridPlain;
      }
    }
    check("best factor of plain descent on a grid of rates", gridPlain, near(plainFactor, 0.002));
    check("best factor on a grid of rates and decays", grid, near(root, 0.01));
    check("no pair of the grid beats the formula", grid >= root - 1e-12);

    int steps = 1000;
    double[][] plain = descend(plainRate, 0, steps);
    double[][] heavy = descend(rate, beta, steps);
    double[][] usual = descend(plainRate / 4, 0.9, steps);
    long[] counts = {reach(plain), reach(heavy), reach(usual)};
    show("counts", counts);
    double measured = Math.pow(distances(plain)[400] / distances(plain)[300], 0.01);
    check("factor of plain descent, measured over 100 steps", measured, near(plainFactor, 1e-6));
    double[] d = distances(heavy);
    check(
        "factor with momentum, measured over 60 steps",
        Math.pow(d[120] / d[60], 1.0 / 60),
        near(root, 0.015));

    int shown = 100;
    double[] step = linspace(0, shown, shown + 1);
    plot(
            "distance",
            "On a logarithmic scale the distance from the minimum falls slowly along a straight"
                + " line for plain descent, and some eight times as fast with the best momentum."
                + " With β = 0.9 it falls in between.")
        .x("step")
        .y("distance from the minimum")
        .logY()
        .yRange(1e-6, 100)
        .line("plain, best rate", step, Arrays.copyOf(distances(plain), shown + 1))
        .line("best momentum", step, Arrays.copyOf(d, shown + 1))
        .line("β = 0.9", step, Arrays.copyOf(distances(usual), shown + 1));
    var paths =
        plot(
            "paths",
            "Paths in a long valley. Plain descent jumps across the valley at every step and creeps"
                + " along it. With momentum the path swings across in a wave that dies out, and is"
                + " near the minimum after 40 steps.");
    paths.x("θ_1, along the valley").y("θ_2, across");
    paths.line("plain, best rate", column(plain, 0, 40), column(plain, 1, 40));
    paths.line("β = 0.9", column(usual, 0, 40), column(usual, 1, 40));
    paths.note(0, 0, "minimum");
  }

  private static double[] column(double[][] path, int k, int steps) {
    double[] values = new double[steps + 1];
    for (int t = 0; t <= steps; t++) {
      values[t] = path[t][k];
    }
    return values;
  }

  private static int reach(double[][] path) {
    double[] d = distances(path);
    int last = 0;
    for (int t = 0; t < d.length; t++) {
      last = d[t] > 1e-5 ? t + 1 : last;
    }
    return last;
  }

  /** The cost θ²/2 with too little and too much memory. */
  private static void decay() {
    int steps = 100;
    double eta = 0.05;
    double[] step = linspace(0, steps, steps + 1);
    double[] betas = {0, 0.8, 1};
    String[] names = {"β = 0", "β = 0.8", "β = 1"};
    double[] late = new double[3];
    show("decayRate", eta);
    var plot =
        plot(
            "decay",
            "The parameter against the step. With β = 0 it falls slowly towards zero. With β = 0.8"
                + " it falls fast, passes zero once and settles. With β = 1 it swings between 1 and"
                + " -1 for ever.");
    plot.x("step").y("θ");
    for (int k = 0; k < betas.length; k++) {
      double[] theta = {1};
      double[] velocity = new double[1];
      double[] values = new double[steps + 1];
      for (int t = 0; t <= 1000; t++) {
        if (t <= steps) {
          values[t] = theta[0];
        }
        late[k] = Math.max(t < 900 ? 0 : late[k], Math.abs(theta[0]));
        update(theta, velocity, theta.clone(), eta, betas[k]);
      }
      plot.line(names[k], step, values);
    }
    check("greatest |θ| in steps 900 to 1000 with β = 1", late[2], above(0.98));
    check("greatest |θ| in steps 900 to 1000 with β = 0.8", late[1], below(1e-12));
  }

  /** Noisy gradients: the average is smooth, the parameter is as noisy as before. */
  private static void noise() {
    double beta = 0.9;
    double eta = 0.02;
    int n = 500_000;
    Random random = new Random(5);
    double average = 0;
    double[] theta = new double[1];
    double[] velocity = new double[1];
    double plain = 0;
    double effective = eta / (1 - beta);
    double[] squares = new double[3];
    for (int t = 0; t < n; t++) {
      double z = random.nextGaussian();
      average = beta * average + (1 - beta) * z;
      update(theta, velocity, new double[] {theta[0] + z}, eta, beta);
      plain -= effective * (plain + z);
      squares[0] += average * average / n;
      squares[1] += theta[0] * theta[0] / n;
      squares[2] += plain * plain / n;
    }
    double[] formulas = {
      (1 - beta) / (1 + beta),
      eta * (1 + beta) / ((1 - beta) * (2 * (1 + beta) - eta)),
      effective / (2 - effective)
    };
    double worst = 0;
    for (int k = 0; k < 3; k++) {
      worst = Math.max(worst, Math.abs(squares[k] / formulas[k] - 1));
    }
    check("greatest relative distance of simulated variances from formulas", worst, below(0.02));
    show("variances", formulas);
    show("simulated", squares, within(1e-6));
    show("effective", effective);
  }
}
