package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import answerbook.answer.Program;
import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs shared among machines. */
class ShardTest {
  private static final Path NATIVES = Path.of("target/answers/native").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void everyProgramIsInOnePart() {
    SourceFile source = new SourceFile("answers/t/A.java", "");
    List<Program> programs =
        IntStream.range(0, 23).mapToObj(i -> new Program("P" + (i * 7) % 23, source)).toList();

    List<Program> all = new ArrayList<>();
    IntStream.rangeClosed(1, 5).forEach(i -> all.addAll(new Shard(i, 5).of(programs)));

    assertThat(all).containsExactlyInAnyOrderElementsOf(programs);
    assertThat(new Shard(5, 5).of(programs)).hasSizeBetween(4, 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/2", "3/2", "1", "a/b", "1/0", "-1/2", "1/2/3"})
  void whatIsNoPartIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shard.parse(text))
        .withMessageContaining("(" + text + ")")
        .withMessageContaining("2/8");
  }

  @Test
  void partsOfOtherProcessesMakeABuildThatRunsNothing() throws IOException, InterruptedException {
    MiniBook book = MiniBook.copyOf("results", folder.resolve("book"));
    for (String part : List.of("1/2", "2/2")) {
      Path own = folder.resolve("part-" + part.charAt(0));

      assertThat(run(book, own, "-Danswers.shard=" + part)).contains("1 programs run, 0 unchanged");

      assertThat(book.site()).doesNotExist();
      copy(own, folder.resolve("merged"));
    }

    String said = run(book, folder.resolve("merged"));

    assertThat(said).contains("0 programs run, 2 unchanged").contains("the site is in");
    MiniBook alone = MiniBook.copyOf("results", folder.resolve("alone"));
    assertThat(alone.build()).isTrue();
    assertThat(book.read("target/site/topic/all-kinds.html"))
        .isEqualTo(alone.read("target/site/topic/all-kinds.html"));
  }

  private String run(MiniBook book, Path cache, String... more)
      throws IOException, InterruptedException {
    List<String> command = ChildJvm.command();
    command.add("-Danswers.cache=" + cache);
    command.add("-Danswers.natives=" + NATIVES);
    command.addAll(List.of(more));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "answerbook.cli.Main"));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command)
            .directory(book.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    return Files.readString(log);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
