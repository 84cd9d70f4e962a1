import static answerbook.api.Snippet.*;

import java.util.Random;

/** What a falling learning rate buys, and four cases in which it buys nothing or does harm. */
public class LearningRateDecay {
  private static final double CURVATURE = 1;
  private static final double NOISE = 1; // standard deviation of the gradient's noise
  private static final double START = 10;

  private interface Schedule {
    double rate(int t);
  }

  // @start region="sgd"
  /** Gradient descent on w²/2 with a noisy gradient. */
  static double step(double w, double rate, Random random) {
    double gradient = CURVATURE * w + NOISE * random.nextGaussian();
    return w - rate * gradient;
  }

  // @end

  public static void main(String[] args) {
    floor();
    tooFast();
    noNoise();
    interpolation();
    moving();
    batches();
  }

  /** The mean of w²/2 after each update, over many runs. */
  private static double[] simulate(Schedule schedule, int steps, int runs, long seed) {
    Random random = new Random(seed);
    double[] loss = new double[steps + 1];
    for (int run = 0; run < runs; run++) {
      double w = START;
      for (int t = 0; t <= steps; t++) {
        loss[t] += w * w / 2 / runs;
        w = step(w, schedule.rate(t), random);
      }
    }
    return loss;
  }

  /** The same mean without any simulation: from w ← (1 − ηλ) w − η noise. */
  // @start region="exact"
  static double[] expected(Schedule schedule, int steps) {
    double[] loss = new double[steps + 1];
    double square = START * START; // the mean of w²
    for (int t = 0; t <= steps; t++) {
      loss[t] = CURVATURE * square / 2;
      double rate = schedule.rate(t);
      double shrink = 1 - rate * CURVATURE;
      square = shrink * shrink * square + rate * rate * NOISE * NOISE;
    }
    return loss;
  }

  // @end

  // ---- the motivation

  private static void floor() {
    int steps = 300;
    double high = 0.3;
    double low = 0.02;
    int hold = 50;
    Schedule falling = t -> t < hold ? high : high / (1 + (t - hold) * high);
    Schedule[] schedules = {t -> high, t -> low, falling};
    String[] names = {"high", "low", "falling"};
    double[] time = linspace(0, steps, steps + 1);
    var plot =
        plot(
            "floor",
            "Mean loss against the update, on a logarithmic scale. The high rate falls at once to a"
                + " level of about 0.09 and stays there. The low rate falls slowly, below that"
                + " level only after some 150 updates. The falling rate starts like the high one"
                + " and then sinks below both others.");
    plot.x("update").y("mean loss above the minimum").logY();
    int runs = 2000;
    double worst = 0;
    double[][] curves = new double[3][];
    for (int s = 0; s < 3; s++) {
      curves[s] = expected(schedules[s], steps);
      double[] simulated = simulate(schedules[s], steps, runs, 3);
      double sum = 0;
      double exact = 0;
      for (int t = steps - 40; t <= steps; t++) {
        sum += simulated[t];
        exact += curves[s][t];
      }
      worst = Math.max(worst, Math.abs(sum / exact - 1));
      plot.line(names[s], time, curves[s]);
    }
    check(
        "largest relative deviation of the simulation in the last 40 updates", worst, below(0.08));
    double level = high * NOISE * NOISE / (2 * (2 - high * CURVATURE));
    check(
        "formula of the level over the recursion after 300 updates",
        level / curves[0][steps],
        near(1, 1e-9));
    show("hold", (long) hold);
    show("runs", (long) runs);
    show("high", high);
    show("low", low);
    show("steps", (long) steps);
    show("level", level);
    show("lowLevel", low * NOISE * NOISE / (2 * (2 - low * CURVATURE)));
    show("highEnd", curves[0][steps]);
    show("lowEnd", curves[1][steps]);
    show("fallingEnd", curves[2][steps]);
  }

  // ---- exceptions

  /** A rate that falls too fast never arrives: the sum of all rates is finite. */
  private static void tooFast() {
    double first = 0.3;
    double decay = 0.9;
    Schedule fast = t -> first * StrictMath.pow(decay, t);
    double[] loss = expected(fast, 2000);
    double distance = START;
    double sum = 0;
    for (int t = 0; t < 2000; t++) {
      distance *= 1 - fast.rate(t);
      sum += fast.rate(t);
    }
    show("first", first);
    show("decay", decay);
    show("rateSum", sum);
    check("sum of the rates against the geometric series", sum, near(first / (1 - decay), 1e-9));
    show("stuckAt", distance);
    check(
        "the mean of w alone accounts for most of the loss",
        distance * distance / 2 / loss[2000],
        between(0.5, 1));
  }

  /** A full gradient has no noise to average out. */
  private static void noNoise() {
    double constant = START;
    double falling = START;
    double rate = 0.3;
    int updates = 100;
    for (int t = 0; t < updates; t++) {
      constant -= rate * CURVATURE * constant;
      falling -= rate / (1 + rate * t) * CURVATURE * falling;
    }
    show("start", START);
    show("fullUpdates", (long) updates);
    show("fullRate", rate);
    show("fullConstant", constant);
    show("fullFalling", falling);
    check(
        "distance after 100 updates over its formula",
        constant / (START * Math.pow(1 - rate * CURVATURE, updates)),
        near(1, 1e-9));
  }

  /** A minimum that moves: a rate that has fallen cannot follow it. */
  private static void moving() {
    int steps = 600;
    Schedule[] schedules = {t -> 0.3, t -> 0.3 / (1 + 0.3 * t)};
    double[][] track = new double[2][steps + 1];
    double[] goal = new double[steps + 1];
    double[] error = new double[2];
    for (int s = 0; s < 2; s++) {
      Random random = new Random(5);
      double w = 0;
      for (int t = 0; t <= steps; t++) {
        goal[t] = 3 * StrictMath.sin(2 * Math.PI * t / 300);
        track[s][t] = w;
        error[s] += t > 100 ? (w - goal[t]) * (w - goal[t]) / (steps - 100) : 0;
        // the gradient is taken about the goal, with noise of 0.5
        w -= schedules[s].rate(t) * (w - goal[t] + 0.5 * random.nextGaussian());
      }
    }
    show("trackConstant", error[0], within(1e-6));
    show("trackFalling", error[1], within(1e-6));
    check("square error of the falling over the constant rate", error[1] / error[0], above(10));
    double[] time = linspace(0, steps, steps + 1);
    plot(
            "moving",
            "The best weight swings up and down like a sine. With a constant learning rate the"
                + " weight follows it closely, with some noise. With a falling rate it follows less"
                + " and less, and soon hardly moves.")
        .x("update")
        .y("weight")
        .line("best weight", time, goal)
        .line("constant rate", time, track[0])
        .line("falling rate", time, track[1]);
  }

  /** Every sample has the same best weight 0: the noise vanishes there. */
  private static void interpolation() {
    Random random = new Random(6);
    int runs = 40_000;
    double rate = 0.3;
    double mean = 0;
    for (int run = 0; run < runs; run++) {
      double w = 1;
      for (int t = 0; t < 4; t++) {
        double x = random.nextGaussian();
        // @start region="interpolation"
        double gradient = x * x * w; // of (x w)² / 2
        w -= rate * gradient;
        // @end
      }
      mean += w * w / runs;
    }
    double factor = 1 - 2 * rate + 3 * rate * rate; // the mean of (1 − η x²)²
    show("fitRate", rate);
    show("factor", factor);
    check(
        "simulated mean square after four updates over its formula",
        mean / Math.pow(factor, 4),
        near(1, 0.1));
  }

  /** Instead of the rate, the noise can be lowered: by larger batches. */
  private static void batches() {
    int batch = 16;
    double rate = 0.32;
    Random random = new Random(7);
    int runs = 3000;
    double simulated = 0;
    for (int run = 0; run < runs; run++) {
      double w = 0;
      for (int t = 0; t < 15; t++) {
        double noise = 0;
        for (int i = 0; i < batch; i++) {
          noise += NOISE * random.nextGaussian() / batch;
        }
        w -= rate * (CURVATURE * w + noise);
      }
      simulated += w * w / 2 / runs;
    }
    double large = rate * NOISE * NOISE / batch / (2 * (2 - rate * CURVATURE));
    double slow = rate / batch * NOISE * NOISE / (2 * (2 - rate / batch * CURVATURE));
    check("simulated level of the large batch over its formula", simulated / large, near(1, 0.1));
    show("batch", (long) batch);
    show("batchRate", rate);
    show("largeBatch", large);
    show("slowRate", slow);
  }
}
