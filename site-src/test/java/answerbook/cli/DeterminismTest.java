package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same book gives the same bytes, whatever the folder, the locale, the time zone and the number
 * of cores.
 */
class DeterminismTest {
  @TempDir private Path folder;

  @Test
  void treesAreByteIdentical() throws IOException, InterruptedException {
    Path first =
        build(
            "one",
            "-XX:ActiveProcessorCount=1",
            "-Duser.language=tr",
            "-Duser.timezone=Pacific/Apia");
    Path second =
        build(
            "a/longer/path",
            "-XX:ActiveProcessorCount=2",
            "-Duser.language=ar",
            "-Duser.timezone=America/Caracas");

    Map<String, byte[]> expected = tree(first);
    Map<String, byte[]> actual = tree(second);

    assertThat(actual.keySet())
        .isEqualTo(expected.keySet())
        .contains("topic/all-kinds.html", "data/questions.json", "editions/answers-below-a4.pdf")
        .contains(
            "editions/book.html", "editions/book.epub", "editions/cards.apkg", "editions/site.zip");
    expected.forEach(
        (file, bytes) -> assertThat(Arrays.equals(actual.get(file), bytes)).as(file).isTrue());
  }

  private Path build(String name, String... flags) throws IOException, InterruptedException {
    MiniBook book = MiniBook.copyOf("results", folder.resolve(name));
    List<String> command = ChildJvm.command();
    command.addAll(List.of(flags));
    command.add("-Dsite.editions=true");
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), UnlintedMain.class.getName()));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command)
            .directory(book.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    return book.site();
  }

  private static Map<String, byte[]> tree(Path site) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(site)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(site.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }
}
