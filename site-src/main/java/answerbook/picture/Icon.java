package answerbook.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** The site's icon, as {@code assets/icons/icon.svg} has it: a book, and a small network in it. */
final class Icon {
  private static final int PETROL = 0x0b5a72;
  private static final int PAPER = 0xfdfcfa;

  private Icon() {}

  /** Draws it with its left upper corner at a point; its own size is 32. */
  static void draw(Canvas canvas, double x, double y, double scale) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(scale, scale);
    canvas.fill(new RoundRectangle2D.Double(0, 0, 32, 32, 12, 12), place, PETROL);
    canvas.fill(book(), place, PAPER);
    edge(canvas, place, 8.5, 11.2, 16, 17);
    edge(canvas, place, 8.5, 19.8, 16, 17);
    edge(canvas, place, 16, 17, 23.7, 14.3);
    node(canvas, place, 8.5, 11.2, 2.6);
    node(canvas, place, 8.5, 19.8, 2.6);
    node(canvas, place, 16, 17, 3.4);
    node(canvas, place, 23.7, 14.3, 2.6);
  }

  private static Path2D book() {
    Path2D book = new Path2D.Double();
    book.moveTo(16, 8.5);
    book.curveTo(12.5, 6.5, 8, 6, 3.5, 6);
    book.lineTo(3.5, 24);
    book.curveTo(8, 24, 12.5, 24.5, 16, 26.5);
    book.curveTo(19.5, 24.5, 24, 24, 28.5, 24);
    book.lineTo(28.5, 6);
    book.curveTo(24, 6, 19.5, 6.5, 16, 8.5);
    book.closePath();
    return book;
  }

  /** A line as a thin rectangle, so that no stroker of the JDK is asked. */
  private static void edge(
      Canvas canvas, AffineTransform place, double x0, double y0, double x1, double y1) {
    double length = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
    double half = 0.9 / length;
    double dx = (y1 - y0) * half;
    double dy = (x0 - x1) * half;
    Path2D line = new Path2D.Double();
    line.moveTo(x0 + dx, y0 + dy);
    line.lineTo(x1 + dx, y1 + dy);
    line.lineTo(x1 - dx, y1 - dy);
    line.lineTo(x0 - dx, y0 - dy);
    line.closePath();
    canvas.fill(line, place, PETROL);
  }

  private static void node(
      Canvas canvas, AffineTransform place, double x, double y, double radius) {
    canvas.fill(
        new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), place, PETROL);
  }
}
