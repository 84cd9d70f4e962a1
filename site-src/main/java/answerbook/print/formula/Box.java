package answerbook.print.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * Pieces laid out from a common origin on the baseline.
 *
 * @param width how far the next box is moved to the right
 * @param height above the baseline, as KaTeX states it for breakable parts; else 0
 * @param depth below the baseline, likewise
 * @param flexible whether it fills the room that it is given, as the line of a fraction does
 */
public record Box(double width, double height, double depth, boolean flexible, List<Piece> pieces) {
  static final Box EMPTY = blank(0);

  public Box {
    pieces = List.copyOf(pieces);
  }

  /** Room without anything in it. */
  static Box blank(double width) {
    return new Box(width, 0, 0, false, List.of());
  }

  static Box of(double width, Piece piece) {
    return new Box(width, 0, 0, false, List.of(piece));
  }

  /** Boxes beside each other on one baseline. */
  static Box joined(List<Box> boxes) {
    double width = 0;
    double height = 0;
    double depth = 0;
    boolean flexible = false;
    List<Piece> pieces = new ArrayList<>();
    for (Box box : boxes) {
      for (Piece piece : box.pieces) {
        pieces.add(piece.moved(width, 0));
      }
      width += box.width;
      height = Math.max(height, box.height);
      depth = Math.max(depth, box.depth);
      flexible |= box.flexible;
    }
    return new Box(width, height, depth, flexible, pieces);
  }

  Box withExtent(double newHeight, double newDepth) {
    return new Box(width, newHeight, newDepth, flexible, pieces);
  }

  Box withWidth(double newWidth) {
    return new Box(newWidth, height, depth, flexible, pieces);
  }

  Box asFlexible(boolean alsoFlexible) {
    return new Box(width, height, depth, flexible || alsoFlexible, pieces);
  }

  /** The same pieces moved; the width stays. */
  Box shifted(double dx, double dy) {
    if (dx == 0 && dy == 0) {
      return this;
    }
    List<Piece> moved = pieces.stream().map(piece -> piece.moved(dx, dy)).toList();
    return new Box(width, height, depth, flexible, moved);
  }

  /** The same with more pieces over it. */
  Box with(List<? extends Piece> more) {
    List<Piece> all = new ArrayList<>(pieces);
    all.addAll(more);
    return new Box(width, height, depth, flexible, all);
  }
}
