package answerbook.figure;

/** Writes lengths and positions: at most two decimals, no exponent, the same in every locale. */
final class Coordinate {
  private Coordinate() {}

  static String text(double value) {
    long hundredths = Math.round(value * 100);
    long magnitude = Math.abs(hundredths);
    StringBuilder text = new StringBuilder(hundredths < 0 ? "-" : "").append(magnitude / 100);
    long fraction = magnitude % 100;
    if (fraction != 0) {
      text.append('.').append(fraction / 10);
      if (fraction % 10 != 0) {
        text.append(fraction % 10);
      }
    }
    return text.toString();
  }
}
