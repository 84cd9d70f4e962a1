package answerbook.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A straight line that is interrupted where labels stand on it, so that they read well on any
 * background.
 */
final class BrokenLine {
  /** Shorter pieces look like dirt. */
  private static final double SHORTEST = 3;

  /** A stretch of the line, as fractions of its length. */
  private record Stretch(double from, double to) {}

  private BrokenLine() {}

  /** The pieces of the line that are outside of all {@code holes}, each as its two ends. */
  static List<List<Point>> pieces(Point from, Point to, List<Box> holes) {
    List<Stretch> hidden = new ArrayList<>();
    for (Box hole : holes) {
      Stretch stretch = inside(from, to, hole);
      if (stretch.from < stretch.to) {
        hidden.add(stretch);
      }
    }
    hidden.sort(Comparator.comparingDouble(Stretch::from));
    hidden.add(new Stretch(1, 1));
    List<List<Point>> pieces = new ArrayList<>();
    double shown = 0;
    for (Stretch stretch : hidden) {
      if ((stretch.from - shown) * from.distance(to) > SHORTEST) {
        pieces.add(List.of(from.towards(to, shown), from.towards(to, stretch.from)));
      }
      shown = Math.max(shown, stretch.to);
    }
    return pieces;
  }

  /**
   * The part of the line in a box, by Liang and Barsky's method; empty if its start is not before
   * its end.
   */
  private static Stretch inside(Point from, Point to, Box box) {
    double[] direction = {to.x() - from.x(), to.y() - from.y()};
    double[] low = {box.left() - from.x(), box.top() - from.y()};
    double[] high = {box.right() - from.x(), box.bottom() - from.y()};
    double start = 0;
    double end = 1;
    for (int i = 0; i < 2; i++) {
      if (direction[i] == 0) {
        end = low[i] <= 0 && high[i] >= 0 ? end : 0;
      } else {
        double first = low[i] / direction[i];
        double second = high[i] / direction[i];
        start = Math.max(start, Math.min(first, second));
        end = Math.min(end, Math.max(first, second));
      }
    }
    return new Stretch(start, end);
  }
}
