package answerbook.cli;

import answerbook.store.FolderTree;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * Builds a tiny book twice, with an edit between, so that every class is loaded which a build needs
 * that runs no program. What it makes is thrown away.
 */
final class Rehearsal {
  private static final String QUESTION =
      """
      ---
      title: What is $x$?
      source: rehearsal-%1$d
      level: easy
      tags: [rehearsal]
      ---
      Is *it* $x = %1$d$?

      <details><summary>Answer</summary>

      It is $\\frac{1}{x}$, and so on; see [](%2$s.md). One word follows another, until there are as many as an answer needs.

      | a | b |
      |--:|---|
      | 1 | $b$ |

      ```java
      int x = 1;
      ```

      - first
      - second

      </details>
      """;

  private Rehearsal() {}

  /**
   * Rehearses.
   *
   * @param arguments the root of a book, whose templates and styles are used
   */
  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Path book = Files.createTempDirectory("rehearsal");
    try {
      write(Path.of(arguments[0]), book);
      build(book);
      Path edited = book.resolve("content/topic/one.md");
      Files.writeString(edited, Files.readString(edited).replace("follows", "comes after"));
      build(book);
    } finally {
      FolderTree.delete(book);
    }
    System.exit(0);
  }

  private static void build(Path book) throws IOException {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    new Build(BuildSettings.of(book), nowhere).run();
  }

  private static void write(Path root, Path book) throws IOException {
    for (String part : List.of("templates", "site-src/assets", "site-src/words")) {
      copy(root.resolve(part), book.resolve(part));
    }
    Path topic = Files.createDirectories(book.resolve("content/topic"));
    String index = "---\ntitle: Rehearsal\n%s:\n%s---\nAbout it.\n";
    Files.writeString(book.resolve("content/index.md"), index.formatted("topics", "  - topic\n"));
    Files.writeString(
        topic.resolve("index.md"), index.formatted("questions", "  - one\n  - other\n"));
    Files.writeString(topic.resolve("one.md"), QUESTION.formatted(1, "other"));
    Files.writeString(topic.resolve("other.md"), QUESTION.formatted(2, "one"));
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
