package answerbook.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds room for labels, one after the other: of several candidate places, given best first, it
 * takes the first that covers nothing, or else the one that covers least.
 */
final class LabelPlacer {
  private static final double RANK = 1;
  private static final double LINE = 6;
  private static final double BOX = 60;
  private static final double AREA = 0.5;
  private static final double OUTSIDE = 2000;

  private final Box bounds;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Point[]> lines = new ArrayList<>();

  LabelPlacer(Box bounds) {
    this.bounds = bounds;
  }

  /** Keeps labels off {@code box}. */
  void avoid(Box box) {
    boxes.add(box);
  }

  /** Keeps labels off a line through {@code points}, less strictly than off a box. */
  void avoid(List<Point> points) {
    for (int i = 1; i < points.size(); i++) {
      lines.add(new Point[] {points.get(i - 1), points.get(i)});
    }
  }

  /** The index of the best of {@code candidates}, which is from now on taken. */
  int place(List<Box> candidates) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < candidates.size(); i++) {
      double cost = RANK * i + cost(candidates.get(i));
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    boxes.add(candidates.get(best));
    return best;
  }

  private double cost(Box candidate) {
    double cost = bounds.contains(candidate) ? 0 : OUTSIDE;
    for (Box box : boxes) {
      double shared = box.shared(candidate);
      cost += shared > 0 ? BOX + AREA * shared : 0;
    }
    for (Point[] line : lines) {
      cost += candidate.touches(line[0], line[1]) ? LINE : 0;
    }
    return cost;
  }
}
