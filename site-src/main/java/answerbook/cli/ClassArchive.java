package answerbook.cli;

import answerbook.store.ClassPathSum;
import answerbook.store.ContentSum;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * An archive of the generator's classes as a JVM holds them, from which the next JVM starts quicker
 * by a fifth; with it comes one of the worker's classes. It belongs to a JDK and to the very same
 * libraries and classes: a JVM refuses it where the time or the size of a jar is another, and the
 * build that finds so has another one made, in a process of its own.
 */
final class ClassArchive {
  /** The property that names the archive, as the JVM was told. */
  static final String PROPERTY = "generator.archive";

  /** As long as that, another process is taken to be at it. */
  private static final Duration MAKING = Duration.ofMinutes(2);

  private final Path archive;
  private final Path note;

  /**
   * @param archive the file of the archive
   */
  ClassArchive(Path archive) {
    this.archive = archive;
    this.note = archive.resolveSibling(archive.getFileName() + ".of");
  }

  /** Sees to it that later builds have an archive, if they are told to use one. */
  static void keep(Path root) throws IOException {
    String named = System.getProperty(PROPERTY, "");
    if (!named.isEmpty() && new ClassArchive(Path.of(named)).isWanted()) {
      new ClassArchive(Path.of(named)).make(root);
    }
  }

  /** Whether there is none of this JVM, and nobody is making it. */
  boolean isWanted() throws IOException {
    boolean isOurs = Files.exists(note) && Files.readString(note).equals(identity());
    return !isOurs || (!Files.exists(archive) && age(note).compareTo(MAKING) > 0);
  }

  private void make(Path root) throws IOException {
    Files.deleteIfExists(archive);
    Files.writeString(note, identity());
    ArchiveMaker.start(root, archive);
  }

  /** Names the JVM, the generator, and the files of the class path as a JVM compares them. */
  static String identity() throws IOException {
    StringBuilder files = new StringBuilder(ClassPathSum.get());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path file = Path.of(entry);
      if (Files.exists(file)) {
        files.append('\n').append(file).append(' ').append(Files.getLastModifiedTime(file));
      }
    }
    return ContentSum.of(files.toString());
  }

  private static Duration age(Path file) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    return Duration.between(time.toInstant(), Instant.now());
  }
}
