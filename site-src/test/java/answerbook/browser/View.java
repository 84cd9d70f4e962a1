package answerbook.browser;

/**
 * How a reader has a page before them.
 *
 * @param width in CSS pixels
 */
record View(Theme theme, int width, boolean scripts) {
  /** What the reader's system prefers. */
  enum Theme {
    LIGHT,
    DARK
  }

  /** A wide window in daylight. */
  static final View USUAL = new View(Theme.LIGHT, 1280, true);

  View theme(Theme newTheme) {
    return new View(newTheme, width, scripts);
  }

  View width(int newWidth) {
    return new View(theme, newWidth, scripts);
  }

  View withoutScripts() {
    return new View(theme, width, false);
  }
}
