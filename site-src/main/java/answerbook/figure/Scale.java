package answerbook.figure;

/**
 * Maps values to positions along one axis.
 *
 * @param low the value at {@code start}
 * @param high the value at {@code end}
 * @param logarithmic whether equal ratios, not equal differences, have equal lengths
 */
record Scale(double low, double high, boolean logarithmic, double start, double end) {
  /** How far outside the axis a position may lie; what lies there is cut off anyway. */
  private static final double FAR = 2000;

  /** The position of {@code value}; NaN for what the axis can't show. */
  double at(double value) {
    if (Double.isNaN(value) || (logarithmic && value <= 0)) {
      return Double.NaN;
    }
    double fraction = (measure(value) - measure(low)) / (measure(high) - measure(low));
    double position = start + fraction * (end - start);
    return Math.max(Math.min(start, end) - FAR, Math.min(Math.max(start, end) + FAR, position));
  }

  /** Whether {@code value} lies on the axis, its ends included. */
  boolean shows(double value) {
    double slack = 1e-9 * (high - low);
    return value >= low - slack && value <= high + slack;
  }

  private double measure(double value) {
    return logarithmic ? Math.log10(value) : value;
  }
}
