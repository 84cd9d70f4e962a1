package answerbook.print;

import com.openhtmltopdf.layout.Layer;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.LineBox;
import com.openhtmltopdf.render.PageBox;
import java.util.List;
import java.util.function.Consumer;

/** What holds lines in a finished layout, and the pages on which these are. */
final class Paragraphs {
  private final BlockBox root;
  private final List<PageBox> pages;

  Paragraphs(BlockBox root) {
    Layer layer = root.getLayer();
    this.root = root;
    this.pages = layer.getPages();
  }

  /** Visits each box that holds lines and has any, in the order of the text. */
  void forEach(Consumer<Box> visitor) {
    visit(root, visitor);
  }

  private static void visit(Box box, Consumer<Box> visitor) {
    if (box.getChildCount() > 0 && box.getChild(0) instanceof LineBox) {
      visitor.accept(box);
    } else {
      box.getChildren().forEach(child -> visit(child, visitor));
    }
  }

  /** The page on which a line begins, from 0. */
  int page(Box line) {
    int low = 0;
    int high = pages.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (line.getAbsY() < pages.get(middle).getBottom()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Where the page of a line begins, in the layout's own dots. */
  int top(Box line) {
    return pages.get(page(line)).getTop();
  }
}
