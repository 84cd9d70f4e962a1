package answerbook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.answer.outcome.Outcome;
import answerbook.api.Tensor;
import answerbook.diagnostic.Diagnostic;
import answerbook.store.EntryFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded results: accepted, compared, kept. */
final class RecordTest {
  private static final String RECORD = "answers/t/Program.json";
  private static final String BODY =
      """
      show("out1", -0.165);
      show("n", 3);
      check("n is small", 3, below(4));
      System.out.println("Hello");
      """;

  /**
   * One cache for all tests: what a program computes is the same in each, and only its record
   * differs.
   */
  @TempDir static Path cache;

  @TempDir Path root;

  @Test
  void nothingRecordedIsOneMistake() {
    TestBook book = book();

    Outcomes outcomes = book.run();

    assertThat(book.mistakes())
        .containsExactly("Program.java:4:3: no results of Program are recorded");
    assertThat(book.diagnostics())
        .extracting(Diagnostic::remedy)
        .containsExactly("look at them, then accept it with: mvn -Danswers.record");
    assertThat(outcomes.of("Program")).isPresent();
    assertThat(book.file(RECORD)).doesNotExist();
  }

  @Test
  void recordingAcceptsAndIsReadable() {
    TestBook book = book();

    book.record();

    assertThat(book.mistakes()).isEmpty();
    assertThat(book.read(RECORD))
        .isEqualTo(
            """
        {
          "results": {
            "out1": -0.165,
            "n": 3
          },
          "checks": [
            {"claim": "n is small", "bound": "below 4"}
          ],
          "output": ["Hello", ""]
        }
        """);
    book.run();
    assertThat(book.mistakes()).isEmpty();
  }

  @Test
  void eachDriftIsOneMistakeAtItsLine() {
    TestBook book = book();
    book.record();
    book.edit(RECORD, "-0.165", "-0.166")
        .edit(RECORD, "\"n\": 3", "\"gone\": \"text\"")
        .edit(RECORD, "below 4", "below 5")
        .edit(RECORD, "Hello", "Hallo");

    book.run();

    assertThat(book.mistakes())
        .containsExactly(
            "Program.java:4:3: 'gone' is no longer shown",
            "Program.java:5:5: 'out1' drifted: -0.166 → -0.165",
            "Program.java:6:5: 'n' is new",
            "Program.java:7:5: the check 'n is small' changed: below 5 → below 4",
            "Program.java:8:5: the printed output changed in its line 1: \"Hallo\" → \"Hello\"");
    assertThat(book.diagnostics())
        .extracting(Diagnostic::remedy)
        .containsOnly("if this is intended, accept it with: mvn -Danswers.record");
  }

  @Test
  void recordingKeepsWhatAgreesToTheByte() {
    TestBook book = book();
    book.record();
    book.edit(RECORD, "-0.165", "-0.16500000000001").edit(RECORD, "  ", "\t");
    String before = book.read(RECORD);

    book.record();

    assertThat(book.read(RECORD)).isEqualTo(before);

    book.edit(RECORD, "\"n\": 3", "\"n\": 4");
    book.record();

    assertThat(book.read(RECORD)).contains("\n    \"out1\": -0.16500000000001,\n    \"n\": 3\n");
  }

  @Test
  void theBookShowsWhatIsRecordedWhereItAgrees() {
    TestBook book = book();
    book.record();
    book.edit(RECORD, "-0.165", "-0.16500000000001");

    Outcome outcome = book.run().of("Program").orElseThrow();

    assertThat(book.mistakes()).isEmpty();
    assertThat(((Tensor) outcome.results().get("out1").result()).values())
        .containsExactly(-0.16500000000001);
    assertThat(outcome.results().get("out1").line()).isEqualTo(5);
  }

  /** An edit while a book is built must not lead to a mix of two records. */
  @Test
  void whatCountsIsOfTheRecordThatWasRead() {
    TestBook book = book();
    book.record();
    EntryFolder kept = new EntryFolder(root.resolve("kept"), "version");
    book.on(new Workbench(kept)).run();

    Outcomes outcomes = book.on(new Workbench(kept)).run();
    book.edit(RECORD, "-0.165", "-0.16500000000001");

    Outcome outcome = outcomes.of("Program").orElseThrow();
    assertThat(((Tensor) outcome.results().get("out1").result()).values()).containsExactly(-0.165);
  }

  @Test
  void aFailedProgramIsNeitherComparedNorRecorded() {
    TestBook book = book();
    book.record();
    String before = book.read(RECORD);
    book.main("Program", "show(\"out1\", 7);\nthrow new Error();");

    Outcomes outcomes = book.record();

    assertThat(book.mistakes()).containsExactly("Program.java:6:5: Error");
    assertThat(book.read(RECORD)).isEqualTo(before);
    assertThat(outcomes.of("Program")).isEmpty();
  }

  @Test
  void aBrokenRecordIsTold() {
    TestBook book = book();
    book.record();
    String before = book.read(RECORD);
    book.edit(RECORD, "    \"n\": 3\n", "<<<<<<< HEAD\n    \"n\": 3\n");

    book.run();

    assertThat(book.mistakes())
        .hasSize(1)
        .first()
        .asString()
        .startsWith(
            "Program.json:4:1: the recorded results can't be read: Unexpected character ('<'");

    book.record();

    assertThat(book.read(RECORD)).isEqualTo(before);
  }

  @Test
  void recordsNeedAProgramAndClassesAName() throws Exception {
    TestBook book = book().main("Gone", BODY);
    book.record();
    book.without("Gone").shared("Program", "class Program {}\n");
    Files.delete(book.file("answers/t/Gone.java"));

    book.run();

    assertThat(book.mistakes())
        .containsExactly(
            "Program.java:1:1: a second class Program",
            "Gone.json:1:1: recorded results of a program that isn't there");
  }

  private TestBook book() {
    TestBook book = new TestBook(root);
    return book.with(book.settings().cache(cache)).main("Program", BODY);
  }
}
