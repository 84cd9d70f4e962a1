package answerbook.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds room for labels, one after the other: of several candidate places, given best first, it
 * takes the first that covers nothing, or else the one that covers least.
 */
final class LabelPlacer {
  private static final double BOX = 60;
  private static final double AREA = 0.5;
  private static final double OUTSIDE = 2000;

  private final Box bounds;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  /** A line that labels should not hide, and what it costs to hide a part of it. */
  private record Line(List<Point> points, double cost) {
    boolean isTouchedBy(Box box) {
      for (int i = 1; i < points.size(); i++) {
        if (box.touches(points.get(i - 1), points.get(i))) {
          return true;
        }
      }
      return false;
    }
  }

  LabelPlacer(Box bounds) {
    this.bounds = bounds;
  }

  /** Keeps labels off {@code box}. */
  void avoid(Box box) {
    boxes.add(box);
  }

  /**
   * Keeps labels off a line through {@code points}, less strictly than off a box; {@code cost} is
   * in ranks.
   */
  void avoid(List<Point> points, double cost) {
    lines.add(new Line(points, cost));
  }

  /** The index of the best of {@code candidates}, which is from now on taken. */
  int place(List<Box> candidates) {
    return place(candidates, List.of());
  }

  /** As {@link #place(List)}; the line through {@code own} may be covered. */
  int place(List<Box> candidates, List<Point> own) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < candidates.size(); i++) {
      double cost = i + cost(candidates.get(i), own);
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    boxes.add(candidates.get(best));
    return best;
  }

  private double cost(Box candidate, List<Point> own) {
    double cost = bounds.contains(candidate) ? 0 : OUTSIDE;
    for (Box box : boxes) {
      double shared = box.shared(candidate);
      cost += shared > 0 ? BOX + AREA * shared : 0;
    }
    for (Line line : lines) {
      cost += line.points.equals(own) || !line.isTouchedBy(candidate) ? 0 : line.cost;
    }
    return cost;
  }
}
