package answerbook.answer;

import answerbook.store.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
    FolderTree.delete(path);
  }
}
