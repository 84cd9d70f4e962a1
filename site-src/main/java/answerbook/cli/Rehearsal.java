package answerbook.cli;

import answerbook.answer.RunSettings;
import answerbook.answer.WorkerArchive;
import answerbook.store.FolderTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Builds a tiny book twice, with an edit between, so that every class is loaded which a build
 * usually needs. What it makes is thrown away, but for the archive of the classes that its worker
 * loads.
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

      %2$s
      </details>
      """;

  private static final String SHORT =
      "It may well be, since nothing else has been said of it in the question so far.\n";

  private static final String LONG =
      """
      It is $\\frac{1}{x}$, and so on; see [](other.md). One word follows another, until there are
      as many as an answer needs.

      | a | b |
      |--:|---|
      | 1 | $b$ |

      ```java
      int x = 1;
      ```

      - first
      - second

      The sum is {{sum:%.2f}}.

      {{code:main}}

      {{table:steps | What it sums.}}

      {{plot:curve | It falls.}}
      """;

  /** The name is no question's: no program of a book can be taken for it. */
  private static final String SLUG = "rehearsal-of-a-worker";

  private static final String PROGRAM =
      """
      import static answerbook.api.Snippet.*;

      import org.nd4j.linalg.api.ndarray.INDArray;
      import org.nd4j.linalg.factory.Nd4j;

      /** A weighted sum. */
      public class RehearsalOfAWorker {
        public static void main(String[] args) {
          // @start region="main"
          INDArray x = Nd4j.create(new double[][] {{0.5, -1.5}});
          double sum = x.mmul(Nd4j.ones(2, 1)).getDouble(0);
          // @end
          show("sum", sum);
          check("the sum", sum, near(0.5 - 1.5, 1e-12));
          var table = table("steps").column("step").column("value", "%.2f");
          table.row(1, sum);
          plot("curve", "A curve that falls from 1 to 0.")
              .x("step")
              .y("value")
              .line("value", 0, 9, t -> Math.exp(-t));
        }
      }
      """;

  private Rehearsal() {}

  /**
   * Rehearses.
   *
   * @param arguments the root of a book, whose templates and styles are used, and the archive of
   *     the generator's classes, beside which goes that of the worker's
   * @throws IllegalStateException if the tiny book has mistakes
   */
  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Path book = Files.createTempDirectory("rehearsal");
    try {
      write(Path.of(arguments[0]), book);
      RunSettings run = Main.settings().run();
      RunSettings own = RunSettings.of(book).natives(run.natives()).sandbox(run.sandbox());
      build(book, own.recording(true).archive(WorkerArchive.beside(Path.of(arguments[1])).made()));
      Path edited = book.resolve("content/topic/" + SLUG + ".md");
      Files.writeString(edited, Files.readString(edited).replace("follows", "comes after"));
      build(book, own);
    } finally {
      FolderTree.delete(book);
    }
    System.exit(0);
  }

  private static void build(Path book, RunSettings run) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, false, StandardCharsets.UTF_8);
    if (!new Build(BuildSettings.of(book).run(run), out).run()) {
      throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
    }
  }

  private static void write(Path root, Path book) throws IOException {
    for (String part : List.of("templates", "site-src/assets", "site-src/words")) {
      FolderTree.copy(root.resolve(part), book.resolve(part));
    }
    Path topic = Files.createDirectories(book.resolve("content/topic"));
    String index = "---\ntitle: Rehearsal\n%s:\n%s---\nAbout it.\n";
    Files.writeString(book.resolve("content/index.md"), index.formatted("topics", "  - topic\n"));
    Files.writeString(
        topic.resolve("index.md"), index.formatted("questions", "  - " + SLUG + "\n  - other\n"));
    Files.writeString(topic.resolve(SLUG + ".md"), QUESTION.formatted(1, LONG));
    Files.writeString(topic.resolve("other.md"), QUESTION.formatted(2, SHORT));
    Path programs = Files.createDirectories(book.resolve("answers/topic"));
    Files.writeString(programs.resolve("RehearsalOfAWorker.java"), PROGRAM);
  }
}
