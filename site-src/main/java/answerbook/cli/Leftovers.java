package answerbook.cli;

import answerbook.store.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What builds that were killed have left in the target folder: drafts of files and folders that
 * programs were run in. Caches shared between machines lie elsewhere and are not touched.
 */
final class Leftovers {
  private static final Pattern NAME = Pattern.compile(".*\\.tmp|run\\d+");
  private static final int DEPTH = 2;

  private Leftovers() {}

  /** Deletes them. */
  static void clear(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      return;
    }
    List<Path> found;
    try (Stream<Path> paths = Files.walk(target, DEPTH)) {
      found = paths.filter(path -> NAME.matcher(path.getFileName().toString()).matches()).toList();
    }
    for (Path path : found) {
      FolderTree.delete(path);
    }
  }
}
