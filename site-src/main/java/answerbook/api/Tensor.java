package answerbook.api;

import java.util.Arrays;

/**
 * A number, truth value, vector, matrix or array of any rank.
 *
 * @param type what the elements are; booleans are held as 0 and 1, integers exactly up to 2^53
 * @param shape the length of each axis; empty for a single value
 * @param values the elements in row-major order, {@code product(shape)} of them
 * @param tolerance how far an element may drift from its recorded value
 */
public record Tensor(ElementType type, int[] shape, double[] values, Tolerance tolerance)
    implements Result {
  private static final double LARGEST_EXACT_INTEGER = 0x1p53;

  public Tensor {
    int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (size != values.length) {
      throw new IllegalArgumentException(
          "shape "
              + Arrays.toString(shape)
              + " needs "
              + size
              + " values, but there are "
              + values.length);
    }
    if (type == ElementType.INTEGER
        && Arrays.stream(values).anyMatch(v -> Math.abs(v) > LARGEST_EXACT_INTEGER)) {
      throw new IllegalArgumentException("integers must be at most 2^53 in magnitude");
    }
  }

  static Tensor of(double value, Tolerance tolerance) {
    return new Tensor(ElementType.DOUBLE, new int[0], new double[] {value}, tolerance);
  }

  static Tensor of(long value) {
    return new Tensor(ElementType.INTEGER, new int[0], new double[] {value}, Tolerance.EXACT);
  }

  static Tensor of(boolean value) {
    return new Tensor(
        ElementType.BOOLEAN, new int[0], new double[] {value ? 1 : 0}, Tolerance.EXACT);
  }

  static Tensor of(double[] values, Tolerance tolerance) {
    return new Tensor(ElementType.DOUBLE, new int[] {values.length}, values.clone(), tolerance);
  }

  static Tensor of(int[] values) {
    return of(Arrays.stream(values).asLongStream().toArray());
  }

  static Tensor of(long[] values) {
    double[] exact = Arrays.stream(values).asDoubleStream().toArray();
    return new Tensor(ElementType.INTEGER, new int[] {values.length}, exact, Tolerance.EXACT);
  }

  static Tensor of(double[][] rows, Tolerance tolerance) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    double[] values = new double[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != width) {
        throw new IllegalArgumentException(
            "row " + i + " has " + rows[i].length + " values where the first row has " + width);
      }
      System.arraycopy(rows[i], 0, values, i * width, width);
    }
    return new Tensor(ElementType.DOUBLE, new int[] {rows.length, width}, values, tolerance);
  }

  /** The number of axes: 0 for a single value, 1 for a vector, 2 for a matrix. */
  public int rank() {
    return shape.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && type == that.type
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(values, that.values)
        && tolerance.equals(that.tolerance);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return type + Arrays.toString(shape) + Arrays.toString(values);
  }
}
