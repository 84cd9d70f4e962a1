package answerbook.cli;

import answerbook.ForkFolder;
import java.nio.file.Path;
import java.util.List;

/**
 * The mini-book "paper", which has every construct, with all its books to take away. It is built
 * when the first test asks for it, once for all tests of a JVM.
 */
public final class PaperBook {
  private static final Path FOLDER = ForkFolder.of("paper-book");

  private static final Path WHOLE = Path.of("target/site/editions").toAbsolutePath();

  private static MiniBook shared;

  private PaperBook() {}

  /** The book that all tests share; none may change it. */
  public static synchronized MiniBook shared() {
    if (shared == null) {
      shared = built("shared");
    }
    return shared;
  }

  /** One of the books to take away. */
  public static Path edition(String file) {
    return shared().site().resolve("editions").resolve(file);
  }

  /** A book to take away, and the same of the whole book if this build was asked to make it. */
  public static List<Path> andWhole(String file, EditionKind kind) {
    boolean asked = EditionKind.of(System.getProperty("site.editions", "")).contains(kind);
    return asked ? List.of(edition(file), WHOLE.resolve(file)) : List.of(edition(file));
  }

  /** A copy with all that its build left, to be changed and built again. */
  public static MiniBook copy(Path folder) {
    Folders.copy(shared().root(), folder);
    return MiniBook.in(folder);
  }

  /** The same book, built from nothing in a folder beside the shared one. */
  static MiniBook built(String name) {
    Path folder = FOLDER.resolve(name);
    Folders.delete(folder);
    MiniBook book = MiniBook.copyOf("paper", folder);
    if (!book.build(EditionKind.ALL)) {
      throw new IllegalStateException(book.output());
    }
    return book;
  }
}
