package answerbook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker is told of an archive that is there; only one that is wanted is taken from it. */
class WorkerArchiveTest {
  @TempDir private Path folder;
  private Path home;
  private WorkerArchive archive;

  @BeforeEach
  void nameFiles() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    archive = WorkerArchive.beside(folder.resolve("classes.jsa"));
  }

  @Test
  void workerIsToldOfAnArchiveThatIsThere() throws IOException {
    assertThat(archive.flags(home)).isEmpty();

    Files.writeString(archive.file(), "an archive");
    assertThat(archive.flags(home)).contains("-XX:SharedArchiveFile=" + archive.file());
  }

  @Test
  void workerThatIsToLeaveOneLeavesItInItsOwnFolder() throws IOException {
    Files.writeString(archive.file(), "an old archive");
    Path left = home.resolve("worker.jsa");
    assertThat(archive.made().flags(home)).isEqualTo(List.of("-XX:ArchiveClassesAtExit=" + left));

    Files.writeString(left, "an archive");
    archive.take(home);
    assertThat(archive.file()).hasContent("an old archive");

    archive.made().take(home);
    assertThat(archive.file()).hasContent("an archive");
  }

  @Test
  void workerThatLeavesNoneTakesNoneAway() throws IOException {
    Files.writeString(archive.file(), "an old archive");
    archive.made().take(home);
    assertThat(archive.file()).hasContent("an old archive");
  }
}
