package answerbook.figure;

/**
 * Estimates the width of text in the page's type, which is not known here. The table holds the
 * widths of Helvetica in thousandths of the font size, from space to tilde; a little is added so
 * that most other faces fit too.
 */
final class Glyphs {
  private static final double ALLOWANCE = 1.03;
  private static final int OTHER = 620;
  private static final int WIDE = 1000;
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // p to ~
  };

  private Glyphs() {}

  /** The width of {@code text} in units of the font size. */
  static double width(String text) {
    return text.codePoints().map(Glyphs::thousandths).sum() * ALLOWANCE / 1000;
  }

  private static int thousandths(int character) {
    if (character >= ' ' && character <= '~') {
      return WIDTHS[character - ' '];
    }
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.CONTROL) {
      return 0;
    }
    if (character == '\u2009') {
      return 200;
    }
    return Character.isIdeographic(character) || character > 0xFFFF ? WIDE : OTHER;
  }
}
