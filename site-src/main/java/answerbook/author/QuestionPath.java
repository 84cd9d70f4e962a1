package answerbook.author;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Nearest;
import answerbook.diagnostic.SourceFile;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A question as authors name it on the command line.
 *
 * @param argument where it was named, such as {@code -Dquestion}
 */
record QuestionPath(SourceFile argument, String topic, String slug) {
  private static final Pattern SLUG = Pattern.compile("[a-z]+(-[a-z]+)*");

  /** Reads {@code topic/slug}; empty if it is not of this form, which is reported. */
  static Optional<QuestionPath> read(String name, String value, Diagnostics diagnostics) {
    SourceFile argument = new SourceFile(name, value);
    int slash = value.indexOf('/');
    if (slash < 0 || value.indexOf('/', slash + 1) > 0) {
      diagnostics.error(
          argument,
          0,
          value.isEmpty() ? "no question is named" : "'" + value + "' names no question",
          "write topic/slug, as in " + name + "=perceptron/hidden-node");
      return Optional.empty();
    }
    String slug = value.substring(slash + 1);
    if (!SLUG.matcher(slug).matches()) {
      String near =
          slug.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
      diagnostics.error(
          argument,
          slash + 1,
          "'" + slug + "' is no slug",
          "a slug is lower-case words joined by hyphens, without numbers"
              + (near.isEmpty() ? "" : ", such as '" + near + "'"));
      return Optional.empty();
    }
    return Optional.of(new QuestionPath(argument, value.substring(0, slash), slug));
  }

  /** Reports where there is no such topic. */
  boolean hasTopic(BookFolder book, Diagnostics diagnostics) {
    boolean known = book.topics().contains(topic);
    if (!known) {
      diagnostics.error(
          argument,
          0,
          "there is no topic '" + topic + "'",
          Nearest.remedy(topic, book.topics(), "topics"));
    }
    return known;
  }

  /** Reports where the slug, or the name of its program, is taken. */
  boolean isFree(BookFolder book, Diagnostics diagnostics) {
    Optional<String> taken =
        book.files().stream()
            .filter(
                file ->
                    file.endsWith("/" + slug + ".md") || file.endsWith("/" + program() + ".java"))
            .findFirst();
    taken.ifPresent(
        file ->
            diagnostics.error(
                argument,
                argument.text().length() - slug.length(),
                "'" + slug + "' is taken",
                "choose another slug: there is " + file));
    return taken.isEmpty();
  }

  String content() {
    return "content/" + topic + "/" + slug + ".md";
  }

  String index() {
    return "content/" + topic + "/index.md";
  }

  String address() {
    return topic + "/" + slug + ".html";
  }

  /** The name of the program's class. */
  String program() {
    StringBuilder name = new StringBuilder();
    for (String word : slug.split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  String answers() {
    return "answers/" + topic + "/";
  }
}
