package answerbook.export;

import java.io.IOException;
import java.nio.file.Path;

/** A book to take away: one file that holds everything. */
public interface Edition {
  /** The name of its file, as {@code book.epub}. */
  String file();

  /** What is in it, as a reader is told; editions with the same title are forms of one thing. */
  String title();

  /** Its kind, as "EPUB" or "PDF, A4". */
  String form();

  /**
   * Reads what it is made of.
   *
   * @throws IOException if something can't be read
   */
  Job prepare() throws IOException;

  /** An edition that is prepared. */
  interface Job {
    /** A hash over all that decides about the file's bytes: content, style and maker. */
    String key();

    /**
     * Makes the file. What an author can mend is reported; then there is no file.
     *
     * @throws IOException if it can't be written
     */
    void make(Path file) throws IOException;
  }
}
