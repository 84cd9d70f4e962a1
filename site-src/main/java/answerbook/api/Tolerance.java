package answerbook.api;

/**
 * How far a number may be from its recorded value: {@code |new − old| ≤ absolute + relative·|old|}.
 *
 * @param relative a share of the recorded value, at least 0
 * @param absolute a distance in the value's own unit, at least 0
 */
public record Tolerance(double relative, double absolute) {
  /** For doubles: relative 1e-9, and 1e-12 absolute so that rounding about zero is no drift. */
  public static final Tolerance DOUBLE = new Tolerance(1e-9, 1e-12);

  /** For floats: relative 1e-5, and 1e-7 absolute. */
  public static final Tolerance FLOAT = new Tolerance(1e-5, 1e-7);

  /** For integers, booleans and text. */
  public static final Tolerance EXACT = new Tolerance(0, 0);

  public Tolerance {
    if (!(relative >= 0 && absolute >= 0)) {
      throw new IllegalArgumentException(
          "tolerance (relative " + relative + ", absolute " + absolute + ") must not be negative");
    }
  }

  public static Tolerance relative(double relative) {
    return new Tolerance(relative, 1e-12);
  }

  public static Tolerance absolute(double absolute) {
    return new Tolerance(0, absolute);
  }

  /**
   * Whether {@code now} may stand for {@code recorded}. NaN and infinities stand only for
   * themselves.
   */
  public boolean accepts(double recorded, double now) {
    if (Double.isFinite(recorded) && Double.isFinite(now)) {
      return Math.abs(now - recorded) <= absolute + relative * Math.abs(recorded);
    }
    return Double.compare(recorded, now) == 0;
  }
}
