package answerbook.figure;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of an edge: straight pieces between points, rounded where they meet.
 *
 * @param points from the rim of one node to the rim of the other
 */
record Route(List<Point> points) {
  private static final double HEAD_LENGTH = 7.5;
  private static final double HEAD_WIDTH = 3.4;
  private static final double RADIUS = 16;

  static Route straight(Point from, Point to) {
    return new Route(List.of(from, to));
  }

  Point start() {
    return points.get(0);
  }

  Point end() {
    return points.get(points.size() - 1);
  }

  /** The piece that carries the label: the middle one. */
  Route middlePiece() {
    int middle = points.size() / 2;
    return straight(points.get(middle - 1), points.get(middle));
  }

  double length() {
    return start().distance(end());
  }

  /** Whether the two ways cross, other than where they start or end together. */
  boolean crosses(Route other) {
    Route mine = middlePiece().trimmed();
    Route theirs = other.middlePiece().trimmed();
    return Line2D.linesIntersect(
        mine.start().x(),
        mine.start().y(),
        mine.end().x(),
        mine.end().y(),
        theirs.start().x(),
        theirs.start().y(),
        theirs.end().x(),
        theirs.end().y());
  }

  private Route trimmed() {
    return straight(start().towards(end(), 0.1), start().towards(end(), 0.9));
  }

  /** The space that the arrow head takes. */
  Box headBox() {
    Point before = points.get(points.size() - 2);
    Point back = end().towards(before, HEAD_LENGTH / before.distance(end()));
    return new Box(end().x(), end().y(), 0, 0)
        .union(new Box(back.x(), back.y(), 0, 0))
        .grown(HEAD_WIDTH);
  }

  /**
   * The line, which ends at the back of the arrow head and, if straight, is interrupted by {@code
   * labels}.
   */
  PathText line(List<Box> labels) {
    List<Point> ways = new ArrayList<>(points);
    Point last = ways.get(ways.size() - 2);
    ways.set(
        ways.size() - 1,
        end().towards(last, Math.min(1, (HEAD_LENGTH - 1) / last.distance(end()))));
    PathText path = new PathText();
    if (ways.size() == 2) {
      BrokenLine.pieces(ways.get(0), ways.get(1), labels)
          .forEach(piece -> path.move(piece.get(0)).line(piece.get(1)));
      return path;
    }
    return rounded(ways);
  }

  private static PathText rounded(List<Point> ways) {
    PathText path = new PathText().move(ways.get(0));
    for (int i = 1; i < ways.size() - 1; i++) {
      Point corner = ways.get(i);
      double before = corner.distance(ways.get(i - 1)) / (i == 1 ? 1 : 2);
      double after = corner.distance(ways.get(i + 1)) / (i == ways.size() - 2 ? 1 : 2);
      double radius = Math.min(RADIUS, Math.min(before, after));
      path.line(corner.towards(ways.get(i - 1), radius / corner.distance(ways.get(i - 1))));
      path.quadratic(
          corner, corner.towards(ways.get(i + 1), radius / corner.distance(ways.get(i + 1))));
    }
    return path.line(ways.get(ways.size() - 1));
  }

  /** The arrow head. */
  PathText head() {
    Point before = points.get(points.size() - 2);
    Point back = end().towards(before, HEAD_LENGTH / before.distance(end()));
    double dx = (end().x() - back.x()) / HEAD_LENGTH * HEAD_WIDTH;
    double dy = (end().y() - back.y()) / HEAD_LENGTH * HEAD_WIDTH;
    return new PathText().polygon(end(), back.plus(-dy, dx), back.plus(dy, -dx));
  }
}
