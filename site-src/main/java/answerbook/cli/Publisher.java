package answerbook.cli;

import answerbook.store.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /**
   * Publishes what was prepared: in one step where the system has one, or else in two renamings.
   */
  void publish() throws IOException {
    if (Files.exists(site) && FolderExchange.exchange(next, site)) {
      FolderTree.delete(next);
      return;
    }
    FolderTree.delete(last);
    if (Files.exists(site)) {
      Files.move(site, last);
    }
    Files.move(next, site);
    FolderTree.delete(last);
  }

  /** Brings the last site back if a build was killed between the two renamings. */
  void recover() throws IOException {
    if (!Files.exists(site) && Files.exists(last)) {
      Files.move(last, site);
    }
  }

  /** Throws away what was prepared. */
  void discard() throws IOException {
    FolderTree.delete(next);
  }

  /** The same where nothing may go right any more; the next build tidies up. */
  void abandon() {
    try {
      FolderTree.delete(next);
    } catch (IOException | UncheckedIOException e) {
      // What was in the way of the build is in the way here, and is told.
    }
  }
}
