package answerbook.cli;

import answerbook.author.NewQuestion;
import answerbook.author.Renaming;
import answerbook.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What authors have done for them: {@code new}, {@code rename} or {@code mutations}, instead of a
 * build. What is to be done is said by system properties.
 */
public final class Author {
  private final Path root;
  private final PrintStream out;
  private final Diagnostics diagnostics = new Diagnostics();

  Author(Path root, PrintStream out) {
    this.root = root;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    Path root = Path.of("").toAbsolutePath();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Author author = new Author(root, out);
    boolean good =
        switch (arguments[0]) {
          case "new" -> author.create(text("question"), text("title"));
          case "rename" -> author.rename(text("from"), text("to"));
          default -> author.mutate(text("questions"));
        };
    if (good) {
      Files.deleteIfExists(BuildSettings.of(root).unfinished());
    }
    System.exit(good ? 0 : 1);
  }

  private static String text(String property) {
    return System.getProperty(property, "").strip();
  }

  /** Begins a question; returns whether it could. */
  boolean create(String question, String title) throws IOException {
    List<String> written = new NewQuestion(root, diagnostics).create(question, title);
    return tell(written, "fill them in, then: mvn -Danswers.record");
  }

  /** Renames a question; returns whether it could. */
  boolean rename(String from, String to) throws IOException {
    List<String> written = new Renaming(root, diagnostics).rename(from, to);
    return tell(written, "the old address leads to the new one; look with: mvn");
  }

  /** Tests the checks of programs; returns whether every constant is noticed. */
  boolean mutate(String questions) throws IOException {
    new Mutations(root, BuildSettings.of(root).run(), diagnostics, out).run(questions);
    return tell(List.of(), "");
  }

  private boolean tell(List<String> written, String next) {
    written.forEach(file -> out.println("  written  " + file));
    diagnostics.all().forEach(mistake -> out.println("\n" + mistake.rendered().stripTrailing()));
    if (diagnostics.isEmpty() && !next.isEmpty()) {
      out.println("  " + next);
    }
    return diagnostics.isEmpty();
  }
}
