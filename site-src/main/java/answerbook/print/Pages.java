package answerbook.print;

import com.openhtmltopdf.pdfboxout.PageSupplier;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The pages of one PDF, on which all backgrounds are marked as the same artifact.
 *
 * <p>The typesetter marks the background of every box, even where it draws nothing, by a dictionary
 * of its own that tells its bounds: in a book of 359 pages there were 83,000 of them, more than all
 * other objects together. An artifact of the type Layout needs no bounds.
 */
final class Pages implements PageSupplier {
  private static final COSName LAYOUT = COSName.getPDFName("Layout");

  private final COSDictionary layout = new COSDictionary();

  Pages() {
    layout.setItem(COSName.TYPE, LAYOUT);
  }

  @Override
  public PDPage requestPage(
      PDDocument pdf, float width, float height, int number, int shadowNumber) {
    COSDictionary resources = new COSDictionary();
    resources.setItem(COSName.PROPERTIES, new Artifacts(layout));
    PDPage page = new PDPage(new PDRectangle(width, height));
    page.setResources(new PDResources(resources));
    pdf.addPage(page);
    return page;
  }

  /** By their names on a page, dictionaries that describe artifacts; asked before one is added. */
  private static final class Artifacts extends COSDictionary {
    Artifacts(COSDictionary layout) {
      setItem(LAYOUT, layout);
    }

    @Override
    public boolean containsValue(Object value) {
      return isBackground(value) || super.containsValue(value);
    }

    @Override
    public COSName getKeyForValue(Object value) {
      return isBackground(value) ? LAYOUT : super.getKeyForValue(value);
    }

    private static boolean isBackground(Object value) {
      return value instanceof COSDictionary dictionary
          && COSName.BACKGROUND.equals(dictionary.getItem(COSName.TYPE));
    }
  }
}
