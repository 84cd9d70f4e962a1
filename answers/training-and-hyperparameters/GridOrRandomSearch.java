import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;

/** Grid search and random search with the same number of trials. */
public class GridOrRandomSearch {
  private static final int SIDE = 5;
  private static final int TRIALS = SIDE * SIDE;
  private static final double UNIMPORTANT = 0.001;

  // @start region="search"
  /** All combinations of evenly spaced values. */
  static double[][] grid(int side) {
    double[][] trials = new double[side * side][];
    for (int i = 0; i < side * side; i++) {
      double x = (i % side + 0.5) / side;
      double y = (i / side + 0.5) / side;
      trials[i] = new double[] {x, y};
    }
    return trials;
  }

  static double[][] random(int count, Random random) {
    double[][] trials = new double[count][];
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble();
      double y = random.nextDouble();
      trials[i] = new double[] {x, y};
    }
    return trials;
  }

  // @end

  // @start region="loss"
  /** The validation loss, least at the point best. */
  static double loss(double[] trial, double[] best, double weight) {
    double dx = trial[0] - best[0];
    double dy = trial[1] - best[1];
    return dx * dx + weight * dy * dy;
  }

  // @end

  public static void main(String[] args) {
    show("side", (long) SIDE);
    show("trials", (long) TRIALS);
    Random random = new Random(4);
    picture(random);
    distance(random);
    budgets(random);
    targets(random);
    scale(random);
    dimensions();
  }

  private static void picture(Random random) {
    double[][] grid = grid(SIDE);
    double[][] drawn = random(TRIALS, random);
    show("gridValues", Arrays.stream(grid).mapToDouble(t -> t[0]).distinct().count());
    show("randomValues", Arrays.stream(drawn).mapToDouble(t -> t[0]).distinct().count());
    plot(
            "square",
            "In the unit square 25 grid points form five columns, so that they share five positions"
                + " on the horizontal axis. The 25 random points have 25 positions.")
        .x("important hyperparameter")
        .y("unimportant hyperparameter")
        .xRange(0, 1)
        .yRange(0, 1)
        .square()
        .points("grid", column(grid, 0), column(grid, 1))
        .points("random", column(drawn, 0), column(drawn, 1));
  }

  private static double[] column(double[][] trials, int axis) {
    return Arrays.stream(trials).mapToDouble(trial -> trial[axis]).toArray();
  }

  /** How near the nearest trial comes to the best value of the one axis that matters. */
  private static void distance(Random random) {
    int runs = 4000;
    double[] simulated = new double[2];
    for (int run = 0; run < runs; run++) {
      double[] best = {random.nextDouble(), random.nextDouble()};
      double[][][] both = {grid(SIDE), random(TRIALS, random)};
      for (int way = 0; way < 2; way++) {
        double nearest = 1;
        for (double[] trial : both[way]) {
          nearest = Math.min(nearest, Math.abs(trial[0] - best[0]));
        }
        simulated[way] += nearest / runs;
      }
    }
    double[] exact = {1.0 / (4 * SIDE), nearest(TRIALS)};
    show("gridDistance", exact[0]);
    show("randomDistance", exact[1]);
    check("simulated distance of the grid over its formula", simulated[0] / exact[0], near(1, .05));
    check(
        "simulated distance of random trials over its formula",
        simulated[1] / exact[1],
        near(1, .05));
    double direct = 0;
    int steps = 400;
    for (int i = 0; i < steps; i++) {
      for (int j = 0; j < steps; j++) {
        double best = (i + 0.5) / steps;
        double t = (j + 0.5) / steps; // the chance that no trial lies within t of the best
        double width = Math.min(1, best + t) - Math.max(0, best - t);
        direct += Math.pow(1 - width, TRIALS) / steps / steps;
      }
    }
    check("integral of the chance that no trial is near", direct, near(exact[1], 1e-4));
  }

  /** The mean distance of the nearest of n uniform values from a uniform value. */
  private static double nearest(int n) {
    return (n + 3) / (2.0 * (n + 1) * (n + 2));
  }

  private static void budgets(Random random) {
    int runs = 1500;
    double[] counts = {4, 9, 16, 25, 36, 49, 64};
    double[][] means = new double[4][counts.length];
    for (int way = 0; way < 4; way++) {
      for (int c = 0; c < counts.length; c++) {
        int count = (int) counts[c];
        double[][] fixed = grid((int) Math.round(Math.sqrt(count)));
        for (int run = 0; run < runs; run++) {
          double[] best = {random.nextDouble(), random.nextDouble()};
          double weight = way < 2 ? UNIMPORTANT : 1;
          double least = 2;
          for (double[] trial : way % 2 == 0 ? fixed : random(count, random)) {
            least = Math.min(least, loss(trial, best, weight));
          }
          means[way][c] += least / runs;
        }
      }
    }
    show("oneAxis", means[0][3] / means[1][3], within(1e-6));
    show("twoAxes", means[3][3] / means[2][3], within(1e-6));
    check(
        "one axis matters: loss of the grid over that of random",
        means[0][3] / means[1][3],
        above(1.5));
    check(
        "both matter: loss of random over that of the grid", means[3][3] / means[2][3], above(1.5));
    show("unimportant", UNIMPORTANT);
    plot(
            "budget",
            "The loss above the optimum against the number of trials, on logarithmic scales. If one"
                + " hyperparameter matters, random search falls below the grid from about nine"
                + " trials on, and ever further. If both matter, the grid lies below random"
                + " search throughout.")
        .x("trials")
        .y("best loss found, above the optimum")
        .logX()
        .logY()
        .line("grid, one matters", counts, means[0])
        .line("random, one matters", counts, means[1])
        .line("grid, both matter", counts, means[2])
        .line("random, both matter", counts, means[3]);
  }

  /** The chance that at least one of n random trials is among the best 5 per cent of all points. */
  private static void targets(Random random) {
    int n = 0;
    while (1 - Math.pow(0.95, n) < 0.95) {
      n++;
    }
    show("enough", (long) n);
    show("enoughChance", 100 * (1 - Math.pow(0.95, n)));
    int runs = 4000;
    int hits = 0;
    for (int run = 0; run < runs; run++) {
      double[] best = {0.3, 0.6};
      boolean hit = false;
      for (double[] trial : random(n, random)) {
        hit |= loss(trial, best, 1) < 0.05 / Math.PI; // a disc of area 0.05
      }
      hits += hit ? 1 : 0;
    }
    check("simulated share of hits", hits / (double) runs, near(1 - Math.pow(0.95, n), 0.015));
  }

  /** Learning rates from 0.0001 to 1, drawn evenly and drawn evenly in the exponent. */
  private static void scale(Random random) {
    int draws = 20_000;
    int even = 0;
    int log = 0;
    for (int i = 0; i < draws; i++) {
      double u = random.nextDouble();
      // @start region="scale"
      double evenly = 1e-4 + u * (1 - 1e-4);
      double inTheExponent = Math.pow(10, -4 * u);
      // @end
      even += evenly < 0.01 ? 1 : 0;
      log += inTheExponent < 0.01 ? 1 : 0;
    }
    show("lowestRate", 1e-4);
    show("border", 0.01);
    show("evenShare", 100 * (0.01 - 1e-4) / (1 - 1e-4));
    show("logShare", 100 * Math.log(0.01 / 1e-4) / Math.log(1 / 1e-4));
    check("simulated share below 0.01, drawn evenly,", 100.0 * even / draws, near(1, 0.3));
    check("simulated share below 0.01, in the exponent,", 100.0 * log / draws, near(50, 1.5));
  }

  private static void dimensions() {
    var table = table("dimensions");
    table.column("hyperparameters").column("trials of a grid with %d values each".formatted(SIDE));
    for (int d = 1; d <= 6; d++) {
      table.row(d, Math.round(Math.pow(SIDE, d)));
    }
  }
}
