package answerbook.print;

import answerbook.print.Edition.Paper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The style sheets of the book on paper. */
final class PrintStyles {
  private final String book;
  private final String figure;

  PrintStyles(Path folder) {
    this.book = read(folder.resolve("book.css"));
    this.figure = read(folder.resolve("figure.css"));
  }

  /** How pages are set. */
  String pages(Paper paper) {
    return "@page { size: " + paper.css() + "; }\n" + book;
  }

  /** The colours and type of figures, which stand in each figure. */
  String figure() {
    return figure;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
