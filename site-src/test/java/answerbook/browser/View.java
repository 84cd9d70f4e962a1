package answerbook.browser;

/**
 * How a reader has a page before them.
 *
 * @param width in CSS pixels
 * @param scripts whether JavaScript runs
 * @param forcedColors whether the system puts a few colours of its own in place of the page's
 */
record View(Theme theme, int width, boolean scripts, boolean forcedColors) {
  /** What the reader's system prefers. */
  enum Theme {
    LIGHT,
    DARK
  }

  /** A wide window in daylight. */
  static final View USUAL = new View(Theme.LIGHT, 1280, true, false);

  View theme(Theme newTheme) {
    return new View(newTheme, width, scripts, forcedColors);
  }

  View width(int newWidth) {
    return new View(theme, newWidth, scripts, forcedColors);
  }

  View withoutScripts() {
    return new View(theme, width, false, forcedColors);
  }

  View withForcedColors() {
    return new View(theme, width, scripts, true);
  }
}
