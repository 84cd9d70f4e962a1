package answerbook.print;

import answerbook.cli.EditionKind;
import answerbook.cli.PaperBook;
import java.nio.file.Path;
import java.util.List;

/**
 * The books that tests look at: all editions of the mini-book {@code paper}, and those of the whole
 * book if this build was asked to make them.
 */
final class PaperBooks {
  private PaperBooks() {}

  /** All books. */
  static List<Path> all() {
    return Edition.all().stream()
        .flatMap(edition -> PaperBook.andWhole(edition.file(), EditionKind.PDF).stream())
        .toList();
  }

  /** An edition of the mini-book. */
  static Path ofMiniBook(Edition.Kind kind, Edition.Paper paper) {
    return PaperBook.edition(new Edition(kind, paper).file());
  }
}
