package answerbook.cli;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import answerbook.store.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Looks at a book's files before anything reads them: none may lead out of the book by a symbolic
 * link, and none may be too large for what is made of it. Links to folders are refused too: who
 * lists a folder by its own means might follow them or not, and could so miss what is edited there.
 */
final class Inventory {
  /** The longest answer of this book has 12 kB; a record of results may be a hundred times that. */
  static final long LARGEST = 4L << 20;

  private final Path root;
  private final Diagnostics diagnostics;

  Inventory(Path root, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
  }

  /** Whether all files may be read; if not, all mistakes are told. */
  boolean isGood() throws IOException {
    Path home = root.toRealPath();
    for (String input : Fingerprint.INPUTS) {
      FolderTree.walk(root.resolve(input), (path, found) -> look(path, found, home));
    }
    return diagnostics.isEmpty();
  }

  private void look(Path path, BasicFileAttributes found, Path home) throws IOException {
    if (found.isSymbolicLink()) {
      lookAtLink(path, home);
    } else if (found.isRegularFile() && found.size() > LARGEST) {
      String size = "the file has " + (found.size() >> 20) + " MB";
      report(
          path, size + ", more than " + (LARGEST >> 20), "split it, or leave out what isn't read");
    }
  }

  private void lookAtLink(Path link, Path home) throws IOException {
    if (!Files.exists(link)) {
      report(link, "the symbolic link leads nowhere", "mend or delete it");
    } else if (!link.toRealPath().startsWith(home)) {
      report(link, "the symbolic link leads out of the book", "put a copy in its place");
    } else if (Files.isDirectory(link)) {
      report(link, "the symbolic link leads to a folder", "make a folder with links to its files");
    }
  }

  private void report(Path path, String message, String remedy) {
    SourceFile file = new SourceFile(SourceFile.name(root, path), "");
    diagnostics.error(file, Position.START, message, remedy);
  }
}
