import static answerbook.api.Snippet.*;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Weight normalisation of one linear neuron: its gradient, and what training does with it. */
public class WeightNormalisation {
  private static final double[][] X = {{2, 1, 0.5}, {1, -1, 1}, {0.5, 2, -1}, {-1.5, 1, 2}};
  private static final double[] T = {1, 0.5, -1, 2};

  private static final double FLOOR = 1e-12;

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  // @start region="weight"
  /** The weight vector of length g in the direction of v. */
  static double[] weight(double g, double[] v) {
    return map(v, component -> g * component / norm(v));
  }

  // @end

  /** Mean squared error of the neuron without bias, halved. */
  private static double loss(double[] w) {
    double sum = 0;
    for (int n = 0; n < X.length; n++) {
      double error = dot(w, X[n]) - T[n];
      sum += error * error / 2 / X.length;
    }
    return sum;
  }

  private static double[] gradientByW(double[] w) {
    double[] gradient = new double[w.length];
    for (int n = 0; n < X.length; n++) {
      for (int j = 0; j < w.length; j++) {
        gradient[j] += (dot(w, X[n]) - T[n]) * X[n][j] / X.length;
      }
    }
    return gradient;
  }

  // @start region="gradient"
  static double gradientByG(double[] dw, double[] v) {
    return dot(dw, v) / norm(v);
  }

  static double[] gradientByV(double[] dw, double g, double[] v) {
    double dg = gradientByG(dw, v);
    double[] dv = new double[v.length];
    for (int j = 0; j < v.length; j++) {
      double acrossV = dw[j] - dg * v[j] / norm(v);
      dv[j] = g / norm(v) * acrossV;
    }
    return dv;
  }

  // @end

  public static void main(String[] args) {
    double g = 1.5;
    double[] v = {0.6, -1.2, 0.4};
    double[] w = weight(g, v);
    double[] dw = gradientByW(w);
    double[] dv = gradientByV(dw, g, v);
    show("g", g);
    show("v", v);
    show("w", w);
    show("dw", dw);
    show("dg", gradientByG(dw, v));
    show("dv", dv);
    check("length of w", norm(w), near(g, 1e-12));
    check("dot product of v and the gradient by v", Math.abs(dot(dv, v)), below(1e-12));

    ToDoubleFunction<double[]> lossOfAll =
        p -> loss(weight(p[0], new double[] {p[1], p[2], p[3]}));
    double[] all = {g, v[0], v[1], v[2]};
    double[] gradient = {gradientByG(dw, v), dv[0], dv[1], dv[2]};
    double error = 0;
    double h = 1e-5;
    for (int k = 0; k < all.length; k++) {
      double[] up = all.clone();
      double[] down = all.clone();
      up[k] += h;
      down[k] -= h;
      double slope = (lossOfAll.applyAsDouble(up) - lossOfAll.applyAsDouble(down)) / (2 * h);
      error = Math.max(error, Math.abs(slope - gradient[k]));
    }
    check("error of both gradients against finite differences", error, below(1e-8));

    double[] longer = map(v, component -> 10 * component);
    check(
        "a tenfold v: the gradient by v as a share of the former",
        norm(gradientByV(gradientByW(weight(g, longer)), g, longer)) / norm(dv),
        near(0.1, 1e-12));
    againstBatchNorm(v);
    rates();
  }

  /** For white inputs, dividing by ‖v‖ is dividing by the standard deviation of v·x. */
  private static void againstBatchNorm(double[] v) {
    Random random = new Random(7);
    int n = 20_000;
    double[][] white = new double[n][3];
    for (double[] x : white) {
      for (int j = 0; j < 3; j++) {
        x[j] = random.nextGaussian();
      }
    }
    INDArray sums = Nd4j.create(white).mmul(Nd4j.create(new double[][] {v}).transpose());
    double deviation = Math.sqrt(sums.var(false, 0).getDouble(0));
    show("draws", (long) n);
    show("deviation", deviation, within(1e-6));
    show("vNorm", norm(v));
    check(
        "standard deviation of v·x as a multiple of ‖v‖",
        deviation / norm(v),
        between(0.98, 1.02));
  }

  /** Full-batch gradient descent at many learning rates, from the same start. */
  private static void rates() {
    double[] start = {0.6, -1.2, 0.4};
    double rateOfG = 0.3;
    int steps = 300;
    double[] rates = new double[51];
    double[] plain = new double[rates.length];
    double[] normalised = new double[rates.length];
    double lastPlain = 0;
    double lastShared = 0;
    boolean sharedWorks = true;
    double lastNormalised = 0;
    double least = plainDescent(start, rateOfG, 5000);
    check("least loss against ND4J's least-squares solution", loss(solution()), near(least, 1e-12));
    for (int k = 0; k < rates.length; k++) {
      rates[k] = StrictMath.pow(10, -2 + k / 10.0);
      plain[k] = plainDescent(start, rates[k], steps);
      normalised[k] = Descent.run(start, rates[k], rateOfG, steps).finalLoss;
      double shared = Descent.run(start, rates[k], rates[k], steps).finalLoss;
      lastNormalised = normalised[k] - least < 1e-4 ? rates[k] : lastNormalised;
      lastPlain = plain[k] < loss(start) ? rates[k] : lastPlain;
      sharedWorks = sharedWorks && shared < loss(start);
      lastShared = sharedWorks ? rates[k] : lastShared;
      plain[k] = shown(plain[k] - least);
      normalised[k] = shown(normalised[k] - least);
    }
    show("steps", (long) steps);
    show("rateOfG", rateOfG);
    show("startLoss", loss(start));
    show("leastLoss", least);
    show("lastNormalised", lastNormalised);
    show("lastPlain", lastPlain);
    show("lastShared", lastShared);
    show("limit", 2 / curvature());
    check("largest rate that works without normalisation", lastPlain, below(2 / curvature()));
    check(
        "the next rate of the grid",
        lastPlain * StrictMath.pow(10, 0.1),
        above(2 / curvature()));

    double[] chosen = {0.1, 1, 10};
    double[] lengths = new double[3];
    double pythagoras = 0;
    for (int k = 0; k < 3; k++) {
      Descent descent = Descent.run(start, chosen[k], rateOfG, steps);
      lengths[k] = norm(descent.v);
      double predicted = Math.sqrt(dot(start, start) + descent.squaredSteps);
      pythagoras = Math.max(pythagoras, Math.abs(lengths[k] - predicted));
      check("excess loss at rate " + chosen[k], descent.finalLoss - least, below(1e-9));
    }
    show("chosen", chosen);
    show("lengths", lengths, within(1e-6));
    check("final ‖v‖ against the sum of the squared steps, difference", pythagoras, below(1e-9));

    plot(
            "rates",
            "How far the loss is above its least value after training, against the learning rate;"
                + " both axes are logarithmic. Both curves fall with the rate to the floor of the"
                + " plot. Without normalisation the loss then explodes just below a rate of 1. With"
                + " it the loss stays at the floor up to a rate of about 15, then rises slowly, and"
                + " is below 0.03 at a rate of 1000.")
        .x("learning rate of v, or of w without normalisation")
        .y("loss above the least possible")
        .logX()
        .logY()
        .yRange(FLOOR, 100)
        .line("weight normalisation", rates, normalised)
        .line("without", rates, plain);
  }

  /** An excess loss as the plot shows it: between its limits. */
  private static double shown(double excess) {
    return excess < 100 ? Math.max(excess, FLOOR) : 100;
  }

  private static double plainDescent(double[] start, double rate, int steps) {
    double[] w = start.clone();
    for (int step = 0; step < steps; step++) {
      double[] dw = gradientByW(w);
      for (int j = 0; j < w.length; j++) {
        w[j] -= rate * dw[j];
      }
    }
    return loss(w);
  }

  private record Descent(double finalLoss, double[] v, double squaredSteps) {
    static Descent run(double[] start, double rate, double rateOfG, int steps) {
      double[] v = start.clone();
      double g = norm(v);
      double squaredSteps = 0;
      for (int step = 0; step < steps; step++) {
        double[] dw = gradientByW(weight(g, v));
        double[] dv = gradientByV(dw, g, v);
        g -= rateOfG * gradientByG(dw, v);
        squaredSteps += rate * rate * dot(dv, dv);
        for (int j = 0; j < v.length; j++) {
          v[j] -= rate * dv[j];
        }
      }
      return new Descent(loss(weight(g, v)), v, squaredSteps);
    }
  }

  /** The least-squares solution, by ND4J's inverse of XᵀX. */
  private static double[] solution() {
    INDArray x = Nd4j.create(X);
    INDArray t = Nd4j.create(new double[][] {T}).transpose();
    INDArray gram = x.transpose().mmul(x);
    return Nd4j.linalg()
        .solve(gram, x.transpose().mmul(t))
        .reshape(3)
        .toDoubleVector();
  }

  /** The largest curvature of the loss: the largest eigenvalue of XᵀX/n, by power iteration. */
  private static double curvature() {
    double[] u = {1, 1, 1};
    double value = 0;
    for (int step = 0; step < 500; step++) {
      double[] next = new double[3];
      for (double[] x : X) {
        for (int j = 0; j < 3; j++) {
          next[j] += dot(x, u) * x[j] / X.length;
        }
      }
      value = norm(next);
      for (int j = 0; j < 3; j++) {
        u[j] = next[j] / value;
      }
    }
    return value;
  }
}
