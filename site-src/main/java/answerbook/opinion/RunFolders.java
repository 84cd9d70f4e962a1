package answerbook.opinion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders for one run, deleted with all that is in them at the end. */
final class RunFolders implements AutoCloseable {
  private final Path path;
  private int count;

  RunFolders(Path parent) throws IOException {
    Files.createDirectories(parent);
    path = Files.createTempDirectory(parent.toAbsolutePath(), "run");
  }

  /** A new, empty folder. */
  Path next() throws IOException {
    return Files.createDirectory(path.resolve(String.valueOf(count++)));
  }

  @Override
  public void close() throws IOException {
    List<Path> inside;
    try (Stream<Path> files = Files.walk(path)) {
      inside = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : inside) {
      Files.deleteIfExists(file);
    }
  }
}
