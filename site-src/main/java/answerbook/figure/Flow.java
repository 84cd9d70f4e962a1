package answerbook.figure;

/** The direction in which a diagram's columns follow each other. */
enum Flow {
  RIGHT,
  DOWN;

  /** The point that lies {@code along} the flow and {@code across} it. */
  Point point(double along, double across) {
    return this == RIGHT ? new Point(along, across) : new Point(across, along);
  }

  double along(Point point) {
    return this == RIGHT ? point.x() : point.y();
  }

  double across(Point point) {
    return this == RIGHT ? point.y() : point.x();
  }

  /** A box's length in the direction of the flow. */
  double length(Box box) {
    return this == RIGHT ? box.width() : box.height();
  }

  /** A box's extent across the flow. */
  double breadth(Box box) {
    return this == RIGHT ? box.height() : box.width();
  }
}
