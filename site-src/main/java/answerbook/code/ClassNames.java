package answerbook.code;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a class in Java source: where it is code, not where comments and strings have it. */
public final class ClassNames {
  private static final String COMMENT_OR_LITERAL =
      "//[^\\n]*|/\\*(?s:.*?)\\*/|\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])'";

  private ClassNames() {}

  /** The source with {@code now} wherever {@code old} is the name of a class. */
  public static String renamed(String source, String old, String now) {
    return Pattern.compile(COMMENT_OR_LITERAL + "|(\\b" + old + "\\b)")
        .matcher(source)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group(1) == null ? found.group() : now));
  }
}
