package answerbook.print;

import answerbook.ForkFolder;
import answerbook.cli.MiniBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The books that tests look at: all editions of the mini-book {@code paper}, and those of the whole
 * book that this build has made.
 */
final class PaperBooks {
  private static final Path FOLDER = ForkFolder.of("paper-books");
  private static final Path WHOLE = Path.of("target/site/editions").toAbsolutePath();

  private static MiniBook mini;

  private PaperBooks() {}

  /** All books. */
  static List<Path> all() {
    List<Path> all = new ArrayList<>(ofMiniBook());
    all.addAll(ofWholeBook());
    return all;
  }

  /** The editions of the mini-book, made when they are first asked for. */
  static List<Path> ofMiniBook() {
    Path folder = mini().site().resolve("editions");
    return Edition.all().stream().map(edition -> folder.resolve(edition.file())).toList();
  }

  /** An edition of the mini-book. */
  static Path ofMiniBook(Edition.Kind kind, Edition.Paper paper) {
    return mini().site().resolve("editions").resolve(new Edition(kind, paper).file());
  }

  /** The editions of the whole book: none unless the build was asked for them. */
  static List<Path> ofWholeBook() {
    if (!System.getProperty("site.editions", "").matches("true|.*pdf.*")) {
      return List.of();
    }
    return Edition.all().stream()
        .filter(edition -> edition.paper() == Edition.Paper.A4)
        .map(edition -> WHOLE.resolve(edition.file()))
        .toList();
  }

  static synchronized MiniBook mini() {
    if (mini == null) {
      delete(FOLDER);
      MiniBook book = MiniBook.copyOf("paper", FOLDER);
      if (!book.print()) {
        throw new IllegalStateException(book.output());
      }
      mini = book;
    }
    return mini;
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
