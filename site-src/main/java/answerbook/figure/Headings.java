package answerbook.figure;

import answerbook.api.Diagram;
import answerbook.figure.Label.Anchor;
import java.util.List;

/** The headings of the columns: in a row above them, or left of them if the diagram runs down. */
final class Headings {
  private static final double GAP = 8;

  private final Element element = Element.group("f-heading");
  private Box bounds;

  /** Sets headings outside of {@code content}. */
  Headings(Diagram diagram, DiagramLayout layout, Box content) {
    bounds = content;
    for (int i = 0; i < diagram.columns().size(); i++) {
      Label label = Label.of(diagram.columns().get(i));
      int column = i;
      List<String> ids = layout.ids().stream().filter(id -> layout.column(id) == column).toList();
      if (!label.isEmpty() && !ids.isEmpty()) {
        Point middle = ids.stream().map(layout::core).reduce(Box::union).orElseThrow().centre();
        add(label, middle, content, layout.flow());
      }
    }
  }

  private void add(Label label, Point middle, Box content, Flow flow) {
    boolean above = flow == Flow.RIGHT;
    Point point =
        above
            ? new Point(middle.x(), content.top() - GAP - label.height() / 2)
            : new Point(content.left() - 2 * GAP, middle.y());
    Anchor anchor = above ? Anchor.MIDDLE : Anchor.END;
    element.add(label.element(point, anchor));
    bounds = bounds.union(label.box(point, anchor));
  }

  Element element() {
    return element;
  }

  /** The content and the headings. */
  Box bounds() {
    return bounds;
  }
}
