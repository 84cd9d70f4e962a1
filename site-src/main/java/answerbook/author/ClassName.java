package answerbook.author;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a program's class in programs and texts, for which there is a new one. */
final class ClassName {
  private static final String COMMENT_OR_LITERAL =
      "//[^\\n]*|/\\*(?s:.*?)\\*/|\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])'";

  private final String now;
  private final Pattern inProgram;
  private final Pattern inText;

  ClassName(String old, String now) {
    this.now = now;
    this.inProgram = Pattern.compile(COMMENT_OR_LITERAL + "|(?<name>\\b" + old + "\\b)");
    this.inText =
        Pattern.compile(
            "(?<=\\{\\{)(?<value>"
                + old
                + ")(?=\\.)|(?<=\\{\\{(?:code|plot|diagram|table|output):)(?<directive>"
                + old
                + ")(?=[.}])|(?m)(?<=^snippets: \\[[^\\]\\n]{0,200}\\b)(?<snippet>"
                + old
                + ")\\b");
  }

  /** Writes the new name wherever the old one means the class, not in prose and strings. */
  void mend(BookFolder book) {
    for (String file : book.files()) {
      Pattern pattern =
          file.endsWith(".java") ? inProgram : file.endsWith(".md") ? inText : null;
      if (pattern != null) {
        String text = book.read(file);
        String mended = mended(pattern, text);
        if (!mended.equals(text)) {
          book.write(file, mended);
        }
      }
    }
  }

  private String mended(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .replaceAll(
            found -> {
              boolean kept = pattern == inProgram && found.group(1) == null;
              return Matcher.quoteReplacement(kept ? found.group() : now);
            });
  }
}
