package answerbook.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When values changed, in a repository made for this. */
class HistoryReaderTest {
  @TempDir private Path folder;
  private Path root;
  private String committed = "2026-01-01T12:00Z";

  @BeforeEach
  void makeRepository() throws IOException {
    root = folder.resolve("book");
    write("content/index.md", "words");
    git("init", "--quiet");
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text);
  }

  private void record(String results) throws IOException {
    write("answers/topic/HiddenNode.json", "{\"results\": {" + results + "}, \"checks\": []}");
  }

  private void commit(String date) throws IOException {
    committed = date + "T12:00Z";
    git("add", "--all");
    git("-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "x", "--date", committed);
  }

  private static String version(Path book) {
    return new HistoryReader(book).checkout().map(Checkout::name).orElse("");
  }

  private void git(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("GIT_COMMITTER_DATE", committed);
    Process process = builder.start();
    try {
      assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void eachValueHasTheDateOnWhichItBecameWhatItIs() throws IOException {
    record("\"same\": 1, \"changed\": 2, \"back\": 3");
    commit("2026-01-01");
    record("\"same\": 1, \"changed\": 2.5, \"back\": 4");
    commit("2026-02-02");
    record("\"same\": 1, \"changed\": 2.5, \"back\": 3, \"added\": [1, 2]");
    commit("2026-03-03");

    History history = new HistoryReader(root).read();

    assertThat(history.changes())
        .containsExactly(
            Map.entry(
                "HiddenNode",
                Map.of(
                    "same", "2026-01-01",
                    "changed", "2026-02-02",
                    "back", "2026-03-03",
                    "added", "2026-03-03")));
    assertThat(history.commit()).matches("[0-9a-f]{40}");
    assertThat(history.date()).isEqualTo("2026-03-03");
    assertThat(history.edited()).isFalse();
  }

  @Test
  void valueThatIsNotCommittedHasNoDate() throws IOException {
    record("\"same\": 1, \"changed\": 2");
    commit("2026-01-01");
    record("\"same\": 1, \"changed\": 3");

    History history = new HistoryReader(root).read();

    assertThat(history.changes().get("HiddenNode")).containsOnlyKeys("same");
    assertThat(version(root)).isEqualTo(history.commit() + " 2026-01-01 1767268800 edited");
    assertThat(history.seconds()).isEqualTo(1767268800);
    assertThat(history.edited()).isTrue();
  }

  @Test
  void shallowRepositoryKnowsItsCommitAlone() throws IOException {
    record("\"same\": 1");
    commit("2026-01-01");
    record("\"same\": 2");
    commit("2026-02-02");
    cloneShallow();

    History history = new HistoryReader(root).read();

    assertThat(history.date()).isEqualTo("2026-02-02");
    assertThat(history.changes()).isEmpty();
  }

  /** Goes on in a clone that has the last commit alone; returns the whole repository. */
  private Path cloneShallow() throws IOException {
    Path full = root;
    root = folder.resolve("shallow");
    Files.createDirectories(root);
    git("clone", "--quiet", "--depth=1", full.toUri().toString(), ".");
    return full;
  }

  /** What is told of values and questions differs, though the commit is the same. */
  @Test
  void versionTellsAShallowRepositoryFromTheWholeOne() throws IOException {
    commit("2026-01-01");
    record("\"same\": 2");
    commit("2026-02-02");
    Path full = cloneShallow();
    String shallow = version(root);
    git("fetch", "--quiet", "--unshallow");

    assertThat(shallow).isEqualTo(version(full) + " shallow");
    assertThat(version(root)).isEqualTo(version(full));
  }

  @Test
  void folderOutsideARepositoryHasNoHistory() throws IOException {
    assertThat(new HistoryReader(folder).read()).isEqualTo(History.NONE);
    assertThat(version(folder)).isEmpty();
  }

  @Test
  void folderThatARepositoryOnlySurroundsHasNoHistory() throws IOException {
    record("\"same\": 1");
    commit("2026-01-01");
    Path inside = root.resolve("target/copy/content");
    Files.createDirectories(inside);
    Files.writeString(inside.resolve("index.md"), "words");

    assertThat(new HistoryReader(inside.getParent()).read()).isEqualTo(History.NONE);
  }
}
