package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second build does again, and what it doesn't. */
class RebuildTest {
  private static final String PROGRAM = "answers/topic/AllKinds.java";

  @TempDir private Path folder;
  private MiniBook book;

  @BeforeEach
  void buildOnce() {
    book = MiniBook.copyOf("results", folder);
    assertThat(book.build()).as(book.output()).isTrue();
    assertThat(book.output()).contains("2 programs run, 0 unchanged");
  }

  @Test
  void unchangedBookIsLeftAlone() {
    assertThat(book.build()).isTrue();

    assertThat(book.output()).contains("nothing has changed");
  }

  /** What was built without lints may have findings. */
  @Test
  void unchangedBookIsLintedIfItWasNot() {
    book.edit("content/topic/all-kinds.md", "A network.", "A netwurk.");
    assertThat(book.build()).as(book.output()).isTrue();

    assertThat(book.linting().build()).isFalse();

    assertThat(book.output()).contains("netwurk");
  }

  @Test
  void touchedTemplateRunsNothingAndRendersNoFormula() {
    book.edit("templates/question.ftlh", "</main>", "<!-- end --></main>");

    assertThat(book.build()).isTrue();

    assertThat(book.output()).contains("0 programs run, 2 unchanged").contains(" 0 of them new");
  }

  @Test
  void damagedSiteIsBuiltAgain() {
    book.write("target/site/topic/all-kinds.html", "damaged");

    assertThat(book.build()).isTrue();

    assertThat(book.read("target/site/topic/all-kinds.html")).contains("All kinds of results");
  }

  @Test
  void failedBuildIsNotTakenForUnchanged() {
    String good = book.read("content/topic/all-kinds.md");
    book.write("content/topic/all-kinds.md", good + "\nText after the answer.\n");
    assertThat(book.build()).isFalse();

    assertThat(book.build()).isFalse();

    book.write("content/topic/all-kinds.md", good);
    assertThat(book.build()).isTrue();
  }

  @Test
  void editedLicenceReachesTheNotices() {
    book.write("LICENSE", "Old terms\n");
    assertThat(book.build()).isTrue();

    book.write("LICENSE", "New terms\n");
    assertThat(book.build()).isTrue();

    assertThat(book.read("target/site/notices.txt")).contains("New terms");
  }

  @Test
  void editedProseRunsNothing() {
    book.edit("content/topic/all-kinds.md", "A network.", "A very small network with $z$.");

    assertThat(book.build()).isTrue();

    assertThat(book.output()).contains("0 programs run, 2 unchanged").contains(" 1 of them new");
    assertThat(book.read("target/site/topic/all-kinds.html")).contains("A very small network");
  }

  @Test
  void editedProgramRunsAlone() {
    book.edit(PROGRAM, "printed <text>", "printed <texts>");

    assertThat(book.build()).isFalse();

    assertThat(book.output())
        .contains("1 program run, 1 unchanged")
        .contains("mvn -Danswers.record");
  }

  @Test
  void editedSharedSourceRunsItsCallers() {
    book.edit("answers/topic/Shared.java", "2 * value", "value + value");

    assertThat(book.build()).isTrue();

    assertThat(book.output()).contains("1 program run, 1 unchanged");
  }

  @Test
  void driftIsAcceptedByRecording() {
    book.edit(PROGRAM, "-0.04", "-0.05");
    assertThat(book.build()).isFalse();
    assertThat(book.output()).contains("'negative' drifted: -0.04 → -0.05");

    assertThat(book.record()).isTrue();
    assertThat(book.build()).isTrue();
  }
}
