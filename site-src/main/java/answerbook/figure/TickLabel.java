package answerbook.figure;

import java.math.BigDecimal;

/**
 * Writes the numbers of an axis: a real minus sign, thin spaces between thousands, powers of ten
 * for extremes.
 */
final class TickLabel {
  private static final double HUGE = 1e6;
  private static final double TINY = 1e-3;
  private static final char MINUS = '\u2212';
  private static final char THIN_SPACE = '\u2009';

  private TickLabel() {}

  /**
   * The label of a linear axis.
   *
   * @param value a multiple of the step; its scale tells the decimals that the axis needs
   * @param greatest the greatest magnitude on the axis
   */
  static String of(BigDecimal value, double greatest) {
    if (value.signum() == 0) {
      return "0";
    }
    if (greatest >= HUGE || greatest < TINY) {
      return scientific(value);
    }
    String digits = value.abs().setScale(Math.max(0, value.scale())).toPlainString();
    return sign(value) + grouped(digits);
  }

  /** Ten to the given power. */
  static String power(int exponent) {
    return "10^{" + (exponent < 0 ? MINUS : "") + Math.abs(exponent) + "}";
  }

  private static String scientific(BigDecimal value) {
    BigDecimal stripped = value.abs().stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    String mantissa = stripped.scaleByPowerOfTen(-exponent).toPlainString();
    return sign(value) + (mantissa.equals("1") ? "" : mantissa + "\u00d7") + power(exponent);
  }

  private static String sign(BigDecimal value) {
    return value.signum() < 0 ? String.valueOf(MINUS) : "";
  }

  private static String grouped(String digits) {
    int point = digits.indexOf('.');
    int whole = point < 0 ? digits.length() : point;
    if (whole < 5) {
      return digits;
    }
    StringBuilder out = new StringBuilder(digits);
    for (int i = whole - 3; i > 0; i -= 3) {
      out.insert(i, THIN_SPACE);
    }
    return out.toString();
  }
}
