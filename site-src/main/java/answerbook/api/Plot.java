package answerbook.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A plot of computed data; how it looks is not its business. Labels are plain text in which {@code
 * x_1}, {@code x_{10}}, {@code x^2} and {@code W^{(1)}} are set as subscript and superscript.
 *
 * <pre>{@code
 * plot("sigmoid", "The logistic function rises from 0 to 1 and passes 0.5 at z = 0.")
 *     .x("z").y("σ(z)")
 *     .line("sigmoid", -6, 6, z -> 1 / (1 + Math.exp(-z)));
 * }</pre>
 *
 * Data are kept to six significant digits.
 */
public final class Plot implements Result {
  /** How a series is drawn. */
  public enum Mark {
    /** Points joined by straight lines. */
    LINE,
    /** As {@link #LINE}, dashed. */
    DASHED,
    /** Points joined by steps: a value holds until the next x. */
    STEPS,
    /** Separate points. */
    POINTS,
    /** Bars from 0, one for each category. */
    BARS,
    /** The area between {@code y} and {@code upper}. */
    BAND
  }

  /**
   * One series.
   *
   * @param name its legend entry; empty for none
   * @param x positions; for bars 0, 1, 2, …
   * @param y values, as many as {@code x}; NaN leaves a gap
   * @param upper for a band the upper edge, else empty
   */
  public record Series(String name, Mark mark, double[] x, double[] y, double[] upper) {
    /** Checks that the lengths agree and keeps six significant digits. */
    public Series {
      if (x.length != y.length || (mark == Mark.BAND && upper.length != x.length)) {
        throw new IllegalArgumentException(
            "series '"
                + name
                + "' has "
                + x.length
                + " positions, but "
                + y.length
                + " values"
                + (mark == Mark.BAND ? " and " + upper.length + " upper values" : ""));
      }
      if (x.length > MOST_POINTS) {
        throw new IllegalArgumentException(
            "series '" + name + "' has " + x.length + " points; show at most " + MOST_POINTS);
      }
      x = Arrays.stream(x).map(Numbers::sixDigits).toArray();
      y = Arrays.stream(y).map(Numbers::sixDigits).toArray();
      upper = Arrays.stream(upper).map(Numbers::sixDigits).toArray();
    }
  }

  /** What a {@link Marker} marks. */
  public enum MarkerKind {
    HORIZONTAL,
    VERTICAL,
    NOTE
  }

  /**
   * A line across the plot, or a note at a point. A horizontal line ignores x, a vertical one
   * ignores y.
   */
  public record Marker(MarkerKind kind, double x, double y, String label) {}

  /**
   * One axis.
   *
   * @param label name and unit
   * @param logarithmic whether the scale is logarithmic
   * @param low lower limit, NaN for one that fits the data
   * @param high upper limit, NaN for one that fits the data
   * @param categories names of the positions 0, 1, 2, …; empty for numbers
   */
  public record Axis(
      String label, boolean logarithmic, double low, double high, List<String> categories) {
    static final Axis PLAIN = new Axis("", false, Double.NaN, Double.NaN, List.of());
  }

  /** The most points that a series may have. */
  public static final int MOST_POINTS = 1000;

  private static final int SAMPLES = 201;

  private final String description;
  private Axis xAxis = Axis.PLAIN;
  private Axis yAxis = Axis.PLAIN;
  private boolean square;
  private final List<Series> series = new ArrayList<>();
  private final List<Marker> markers = new ArrayList<>();

  Plot(String description) {
    if (description == null || description.isBlank()) {
      throw new IllegalArgumentException("a plot needs a description for readers who can't see it");
    }
    this.description = description;
  }

  /** A plot as it was recorded. */
  public Plot(
      String description,
      Axis xAxis,
      Axis yAxis,
      boolean square,
      List<Series> series,
      List<Marker> markers) {
    this(description);
    this.xAxis = xAxis;
    this.yAxis = yAxis;
    this.square = square;
    this.series.addAll(series);
    this.markers.addAll(markers);
  }

  public Plot x(String label) {
    xAxis = new Axis(label, xAxis.logarithmic, xAxis.low, xAxis.high, xAxis.categories);
    return this;
  }

  public Plot y(String label) {
    yAxis = new Axis(label, yAxis.logarithmic, yAxis.low, yAxis.high, yAxis.categories);
    return this;
  }

  public Plot logX() {
    xAxis = new Axis(xAxis.label, true, xAxis.low, xAxis.high, xAxis.categories);
    return this;
  }

  public Plot logY() {
    yAxis = new Axis(yAxis.label, true, yAxis.low, yAxis.high, yAxis.categories);
    return this;
  }

  public Plot xRange(double low, double high) {
    xAxis = new Axis(xAxis.label, xAxis.logarithmic, low, high, xAxis.categories);
    return this;
  }

  public Plot yRange(double low, double high) {
    yAxis = new Axis(yAxis.label, yAxis.logarithmic, low, high, yAxis.categories);
    return this;
  }

  /** Makes one unit of x as long as one unit of y, as a plane of data or an ROC curve wants it. */
  public Plot square() {
    square = true;
    return this;
  }

  public Plot line(String name, double[] x, double[] y) {
    return add(name, Mark.LINE, x, y);
  }

  /** A curve sampled at 201 evenly spaced points. */
  public Plot line(String name, double low, double high, DoubleUnaryOperator function) {
    double[] x = Snippet.linspace(low, high, SAMPLES);
    return line(name, x, Snippet.map(x, function));
  }

  public Plot dashed(String name, double[] x, double[] y) {
    return add(name, Mark.DASHED, x, y);
  }

  /** A dashed curve sampled at 201 evenly spaced points. */
  public Plot dashed(String name, double low, double high, DoubleUnaryOperator function) {
    double[] x = Snippet.linspace(low, high, SAMPLES);
    return dashed(name, x, Snippet.map(x, function));
  }

  public Plot steps(String name, double[] x, double[] y) {
    return add(name, Mark.STEPS, x, y);
  }

  public Plot points(String name, double[] x, double[] y) {
    return add(name, Mark.POINTS, x, y);
  }

  /** Bars over named categories. Several series over the same categories stand side by side. */
  public Plot bars(String name, List<String> categories, double[] values) {
    if (!xAxis.categories.isEmpty() && !xAxis.categories.equals(categories)) {
      throw new IllegalArgumentException(
          "series '"
              + name
              + "' has categories "
              + categories
              + " where the plot has "
              + xAxis.categories);
    }
    xAxis = new Axis(xAxis.label, false, xAxis.low, xAxis.high, List.copyOf(categories));
    double[] positions = new double[categories.size()];
    Arrays.setAll(positions, i -> i);
    return add(name, Mark.BARS, positions, values);
  }

  /** The area from {@code low} to {@code high}, such as a confidence interval. */
  public Plot band(String name, double[] x, double[] low, double[] high) {
    series.add(new Series(name, Mark.BAND, x, low, high));
    return this;
  }

  /** A thin dashed line across the plot at {@code y}. */
  public Plot horizontal(double y, String label) {
    return mark(MarkerKind.HORIZONTAL, 0, y, label);
  }

  /** A thin dashed line up the plot at {@code x}. */
  public Plot vertical(double x, String label) {
    return mark(MarkerKind.VERTICAL, x, 0, label);
  }

  /** A label beside a small ring at a point. */
  public Plot note(double x, double y, String label) {
    return mark(MarkerKind.NOTE, x, y, label);
  }

  public String description() {
    return description;
  }

  public Axis xAxis() {
    return xAxis;
  }

  public Axis yAxis() {
    return yAxis;
  }

  public boolean isSquare() {
    return square;
  }

  public List<Series> series() {
    return List.copyOf(series);
  }

  public List<Marker> markers() {
    return List.copyOf(markers);
  }

  private Plot add(String name, Mark mark, double[] x, double[] y) {
    series.add(new Series(name, mark, x, y, new double[0]));
    return this;
  }

  private Plot mark(MarkerKind kind, double x, double y, String label) {
    markers.add(new Marker(kind, Numbers.sixDigits(x), Numbers.sixDigits(y), label));
    return this;
  }
}
