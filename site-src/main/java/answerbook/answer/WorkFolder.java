package answerbook.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for one run, deleted with all that is in it at the end. */
final class WorkFolder implements AutoCloseable {
  private final Path path;

  WorkFolder(Path parent) throws IOException {
    Files.createDirectories(parent);
    path = Files.createTempDirectory(parent.toAbsolutePath(), "run");
  }

  Path path() {
    return path;
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
