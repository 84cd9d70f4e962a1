package answerbook.print;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as style sheets have them. */
final class Numbers {
  private Numbers() {}

  /** With at most four decimals. */
  static String decimal(double value) {
    return new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }
}
