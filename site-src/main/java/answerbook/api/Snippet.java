package answerbook.api;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The calls by which an answer's program puts what it computed into the book.
 *
 * <pre>{@code
 * import static answerbook.api.Snippet.*;
 *
 * public class HiddenNode {
 *   public static void main(String[] args) {
 *     double z = 0.9 * -0.3 + 0.7 * 0.15;
 *     show("out1", z);
 *     check("z is negative", z, below(0));
 *   }
 * }
 * }</pre>
 *
 * Started from an IDE or with {@code java}, such a program prints what it shows. Started by the
 * build, its results go into the answer. Every result has a name, unique in its program, of
 * letters, digits, {@code _} and {@code -}.
 */
public final class Snippet {
  /** What {@code {{…}}} on a line of its own means something else by. */
  private static final List<String> DIRECTIVES =
      List.of("code", "diagram", "output", "plot", "table");

  private static volatile Recorder recorder = new ConsoleRecorder(System.out);

  private Snippet() {}

  /** Sends all further results to {@code target}; for the build's own use. */
  public static void recordTo(Recorder target) {
    recorder = target;
  }

  // ---- values

  /** Shows a double, compared with its recorded value to a relative 1e-9. */
  public static void show(String name, double value) {
    show(name, value, Tolerance.DOUBLE);
  }

  public static void show(String name, double value, Tolerance tolerance) {
    record(name, Tensor.of(value, tolerance));
  }

  /** Shows a float, compared with its recorded value to a relative 1e-5. */
  public static void show(String name, float value) {
    record(name, new Tensor(ElementType.FLOAT, new int[0], new double[] {value}, Tolerance.FLOAT));
  }

  /** Shows an integer, compared exactly. Its magnitude is at most 2^53. */
  public static void show(String name, long value) {
    record(name, Tensor.of(value));
  }

  public static void show(String name, boolean value) {
    record(name, Tensor.of(value));
  }

  public static void show(String name, String value) {
    record(name, new Text(value));
  }

  /** Shows a vector. */
  public static void show(String name, double[] values) {
    show(name, values, Tolerance.DOUBLE);
  }

  public static void show(String name, double[] values, Tolerance tolerance) {
    record(name, Tensor.of(values, tolerance));
  }

  /** Shows a matrix, given as rows of one length. */
  public static void show(String name, double[][] rows) {
    show(name, rows, Tolerance.DOUBLE);
  }

  public static void show(String name, double[][] rows, Tolerance tolerance) {
    record(name, Tensor.of(rows, tolerance));
  }

  /** Shows a vector of integers, such as a shape. */
  public static void show(String name, int[] values) {
    record(name, Tensor.of(values));
  }

  public static void show(String name, long[] values) {
    record(name, Tensor.of(values));
  }

  /** Shows an ND4J array of any rank and of a real, integer or boolean type. */
  public static void show(String name, INDArray array) {
    record(name, NdArrays.tensor(array, null));
  }

  public static void show(String name, INDArray array, Tolerance tolerance) {
    record(name, NdArrays.tensor(array, tolerance));
  }

  // ---- tolerances of values

  /**
   * A relative tolerance: {@code within(1e-6)} accepts a change of one millionth of the recorded
   * value.
   */
  public static Tolerance within(double relative) {
    return Tolerance.relative(relative);
  }

  /** An absolute tolerance, for values whose nominal value is zero. */
  public static Tolerance absolutely(double absolute) {
    return Tolerance.absolute(absolute);
  }

  // ---- tables, plots, diagrams

  /** Starts a table; it is complete when the program ends. */
  public static Table table(String name) {
    Table table = new Table();
    record(name, table);
    return table;
  }

  /**
   * Starts a plot; it is complete when the program ends.
   *
   * @param description what the plot shows, for a reader who can't see it: the curves, and what
   *     they do
   */
  public static Plot plot(String name, String description) {
    Plot plot = new Plot(description);
    record(name, plot);
    return plot;
  }

  /**
   * Starts a diagram; it is complete when the program ends.
   *
   * @param description what the diagram shows, for a reader who can't see it: the nodes, and what
   *     leads where
   */
  public static Diagram diagram(String name, String description) {
    Diagram diagram = new Diagram(description);
    record(name, diagram);
    return diagram;
  }

  // ---- checks

  /** States that {@code value} meets {@code expectation}; if it does not, the build fails. */
  public static void check(String claim, double value, Expectation expectation) {
    boolean holds = expectation.accepts(value);
    String failure = holds ? "" : value + " is not " + expectation.description();
    recorder.check(new Check(claim, expectation.description(), holds, failure));
  }

  /** States that {@code holds} is true; if it is not, the build fails. */
  public static void check(String claim, boolean holds) {
    recorder.check(new Check(claim, "", holds, holds ? "" : "it does not hold"));
  }

  /** Expects a value less than {@code bound}. */
  public static Expectation below(double bound) {
    return Expectation.of("below " + Numbers.plain(bound), value -> value < bound);
  }

  /** Expects a value greater than {@code bound}. */
  public static Expectation above(double bound) {
    return Expectation.of("above " + Numbers.plain(bound), value -> value > bound);
  }

  /** Expects a value from {@code low} to {@code high}, both included. */
  public static Expectation between(double low, double high) {
    String description = "from " + Numbers.plain(low) + " to " + Numbers.plain(high);
    return Expectation.of(description, value -> value >= low && value <= high);
  }

  /** Expects a value within an absolute {@code distance} of {@code expected}. */
  public static Expectation near(double expected, double distance) {
    String description = "within " + Numbers.plain(distance) + " of the expected value";
    return Expectation.of(description, value -> Math.abs(value - expected) <= distance);
  }

  // ---- small conveniences

  /**
   * {@code count} evenly spaced numbers from {@code low} to {@code high}, both included; {@code
   * count} ≥ 2.
   */
  public static double[] linspace(double low, double high, int count) {
    if (count < 2) {
      throw new IllegalArgumentException("count (" + count + ") must be at least 2");
    }
    double[] points = new double[count];
    for (int i = 0; i < count; i++) {
      points[i] = low + (high - low) * i / (count - 1);
    }
    return points;
  }

  /** {@code function} applied to each of {@code points}. */
  public static double[] map(double[] points, DoubleUnaryOperator function) {
    double[] values = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      values[i] = function.applyAsDouble(points[i]);
    }
    return values;
  }

  private static void record(String name, Result result) {
    if (name == null || !name.matches("[A-Za-z][A-Za-z0-9_-]*")) {
      throw new IllegalArgumentException(
          "name ("
              + name
              + ") must start with a letter and hold only letters, digits, '_' and '-'");
    }
    if (DIRECTIVES.contains(name)) {
      throw new IllegalArgumentException("name (" + name + ") must not be one of " + DIRECTIVES);
    }
    recorder.result(name, result);
  }
}
