package answerbook.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The worker's classes, the compiler and ND4J among them, as a JVM holds them: a worker that starts
 * from such an archive computes for two thirds of the time before its first program. Where the
 * archive is of another JDK or of other jars, the JVM itself leaves it alone.
 *
 * @param file of the archive, whether or not it is there
 * @param making whether the next worker is to leave one
 */
public record WorkerArchive(Path file, boolean making) {
  private static final String NAME = "worker.jsa";

  /** The archive beside one of the generator's classes. */
  public static WorkerArchive beside(Path classes) {
    return new WorkerArchive(classes.toAbsolutePath().resolveSibling(NAME), false);
  }

  /** The same, which the next worker is to leave. */
  public WorkerArchive made() {
    return new WorkerArchive(file, true);
  }

  /**
   * What a worker is told of it.
   *
   * @param home the one folder in which the worker can write
   */
  List<String> flags(Path home) {
    if (making) {
      return List.of("-XX:ArchiveClassesAtExit=" + home.resolve(NAME));
    }
    return Files.exists(file)
        ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
        : List.of();
  }

  /**
   * Takes what a worker has left in its folder, if it was to leave it and has come to its end: a
   * JVM crashes on half an archive.
   */
  void take(Path home) throws IOException {
    Path left = home.resolve(NAME);
    if (making && Files.exists(left)) {
      Path part = file.resolveSibling(NAME + ".part");
      Files.copy(left, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
