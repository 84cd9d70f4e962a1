package answerbook.bake;

import answerbook.markdown.ReadableTex;

/** The short text by which search engines and link previews describe a page. */
final class Description {
  private static final int LENGTH = 155;

  private Description() {}

  /** The start of a plain text, up to a whole word; formulas become readable. */
  static String of(String plain) {
    String line = ReadableTex.of(plain);
    if (line.length() <= LENGTH) {
      return line;
    }
    int end = line.lastIndexOf(' ', LENGTH - 2);
    return line.substring(0, end < 0 ? LENGTH - 2 : end) + " …";
  }
}
