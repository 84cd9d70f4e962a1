package answerbook.figure;

/** A position in a drawing; y grows downwards. */
record Point(double x, double y) {
  Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }

  /** The point that lies {@code fraction} of the way to {@code other}. */
  Point towards(Point other, double fraction) {
    return new Point(x + (other.x - x) * fraction, y + (other.y - y) * fraction);
  }

  double distance(Point other) {
    return Math.hypot(other.x - x, other.y - y);
  }
}
