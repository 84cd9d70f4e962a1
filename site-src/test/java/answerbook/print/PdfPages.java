package answerbook.print;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** What stands on the pages of a PDF, and where: points from the upper left corner. */
final class PdfPages extends PDFTextStripper {
  /** Formulas have room about them, in em: see {@link Formulas}. */
  private static final double PAD_X = Formulas.PAD_X;

  private static final double PAD_Y = Formulas.PAD_Y;

  /**
   * A letter.
   *
   * @param box from the baseline to about the height of an x
   * @param content the number of the tagged content that it is in; −1 for page numbers and the like
   * @param drawn whether it is part of a formula or figure
   */
  record Letter(
      String text, Rectangle2D box, double baseline, double size, int content, boolean drawn) {}

  /** One page: its letters in the order of the file, and the boxes of formulas and figures. */
  record Page(
      int number, double width, double height, List<Letter> letters, List<Rectangle2D> drawings) {
    /** What is written on it, without formulas and figures and without spaces. */
    String text() {
      StringBuilder text = new StringBuilder();
      letters.stream().filter(letter -> !letter.drawn()).forEach(l -> text.append(l.text()));
      return text.toString().replaceAll("\\s", "");
    }

    /** What is written within a rectangle. */
    String text(Rectangle2D area) {
      StringBuilder text = new StringBuilder();
      for (Letter letter : letters) {
        if (area.contains(letter.box().getCenterX(), letter.baseline() - letter.size() / 4)) {
          text.append(letter.text());
        }
      }
      return text.toString().strip();
    }
  }

  private List<Letter> letters = new ArrayList<>();
  private List<Rectangle2D> drawings = new ArrayList<>();
  private int depth;
  private int content = -1;

  private PdfPages() {
    addOperator(new BeginMarkedContentSequence(this));
    addOperator(new BeginMarkedContentSequenceWithProperties(this));
    addOperator(new EndMarkedContentSequence(this));
    output = Writer.nullWriter();
  }

  static List<Page> of(PDDocument pdf) throws IOException {
    PdfPages reader = new PdfPages();
    List<Page> pages = new ArrayList<>();
    for (PDPage page : pdf.getPages()) {
      reader.letters = new ArrayList<>();
      reader.drawings = new ArrayList<>();
      reader.processPage(page);
      PDRectangle paper = page.getMediaBox();
      pages.add(
          new Page(
              pages.size() + 1,
              paper.getWidth(),
              paper.getHeight(),
              reader.letters,
              reader.drawings));
    }
    return pages;
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    double width = text.getWidthDirAdj();
    double size = text.getYScale();
    double baseline = text.getYDirAdj();
    Rectangle2D box =
        new Rectangle2D.Double(text.getXDirAdj(), baseline - 0.5 * size, width, 0.5 * size);
    letters.add(new Letter(text.getUnicode(), box, baseline, size, content, depth > 0));
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
    super.beginMarkedContentSequence(tag, properties);
    content = properties == null ? -1 : properties.getInt(COSName.MCID, -1);
  }

  @Override
  public void endMarkedContentSequence() {
    super.endMarkedContentSequence();
    content = -1;
  }

  /** Notes the box of a formula or figure without the room that formulas have about them. */
  @Override
  public void showForm(PDFormXObject form) throws IOException {
    int first = letters.size();
    Matrix matrix =
        Matrix.concatenate(getGraphicsState().getCurrentTransformationMatrix(), form.getMatrix());
    depth++;
    super.showForm(form);
    depth--;
    if (depth == 0) {
      Rectangle2D area =
          form.getBBox()
              .toGeneralPath()
              .createTransformedShape(matrix.createAffineTransform())
              .getBounds2D();
      double pageHeight = getCurrentPage().getMediaBox().getHeight();
      double em =
          letters.subList(first, letters.size()).stream().mapToDouble(Letter::size).max().orElse(0);
      drawings.add(
          new Rectangle2D.Double(
              area.getX() + PAD_X * em,
              pageHeight - area.getMaxY() + PAD_Y * em,
              area.getWidth() - 2 * PAD_X * em,
              area.getHeight() - 2 * PAD_Y * em));
    }
  }
}
