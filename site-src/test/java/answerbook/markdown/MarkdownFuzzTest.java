package answerbook.markdown;

import answerbook.api.ElementType;
import answerbook.api.Table;
import answerbook.api.Tensor;
import answerbook.api.Text;
import answerbook.api.Tolerance;
import answerbook.code.Highlighter;
import answerbook.content.Book;
import answerbook.content.ContentReader;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.fuzz.Fuzzing;
import answerbook.math.MathRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever Markdown a question holds, it becomes HTML or diagnostics. */
@SuppressWarnings("StringConcatToTextBlock")
class MarkdownFuzzTest {
  private static final String FRONT =
      "---\ntitle: Fuzz $x$\nsource: fuzz-1\nlevel: easy\ntags: [fuzz]\n---\n";

  @TempDir private Path root;

  @Test
  void markdownWithAnswersAndPlaceholders() {
    write("content/index.md", "---\ntitle: Book\ntopics: [topic]\n---\nA book.\n");
    write("content/topic/index.md", "---\ntitle: Topic\nquestions: [fuzz]\n---\nA topic.\n");
    write(
        "content/references.yaml",
        "glorot2010:\n"
            + "  authors: [Xavier Glorot]\n"
            + "  year: 2010\n"
            + "  title: Difficulty\n"
            + "  url: https://example.org/\n");
    Path cache = root.resolve("target");
    try (MathRenderer maths = new MathRenderer(cache);
        Highlighter highlighter = new Highlighter(cache)) {
      Fuzzing.run("markdown", input -> render(input, maths, highlighter));
    }
  }

  private void render(String input, MathRenderer maths, Highlighter highlighter) {
    write("content/topic/fuzz.md", FRONT + input);
    Diagnostics diagnostics = new Diagnostics();
    Book book = new ContentReader(root, diagnostics).read();
    BookRenderer.Engines engines =
        new BookRenderer.Engines(maths, highlighter, new FragmentShelf());
    new BookRenderer(root, book, engines, diagnostics).render(results());
    diagnostics.all().forEach(diagnostic -> diagnostic.rendered());
  }

  private static Results results() {
    ProgramResults program =
        new ProgramResults(
            new SourceFile("answers/topic/Fuzz.java", "// @start region=\"r\"\nint x;\n// @end\n"),
            new ProgramResults.Given(
                Map.of(
                    "z", tensor(new int[0], 0.25),
                    "h", tensor(new int[] {3}, 1, 2, 3),
                    "w", tensor(new int[] {2, 2}, 1, 2, 3, 4),
                    "t", table(),
                    "s", new Text("<i>&amp;")),
                Map.of("z", 1, "h", 1, "w", 1, "t", 1, "s", 1),
                List.of(),
                "printed <b>\n"));
    return new Results(Map.of("Fuzz", program), Set.of(), Map.of());
  }

  private static Tensor tensor(int[] shape, double... values) {
    return new Tensor(ElementType.DOUBLE, shape, values, Tolerance.DOUBLE);
  }

  private static Table table() {
    List<Table.Column> columns = List.of(new Table.Column("a", ""), new Table.Column("$b$", ""));
    return new Table(columns, List.of(List.of(new Text("<b>"), tensor(new int[0], 1))));
  }

  private void write(String name, String text) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
