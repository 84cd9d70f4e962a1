package answerbook.figure;

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

  /** The longest of the pieces, which has most room for a label. */
  Route longestPiece() {
    Route longest = straight(points.get(0), points.get(1));
    for (int i = 2; i < points.size(); i++) {
      Route piece = straight(points.get(i - 1), points.get(i));
      longest = piece.length() > longest.length() + 1e-6 ? piece : longest;
    }
    return longest;
  }

  double length() {
    return start().distance(end());
  }

  /** The line, which ends at the back of the arrow head. */
  PathText line() {
    List<Point> ways = new ArrayList<>(points);
    Point before = ways.get(ways.size() - 2);
    double last = before.distance(end());
    ways.set(ways.size() - 1, end().towards(before, Math.min(1, (HEAD_LENGTH - 1) / last)));
    PathText path = new PathText().move(ways.get(0));
    for (int i = 1; i < ways.size() - 1; i++) {
      Point corner = ways.get(i);
      double room =
          Math.min(corner.distance(ways.get(i - 1)), corner.distance(ways.get(i + 1))) / 2;
      double radius = Math.min(RADIUS, i == 1 || i == ways.size() - 2 ? room * 2 : room);
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
