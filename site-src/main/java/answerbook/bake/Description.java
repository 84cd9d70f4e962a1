package answerbook.bake;

/** The short text by which search engines and link previews describe a page. */
final class Description {
  private static final int LENGTH = 155;

  private Description() {}

  /** The start of a plain text, up to a whole word; formulas lose their TeX commands. */
  static String of(String plain) {
    String line = withoutTex(plain).replaceAll("\\s+", " ").strip();
    if (line.length() <= LENGTH) {
      return line;
    }
    int end = line.lastIndexOf(' ', LENGTH - 2);
    return line.substring(0, end < 0 ? LENGTH - 2 : end) + " …";
  }

  private static String withoutTex(String text) {
    return text.replaceAll("\\$+", "")
        .replaceAll("\\\\(?:math[a-z]+|text|operatorname|boldsymbol|left|right)\\b\\s?", "")
        .replaceAll("\\\\([A-Za-z]+)", "$1")
        .replaceAll("\\\\.|[{}]", "");
  }
}
