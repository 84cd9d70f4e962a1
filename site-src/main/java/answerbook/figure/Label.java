package answerbook.figure;

import java.util.List;

/**
 * Text with its markup read, ready to be measured and set. A line break in it starts a new line.
 */
final class Label {
  /**
   * The font size for which everything is laid out; the style sheet may set smaller type, but not
   * larger.
   */
  static final double SIZE = 14;

  private static final double LINE_HEIGHT = 1.22;
  private static final double BASELINE = 0.35;
  private static final double RAISE = 0.36;
  private static final double LOWER = 0.22;

  /** Which part of a label is put at its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  private final List<List<Run>> lines;

  private Label(List<List<Run>> lines) {
    this.lines = lines;
  }

  static Label of(String text) {
    return new Label(text.lines().map(line -> Markup.parse(line.strip())).toList());
  }

  boolean isEmpty() {
    return lines.stream().allMatch(List::isEmpty);
  }

  double width() {
    return SIZE * lines.stream().mapToDouble(Label::lineWidth).max().orElse(0);
  }

  double height() {
    return SIZE * LINE_HEIGHT * lines.size();
  }

  private static double lineWidth(List<Run> line) {
    return line.stream().mapToDouble(Run::width).sum();
  }

  /** The space that the label takes when set at {@code point}, which is halfway up its height. */
  Box box(Point point, Anchor anchor) {
    double shift = anchor == Anchor.START ? 0 : anchor == Anchor.MIDDLE ? 0.5 : 1;
    return new Box(point.x() - shift * width(), point.y() - height() / 2, width(), height());
  }

  /** The label on a patch in the colour of the page, for a place where lines may run. */
  Element onPatch(Box box) {
    double trim = SIZE * (LINE_HEIGHT - 1) / 2;
    Element patch = new Element("rect").set("class", "f-halo").set("fill", "none").set("rx", 3);
    patch.set("x", box.left() - 1).set("y", box.top() + trim);
    patch.set("width", box.width() + 2).set("height", box.height() - 2 * trim);
    return new Element("g").add(patch).add(element(box.centre(), Anchor.MIDDLE));
  }

  /** Sets the label at {@code point}, which is halfway up its height. */
  Element element(Point point, Anchor anchor) {
    Element text = new Element("text").set("x", point.x()).set("y", point.y());
    if (anchor != Anchor.START) {
      text.set("text-anchor", anchor == Anchor.MIDDLE ? "middle" : "end");
    }
    double shift = BASELINE - LINE_HEIGHT * (lines.size() - 1) / 2;
    if (lines.size() == 1) {
      text.set("dy", em(shift));
      setRuns(text, lines.get(0));
      return text;
    }
    for (List<Run> line : lines) {
      Element row = text.child("tspan").set("x", point.x()).set("dy", em(shift));
      double left = setRuns(row, line);
      shift = LINE_HEIGHT + left;
    }
    return text;
  }

  /** Sets runs one after the other and returns how far above the baseline the last one ended. */
  private static double setRuns(Element parent, List<Run> runs) {
    double raised = 0;
    for (Run run : runs) {
      double wanted = run.level() > 0 ? RAISE : run.level() < 0 ? -LOWER : 0;
      if (wanted == raised && run.level() == 0 && !run.italic()) {
        parent.text(run.text());
        continue;
      }
      Element span = parent.child("tspan");
      if (run.level() != 0) {
        span.set("font-size", em(Run.SCRIPT));
      }
      if (wanted != raised) {
        span.set("dy", em((raised - wanted) / (run.level() == 0 ? 1 : Run.SCRIPT)));
      }
      if (run.italic()) {
        span.set("font-style", "italic");
      }
      span.text(run.text());
      raised = wanted;
    }
    return raised;
  }

  private static String em(double value) {
    return Coordinate.text(value) + "em";
  }
}
