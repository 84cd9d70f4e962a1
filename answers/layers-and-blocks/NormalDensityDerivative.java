import static answerbook.api.Snippet.*;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The normal density, its derivatives by x, mu and sigma, and where they go wrong in doubles. */
public class NormalDensityDerivative {
  static double density(double x, double mu, double sigma) {
    double u = (x - mu) / sigma;
    return Math.exp(-u * u / 2) / (sigma * Math.sqrt(2 * Math.PI));
  }

  static double derivative(double x, double mu, double sigma) {
    return -(x - mu) / (sigma * sigma) * density(x, mu, sigma);
  }

  // @start region="backward"
  /** Backpropagation through the density: by x, mu and sigma. */
  static double[] gradient(double x, double mu, double sigma) {
    double u = (x - mu) / sigma; // forward
    double e = Math.exp(-u * u / 2);
    double c = 1 / Math.sqrt(2 * Math.PI);
    // p = c * e / sigma

    double de = c / sigma; // backward
    double du = de * e * -u;
    double dx = du / sigma;
    double dmu = -du / sigma;
    double dsigma = -c * e / (sigma * sigma) - du * u / sigma;
    return new double[] {dx, dmu, dsigma};
  }

  // @end

  public static void main(String[] args) {
    double mu = 1;
    double sigma = 2;
    double[] x = {-3, -1, 1, 2, 3, 7};
    double[] density = map(x, value -> density(value, mu, sigma));
    double[] derivative = map(x, value -> derivative(value, mu, sigma));
    show("mu", mu);
    show("sigma", sigma);
    show("density", density);
    show("derivative", derivative);
    var table = table("values").column("$x$").column("$p(x)$", "%.5f").column("$p'(x)$", "%.5f");
    for (int i = 0; i < x.length; i++) {
      table.row((long) x[i], density[i], derivative[i] + 0.0); // no -0
    }

    double h = 1e-4;
    double slopeError = 0;
    double densityError = 0;
    for (double at : linspace(-6, 8, 57)) {
      double slope = (density(at + h, mu, sigma) - density(at - h, mu, sigma)) / (2 * h);
      slopeError = Math.max(slopeError, Math.abs(slope - derivative(at, mu, sigma)));
      double rise = (cumulative(at + h, mu, sigma) - cumulative(at - h, mu, sigma)) / (2 * h);
      densityError = Math.max(densityError, Math.abs(rise - density(at, mu, sigma)));
    }
    check("error of the derivative against finite differences", slopeError, below(1e-8));
    check(
        "error of the density against finite differences of ND4J's erf", densityError, below(1e-8));
    check("integral of the density", moment(0, mu, sigma), near(1, 1e-12));
    check("its mean", moment(1, mu, sigma), near(mu, 1e-12));
    check("its variance", moment(2, mu, sigma), near(sigma * sigma, 1e-12));

    double at = 2;
    double[] gradient = gradient(at, mu, sigma);
    show("at", at);
    show("gradient", gradient);
    double[] differences = {
      (density(at + h, mu, sigma) - density(at - h, mu, sigma)) / (2 * h),
      (density(at, mu + h, sigma) - density(at, mu - h, sigma)) / (2 * h),
      (density(at, mu, sigma + h) - density(at, mu, sigma - h)) / (2 * h)
    };
    double error = 0;
    for (int k = 0; k < 3; k++) {
      error = Math.max(error, Math.abs(gradient[k] - differences[k]));
    }
    check("error of the three derivatives against finite differences", error, below(1e-8));

    double steepest = 0;
    double steepestAt = 0;
    for (double value : linspace(-6, 8, 1401)) {
      if (derivative(value, mu, sigma) > steepest) {
        steepest = derivative(value, mu, sigma);
        steepestAt = value;
      }
    }
    show("steepest", steepest);
    check("where the density rises most", steepestAt, near(mu - sigma, 1e-9));

    double far = mu + 40 * sigma;
    show("farDeviations", 40L);
    show("farDensity", density(far, mu, sigma));
    show("farRatio", Double.toString(derivative(far, mu, sigma) / density(far, mu, sigma)));
    show("farLogSlope", -(far - mu) / (sigma * sigma));
    double logSlope = (logDensity(far + h, mu, sigma) - logDensity(far - h, mu, sigma)) / (2 * h);
    check(
        "derivative of the log-density there against finite differences, error",
        Math.abs(logSlope + (far - mu) / (sigma * sigma)),
        below(1e-6));

    plot(
            "curves",
            "The density is a bell with its peak at x = 1. Its derivative is positive to the left"
                + " of the peak and greatest at x = -1, zero at the peak, and negative to the right"
                + " with its minimum at x = 3.")
        .x("x")
        .y("density, and derivative per unit of x")
        .line("p(x)", -7, 9, value -> density(value, mu, sigma))
        .line("derivative of p by x", -7, 9, value -> derivative(value, mu, sigma))
        .vertical(mu - sigma, "μ - σ")
        .vertical(mu + sigma, "μ + σ");
  }

  // @start region="log"
  static double logDensity(double x, double mu, double sigma) {
    double u = (x - mu) / sigma;
    return -u * u / 2 - Math.log(sigma) - Math.log(2 * Math.PI) / 2;
  }

  // @end

  /** The distribution function, by ND4J's error function. */
  private static double cumulative(double x, double mu, double sigma) {
    INDArray u = Nd4j.create(new double[] {(x - mu) / (sigma * Math.sqrt(2))});
    return (1 + Nd4j.math().erf(u).getDouble(0)) / 2;
  }

  /** The integral of p, of x p, or of (x − μ)² p, by the trapezoidal rule. */
  private static double moment(int order, double mu, double sigma) {
    double sum = 0;
    double step = 0.05;
    for (int k = -600; k <= 600; k++) {
      double x = mu + k * step;
      double factor = order == 0 ? 1 : order == 1 ? x : (x - mu) * (x - mu);
      sum += step * factor * density(x, mu, sigma);
    }
    return sum;
  }
}
