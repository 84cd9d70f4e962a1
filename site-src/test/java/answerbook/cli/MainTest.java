package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the process leaves for Maven. */
class MainTest {
  @TempDir private Path folder;

  private int run(MiniBook book, String... flags) throws IOException, InterruptedException {
    List<String> command = ChildJvm.command();
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "answerbook.cli.Main"));
    Process process =
        new ProcessBuilder(command)
            .directory(book.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("the process ends").isTrue();
    return process.exitValue();
  }

  @Test
  void successLeavesNoMark() throws IOException, InterruptedException {
    MiniBook book = MiniBook.copyOf("linted", folder.resolve("book"));
    assertThat(book.record()).isTrue();

    assertThat(run(book)).isZero();

    assertThat(book.root().resolve("target/unfinished")).doesNotExist();
    assertThat(book.site().resolve("index.html")).exists();
  }

  @Test
  void mistakesLeaveAMark() throws IOException, InterruptedException {
    MiniBook book = MiniBook.copyOf("markdown", folder.resolve("book"));
    book.write("content/topic/stray.md", "");

    assertThat(run(book)).isEqualTo(1);

    assertThat(book.root().resolve("target/unfinished")).exists();
  }

  @Test
  void crashLeavesAMarkToo() throws IOException, InterruptedException {
    MiniBook book = MiniBook.copyOf("markdown", folder.resolve("book"));
    Files.createDirectories(book.root().resolve("target"));
    Files.writeString(book.root().resolve("target/fragments"), "a file where a folder belongs");

    assertThat(run(book)).isNotZero();

    assertThat(book.root().resolve("target/unfinished")).exists();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-Dsite.editions=html,pfd | there are no editions 'pfd'",
        "-Danswers.sandbox=sure | is auto, off or required, not 'sure'",
        "-Dsecond-opinions=require | is true, false or required, not 'require'"
      })
  void switchWithNoneOfItsValuesIsTold(String flag, String said)
      throws IOException, InterruptedException {
    MiniBook book = MiniBook.copyOf("markdown", folder.resolve("book"));

    assertThat(run(book, flag)).isEqualTo(1);

    assertThat(folder.resolve("log"))
        .content()
        .startsWith("error: " + flag.substring(0, flag.indexOf('=')))
        .contains(said)
        .doesNotContain("\tat ");
  }
}
