import static answerbook.api.Snippet.above;
import static answerbook.api.Snippet.below;
import static answerbook.api.Snippet.check;
import static answerbook.api.Snippet.diagram;
import static answerbook.api.Snippet.linspace;
import static answerbook.api.Snippet.plot;
import static answerbook.api.Snippet.show;
import static answerbook.api.Snippet.table;

import answerbook.api.Table;
import java.util.List;
import java.util.Random;

public class DropoutPosterior {
  // @start region="posterior"
  /** The density of Beta(k + 1, n - k + 1) for k drops in n trials. */
  static double posterior(double theta, int k, int n) {
    double constant = n + 1;
    for (int i = 1; i <= k; i++) {
      constant *= (n - k + i) / (double) i;
    }
    return constant * Math.pow(theta, k) * Math.pow(1 - theta, n - k);
  }

  static double mean(int k, int n) {
    return (k + 1.0) / (n + 2);
  }
  // @end

  record Reading(String name, int dropped, int neurons) {
    double density(double theta) {
      return posterior(theta, dropped, neurons);
    }
  }

  static final Reading TEXT = new Reading("the text: four of four neurons", 4, 4);
  static final Reading FIGURE = new Reading("the figure: two of two hidden nodes", 2, 2);
  static final Reading ALL_NODES = new Reading("the figure, inputs counted as kept", 2, 4);

  public static void main(String[] args) {
    diagrams();
    readings();
    show("meanText", mean(4, 4));
    show("meanFigure", mean(2, 2));
    show("likelihoodAtPointTwo", Math.pow(0.2, 4));
    simulate();
    ensemble();
    plot("posteriors", "Densities of the drop probability. The prior is flat at 1. Four drops in "
        + "four make a curve that is near 0 up to 0.4 and climbs to 5 at 1; two in two climb to 3; "
        + "two in four make a hill with its top at 0.5.")
        .x("drop probability θ").y("density").xRange(0, 1)
        .dashed("uniform prior", new double[] {0, 1}, new double[] {1, 1})
        .line("4 of 4 dropped", 0, 1, TEXT::density)
        .line("2 of 2 dropped", 0, 1, FIGURE::density)
        .line("2 of 4 dropped", 0, 1, ALL_NODES::density);
  }

  private static void readings() {
    Table table = table("readings").column("reading").column("$k$").column("$n$")
        .column("posterior").column("mean", "%.3f").column("mode", "%.3f")
        .column("$P(\\theta > 1/2)$", "%.3f");
    for (Reading reading : List.of(TEXT, FIGURE, ALL_NODES)) {
      int k = reading.dropped();
      int n = reading.neurons();
      double aboveHalf = binomialAtMost(k, n + 1);
      // The no-break space keeps the cell in one line.
      String beta = "Beta(" + (k + 1) + ",\u00a0" + (n - k + 1) + ")";
      table.row(reading.name(), k, n, beta, mean(k, n), k / (double) n, aboveHalf);
      compareWithIntegral(beta, reading, aboveHalf);
    }
  }

  /** The probability of at most k heads in n throws of a fair coin. */
  private static double binomialAtMost(int k, int n) {
    double ways = 1;
    double sum = 1;
    for (int i = 1; i <= k; i++) {
      ways *= (n - i + 1) / (double) i;
      sum += ways;
    }
    return sum / Math.pow(2, n);
  }

  /** Bayes' theorem by brute force: likelihood times prior on a grid, divided by its sum. */
  private static void compareWithIntegral(String beta, Reading reading, double aboveHalf) {
    int cells = 20_000;
    double evidence = 0;
    double first = 0;
    double upper = 0;
    for (int i = 0; i < cells; i++) {
      double theta = (i + 0.5) / cells;
      double likelihood = 1;
      for (int trial = 0; trial < reading.neurons(); trial++) {
        likelihood *= trial < reading.dropped() ? theta : 1 - theta;
      }
      evidence += likelihood / cells;
      first += theta * likelihood / cells;
      upper += theta > 0.5 ? likelihood / cells : 0;
    }
    double worst = 0;
    for (double theta : linspace(0, 1, 11)) {
      double likelihood = Math.pow(theta, reading.dropped())
          * Math.pow(1 - theta, reading.neurons() - reading.dropped());
      worst = Math.max(worst, Math.abs(likelihood / evidence - reading.density(theta)));
    }
    check(beta + ": density against likelihood × prior / numerical integral, largest difference",
        worst, below(1e-6));
    check(beta + ": mean and tail against numerical integrals, larger difference",
        Math.max(Math.abs(first / evidence - mean(reading.dropped(), reading.neurons())),
            Math.abs(upper / evidence - aboveHalf)), below(1e-6));
  }

  private static void simulate() {
    // @start region="simulate"
    Random random = new Random(64);
    int worlds = 200_000;
    int kept = 0;
    double sum = 0;
    for (int world = 0; world < worlds; world++) {
      double theta = random.nextDouble();
      boolean allDropped = true;
      for (int neuron = 0; neuron < 4; neuron++) {
        allDropped &= random.nextDouble() < theta;
      }
      if (allDropped) {
        kept++;
        sum += theta;
      }
    }
    // @end
    // The variance of Beta(5, 1) is 5/252.
    double standardError = Math.sqrt(5.0 / 252 / kept);
    show("worlds", worlds);
    show("kept", kept);
    show("simulatedMean", sum / kept);
    check("distance of the simulated from the computed posterior mean, in standard errors",
        Math.abs(sum / kept - mean(4, 4)) / standardError, below(4));
  }

  /** All sub-networks of one sigmoid unit, averaged, against the one unit with scaled weights. */
  private static void ensemble() {
    // @start region="ensemble"
    double p = 0.2;
    double[] wx = {1.5, -2.0, 0.8, 2.2}; // weight times input
    double arithmetic = 0;
    double logYes = 0;
    double logNo = 0;
    for (int mask = 0; mask < 1 << wx.length; mask++) {
      double probability = 1;
      double z = 0;
      for (int j = 0; j < wx.length; j++) {
        boolean keep = (mask >> j & 1) == 1;
        probability *= keep ? 1 - p : p;
        z += keep ? wx[j] : 0;
      }
      arithmetic += probability * sigmoid(z);
      logYes += probability * Math.log(sigmoid(z));
      logNo += probability * Math.log(sigmoid(-z));
    }
    double geometric =
        Math.exp(logYes) / (Math.exp(logYes) + Math.exp(logNo));

    double z = 0;
    for (double product : wx) {
      z += (1 - p) * product;
    }
    double scaled = sigmoid(z);
    // @end
    show("subnetworks", 1 << wx.length);
    show("arithmetic", arithmetic);
    show("geometric", geometric);
    show("scaled", scaled);
    check("the scaled unit equals the normalised geometric mean of all sub-networks, difference",
        Math.abs(scaled - geometric), below(1e-12));
    check("the scaled unit differs from the arithmetic mean by", Math.abs(scaled - arithmetic),
        above(0.01));
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  private static void diagrams() {
    diagram("layer",
        "A dropout layer of a bias node and two hidden nodes, one of them crossed out.")
        .column("dropout").bias("bias", "b").dropped("h1", "H").neuron("h2", "H");
    diagram("network", "Inputs x1 and x2 are fully connected to hidden nodes H1 and H2, both "
        + "crossed out, and these to the output.")
        .column("input").neuron("x1", "x_1").neuron("x2", "x_2")
        .column("hidden, dropped").dropped("h1", "H_1").dropped("h2", "H_2")
        .column("output").neuron("y", "γ_1")
        .dense(List.of("x1", "x2"), List.of("h1", "h2"))
        .dense(List.of("h1", "h2"), List.of("y"));
  }
}
