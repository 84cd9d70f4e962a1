package answerbook.print;

import com.openhtmltopdf.layout.Layer;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.LineBox;
import com.openhtmltopdf.render.PageBox;
import java.util.List;
import java.util.TreeMap;
import org.w3c.dom.Element;

/**
 * Finds paragraphs of which a single line stands on a page, and has them kept whole.
 *
 * <p>The typesetter's own {@code widows} and {@code orphans} overlook a few, in lines that formulas
 * make taller.
 */
final class LoneLines {
  private final List<PageBox> pages;
  private int mended;

  private LoneLines(Layer root) {
    this.pages = root.getPages();
  }

  /** Marks the elements of such paragraphs; returns how many there are. */
  static int mend(BlockBox root) {
    LoneLines lines = new LoneLines(root.getLayer());
    lines.visit(root);
    return lines.mended;
  }

  private void visit(Box box) {
    if (box.getChildCount() > 0 && box.getChild(0) instanceof LineBox) {
      look(box);
    } else {
      box.getChildren().forEach(this::visit);
    }
  }

  private void look(Box paragraph) {
    TreeMap<Integer, Integer> lines = new TreeMap<>();
    for (Box line : paragraph.getChildren()) {
      if (line.getHeight() > 0) {
        lines.merge(page(line), 1, Integer::sum);
      }
    }
    if (lines.size() > 1
        && (lines.firstEntry().getValue() == 1 || lines.lastEntry().getValue() == 1)
        && paragraph.getElement() != null
        && paragraph.getElement().getTagName().equals("p")) {
      Element element = paragraph.getElement();
      element.setAttribute("class", (element.getAttribute("class") + " keep").strip());
      mended++;
    }
  }

  private int page(Box line) {
    int page = 0;
    while (page < pages.size() - 1 && line.getAbsY() >= pages.get(page).getBottom()) {
      page++;
    }
    return page;
  }
}
