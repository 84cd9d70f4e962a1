package answerbook.print.formula;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/** One thing to draw. A colour of null is that of the text around. */
public sealed interface Piece {
  /** The same, elsewhere. */
  Piece moved(double dx, double dy);

  /**
   * Characters of one font in a row.
   *
   * @param font the name of KaTeX's font file without its ending
   * @param size of the font, in em
   * @param x of the first character's origin
   * @param y of the baseline
   */
  record Glyphs(String font, String text, double size, double x, double y, Color color)
      implements Piece {
    @Override
    public Glyphs moved(double dx, double dy) {
      return new Glyphs(font, text, size, x + dx, y + dy, color);
    }
  }

  /**
   * A filled rectangle, or a dashed line along the middle of it.
   *
   * @param x of the left edge
   * @param y of the upper edge
   */
  record Rule(double x, double y, double width, double height, boolean dashed, Color color)
      implements Piece {
    @Override
    public Rule moved(double dx, double dy) {
      return new Rule(x + dx, y + dy, width, height, dashed, color);
    }
  }

  /** A filled shape: roots, tall brackets, braces, arrows. */
  record Outline(Shape shape, Color color) implements Piece {
    @Override
    public Outline moved(double dx, double dy) {
      AffineTransform move = AffineTransform.getTranslateInstance(dx, dy);
      return new Outline(move.createTransformedShape(shape), color);
    }
  }
}
