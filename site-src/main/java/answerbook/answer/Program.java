package answerbook.answer;

import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program behind an answer.
 *
 * @param name its class, which has no package
 * @param source its file, {@code answers/<topic>/<name>.java}
 */
public record Program(String name, SourceFile source) {
  private static final Pattern MAIN = Pattern.compile("\\bstatic\\s+void\\s+main\\s*\\(");
  private static final Pattern PRINT = Pattern.compile("\\bSystem\\s*\\.\\s*out\\b");

  /** A record's own would take a JVM twenty milliseconds to link at its first call. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Program that && name.equals(that.name) && source.equals(that.source);
  }

  /** The name of its file of recorded results, beside the source. */
  String recordName() {
    return source.name().replaceFirst("\\.java$", ".json");
  }

  /** The place of a line, or of the main method for line 0. */
  Position at(int line) {
    return line > 0 ? source.lineStart(line) : first(MAIN);
  }

  /** The place of the first statement that prints. */
  Position firstPrint() {
    return first(PRINT);
  }

  private Position first(Pattern pattern) {
    Matcher matcher = pattern.matcher(source.text());
    return source.lineStart(matcher.find() ? source.position(matcher.start()).line() : 1);
  }
}
