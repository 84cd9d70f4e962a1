package answerbook.figure;

/**
 * The outlines by which series of points are told apart, all of about the same weight to the eye.
 */
enum PointShape {
  CIRCLE(true),
  SQUARE(false),
  TRIANGLE(true),
  DIAMOND(false),
  CROSS(false),
  PLUS(false);

  private static final double SIZE = 3.4;

  private final boolean filled;

  PointShape(boolean filled) {
    this.filled = filled;
  }

  /** Whether it is filled, not drawn as an outline. */
  boolean isFilled() {
    return filled;
  }

  static PointShape of(int series) {
    return values()[series % values().length];
  }

  /** Adds the shape around {@code centre} to {@code path}. */
  void trace(Point centre, PathText path) {
    switch (this) {
      case CIRCLE -> path.circle(centre, SIZE);
      case SQUARE ->
          path.polygon(
              at(centre, -0.9, -0.9),
              at(centre, 0.9, -0.9),
              at(centre, 0.9, 0.9),
              at(centre, -0.9, 0.9));
      case TRIANGLE ->
          path.polygon(at(centre, 0, -1.2), at(centre, 1.1, 0.8), at(centre, -1.1, 0.8));
      case DIAMOND ->
          path.polygon(
              at(centre, 0, -1.3), at(centre, 1.3, 0), at(centre, 0, 1.3), at(centre, -1.3, 0));
      case CROSS ->
          path.move(at(centre, -0.9, -0.9))
              .line(at(centre, 0.9, 0.9))
              .move(at(centre, -0.9, 0.9))
              .line(at(centre, 0.9, -0.9));
      case PLUS ->
          path.move(at(centre, -1.2, 0))
              .line(at(centre, 1.2, 0))
              .move(at(centre, 0, -1.2))
              .line(at(centre, 0, 1.2));
    }
  }

  private static Point at(Point centre, double across, double down) {
    return centre.plus(across * SIZE, down * SIZE);
  }
}
