package answerbook.author;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of questions in a topic's {@code index.md}, as lines or in brackets. */
final class TopicIndex {
  private static final Pattern LINES =
      Pattern.compile("(?m)^questions:[ \\t]*\\n((?:[ \\t]*- .*\\n)+)");
  private static final Pattern BRACKETS = Pattern.compile("(?m)^questions:[ \\t]*\\[([^\\]]*)\\]");

  private TopicIndex() {}

  /** The text with {@code slug} as its last question. */
  static String with(String text, String slug) {
    Matcher lines = LINES.matcher(text);
    if (lines.find()) {
      String list = lines.group(1);
      String indent = list.substring(0, list.indexOf('-'));
      return text.substring(0, lines.end(1))
          + indent
          + "- "
          + slug
          + "\n"
          + text.substring(lines.end(1));
    }
    Matcher brackets = BRACKETS.matcher(text);
    if (brackets.find()) {
      return text.substring(0, brackets.end(1)) + ", " + slug + text.substring(brackets.end(1));
    }
    return text.replaceFirst(
        "(?m)^---\\n(?=(?s:.*\\n---\\n))", "---\nquestions:\n  - " + slug + "\n");
  }

  /** The text with {@code slug} in the place of {@code old}. */
  static String replacing(String text, String old, String slug) {
    return entry(old).matcher(text).replaceFirst(found -> found.group(1) + slug + found.group(2));
  }

  /** The text without {@code slug}. */
  static String without(String text, String slug) {
    String fewer = text.replaceFirst("(?m)^[ \\t]*- " + slug + "[ \\t]*\\n", "");
    return fewer.equals(text)
        ? text.replaceFirst(
            "(?<=[\\[,])\\s*" + slug + "\\s*,\\s*|\\s*,\\s*" + slug + "(?=\\s*\\])", "")
        : fewer;
  }

  private static Pattern entry(String slug) {
    return Pattern.compile("(?m)(^[ \\t]*- |[\\[,]\\s*)" + slug + "([ \\t]*$|\\s*[,\\]])");
  }
}
