package answerbook.print;

import answerbook.print.formula.FormulaFonts;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.util.EnumSet;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/** Sets a document in pages. */
final class PdfWriter {
  private static final float PDF_VERSION = 1.7f;

  /** How often pages are laid out, at most, until nothing is to be mended. */
  private static final int PASSES = 4;

  private final TextFonts fonts;
  private final Formulas formulas;
  private final Mistakes mistakes;

  PdfWriter(TextFonts fonts, Formulas formulas, Mistakes mistakes) {
    this.fonts = fonts;
    this.formulas = formulas;
    this.mistakes = mistakes;
  }

  /**
   * The PDF, to be saved and closed; the same bytes for the same document.
   *
   * @param document is no longer needed once the typesetter has its own copy: a caller who keeps
   *     none spares memory
   * @throws IOException if it can't be made
   */
  PDDocument set(Document document) throws IOException {
    XRLog.setLoggingEnabled(false);
    PDDocument pdf = painted(copy(document));
    new Finish(pdf).apply();
    return pdf;
  }

  /** A copy of the converted document, since the converted one refers to what it was made of. */
  private static org.w3c.dom.Document copy(Document document) {
    return (org.w3c.dom.Document) new W3CDom().fromJsoup(document).cloneNode(true);
  }

  private PDDocument painted(org.w3c.dom.Document pages) throws IOException {
    for (int pass = 1; ; pass++) {
      try (PdfBoxRenderer renderer = renderer(pages)) {
        renderer.layout();
        if (mend(renderer) == 0 || pass == PASSES) {
          return renderer.createPDFKeepOpen();
        }
        renderer.getPdfDocument().close();
      }
    }
  }

  private static int mend(PdfBoxRenderer renderer) {
    return LoneLines.mend(renderer.getRootBox())
        + RaisedLines.mend(renderer.getRootBox(), renderer.getDotsPerPoint());
  }

  private PdfBoxRenderer renderer(org.w3c.dom.Document pages) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfVersion(PDF_VERSION);
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Answerbook");
    Drawings drawings = new Drawings();
    builder.useSVGDrawer(drawings);
    builder.usePageSupplier(new Pages());
    builder.useObjectDrawerFactory(new FormulaDrawer(formulas));
    builder.withDiagnosticConsumer(
        diagnostic -> {
          if (diagnostic.getLevel().intValue() >= Level.SEVERE.intValue()) {
            mistakes.add(drawings.owner(), diagnostic.getFormattedMessage(), "");
          }
        });
    fonts.register(builder);
    registerFormulaFonts(builder);
    builder.withW3cDocument(pages, "");
    return builder.buildPdfRenderer();
  }

  private void registerFormulaFonts(PdfRendererBuilder builder) {
    for (String name : FormulaFonts.NAMES) {
      builder.useFont(
          () -> formulas.fonts().open(name),
          name.substring(0, name.indexOf('-')),
          name.contains("Bold") ? 700 : 400,
          name.endsWith("Italic") ? FontStyle.ITALIC : FontStyle.NORMAL,
          true,
          EnumSet.of(FSFontUseCase.DOCUMENT));
    }
  }
}
