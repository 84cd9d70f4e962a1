package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.answer.RunSettings;
import answerbook.diagnostic.Diagnostics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose every constant is noticed, and one with constants that may be anything. */
class MutationsTest {
  private static final Path NATIVES = Path.of("").toAbsolutePath().resolve("target/answers/native");

  @TempDir private Path folder;
  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void constantsThatMayBeAnythingAreToldAndOthersAreNot() throws IOException {
    MiniBook book = MiniBook.copyOf("linted", folder);
    book.write(
        "answers/topic/TwoParts.java",
        """
        import static answerbook.api.Snippet.check;
        import static answerbook.api.Snippet.below;
        import static answerbook.api.Snippet.show;

        final class TwoParts {
          public static void main(String[] arguments) {
            double x = 1.5;
            double h = 1e-4;
            double slope = ((x + h) * (x + h) - (x - h) * (x - h)) / (2 * h);
            show("slope", Math.round(1000 * slope) / 1000.0);
            check("the slope is that of a parabola", Math.abs(slope - 2 * x), below(1e-6));
            double y = 3.5 + /* any number */ 0.25;
            check("a square is not negative", y * y >= 0);
          }
        }
        """);
    book.edit("content/topic/two-parts.md", "is told below.", "is told below: {{slope}}.");
    assertThat(book.record()).as(book.output()).isTrue();

    String said = mutate(book, "two-parts, weighted-sum");

    assertThat(diagnostics.all())
        .extracting(it -> it.source().name() + ":" + it.position().line() + ": " + it.message())
        .containsExactly(
            "answers/topic/TwoParts.java:12: nothing notices when 3.5 is changed, whatever it becomes",
            "answers/topic/TwoParts.java:13: nothing notices when 0 is changed, whatever it becomes");
    List<String> tallies = said.lines().map(line -> line.strip().replaceAll(" +", " ")).toList();
    assertThat(tallies)
        .contains("TwoParts 8 constants, 1 of them may vary a little, 2 at will")
        .contains("WeightedSum 12 constants, 0 of them may vary a little, 0 at will");
  }

  @Test
  void unknownQuestionIsToldWithTheNearest() throws IOException {
    MiniBook book = MiniBook.copyOf("linted", folder);

    mutate(book, "two-pats");

    assertThat(diagnostics.all()).hasSize(1);
    assertThat(diagnostics.all().get(0).rendered())
        .startsWith("-Dquestions:1:1: error: there is no question 'two-pats'\n")
        .contains("did you mean 'two-parts'?");
  }

  private String mutate(MiniBook book, String questions) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RunSettings settings = RunSettings.of(book.root()).natives(NATIVES);
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new Mutations(book.root(), settings, diagnostics, out).run(questions);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
