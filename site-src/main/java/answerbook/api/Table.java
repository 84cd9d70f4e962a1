package answerbook.api;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of computed cells. Headings and text cells are inline Markdown, maths included.
 *
 * <pre>{@code
 * table("gate").column("$x_1$").column("$x_2$").column("sum", "%.2f").row(0, 1, -1.5);
 * }</pre>
 */
public final class Table implements Result {
  /**
   * One column.
   *
   * @param heading inline Markdown
   * @param format how numbers are written, such as {@code %.3f}; empty for the default
   */
  public record Column(String heading, String format) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<List<Result>> rows = new ArrayList<>();
  private Tolerance tolerance = Tolerance.DOUBLE;

  Table() {}

  /** A table as it was recorded. */
  public Table(List<Column> columns, List<List<Result>> rows) {
    this.columns.addAll(columns);
    this.rows.addAll(rows);
  }

  public Table column(String heading) {
    return column(heading, "");
  }

  /**
   * Adds a column whose numbers are written by a {@link java.util.Formatter} format such as {@code
   * %.3f}.
   */
  public Table column(String heading, String format) {
    columns.add(new Column(heading, format));
    return this;
  }

  /** The tolerance of the doubles of all rows added from now on. */
  public Table tolerance(Tolerance newTolerance) {
    tolerance = newTolerance;
    return this;
  }

  /**
   * Adds a row.
   *
   * @param cells one a column: a number, a boolean, a string (inline Markdown), or a {@code
   *     double[]} or {@code int[]}
   */
  public Table row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row has "
              + cells.length
              + " cells where the table has "
              + columns.size()
              + " columns");
    }
    List<Result> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(result(cell));
    }
    rows.add(row);
    return this;
  }

  public List<Column> columns() {
    return List.copyOf(columns);
  }

  /** The cells by row; each is a {@link Tensor} or a {@link Text}. */
  public List<List<Result>> rows() {
    return List.copyOf(rows);
  }

  private Result result(Object cell) {
    if (cell instanceof String text) {
      return new Text(text);
    }
    if (cell instanceof Boolean truth) {
      return Tensor.of(truth.booleanValue());
    }
    if (cell instanceof Integer || cell instanceof Long) {
      return Tensor.of(((Number) cell).longValue());
    }
    if (cell instanceof Number number) {
      return Tensor.of(number.doubleValue(), tolerance);
    }
    if (cell instanceof double[] vector) {
      return Tensor.of(vector, tolerance);
    }
    if (cell instanceof int[] vector) {
      return Tensor.of(vector);
    }
    if (cell instanceof long[] vector) {
      return Tensor.of(vector);
    }
    throw new IllegalArgumentException(
        "a cell can't be " + (cell == null ? "null" : cell.getClass().getName()));
  }
}
