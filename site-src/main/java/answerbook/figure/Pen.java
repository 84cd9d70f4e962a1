package answerbook.figure;

import java.util.List;

/** Turns paths into drawn elements. Colours are left to the class of the surrounding group. */
final class Pen {
  private static final double LINE_WIDTH = 2;

  private Pen() {}

  /** A stroke without filling. */
  static Element stroke(PathText path, double width) {
    return path.element()
        .set("fill", "none")
        .set("stroke", "currentColor")
        .set("stroke-width", width);
  }

  /** The line of a series. */
  static Element line(PathText path, String dash) {
    Element line = stroke(path, LINE_WIDTH).set("stroke-linejoin", "round");
    if (!dash.isEmpty()) {
      line.set("stroke-dasharray", dash);
    }
    return line;
  }

  /** The points of a series. */
  static Element points(List<Point> centres, PointShape shape) {
    PathText path = new PathText();
    centres.forEach(centre -> shape.trace(centre, path));
    if (shape.isFilled()) {
      return path.element().set("fill", "currentColor").set("fill-opacity", "0.8");
    }
    return stroke(path, 1.6);
  }

  /** The area of a band, with hairlines along its edges for those who can't see the tint. */
  static Element band(PathText path) {
    return stroke(path, 0.6)
        .set("fill", "currentColor")
        .set("fill-opacity", "0.16")
        .set("stroke-opacity", "0.5");
  }

  /** A straight line between two points. */
  static Element segment(Point from, Point to) {
    return new Element("line")
        .set("x1", from.x())
        .set("y1", from.y())
        .set("x2", to.x())
        .set("y2", to.y());
  }
}
