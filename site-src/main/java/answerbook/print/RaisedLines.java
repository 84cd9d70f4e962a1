package answerbook.print;

import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import org.w3c.dom.Element;

/**
 * Finds what begins at the top of a page with a line whose letters reach above it, and has it begin
 * lower.
 *
 * <p>Letters may be taller than their line: those of headings, and raised ones. The typesetter
 * draws a line on every page that it reaches into, so such a line is drawn at the foot of the page
 * before as well, where it is cut off and nobody sees it, but search and screen readers find it
 * twice.
 */
final class RaisedLines {
  private final Paragraphs paragraphs;
  private final double dotsPerPoint;
  private int mended;

  private RaisedLines(BlockBox root, double dotsPerPoint) {
    this.paragraphs = new Paragraphs(root);
    this.dotsPerPoint = dotsPerPoint;
  }

  /** Gives such elements room above; returns how many there are. */
  static int mend(BlockBox root, double dotsPerPoint) {
    RaisedLines lines = new RaisedLines(root, dotsPerPoint);
    lines.paragraphs.forEach(lines::look);
    return lines.mended;
  }

  private void look(Box paragraph) {
    Box line = paragraph.getChild(0);
    if (line.getHeight() == 0 || line.getPaintingInfo() == null) {
      return;
    }
    int above = paragraphs.top(line) - line.getPaintingInfo().getAggregateBounds().y;
    Element element = element(paragraph);
    if (above > 0 && element != null) {
      String style = element.getAttribute("style");
      String room = "padding-top:" + Numbers.decimal(Math.ceil(above + 1) / dotsPerPoint) + "pt";
      element.setAttribute("style", style.isEmpty() ? room : style + ";" + room);
      if (paragraph.getAbsY() < paragraphs.top(line)) {
        // Its line alone has moved to the page: room above would stay on the page before.
        element.setAttribute("class", (element.getAttribute("class") + " keep").strip());
      }
      mended++;
    }
  }

  /** The element of a box: the next one about it where the box has none of its own. */
  private static Element element(Box box) {
    for (Box each = box; each != null; each = each.getParent()) {
      if (each.getElement() != null) {
        return each.getElement();
      }
    }
    return null;
  }
}
