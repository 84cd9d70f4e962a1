package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two builds of one folder at the same time. */
class BuildLockTest {
  @TempDir private Path folder;
  private MiniBook book;
  private Path target;

  @BeforeEach
  void siteOfOneBuild() {
    book = MiniBook.copyOf("markdown", folder.resolve("book"));
    target = book.root().resolve("target");
    book.write("target/site/index.html", "the last good site");
    book.write("target/site.next/index.html", "the next one, as far as it is made");
    book.write("target/unfinished", "");
  }

  private void assertNothingIsTouched(String told) {
    assertThat(told)
        .contains("target/lock: error: another build of this folder is running\n  wait until")
        .doesNotContain("\tat ");
    assertThat(book.read("target/site/index.html")).isEqualTo("the last good site");
    assertThat(book.read("target/site.next/index.html")).startsWith("the next one");
  }

  @Test
  void secondBuildOfAProcessIsRefusedUntilTheFirstHasEnded() throws IOException {
    try (BuildLock first = BuildLock.take(target)) {
      assertThat(first.isHeld()).isTrue();
      assertThat(book.build()).isFalse();
      assertNothingIsTouched(book.output());
    }

    assertThat(book.build()).as(book.output()).isTrue();
  }

  /** Nor does a second build of the first one's process open the folder to all others. */
  @Test
  void buildOfAnotherProcessIsRefused() throws IOException, InterruptedException {
    try (BuildLock first = BuildLock.take(target)) {
      try (BuildLock second = BuildLock.take(target)) {
        assertThat(second.isHeld()).isFalse();
      }

      assertNothingIsTouched(toldByMain());
      assertThat(book.read("target/unfinished")).isEmpty();
      assertThat(first.isHeld()).isTrue();
    }
  }

  private String toldByMain() throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    List<String> command = ChildJvm.command();
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    Process process =
        new ProcessBuilder(command)
            .directory(book.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    return Files.readString(log);
  }

  /** As one of another class loader would be. */
  @Test
  void lockThatTheProcessHasElsewhereIsRespected() throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                target.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThat(book.build()).isFalse();
      assertNothingIsTouched(book.output());
    }
  }

  @Test
  void previewWaitsForABuild() throws Exception {
    Preview preview;
    try (BuildLock build = BuildLock.take(target)) {
      assertThat(build.isHeld()).isTrue();
      preview = book.preview();
      TimeUnit.MILLISECONDS.sleep(500);
      assertThat(target.resolve("preview/site/index.html")).doesNotExist();
    }
    try (preview) {
      preview.awaitCalm();
      assertThat(target.resolve("preview/site/index.html")).exists();
    }
  }

  @Test
  @Timeout(60)
  void previewThatWaitsCanBeClosed() throws Exception {
    try (BuildLock build = BuildLock.take(target);
        Preview preview = book.preview()) {
      assertThat(build.isHeld()).isTrue();
      assertThat(preview.address()).startsWith("http");
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }
}
