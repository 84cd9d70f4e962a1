package answerbook.print;

import answerbook.print.formula.FormulaSetter;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A formula as the books on paper have it, at 150 dpi.
 *
 * @param x where it begins in the picture
 * @param baseline of it in the picture
 */
public record PrintedFormula(BufferedImage picture, double x, double baseline) {
  /** The size of formulas in the books' text, in points. */
  public static final double EM = 10.5 * 1.06;

  private static final int DPI = 150;
  private static final double PIXELS = DPI / 72.0;
  private static final String STYLE =
      "@page { size: 300pt 150pt; margin: 0 } body { margin: 0; font-size: 10.5pt;"
          + " font-family: 'Answerbook Serif' } div { page-break-after: always; padding: 30pt }"
          + " .display { display: block; line-height: 1 }";

  /** Prints formulas, given as elements of class {@code katex}. */
  public static List<PrintedFormula> of(List<Element> katex) throws IOException {
    Formulas formulas = new Formulas(null);
    Document document = document(katex);
    formulas.place(document);
    FormulaSetter setter = new FormulaSetter(formulas.fonts());
    List<PrintedFormula> printed = new ArrayList<>();
    try (PDDocument pdf = PrintedPdf.set(document, formulas)) {
      List<PdfPages.Page> pages = PdfPages.of(pdf);
      for (int i = 0; i < katex.size(); i++) {
        BufferedImage picture = new PDFRenderer(pdf).renderImageWithDPI(i, DPI, ImageType.RGB);
        Rectangle2D form = pages.get(i).drawings().get(0);
        double x = form.getX();
        double top = form.getY();
        double height = setter.set(katex.get(i)).whole().height() * EM;
        printed.add(new PrintedFormula(picture, x * PIXELS, (top + height) * PIXELS));
      }
    }
    return printed;
  }

  private static Document document(List<Element> katex) {
    Document document = Document.createShell("");
    document.selectFirst("html").attr("lang", "en-GB");
    document.title("Formulas");
    document.head().appendElement("meta").attr("name", "description").attr("content", "Formulas");
    document.head().appendElement("style").text(STYLE);
    for (Element each : katex) {
      document
          .body()
          .appendElement("div")
          .appendElement("span")
          .addClass("katex-display")
          .appendChild(each.clone());
    }
    return document;
  }
}
