package answerbook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.answer.worker.SourceGraph;
import answerbook.diagnostic.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CacheKeyTest {
  private static final SourceFile PROGRAM =
      source("t/Program", "class Program { int i = First.I; }");
  private static final SourceFile FIRST =
      source("t/First", "class First { static final int I = Second.I; }");
  private static final SourceFile SECOND =
      source("t/Second", "class Second { static final int I = 2; }");
  private static final SourceFile ASIDE = source("t/Aside", "class Aside { }");

  @TempDir Path folder;

  private final RunSettings settings = RunSettings.of(Path.of("book"));
  private final List<SourceFile> sources = new ArrayList<>(List.of(PROGRAM, FIRST, SECOND, ASIDE));

  @Test
  void theSourceAndAllThatItCallsCount() {
    String before = key();
    assertThat(key()).isEqualTo(before);

    sources.set(3, source("t/Aside", "class Aside { int changed; }"));
    assertThat(key()).isEqualTo(before);

    sources.set(2, source("t/Second", "class Second { static final int I = 3; }"));
    assertThat(key()).isNotEqualTo(before);

    sources.set(2, SECOND);
    assertThat(key()).isEqualTo(before);

    sources.set(0, source("t/Program", PROGRAM.text() + " "));
    assertThat(key()).isNotEqualTo(before);
  }

  @Test
  void settingsCountButNotWhereThingsAre() {
    String before = key();

    assertThat(key(settings.timeout(Duration.ofSeconds(11)))).isNotEqualTo(before);
    assertThat(key(settings.heap("513m"))).isNotEqualTo(before);
    assertThat(key(settings.recording(true))).isEqualTo(before);
    assertThat(key(RunSettings.of(Path.of("elsewhere")).natives(folder))).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.vm.name", "java.vm.version", "os.name", "os.arch"})
  void theJdkAndTheKindOfMachineCount(String property) {
    String before = key();
    assertThat(keyWith(property, System.getProperty(property) + "x")).isNotEqualTo(before);
  }

  @Test
  void librariesCountByNameAndSize() throws IOException {
    Path jar = Files.writeString(folder.resolve("nd4j-1.0.jar"), "one");
    String before = keyWithClassPath(jar);

    assertThat(before).isNotEqualTo(key());
    Files.writeString(jar, "three");
    assertThat(keyWithClassPath(jar)).isNotEqualTo(before);
    assertThat(keyWithClassPath(Files.writeString(folder.resolve("nd4j-1.1.jar"), "one")))
        .isNotEqualTo(before);
    Path moved = Files.createDirectory(folder.resolve("elsewhere")).resolve("nd4j-1.0.jar");
    assertThat(keyWithClassPath(Files.writeString(moved, "one"))).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/Snippet",
        "answer/worker/Worker",
        "answer/outcome/Outcome",
        "diagnostic/SourceFile"
      })
  void classesThatRunProgramsCountByContent(String name) throws IOException {
    Path file = folder.resolve("answerbook").resolve(name + ".class");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "one");
    String before = keyWithClassPath(folder);

    Files.writeString(file, "two");
    assertThat(keyWithClassPath(folder)).isNotEqualTo(before);

    Files.writeString(file, "one");
    Path other = folder.resolve("answerbook/markdown/Renderer.class");
    Files.createDirectories(other.getParent());
    Files.writeString(other, "two");
    assertThat(keyWithClassPath(folder)).isEqualTo(before);
  }

  private String key() {
    return key(settings);
  }

  private String key(RunSettings someSettings) {
    return new CacheKey(new SourceGraph(sources), someSettings)
        .of(new Program("Program", sources.get(0)));
  }

  private String keyWithClassPath(Path entry) {
    return keyWith(
        "java.class.path", System.getProperty("java.class.path") + File.pathSeparator + entry);
  }

  private String keyWith(String property, String value) {
    String before = System.setProperty(property, value);
    try {
      return key();
    } finally {
      System.setProperty(property, before);
    }
  }

  private static SourceFile source(String name, String text) {
    return new SourceFile("answers/" + name + ".java", text);
  }
}
