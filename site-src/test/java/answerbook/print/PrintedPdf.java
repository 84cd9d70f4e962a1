package answerbook.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.nodes.Document;

/** What was read from a PDF. */
record PrintedPdf(
    List<PdfPages.Page> pages,
    List<PdfTags.Tag> tags,
    List<PdfLinks.Link> links,
    List<PdfLinks.Link> outline) {
  private static final TextFonts FONTS = new TextFonts(Path.of("site-src/print/fonts"));

  private static Path last;
  private static PrintedPdf read;

  /** Reads a file, unless it was the last one that was read. */
  static synchronized PrintedPdf of(Path file) throws IOException {
    if (!file.equals(last)) {
      read = null;
      try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
        List<PdfPages.Page> pages = PdfPages.of(pdf);
        read =
            new PrintedPdf(
                pages,
                PdfTags.of(pdf, pages),
                PdfLinks.onPages(pdf, pages),
                PdfLinks.inOutline(pdf));
      }
      last = file;
    }
    return read;
  }

  /** The PDF of a document, as its file is read. */
  static PDDocument set(Document document, Formulas formulas) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (PDDocument pdf = new PdfWriter(FONTS, formulas, null).set(document)) {
      pdf.save(file);
    }
    return Loader.loadPDF(file.toByteArray());
  }
}
