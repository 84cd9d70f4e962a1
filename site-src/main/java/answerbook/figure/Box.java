package answerbook.figure;

import java.awt.geom.Rectangle2D;

/** An upright rectangle in a drawing. */
record Box(double left, double top, double width, double height) {
  static Box centred(Point centre, double width, double height) {
    return new Box(centre.x() - width / 2, centre.y() - height / 2, width, height);
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  Point centre() {
    return new Point(left + width / 2, top + height / 2);
  }

  Box grown(double by) {
    return new Box(left - by, top - by, width + 2 * by, height + 2 * by);
  }

  Box union(Box other) {
    double newLeft = Math.min(left, other.left);
    double newTop = Math.min(top, other.top);
    return new Box(
        newLeft,
        newTop,
        Math.max(right(), other.right()) - newLeft,
        Math.max(bottom(), other.bottom()) - newTop);
  }

  boolean contains(Point point) {
    return point.x() >= left && point.x() <= right() && point.y() >= top && point.y() <= bottom();
  }

  boolean contains(Box other) {
    return other.left >= left
        && other.right() <= right()
        && other.top >= top
        && other.bottom() <= bottom();
  }

  boolean overlaps(Box other) {
    return left < other.right()
        && other.left < right()
        && top < other.bottom()
        && other.top < bottom();
  }

  /** The area shared with {@code other}. */
  double shared(Box other) {
    double across = Math.min(right(), other.right()) - Math.max(left, other.left);
    double down = Math.min(bottom(), other.bottom()) - Math.max(top, other.top);
    return across > 0 && down > 0 ? across * down : 0;
  }

  /** Whether the straight line between two points touches this box. */
  boolean touches(Point from, Point to) {
    return new Rectangle2D.Double(left, top, width, height)
        .intersectsLine(from.x(), from.y(), to.x(), to.y());
  }
}
