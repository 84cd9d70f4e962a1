import static answerbook.api.Snippet.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

public class DifferentiableOrNot {
  // @start region="functions"
  static double absolute(double x) {
    return Math.abs(x);
  }

  static double absoluteSlope(double x) {
    return Math.signum(x); // 0 at 0: a choice
  }

  static double wiggle(double x) {
    return x == 0 ? 0 : x * StrictMath.sin(1 / x);
  }

  static double wiggleSlope(double x) {
    if (x == 0) {
      return 0; // a choice that nothing justifies
    }
    return StrictMath.sin(1 / x) - StrictMath.cos(1 / x) / x;
  }

  static double bent(double x) {
    return x < 0 ? -x : x * x;
  }

  static double bentSlope(double x) {
    return x < 0 ? -1 : 2 * x; // 0 at 0: a choice
  }

  // @end

  static final int STEPS = 500;
  static final double NUDGE = 1e-10; // how far one weight of the start is moved
  static final double[] INPUTS = linspace(-1, 1, 41);

  record Activation(String tex, DoubleUnaryOperator f, DoubleUnaryOperator slope) {}

  public static void main(String[] args) {
    Map<String, Activation> all = new LinkedHashMap<>();
    all.put(
        "|x|",
        new Activation(
            "$\\lvert x\\rvert$",
            DifferentiableOrNot::absolute,
            DifferentiableOrNot::absoluteSlope));
    all.put(
        "x sin(1/x)",
        new Activation(
            "$x \\sin(1/x)$", DifferentiableOrNot::wiggle, DifferentiableOrNot::wiggleSlope));
    all.put(
        "the fourth function",
        new Activation(
            "$-x$ and $x^2$", DifferentiableOrNot::bent, DifferentiableOrNot::bentSlope));

    slopesAwayFromZero(all);
    graphs();
    quotients();
    subgradients();
    steepness();
    training(all);
  }

  private static void slopesAwayFromZero(Map<String, Activation> all) {
    double h = 1e-6;
    double worst = 0;
    for (Activation a : all.values()) {
      for (double x : new double[] {-2, -0.7, -0.11, 0.09, 0.5, 1.9}) {
        double difference = (a.f.applyAsDouble(x + h) - a.f.applyAsDouble(x - h)) / (2 * h);
        worst = Math.max(worst, Math.abs(difference - a.slope.applyAsDouble(x)));
      }
    }
    check("the three slopes away from 0 agree with differences: error", worst, below(1e-6));
    INDArray x = Nd4j.create(new double[] {-2, 0, 0.5});
    INDArray ours = Nd4j.create(map(x.toDoubleVector(), DifferentiableOrNot::absoluteSlope));
    check(
        "the slope of |x| agrees with ND4J's sign function, at 0 as well: error",
        ours.sub(Nd4j.math().sign(x)).amaxNumber().doubleValue(),
        below(1e-12));
  }

  private static void graphs() {
    double[] wiggles = inverseSteps();
    plot(
            "graphs",
            "The absolute value is a V. The bent function falls along the same left arm, then rises"
                + " as a parabola. x sin(1/x) swings ever faster between the lines x and -x as it"
                + " nears 0.")
        .x("x")
        .y("f(x)")
        .yRange(-0.3, 0.6)
        .line("|x|", -0.5, 0.5, DifferentiableOrNot::absolute)
        .line("x sin(1/x)", wiggles, map(wiggles, DifferentiableOrNot::wiggle))
        .dashed("−x, x^2", -0.5, 0.5, DifferentiableOrNot::bent);
  }

  /** Points from -0.5 to 0.5 that take 1/x in even steps: the closer to 0, the denser. */
  private static double[] inverseSteps() {
    double[] right = map(linspace(60, 2, 450), t -> 1 / t);
    double[] x = new double[2 * right.length + 1];
    for (int k = 0; k < right.length; k++) {
      x[right.length + 1 + k] = right[k];
      x[right.length - 1 - k] = -right[k];
    }
    return x;
  }

  private static void quotients() {
    double[] h = {0.1, 0.01, 0.001, 0.0001};
    var table =
        table("quotients")
            .column("$h$")
            .column("1, left")
            .column("1, right")
            .column("3, left", "%.3f")
            .column("3, right", "%.3f")
            .column("4, left")
            .column("4, right");
    for (double step : h) {
      table.row(
          step,
          quotient(DifferentiableOrNot::absolute, -step),
          quotient(DifferentiableOrNot::absolute, step),
          quotient(DifferentiableOrNot::wiggle, -step),
          quotient(DifferentiableOrNot::wiggle, step),
          quotient(DifferentiableOrNot::bent, -step),
          quotient(DifferentiableOrNot::bent, step));
    }
    double[] steps = map(linspace(2, 200, 1000), t -> 1 / t);
    plot(
            "wiggleQuotient",
            "The difference quotient of x sin(1/x) at 0 swings between -1 and 1 ever more often as"
                + " h shrinks; those of the absolute value and of the fourth function settle at 1"
                + " and at 0.")
        .x("h")
        .y("(f(h) − f(0)) / h")
        .logX()
        .yRange(-1.2, 1.2)
        .line("x sin(1/x)", steps, map(steps, s -> quotient(DifferentiableOrNot::wiggle, s)))
        .dashed("|x|", steps, map(steps, s -> quotient(DifferentiableOrNot::absolute, s)))
        .dashed("−x, x^2", steps, map(steps, s -> quotient(DifferentiableOrNot::bent, s)));

    double lowest = 1;
    double highest = -1;
    for (int k = 1000; k < 1010; k++) {
      double up = 1 / (Math.PI / 2 + 2 * Math.PI * k);
      double down = 1 / (3 * Math.PI / 2 + 2 * Math.PI * k);
      highest = Math.max(highest, wiggle(up) / up);
      lowest = Math.min(lowest, wiggle(down) / down);
    }
    show("lowest", lowest);
    show("highest", highest);
    show("peakAt", 1 / (Math.PI / 2 + 2 * Math.PI * 1000));
  }

  static double quotient(DoubleUnaryOperator f, double h) {
    return (f.applyAsDouble(h) - f.applyAsDouble(0)) / h;
  }

  /** For which slopes the line through the origin stays below the graph. */
  private static void subgradients() {
    double[] x = linspace(-2, 2, 4001);
    show("absoluteFrom", extreme(DifferentiableOrNot::absolute, x, -1), within(1e-6));
    show("absoluteTo", extreme(DifferentiableOrNot::absolute, x, 1), within(1e-6));
    show("bentFrom", extreme(DifferentiableOrNot::bent, x, -1), within(1e-6));
    show("bentTo", extreme(DifferentiableOrNot::bent, x, 1), absolutely(1e-6));
    int supporting = 0;
    for (double g : linspace(-3, 3, 601)) {
      supporting += supports(g, DifferentiableOrNot::wiggle, x) ? 1 : 0;
    }
    check("lines through the origin that stay below x sin(1/x): number", supporting, below(1));
  }

  private static boolean supports(double g, DoubleUnaryOperator f, double[] x) {
    for (double xi : x) {
      if (f.applyAsDouble(xi) < g * xi - 1e-12) {
        return false;
      }
    }
    return true;
  }

  /** The lowest (sign −1) or highest (sign 1) supporting slope among multiples of 1/100. */
  private static double extreme(DoubleUnaryOperator f, double[] x, int sign) {
    for (int k = 300; k >= -300; k--) {
      double g = sign * k / 100.0;
      if (supports(g, f, x)) {
        return g;
      }
    }
    return Double.NaN;
  }

  private static void steepness() {
    int k = 100;
    double at = 1 / (2 * Math.PI * k);
    show("steepAt", at);
    show("steepSlope", wiggleSlope(at));
    double h = 1e-9;
    double difference = (wiggle(at + h) - wiggle(at - h)) / (2 * h);
    check(
        "the slope there matches a central difference",
        Math.abs(difference / wiggleSlope(at) - 1),
        below(1e-3));
  }

  // ---- a small network with each of them

  private static void training(Map<String, Activation> all) {
    all.put("x", new Activation("$x$", x -> x, x -> 1));
    show("steps", STEPS);
    show("nudge", NUDGE);
    var table =
        table("training")
            .column("activation")
            .column("loss before", "%.4f")
            .column("loss after", "%.4f")
            .column("from the moved start", "%.4f")
            .column("largest $\\lvert f'(z)\\rvert$ used", "%.1f")
            .tolerance(within(1e-6));
    double worst = 0;
    double shift = 0;
    double wiggleShift = 0;
    double wiggleLoss = 0;
    double leastLoss = Double.MAX_VALUE;
    double[] run = {};
    for (Activation a : all.values()) {
      run = train(a, 0);
      double[] moved = train(a, NUDGE);
      table.row(a.tex, run[0], run[1], moved[1], run[2]);
      worst = Math.max(worst, run[1] / run[0]);
      if (a == all.get("x sin(1/x)")) {
        wiggleShift = Math.abs(moved[1] - run[1]);
        wiggleLoss = run[1];
      } else {
        shift = Math.max(shift, Math.abs(moved[1] - run[1]));
        leastLoss = Math.min(leastLoss, run[1]);
      }
    }
    check("the loss with x sin(1/x) over the lowest other", wiggleLoss / leastLoss, below(1));
    check("its change if one weight starts elsewhere by 1e-10", wiggleShift, above(1e-4));
    check("the change of the others", shift, below(1e-8));
    check(
        "the loss after training, as a share of that before, for each of them", worst, below(0.5));
    check(
        "the loss of the identity over that of the best line:",
        run[1] / lineLoss(),
        between(1, 1.05));
    show("lineLoss", lineLoss());
  }

  /** The mean squared error of the least-squares line; its intercept is 0 by symmetry. */
  private static double lineLoss() {
    double xt = 0;
    double xx = 0;
    double tt = 0;
    for (double x : INPUTS) {
      double t = StrictMath.sin(3 * x);
      xt += x * t;
      xx += x * x;
      tt += t * t;
    }
    return (tt - xt * xt / xx) / INPUTS.length;
  }

  private static double[] train(Activation a, double nudge) {
    int hidden = 16;
    double rate = 0.02;
    Random random = new Random(36);
    double[] w = random.doubles(hidden, -1.5, 1.5).toArray();
    w[0] += nudge;
    double[] b = random.doubles(hidden, -1, 1).toArray();
    double[] v = random.doubles(hidden, -0.3, 0.3).toArray();
    double c = 0;
    double[] x = INPUTS;
    double[] t = map(x, xi -> StrictMath.sin(3 * xi));
    int n = x.length;
    double[] result = new double[3];
    for (int step = 0; step <= STEPS; step++) {
      double loss = 0;
      double[] dw = new double[hidden];
      double[] db = new double[hidden];
      double[] dv = new double[hidden];
      double dc = 0;
      for (int i = 0; i < n; i++) {
        double y = c;
        for (int k = 0; k < hidden; k++) {
          y += v[k] * a.f.applyAsDouble(w[k] * x[i] + b[k]);
        }
        double delta = (y - t[i]) / n;
        loss += (y - t[i]) * (y - t[i]) / n;
        dc += delta;
        for (int k = 0; k < hidden; k++) {
          double z = w[k] * x[i] + b[k];
          double slope = a.slope.applyAsDouble(z);
          dv[k] += delta * a.f.applyAsDouble(z);
          dw[k] += delta * v[k] * slope * x[i];
          db[k] += delta * v[k] * slope;
          result[2] = Math.max(result[2], Math.abs(slope));
        }
      }
      if (step == 0) {
        result[0] = loss;
      }
      result[1] = loss;
      c -= rate * dc;
      for (int k = 0; k < hidden; k++) {
        w[k] -= rate * dw[k];
        b[k] -= rate * db[k];
        v[k] -= rate * dv[k];
      }
    }
    return result;
  }
}
