import static answerbook.api.Snippet.*;

import java.util.Arrays;
import java.util.Random;

/** A small network trained on labels, and on the outputs of larger ones. */
public class KnowledgeDistillation {
  static final int INPUTS = 8;
  static final int CLASSES = 4;

  /** Clouds of points around centres, three to a class. */
  static double[] sample(double[][] centres, int centre, Random random) {
    double[] x = new double[INPUTS];
    for (int j = 0; j < INPUTS; j++) {
      x[j] = centres[centre][j] + random.nextGaussian();
    }
    return x;
  }

  static final class Network {
    final int hidden;
    final double[] p;

    Network(int hidden, Random random) {
      this.hidden = hidden;
      p = new double[hidden * (INPUTS + 1 + CLASSES) + CLASSES];
      for (int i = 0; i < hidden; i++) {
        int at = i * (INPUTS + 1 + CLASSES);
        for (int j = 0; j < INPUTS; j++) {
          p[at + j] = random.nextGaussian() * Math.sqrt(2.0 / INPUTS);
        }
        for (int c = 0; c < CLASSES; c++) {
          p[at + INPUTS + 1 + c] = random.nextGaussian() * Math.sqrt(1.0 / hidden);
        }
      }
    }

    double sum(int i, double[] x) {
      int at = i * (INPUTS + 1 + CLASSES);
      double s = p[at + INPUTS];
      for (int j = 0; j < INPUTS; j++) {
        s += p[at + j] * x[j];
      }
      return s;
    }

    double[] logits(double[] x) {
      double[] z = Arrays.copyOfRange(p, p.length - CLASSES, p.length);
      for (int i = 0; i < hidden; i++) {
        double s = sum(i, x);
        if (s > 0) {
          for (int c = 0; c < CLASSES; c++) {
            z[c] += s * p[i * (INPUTS + 1 + CLASSES) + INPUTS + 1 + c];
          }
        }
      }
      return z;
    }

    void addGradient(double[] x, double[] delta, double[] g) {
      for (int i = 0; i < hidden; i++) {
        double s = sum(i, x);
        if (s > 0) {
          int at = i * (INPUTS + 1 + CLASSES);
          double back = 0;
          for (int c = 0; c < CLASSES; c++) {
            back += delta[c] * p[at + INPUTS + 1 + c];
            g[at + INPUTS + 1 + c] += delta[c] * s;
          }
          for (int j = 0; j < INPUTS; j++) {
            g[at + j] += back * x[j];
          }
          g[at + INPUTS] += back;
        }
      }
      for (int c = 0; c < CLASSES; c++) {
        g[p.length - CLASSES + c] += delta[c];
      }
    }

    void train(double[][] x, double[][] target, double temperature, int steps, Random random) {
      double[] v = new double[p.length];
      int batch = 10;
      for (int step = 0; step < steps; step++) {
        double rate = 0.02 * (1 - step / (double) steps);
        double[] g = new double[p.length];
        for (int k = 0; k < batch; k++) {
          int n = random.nextInt(x.length);
          addGradient(x[n], delta(logits(x[n]), target[n], temperature), g);
        }
        for (int j = 0; j < p.length; j++) {
          v[j] = 0.9 * v[j] - rate * g[j] / batch;
          p[j] += v[j];
        }
      }
    }
  }

  static double[] softmax(double[] z, double temperature) {
    double[] p = new double[z.length];
    double top = Arrays.stream(z).max().getAsDouble();
    double sum = 0;
    for (int c = 0; c < z.length; c++) {
      p[c] = StrictMath.exp((z[c] - top) / temperature);
      sum += p[c];
    }
    for (int c = 0; c < z.length; c++) {
      p[c] /= sum;
    }
    return p;
  }

  // @start region="delta"
  /** Gradient of T² times the cross-entropy at temperature T, by logits. */
  static double[] delta(double[] z, double[] target, double temperature) {
    double[] p = softmax(z, temperature);
    for (int c = 0; c < p.length; c++) {
      p[c] = temperature * (p[c] - target[c]);
    }
    return p;
  }

  // @end

  static int best(double[] z) {
    int best = 0;
    for (int c = 1; c < z.length; c++) {
      best = z[c] > z[best] ? c : best;
    }
    return best;
  }

  /** The mean logits of an ensemble. */
  static double[] mean(Network[] ensemble, double[] x) {
    double[] mean = new double[CLASSES];
    for (Network network : ensemble) {
      double[] z = network.logits(x);
      for (int c = 0; c < CLASSES; c++) {
        mean[c] += z[c] / ensemble.length;
      }
    }
    return mean;
  }

  public static void main(String[] args) {
    gradient();
    distil();
    widths();
  }

  private static void gradient() {
    double[] z = {1.5, -0.3, 0.2, -2};
    double[] v = {4, 1, -2, 0.5};
    double h = 1e-5;
    double error = 0;
    double temperature = 3;
    double[] target = softmax(v, temperature);
    double[] delta = delta(z, target, temperature);
    for (int c = 0; c < CLASSES; c++) {
      double[] up = z.clone();
      double[] down = z.clone();
      up[c] += h;
      down[c] -= h;
      double slope = (loss(up, target, temperature) - loss(down, target, temperature)) / (2 * h);
      error = Math.max(error, Math.abs(slope - delta[c]));
    }
    check("error of the gradient against finite differences", error, below(1e-8));

    double high = 1000;
    double[] limit = delta(z, softmax(v, high), high);
    double means = 0;
    for (int c = 0; c < CLASSES; c++) {
      means += (z[c] - v[c]) / CLASSES;
    }
    error = 0;
    for (int c = 0; c < CLASSES; c++) {
      error = Math.max(error, Math.abs(limit[c] - (z[c] - v[c] - means) / CLASSES));
    }
    check("at a high temperature, distance of the gradient from its limit", error, below(1e-2));
  }

  private static double loss(double[] z, double[] target, double temperature) {
    double[] p = softmax(z, temperature);
    double sum = 0;
    for (int c = 0; c < p.length; c++) {
      sum -= target[c] * StrictMath.log(p[c]);
    }
    return temperature * temperature * sum;
  }

  /** Teachers on few labels; students on labels, on soft targets, and on more of those. */
  private static void distil() {
    int labelled = 200;
    int unlabelled = 2000;
    int tested = 1000;
    int runs = 5;
    int members = 3;
    int wide = 48;
    int small = 6;
    double temperature = 2;
    String[] names = {
      "teacher",
      "student on labels",
      "student on soft targets",
      "student on soft targets, also of unlabelled samples",
      "student on labels of all samples"
    };
    double[][] accuracy = new double[names.length][runs];
    for (int run = 0; run < runs; run++) {
      Random random = new Random(run);
      double[][] centres = new double[3 * CLASSES][INPUTS];
      for (double[] centre : centres) {
        Arrays.setAll(centre, j -> 1.2 * random.nextGaussian());
      }
      int size = labelled + unlabelled;
      double[][] x = new double[size + tested][];
      int[] y = new int[x.length];
      for (int k = 0; k < x.length; k++) {
        int centre = random.nextInt(centres.length);
        x[k] = sample(centres, centre, random);
        y[k] = centre % CLASSES;
      }
      double[][] few = Arrays.copyOf(x, labelled);
      double[][] all = Arrays.copyOf(x, size);
      double[][] hard = new double[size][CLASSES];
      for (int k = 0; k < size; k++) {
        hard[k][y[k]] = 1;
      }

      Network[] teacher = new Network[members];
      for (int m = 0; m < members; m++) {
        teacher[m] = new Network(wide, random);
        teacher[m].train(few, hard, 1, 800, random);
      }
      // @start region="soft"
      double[][] soft = new double[size][];
      for (int k = 0; k < size; k++) {
        soft[k] = softmax(mean(teacher, x[k]), temperature);
      }
      // @end
      Network[] student = new Network[4];
      for (int m = 0; m < student.length; m++) {
        student[m] = new Network(small, new Random(100 + run));
        Random order = new Random(200 + run);
        double[][] inputs = m < 2 ? few : all;
        boolean onLabels = m == 0 || m == 3;
        student[m].train(inputs, onLabels ? hard : soft, onLabels ? 1 : temperature, 1500, order);
      }
      for (int k = size; k < x.length; k++) {
        accuracy[0][run] += best(mean(teacher, x[k])) == y[k] ? 1.0 / tested : 0;
        for (int m = 0; m < student.length; m++) {
          accuracy[1 + m][run] += best(student[m].logits(x[k])) == y[k] ? 1.0 / tested : 0;
        }
      }
      if (run == 0) {
        example(teacher, x, y, labelled);
        show("teacherWeights", members * teacher[0].p.length);
        show("studentWeights", student[0].p.length);
      }
    }
    show("labelled", labelled);
    show("unlabelled", unlabelled);
    show("tested", tested);
    show("runs", runs);
    show("members", members);
    show("wide", wide);
    show("small", small);
    show("temperature", temperature);
    var table = table("accuracies").column("network").column("accuracy", "%.3f");
    double[] means = new double[names.length];
    for (int m = 0; m < names.length; m++) {
      means[m] = Arrays.stream(accuracy[m]).average().getAsDouble();
      table.row(names[m], means[m]);
    }
    show("means", means);
    check("what soft targets gain over labels", means[2] - means[1], above(0));
    check("what soft targets of more samples gain on top", means[3] - means[2], above(0));
    check("what labels for all samples would gain", means[4] - means[3], above(0));
    int wins = 0;
    for (int run = 0; run < runs; run++) {
      wins += accuracy[3][run] > accuracy[1][run] ? 1 : 0;
    }
    show("wins", wins);
  }

  /** A sample about which the teacher is in doubt. */
  private static void example(Network[] teacher, double[][] x, int[] y, int from) {
    int doubtful = from;
    double least = 1;
    for (int k = from; k < from + 100; k++) {
      double[] p = softmax(mean(teacher, x[k]), 1);
      double[] sorted = p.clone();
      Arrays.sort(sorted);
      double distance = Math.abs(sorted[CLASSES - 1] - 0.9);
      if (best(p) == y[k] && distance < least) {
        least = distance;
        doubtful = k;
      }
    }
    var table = table("example").column("target");
    for (int c = 0; c < CLASSES; c++) {
      table.column("class " + (c + 1), "%.3f");
    }
    Object[] row = new Object[CLASSES + 1];
    row[0] = "label";
    for (int c = 0; c < CLASSES; c++) {
      row[c + 1] = c == y[doubtful] ? 1.0 : 0.0;
    }
    table.row(row);
    for (int temperature : new int[] {1, 2, 5}) {
      double[] p = softmax(mean(teacher, x[doubtful]), temperature);
      row[0] = "teacher, $T = " + temperature + "$";
      for (int c = 0; c < CLASSES; c++) {
        row[c + 1] = p[c];
      }
      table.row(row);
    }
  }

  /** Exclusive or, from random starts: how often descent finds a solution, by width. */
  private static void widths() {
    int[] widths = {2, 3, 4, 6, 8, 12, 16};
    int starts = 100;
    double[] share = new double[widths.length];
    for (int w = 0; w < widths.length; w++) {
      for (int start = 0; start < starts; start++) {
        share[w] += learnsXor(widths[w], new Random(start)) ? 1.0 / starts : 0;
      }
    }
    show("starts", starts);
    show("narrowShare", share[0]);
    show("wideShare", share[widths.length - 1]);
    check("starts that succeed with two units, as a share", share[0], between(0.05, 0.9));
    check("starts that succeed with the widest network", share[widths.length - 1], above(0.97));
    // Two units are enough: |x1 - x2| is the sum of two ReLUs.
    boolean represents = true;
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        represents &= (Math.max(0, a - b) + Math.max(0, b - a) > 0.5) == ((a ^ b) == 1);
      }
    }
    check("two ReLUs can represent exclusive or", represents);
    plot(
            "widths",
            "Share of random starts from which gradient descent learns exclusive or, against the"
                + " number of hidden units. With two units it is about a quarter. It rises quickly"
                + " and is above nine tenths from eight units on.")
        .x("hidden units")
        .y("share of starts that succeed")
        .xRange(0, 16)
        .yRange(0, 1)
        .line("", Arrays.stream(widths).asDoubleStream().toArray(), share);
  }

  private static boolean learnsXor(int hidden, Random random) {
    double[] p = new double[4 * hidden + 1];
    for (int i = 0; i < 4 * hidden; i++) {
      p[i] = i % 4 == 2 ? 0 : random.nextGaussian();
    }
    for (int step = 0; step < 400; step++) {
      double[] g = new double[p.length];
      for (int k = 0; k < 4; k++) {
        double a = k & 1;
        double b = k >> 1;
        double delta = 1 / (1 + StrictMath.exp(-xor(p, a, b))) - ((k & 1) ^ (k >> 1));
        g[4 * hidden] += delta;
        for (int i = 0; i < 4 * hidden; i += 4) {
          double s = p[i] * a + p[i + 1] * b + p[i + 2];
          if (s > 0) {
            g[i] += delta * p[i + 3] * a;
            g[i + 1] += delta * p[i + 3] * b;
            g[i + 2] += delta * p[i + 3];
            g[i + 3] += delta * s;
          }
        }
      }
      for (int j = 0; j < p.length; j++) {
        p[j] -= 0.1 * g[j];
      }
    }
    return xor(p, 0, 0) < 0 && xor(p, 1, 0) > 0 && xor(p, 0, 1) > 0 && xor(p, 1, 1) < 0;
  }

  private static double xor(double[] p, double a, double b) {
    double z = p[p.length - 1];
    for (int i = 0; i < p.length - 1; i += 4) {
      z += p[i + 3] * Math.max(0, p[i] * a + p[i + 1] * b + p[i + 2]);
    }
    return z;
  }
}
