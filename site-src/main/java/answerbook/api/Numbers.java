package answerbook.api;

import java.math.BigDecimal;
import java.math.MathContext;

/** Short decimal wording of numbers, the same in every locale. */
final class Numbers {
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private Numbers() {}

  /** The number as a person would type it, to six significant digits: 0.05, 1e-6, 12000. */
  static String plain(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal decimal = BigDecimal.valueOf(value).round(SIX_DIGITS).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -4 && exponent <= 9) {
      return decimal.toPlainString();
    }
    BigDecimal mantissa = decimal.movePointLeft(exponent).stripTrailingZeros();
    return mantissa.toPlainString() + "e" + exponent;
  }

  /** {@code value} to six significant digits, which is more than a plot can show. */
  static double sixDigits(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(SIX_DIGITS).doubleValue() : value;
  }
}
