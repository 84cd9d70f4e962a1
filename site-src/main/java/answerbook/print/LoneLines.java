package answerbook.print;

import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import java.util.TreeMap;
import org.w3c.dom.Element;

/**
 * Finds paragraphs of which a single line stands on a page, and has them kept whole.
 *
 * <p>The typesetter's own {@code widows} and {@code orphans} overlook a few, in lines that formulas
 * make taller.
 */
final class LoneLines {
  private final Paragraphs paragraphs;
  private int mended;

  private LoneLines(BlockBox root) {
    this.paragraphs = new Paragraphs(root);
  }

  /** Marks the elements of such paragraphs; returns how many there are. */
  static int mend(BlockBox root) {
    LoneLines lines = new LoneLines(root);
    lines.paragraphs.forEach(lines::look);
    return lines.mended;
  }

  private void look(Box paragraph) {
    TreeMap<Integer, Integer> lines = new TreeMap<>();
    for (Box line : paragraph.getChildren()) {
      if (line.getHeight() > 0) {
        lines.merge(paragraphs.page(line), 1, Integer::sum);
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
}
