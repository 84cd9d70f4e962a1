package answerbook.figure;

/**
 * A mark on an axis.
 *
 * @param label what stands beside it; empty for a minor tick
 */
record Tick(double value, String label) {
  boolean isMinor() {
    return label.isEmpty();
  }
}
