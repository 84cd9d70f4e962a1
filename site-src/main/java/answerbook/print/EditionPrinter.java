package answerbook.print;

import answerbook.content.Book;
import answerbook.diagnostic.Diagnostics;
import answerbook.markdown.RenderedBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.nodes.Document;

/**
 * Makes the PDF books.
 *
 * <pre>{@code
 * new EditionPrinter(root, book, diagnostics).prepare(rendered, edition).print(file);
 * }</pre>
 */
public final class EditionPrinter {
  private final Book book;
  private final Diagnostics diagnostics;
  private final TextFonts fonts;
  private final PrintStyles styles;

  /**
   * @param root the book's root, which holds {@code site-src/print}
   */
  public EditionPrinter(Path root, Book book, Diagnostics diagnostics) {
    Path folder = root.resolve("site-src/print");
    this.book = book;
    this.diagnostics = diagnostics;
    this.fonts = new TextFonts(folder.resolve("fonts"));
    this.styles = new PrintStyles(folder);
  }

  /** Prepares an edition: everything but its pages. */
  public Job prepare(RenderedBook rendered, Edition edition) {
    Document document = new BookHtml(book, rendered, edition).document();
    document.head().appendElement("style").text(styles.pages(edition.paper()));
    new PaperForm(styles).apply(document);
    new CodePieces().apply(document);
    new Keeps().apply(document);
    return new Job(document);
  }

  /** An edition that is prepared. */
  public final class Job {
    private Document document;

    private Job(Document document) {
      this.document = document;
    }

    /** A hash over all that decides about the file's bytes. */
    public String key() {
      return EditionKey.of(document.outerHtml(), fonts.files());
    }

    /**
     * Sets the pages; can be done once. What can't be printed is reported at its question; then
     * there is no file.
     *
     * @throws IOException if the file can't be written
     */
    public void print(Path file) throws IOException {
      Mistakes mistakes = new Mistakes(book, diagnostics);
      Document pages = document;
      // A whole book is large, and is not needed beside its pages.
      document = null;
      Formulas formulas = new Formulas(mistakes);
      formulas.place(pages);
      new Glue().apply(pages);
      fonts.check(pages, mistakes);
      if (mistakes.found()) {
        return;
      }
      try (PDDocument pdf = new PdfWriter(fonts, formulas, mistakes).set(pages)) {
        if (!mistakes.found()) {
          Files.createDirectories(file.toAbsolutePath().getParent());
          pdf.save(file.toFile());
        }
      }
    }
  }
}
