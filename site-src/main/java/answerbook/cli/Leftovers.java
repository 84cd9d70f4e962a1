package answerbook.cli;

import answerbook.store.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What builds that were killed have left in the target folder: drafts of files and folders that
 * programs were run in. Caches shared between machines lie elsewhere and are not touched.
 */
final class Leftovers {
  private static final Pattern NAME = Pattern.compile(".*\\.tmp|run\\d+");

  private Leftovers() {}

  /** Deletes them. */
  static void clear(Path target) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path path : in(target)) {
      if (isLeft(path)) {
        found.add(path);
      } else {
        in(path).stream().filter(Leftovers::isLeft).forEach(found::add);
      }
    }
    for (Path path : found) {
      FolderTree.delete(path);
    }
  }

  private static boolean isLeft(Path path) {
    return NAME.matcher(path.getFileName().toString()).matches();
  }

  /** What is in a folder; only its names are read, since there may be many. */
  private static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    }
  }
}
