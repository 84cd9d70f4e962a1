package answerbook.figure;

import answerbook.figure.Label.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposes places for the label of an edge: beside its middle, then nearer to its ends, at last on
 * the line.
 */
final class EdgeLabels {
  private static final double[] FRACTIONS = {0.45, 0.36, 0.54, 0.28, 0.62, 0.2, 0.7, 0.78};
  private static final double GAP = 2;

  private EdgeLabels() {}

  static List<Box> candidates(Route route, Label label) {
    Route piece = route.longestPiece();
    double dx = (piece.end().x() - piece.start().x()) / piece.length();
    double dy = (piece.end().y() - piece.start().y()) / piece.length();
    // The normal that points up, or to the right of an upright edge.
    double sign = Math.abs(dx) < 0.05 ? Math.signum(-dy) : -Math.signum(dx);
    Point normal = new Point(-dy * sign, dx * sign);
    double away =
        (Math.abs(normal.x()) * label.width() + Math.abs(normal.y()) * label.height() * 0.86) / 2
            + GAP;
    List<Box> beside = new ArrayList<>();
    List<Box> onLine = new ArrayList<>();
    for (double fraction : FRACTIONS) {
      Point point = piece.start().towards(piece.end(), fraction);
      beside.add(label.box(point.plus(normal.x() * away, normal.y() * away), Anchor.MIDDLE));
      beside.add(label.box(point.plus(-normal.x() * away, -normal.y() * away), Anchor.MIDDLE));
      onLine.add(label.box(point, Anchor.MIDDLE));
    }
    beside.addAll(onLine);
    return beside;
  }
}
