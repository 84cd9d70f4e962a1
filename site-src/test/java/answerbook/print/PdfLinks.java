package answerbook.print;

import answerbook.print.PdfPages.Page;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** What leads to a place in the same PDF. */
final class PdfLinks {
  /**
   * A link or an entry of the outline.
   *
   * @param page where the link stands; 0 for the outline
   * @param text what is read of it
   * @param target the number of the page that it leads to
   */
  record Link(int page, String text, int target) {}

  private PdfLinks() {}

  /** All links within the book; a link over two lines is two. */
  static List<Link> onPages(PDDocument pdf, List<Page> pages) throws IOException {
    List<Link> links = new ArrayList<>();
    for (Page page : pages) {
      for (PDAnnotation annotation : pdf.getPage(page.number() - 1).getAnnotations()) {
        if (annotation instanceof PDAnnotationLink link
            && target(link) instanceof PDPageDestination to) {
          PDRectangle box = link.getRectangle();
          Rectangle2D area =
              new Rectangle2D.Double(
                  box.getLowerLeftX() - 1,
                  page.height() - box.getUpperRightY() - 1,
                  box.getWidth() + 2,
                  box.getHeight() + 2);
          links.add(new Link(page.number(), page.text(area), to.retrievePageNumber() + 1));
        }
      }
    }
    return links;
  }

  private static PDDestination target(PDAnnotationLink link) throws IOException {
    if (link.getAction() instanceof PDActionGoTo action) {
      return action.getDestination();
    }
    return link.getDestination();
  }

  /** The outline's entries in their order. */
  static List<Link> inOutline(PDDocument pdf) throws IOException {
    List<Link> links = new ArrayList<>();
    collect(pdf.getDocumentCatalog().getDocumentOutline(), links);
    return links;
  }

  private static void collect(PDOutlineNode node, List<Link> links) throws IOException {
    for (PDOutlineItem item : node.children()) {
      PDPageDestination to = (PDPageDestination) item.getDestination();
      links.add(new Link(0, item.getTitle(), to.retrievePageNumber() + 1));
      collect(item, links);
    }
  }
}
