package answerbook.figure;

/**
 * A piece of a label in one style.
 *
 * @param level 1 for a superscript, −1 for a subscript, 0 for neither
 * @param italic whether it is the name of a quantity
 */
record Run(String text, int level, boolean italic) {
  /** The font size of a subscript or superscript, relative to the label's. */
  static final double SCRIPT = 0.74;

  /** The width in units of the label's font size. */
  double width() {
    return Glyphs.width(text) * (level == 0 ? 1 : SCRIPT);
  }
}
