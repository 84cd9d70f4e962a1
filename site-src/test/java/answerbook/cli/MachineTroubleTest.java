package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import answerbook.answer.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine can have against a build: each gives a clear error, or the right page. */
@SuppressWarnings("StringConcatToTextBlock")
class MachineTroubleTest {
  private static final String TEXT = "content/topic/hidden-unit.md";

  @TempDir private Path folder;
  private MiniBook book;

  @BeforeEach
  void book() {
    book = MiniBook.copyOf("reading", folder.resolve("book"));
  }

  /** On a small disk that bubblewrap makes; the site does not fit it. */
  @Test
  void fullDiskIsToldAndTheLastSiteStays() throws IOException, InterruptedException {
    Path target = Files.createDirectories(book.root().resolve("target"));
    String said =
        inSandbox(UnlintedMain.class, 1, "--size", "800000", "--tmpfs", target.toString());

    assertThat(said)
        .contains(": error: the disk is full\n  make room on it")
        .contains("1 error; target/site is unchanged")
        .doesNotContain("\tat ");
  }

  @Test
  void targetThatMayNotBeWrittenIsTold() throws IOException, InterruptedException {
    assertThat(book.build()).as(book.output()).isTrue();
    String before = SiteSum.of(book.site());
    book.edit(TEXT, "What is $z", "What was $z");
    String target = book.root().resolve("target").toString();

    String said = inSandbox(Main.class, 2, "--ro-bind", target, target);

    assertThat(said).contains("target/lock: error: it may not be written\n  make it writable");
    assertThat(said).doesNotContain("\tat ");
    assertThat(SiteSum.of(book.site())).isEqualTo(before);
  }

  @Test
  void fileThatVanishesWhileTheBookIsBuiltIsTold() throws IOException {
    assertThat(book.build()).as(book.output()).isTrue();
    String before = SiteSum.of(book.site());
    book.edit(TEXT, "What is $z", "What was $z");
    Path script = book.root().resolve("site-src/assets/js/judge.js");

    String said =
        build(
            line -> {
              if (line.contains("render ")) {
                delete(script);
              }
            });

    assertThat(said)
        .contains("judge.js")
        .contains(": error: ")
        .contains("target/site is unchanged");
    assertThat(SiteSum.of(book.site())).isEqualTo(before);
  }

  @Test
  void keptWorkThatIsDamagedMeanwhileIsTold() throws IOException {
    assertThat(book.build()).as(book.output()).isTrue();
    String before = SiteSum.of(book.site());
    book.edit("templates/question.ftlh", "</main>", "<!-- edited --></main>");

    String said = build(line -> flip(line, book.root().resolve("target/rendered")));

    assertThat(said)
        .contains("target/rendered/")
        .contains(": error: something else has changed it meanwhile\n  build again")
        .contains("1 error; target/site is unchanged")
        .doesNotContain("\tat ");
    assertThat(SiteSum.of(book.site())).isEqualTo(before);
  }

  /** Changes the last byte of all entries in a folder, once questions are rendered. */
  private static void flip(String line, Path folder) {
    if (!line.contains("render ")) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An edit that comes during a build and goes after it has left the site as it was built. */
  @Test
  void editWhileTheBookIsBuiltIsNotForgotten() throws IOException {
    assertThat(book.build()).as(book.output()).isTrue();
    String layout = book.read("templates/layout.ftlh");
    book.edit(TEXT, "What is $z", "What was $z");

    tell(
        line -> {
          if (line.contains("render ")) {
            book.write("templates/layout.ftlh", layout.replace("</body>", "<!-- late --></body>"));
          }
        });
    assertThat(book.read("target/site/index.html")).contains("<!-- late -->");
    book.write("templates/layout.ftlh", layout);

    assertThat(book.build()).as(book.output()).isTrue();
    assertThat(book.read("target/site/index.html")).doesNotContain("<!-- late -->");
  }

  /** The same, of an edit that changes neither a size nor a time that anybody can set. */
  @Test
  void editThatHidesIsNotForgottenEither() throws IOException {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("unix"),
        "This system doesn't tell when it has changed a file.");
    assertThat(book.build()).as(book.output()).isTrue();
    String layout = book.read("templates/layout.ftlh");
    FileTime time = Files.getLastModifiedTime(book.root().resolve("templates/layout.ftlh"));
    book.edit(TEXT, "What is $z", "What was $z");

    tell(
        line -> {
          if (line.contains("render ")) {
            hide(layout.replace("og:type", "og:typo"), time);
          }
        });
    assertThat(book.read("target/site/index.html")).contains("og:typo");
    hide(layout, time);

    assertThat(book.build()).as(book.output()).isTrue();
    assertThat(book.read("target/site/index.html")).doesNotContain("og:typo");
  }

  private void hide(String layout, FileTime time) {
    try {
      Path file = book.root().resolve("templates/layout.ftlh");
      Files.writeString(file, layout);
      Files.setLastModifiedTime(file, time);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void tooLittleMemoryIsToldAndTheLastSiteStays() throws IOException {
    assertThat(book.build()).as(book.output()).isTrue();
    String before = SiteSum.of(book.site());
    book.edit(TEXT, "What is $z", "What was $z");

    String said =
        build(
            line -> {
              if (line.contains("bake ")) {
                throw new OutOfMemoryError("Java heap space");
              }
            });

    assertThat(said)
        .containsPattern("memory: error: a heap of \\d+ MB does not suffice\n  give the build more")
        .contains("1 error; target/site is unchanged")
        .doesNotContain("\tat ");
    assertThat(SiteSum.of(book.site())).isEqualTo(before);
    assertThat(book.build()).as(book.output()).isTrue();
    assertThat(book.read("target/site/topic/hidden-unit.html")).contains("What was");
  }

  @Test
  void timesOfFilesDecideNothing() throws IOException {
    assertThat(book.build()).isTrue();
    Path text = book.root().resolve(TEXT);
    FileTime time = Files.getLastModifiedTime(text);
    book.edit(TEXT, "What is $z", "What iz $z");
    Files.setLastModifiedTime(text, time);
    assertThat(book.build()).isTrue();
    String now = SiteSum.of(book.site());
    assertThat(book.read("target/site/topic/hidden-unit.html")).contains("What iz");

    for (String moment : List.of("1970-01-02T00:00:00Z", "2100-01-01T00:00:00Z")) {
      touchAll(FileTime.from(Instant.parse(moment)));
      Files.delete(book.root().resolve("target/fingerprint"));
      assertThat(book.build()).as(book.output()).isTrue();
      assertThat(SiteSum.of(book.site())).as(moment).isEqualTo(now);
    }
  }

  private void touchAll(FileTime time) throws IOException {
    try (Stream<Path> files = Files.walk(book.root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, time);
      }
    }
  }

  /** Builds in a process with another view of the disk. */
  private String inSandbox(Class<?> main, int exitCode, String... view)
      throws IOException, InterruptedException {
    Sandbox sandbox = Sandbox.of(Sandbox.Mode.AUTO);
    assumeTrue(sandbox.isOn(), "There is no bubblewrap here to make such a disk with.");
    List<String> command = new ArrayList<>(List.of("bwrap", "--bind", "/", "/", "--dev", "/dev"));
    command.addAll(List.of(view));
    command.addAll(ChildJvm.command());
    command.add("-Danswers.sandbox=off");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command)
            .directory(book.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int code = process.waitFor();
    assertThat(code).as(Files.readString(log)).isEqualTo(exitCode);
    return Files.readString(log);
  }

  /** The same, in vain. */
  private String build(Consumer<String> happening) throws IOException {
    String said = tell(happening);
    assertThat(said).contains("target/site is unchanged");
    return said;
  }

  /** Builds, while something happens whenever the build says something; returns all it says. */
  private String tell(Consumer<String> happening) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out =
        new PrintStream(said, true, StandardCharsets.UTF_8) {
          @Override
          public PrintStream printf(java.util.Locale locale, String format, Object... arguments) {
            happening.accept(String.format(locale, format, arguments));
            return super.printf(locale, format, arguments);
          }
        };
    boolean good = new Build(BuildSettings.of(book.root()).linting(false), out).run();
    assertThat(said.toString(StandardCharsets.UTF_8).contains("; target/site is unchanged"))
        .isNotEqualTo(good);
    return said.toString(StandardCharsets.UTF_8);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
