package answerbook.figure;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a series into unbroken stretches and drops points that no eye could tell from a straight
 * line.
 */
final class Curve {
  private static final double TOLERANCE = 0.06;

  private Curve() {}

  /** The stretches between gaps, a gap being a point with a NaN. */
  static List<List<Point>> stretches(List<Point> points) {
    List<List<Point>> stretches = new ArrayList<>();
    List<Point> stretch = new ArrayList<>();
    for (Point point : points) {
      if (Double.isNaN(point.x()) || Double.isNaN(point.y())) {
        if (!stretch.isEmpty()) {
          stretches.add(stretch);
        }
        stretch = new ArrayList<>();
      } else {
        stretch.add(point);
      }
    }
    if (!stretch.isEmpty()) {
      stretches.add(stretch);
    }
    return stretches;
  }

  /** The stair through the points: a value holds until the next x. */
  static List<Point> stairs(List<Point> points) {
    List<Point> stairs = new ArrayList<>();
    for (Point point : points) {
      if (!stairs.isEmpty()) {
        stairs.add(new Point(point.x(), stairs.get(stairs.size() - 1).y()));
      }
      stairs.add(point);
    }
    return stairs;
  }

  /**
   * Fewer points that stay within {@value #TOLERANCE} of the line, by the Ramer–Douglas–Peucker
   * method.
   */
  static List<Point> simplified(List<Point> points) {
    if (points.size() < 3) {
      return points;
    }
    int farthest = farthest(points);
    if (distance(points, farthest) <= TOLERANCE) {
      return List.of(points.get(0), points.get(points.size() - 1));
    }
    List<Point> before = simplified(points.subList(0, farthest + 1));
    List<Point> result = new ArrayList<>(before.subList(0, before.size() - 1));
    result.addAll(simplified(points.subList(farthest, points.size())));
    return result;
  }

  private static int farthest(List<Point> points) {
    int farthest = 1;
    for (int i = 2; i < points.size() - 1; i++) {
      if (distance(points, i) > distance(points, farthest)) {
        farthest = i;
      }
    }
    return farthest;
  }

  /** The distance of a point from the straight line between the ends. */
  private static double distance(List<Point> points, int index) {
    Point from = points.get(0);
    Point to = points.get(points.size() - 1);
    Point point = points.get(index);
    return Line2D.ptSegDist(from.x(), from.y(), to.x(), to.y(), point.x(), point.y());
  }
}
