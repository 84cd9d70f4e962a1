package answerbook.opinion;

import answerbook.api.Result;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program in another language, and what the Java program beside it found.
 *
 * @param source its file, {@code answers/<topic>/<slug>.py}
 * @param program the name of the Java program
 * @param expected the results of the Java program, by name
 */
public record Listing(SourceFile source, String program, Map<String, Result> expected) {
  private static final Pattern START =
      Pattern.compile("(?m)^\\s*(?:print\\((?!f?[\"']fails)|std::cout\\b|int main\\b)");

  /** The name of its file, without folders. */
  public String fileName() {
    return source.name().substring(source.name().lastIndexOf('/') + 1);
  }

  /** The question's slug. */
  public String slug() {
    return fileName().substring(0, fileName().lastIndexOf('.'));
  }

  Language language() {
    return Language.ofFile(source.name()).orElseThrow();
  }

  List<Library> libraries() {
    return Library.usedBy(source.text(), language());
  }

  /** SHA-256 of the text, by which evidence knows what it is evidence of. */
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(source.text().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The name of the file that holds the evidence. */
  String evidenceName() {
    return source.name() + ".json";
  }

  /**
   * The place that prints a value: a string literal that starts with its name, or is made of it.
   */
  Position printOf(String name) {
    String quoted = Pattern.quote(name);
    Matcher literal = Pattern.compile("[\"']" + quoted + "(?:[\"']|\\s*=)").matcher(source.text());
    return literal
        .results()
        .map(found -> lineAt(found.start()))
        .filter(place -> !isComment(source.line(place.line()).strip()))
        .findFirst()
        .orElseGet(this::start);
  }

  /** The first line that prints, or where a program begins. */
  Position start() {
    Matcher matcher = START.matcher(source.text());
    return matcher.find() ? lineAt(matcher.end() - 1) : Position.START;
  }

  /** A region's mark may hold the name, too. */
  private static boolean isComment(String line) {
    return line.startsWith("#") || line.startsWith("//");
  }

  private Position lineAt(int offset) {
    return source.lineStart(source.position(offset).line());
  }
}
