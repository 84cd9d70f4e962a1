package answerbook.cli;

import answerbook.bake.Making;
import answerbook.content.Book;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.Results;
import answerbook.provenance.Provenance;
import java.util.List;

/** A book with everything that its pages need. */
record WholeBook(Book book, RenderedBook rendered, Results results, Making making) {
  /** The same book, of another history. */
  WholeBook of(Provenance provenance) {
    Making now =
        new Making(
            provenance, making.programs(), making.formulas(), making.downloads(), making.guide());
    return new WholeBook(book, rendered, results, now);
  }

  /** The same book, with books to take away. */
  WholeBook with(List<Making.Download> downloads) {
    return new WholeBook(book, rendered, results, making.downloads(downloads));
  }
}
