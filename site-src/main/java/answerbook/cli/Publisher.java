package answerbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Puts a finished site in the place of the last one, which stays as it is until then. */
final class Publisher {
  private final Path site;
  private final Path next;
  private final Path last;

  Publisher(Path site) {
    this.site = site;
    this.next = site.resolveSibling(site.getFileName() + ".next");
    this.last = site.resolveSibling(site.getFileName() + ".last");
  }

  /** An empty folder for the next site. */
  Path prepare() throws IOException {
    delete(next);
    Files.createDirectories(next);
    return next;
  }

  /** Publishes what was prepared. */
  void publish() throws IOException {
    delete(last);
    if (Files.exists(site)) {
      Files.move(site, last);
    }
    Files.move(next, site);
    delete(last);
  }

  /** Throws away what was prepared. */
  void discard() throws IOException {
    delete(next);
  }

  /** Deletes a folder with all that is in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
