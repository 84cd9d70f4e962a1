package answerbook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker starts ahead of its programs where it is likely to have some, and only there. */
class EarlyWorkerTest {
  private static final String SUM =
      "show(\"sum\", org.nd4j.linalg.factory.Nd4j.ones(3).sumNumber().doubleValue());\n";

  @TempDir private Path root;
  private final Workbench bench = new Workbench();
  private TestBook book;

  @BeforeEach
  void runOnce() {
    book = new TestBook(root).main("Sum", SUM);
    book.record();
    assertThat(book.mistakes()).isEmpty();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Workplace ahead() {
    bench.lookAhead(book.settings());
    return bench.workplace(book.settings());
  }

  private void touch(String program) throws IOException {
    Path source = root.resolve("answers/t/" + program + ".java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(10)));
  }

  @Test
  void editedProgramIsRunByIt() throws IOException {
    book.main("Sum", SUM.replace("ones(3)", "ones(4)"));
    touch("Sum");
    assertThat(ahead()).isInstanceOf(StandingWorker.class);

    Outcomes outcomes = book.on(bench).record();

    assertThat(book.mistakes()).isEmpty();
    assertThat(outcomes.run()).isEqualTo(1);
    assertThat(Files.readString(root.resolve("answers/t/Sum.json"))).contains("\"sum\": 4.0");
  }

  @Test
  void firstProgramsAreRunByIt() {
    book.settingsOfCache("fresh");

    assertThat(ahead()).isInstanceOf(StandingWorker.class);
  }

  @Test
  void editOfOtherFilesStartsNone() throws IOException {
    Files.writeString(root.resolve("answers/t/Notes.md"), SUM);

    assertThat(ahead()).isInstanceOf(ForkedWorker.class);
  }

  @Test
  void programWithoutNd4jStartsNone() throws IOException {
    book.main("Plain", "show(\"x\", 1);\n");
    touch("Plain");

    assertThat(ahead()).isInstanceOf(ForkedWorker.class);
  }

  @Test
  void startedInVainItChangesNothing() throws IOException {
    touch("Sum");
    assertThat(ahead()).isInstanceOf(StandingWorker.class);

    Outcomes outcomes = book.on(bench).run();

    assertThat(book.mistakes()).isEmpty();
    assertThat(outcomes.run()).isZero();
    bench.close();
    assertThat(root.resolve("target/answers"))
        .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("run"));
  }
}
