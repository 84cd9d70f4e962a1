package answerbook.figure;

import answerbook.figure.Label.Anchor;
import java.util.ArrayList;
import java.util.List;

/** Proposes places for the label of an edge, best first. */
final class EdgeLabels {
  private static final double[] OFF_CENTRE = {0.3, 0.24, 0.36, 0.7, 0.64, 0.76, 0.5};
  private static final double[] FRACTIONS = {0.45, 0.36, 0.54, 0.28, 0.62, 0.2, 0.7, 0.78};
  private static final double GAP = 3;

  /** The part of a line's height that its letters fill. */
  private static final double TIGHT = 0.86;

  private EdgeLabels() {}

  /**
   * Places on the line, away from its middle, where it probably crosses others; they tell best
   * whose label it is.
   */
  static List<Box> onLine(Route route, Label label) {
    Route piece = route.middlePiece();
    List<Box> boxes = new ArrayList<>();
    for (double fraction : OFF_CENTRE) {
      boxes.add(label.box(piece.start().towards(piece.end(), fraction), Anchor.MIDDLE));
    }
    return boxes;
  }

  /** Places beside the line, then on it. */
  static List<Box> beside(Route route, Label label) {
    Route piece = route.middlePiece();
    double dx = (piece.end().x() - piece.start().x()) / piece.length();
    double dy = (piece.end().y() - piece.start().y()) / piece.length();
    // The normal that points up, or to the right of an upright edge.
    double sign = Math.abs(dx) < 0.05 ? Math.signum(-dy) : -Math.signum(dx);
    Point normal = new Point(-dy * sign, dx * sign);
    double sideways = Math.abs(normal.x());
    double reach = sideways * label.width() + Math.abs(normal.y()) * label.height() * TIGHT;
    double away = reach / 2 + GAP * (1 + sideways);
    List<Box> boxes = new ArrayList<>();
    for (double fraction : FRACTIONS) {
      Point point = piece.start().towards(piece.end(), fraction);
      boxes.add(label.box(point.plus(normal.x() * away, normal.y() * away), Anchor.MIDDLE));
      boxes.add(label.box(point.plus(-normal.x() * away, -normal.y() * away), Anchor.MIDDLE));
    }
    boxes.addAll(onLine(route, label));
    return boxes;
  }
}
