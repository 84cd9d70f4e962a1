package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM takes the generator's classes from the archive of the very same jar, or from the jar. */
class ClassArchiveTest {
  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final String REHEARSAL = "answerbook.cli.Rehearsal";
  private static final String UNPACKING = "answerbook.answer.worker.Unpacking";
  private static final String BAKER = "answerbook.bake.Baker source: ";
  private static final String ND4J = "org.nd4j.linalg.factory.Nd4j source: ";
  private static final String SHARED = "shared objects file (top)";

  @TempDir private Path folder;
  private Path archive;
  private Path note;

  @BeforeEach
  void nameFiles() {
    archive = folder.resolve("classes.jsa");
    note = folder.resolve("classes.jsa.of");
  }

  @Test
  void archiveIsWantedUntilThereIsOneOfThisGenerator() throws IOException {
    assertThat(new ClassArchive(archive).isWanted()).isTrue();

    Files.writeString(note, ClassArchive.identity());
    assertThat(new ClassArchive(archive).isWanted()).as("while it is being made").isFalse();

    Files.setLastModifiedTime(note, FileTime.from(Instant.now().minusSeconds(600)));
    assertThat(new ClassArchive(archive).isWanted()).as("when that has failed").isTrue();

    Files.writeString(archive, "");
    assertThat(new ClassArchive(archive).isWanted()).isFalse();

    Files.writeString(note, "another generator");
    assertThat(new ClassArchive(archive).isWanted()).isTrue();
  }

  @Test
  void classesComeFromTheArchiveOfTheSameJarAlone() throws IOException, InterruptedException {
    Path jar = folder.resolve("generator.jar");
    pack(PROJECT.resolve("target/classes"), jar);
    run(jar, List.of(), "answerbook.cli.ArchiveMaker");
    Path worker = folder.resolve("worker.jsa");
    assertThat(archive).exists();
    assertThat(worker).exists();

    assertThat(load(jar, archive, REHEARSAL)).contains(BAKER + SHARED);
    assertThat(load(jar, worker, UNPACKING)).contains(ND4J + SHARED);

    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(600)));
    assertThat(load(jar, worker, UNPACKING)).doesNotContain("warning", SHARED).contains(ND4J);
    assertThat(load(jar, archive, REHEARSAL)).doesNotContain("warning", SHARED).contains(BAKER);
  }

  @Test
  void rehearsalThatFailsLeavesNoArchive() throws IOException, InterruptedException {
    Path jar = folder.resolve("generator.jar");
    pack(PROJECT.resolve("target/classes"), jar);
    run(jar, List.of("-Danswers.sandbox=nonsense"), "answerbook.cli.ArchiveMaker");
    assertThat(folder.resolve("classes.jsa.log")).content().contains("nonsense");
    assertThat(archive).doesNotExist();
  }

  /** Where a JVM that is told to use the archive finds classes, and what else it says. */
  private String load(Path jar, Path from, String main) throws IOException, InterruptedException {
    List<String> flags =
        List.of(
            "-XX:SharedArchiveFile=" + from,
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off",
            "-Xlog:class+load");
    return run(jar, flags, main);
  }

  private String run(Path jar, List<String> flags, String main)
      throws IOException, InterruptedException {
    String libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .reduce("", (all, entry) -> all + File.pathSeparator + entry);
    List<String> command = ChildJvm.command();
    command.addAll(flags);
    Path natives = PROJECT.resolve("target/answers/native");
    command.add("-Danswers.natives=" + natives);
    command.add("-Dorg.bytedeco.javacpp.cachedir=" + natives);
    command.addAll(List.of("-cp", jar + libraries, main, PROJECT.toString(), archive.toString()));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    return Files.readString(log);
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> walk = Files.walk(classes)) {
      for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(path));
        out.closeEntry();
      }
    }
  }
}
