import static answerbook.api.Snippet.*;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Averaging over several views of one face: what it removes, and what it can't. */
public class TestTimeAugmentation {
  private static final int D = 128;
  private static final int PEOPLE = 40;
  private static final int QUERIES = 600;
  private static final int VIEWS = 5;
  private static final int MOST = 10;
  private static final double NOISE = 5.5; // of one view; people differ by 1 in each element

  public static void main(String[] args) {
    show("people", (long) PEOPLE);
    show("queries", (long) QUERIES);
    show("views", (long) VIEWS);
    Random random = new Random(5);
    double[][] people = new double[PEOPLE][];
    for (int i = 0; i < PEOPLE; i++) {
      people[i] = gaussian(random);
    }
    double[] shares = {0, 0.5, 0.9};
    double[] counts = linspace(1, MOST, MOST);
    double worst = 0;
    var table = table("spread");
    table.column("$\\rho$", "%.1f").column("variance, %d views".formatted(VIEWS), "%.2f");
    table.column("accuracy, 1 view", "%.1f%%").column("%d views".formatted(VIEWS), "%.1f%%");
    var plot =
        plot(
            "accuracy",
            "Accuracy against the number of views. From about 50 per cent for one view it rises to"
                + " nearly 100 within five views if their errors are independent. With half of the"
                + " variance shared it rises to about 70 per cent and levels off. With nine tenths"
                + " shared it rises by a few points only.");
    plot.x("views averaged").y("accuracy, per cent").yRange(0, 100);
    for (int s = 0; s < 3; s++) {
      double[] right = new double[MOST];
      double square = 0;
      for (int q = 0; q < QUERIES; q++) {
        int who = q % PEOPLE;
        double[] shared = gaussian(random);
        double[] sum = new double[D];
        for (int k = 1; k <= MOST; k++) {
          double[] own = gaussian(random);
          double[] mean = new double[D];
          for (int j = 0; j < D; j++) {
            // @start region="view"
            double error =
                Math.sqrt(shares[s]) * shared[j] // the pose, in every view
                    + Math.sqrt(1 - shares[s]) * own[j];
            sum[j] += people[who][j] + NOISE * error;
            mean[j] = sum[j] / k;
            // @end
          }
          right[k - 1] += nearest(mean, people) == who ? 1 : 0;
          for (int j = 0; k == VIEWS && j < D; j++) {
            double d = mean[j] - people[who][j];
            square += d * d / D / QUERIES;
          }
        }
      }
      double[] accuracy = map(right, count -> 100 * count / QUERIES);
      double left = shares[s] + (1 - shares[s]) / VIEWS;
      worst = Math.max(worst, Math.abs(square / (NOISE * NOISE * left) - 1));
      table.row(shares[s], left, accuracy[0], accuracy[VIEWS - 1]);
      plot.line(shares[s] == 0 ? "independent" : "shared: " + shares[s], counts, accuracy);
    }
    check("relative deviation of the simulated variance from the formula", worst, below(0.02));
    decisions(people);
    fusing();
    jensen();
  }

  private static double[] gaussian(Random random) {
    double[] values = new double[D];
    for (int j = 0; j < D; j++) {
      values[j] = random.nextGaussian();
    }
    return values;
  }

  private static int nearest(double[] x, double[][] people) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < people.length; i++) {
      double sum = 0;
      for (int j = 0; j < D; j++) {
        sum += (x[j] - people[i][j]) * (x[j] - people[i][j]);
      }
      if (sum < least) {
        least = sum;
        best = i;
      }
    }
    return best;
  }

  /** The nearest person again, by ND4J and without distances: argmax of x·p − |p|²/2. */
  private static void decisions(double[][] people) {
    Random random = new Random(6);
    double[][] queries = new double[50][];
    for (int q = 0; q < 50; q++) {
      queries[q] = gaussian(random);
    }
    INDArray p = Nd4j.create(people);
    INDArray half = p.mul(p).sum(1).div(2).reshape(1, PEOPLE);
    INDArray scores = Nd4j.create(queries).mmul(p.transpose()).subRowVector(half);
    int same = 0;
    for (int q = 0; q < 50; q++) {
      same += scores.getRow(q).argMax().getInt(0) == nearest(queries[q], people) ? 1 : 0;
    }
    check("ND4J finds the same nearest person for all 50 queries", same == 50);
  }

  /** Five views of one face: the probability of the right person, and of another one. */
  private static void fusing() {
    double[] right = {0.55, 0.55, 0.55, 0.55, 0.01};
    double mean = 0;
    int votes = 0;
    for (double p : right) {
      mean += p / right.length;
      votes += p > 0.5 ? 1 : 0;
    }
    show("right", right);
    show("meanRight", mean);
    show("votes", (long) votes);
    check("mean probability of the right person", mean, below(0.5));
  }

  /** The log-loss of the mean is never above the mean of the log-losses. */
  private static void jensen() {
    Random random = new Random(7);
    double largest = Double.NEGATIVE_INFINITY;
    for (int run = 0; run < 1000; run++) {
      double mean = 0;
      double losses = 0;
      for (int k = 0; k < VIEWS; k++) {
        double p = random.nextDouble();
        mean += p / VIEWS;
        losses -= Math.log(p) / VIEWS;
      }
      largest = Math.max(largest, -Math.log(mean) - losses);
    }
    check("log-loss of the mean minus mean log-loss, largest of 1000,", largest, below(0));
  }
}
