package answerbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
    FolderTree.delete(next);
    Files.createDirectories(next);
    return next;
  }

  /** Publishes what was prepared. */
  void publish() throws IOException {
    FolderTree.delete(last);
    if (Files.exists(site)) {
      Files.move(site, last);
    }
    Files.move(next, site);
    FolderTree.delete(last);
  }

  /** Throws away what was prepared. */
  void discard() throws IOException {
    FolderTree.delete(next);
  }
}
