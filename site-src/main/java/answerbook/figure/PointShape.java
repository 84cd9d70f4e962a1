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
      case SQUARE -> path.polygon(corners(centre, -0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9));
      case TRIANGLE -> path.polygon(corners(centre, 0, -1.2, 1.1, 0.8, -1.1, 0.8));
      case DIAMOND -> path.polygon(corners(centre, 0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0));
      case CROSS -> path.strokes(corners(centre, -0.9, -0.9, 0.9, 0.9, -0.9, 0.9, 0.9, -0.9));
      case PLUS -> path.strokes(corners(centre, -1.2, 0, 1.2, 0, 0, -1.2, 0, 1.2));
    }
  }

  /** Points around {@code centre}, given by their offsets in x and y. */
  private static Point[] corners(Point centre, double... offsets) {
    Point[] corners = new Point[offsets.length / 2];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = centre.plus(offsets[2 * i] * SIZE, offsets[2 * i + 1] * SIZE);
    }
    return corners;
  }
}
