package answerbook.print.formula;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.batik.parser.AWTPathProducer;
import org.jsoup.nodes.Element;

/** Sets KaTeX's drawings: they stretch, or are cut, to the room and height that they are given. */
final class DrawingSetter {
  /** Drawings may reach this far, in em, above and below themselves: what they touch does too. */
  private static final double SLACK = 0.05;

  private static final double EXACT = 1e-6;

  private final Map<String, Shape> paths = new HashMap<>();

  Box set(Element svg, Style style) {
    Css css = Css.of(svg);
    double width = css.has("width") ? css.length("width", style) : style.knownRoom();
    double height =
        css.has("height")
            ? css.length("height", style)
            : Double.isNaN(style.height())
                ? Css.resolve(svg.attr("height"), style)
                : style.height();
    List<Piece> pieces = new ArrayList<>();
    if (width > 0) {
      Rectangle2D frame = new Rectangle2D.Double(0, -height, width, height);
      for (Element child : svg.children()) {
        Shape shape =
            child.normalName().equals("line")
                ? line(child, frame, style)
                : cut(view(svg, frame).createTransformedShape(path(child)), frame);
        pieces.add(new Piece.Outline(shape, style.color()));
      }
    }
    return new Box(0, 0, 0, true, pieces);
  }

  private Shape path(Element path) {
    return paths.computeIfAbsent(
        path.attr("d"),
        d -> {
          try {
            return AWTPathProducer.createShape(new StringReader(d), PathIterator.WIND_NON_ZERO);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** What is longer than its frame is cut at both sides. */
  private static Shape cut(Shape shape, Rectangle2D frame) {
    Rectangle2D bounds = shape.getBounds2D();
    if (bounds.getMinX() >= -EXACT && bounds.getMaxX() <= frame.getMaxX() + EXACT) {
      return shape;
    }
    Area area = new Area(shape);
    area.intersect(
        new Area(
            new Rectangle2D.Double(
                0, frame.getY() - SLACK, frame.getWidth(), frame.getHeight() + 2 * SLACK)));
    return area;
  }

  /**
   * From the drawing's own units to its frame, by {@code viewBox} and {@code preserveAspectRatio}.
   */
  private static AffineTransform view(Element svg, Rectangle2D frame) {
    AffineTransform transform = AffineTransform.getTranslateInstance(0, frame.getY());
    String[] box = svg.attr("viewBox").strip().split("[\\s,]+");
    if (box.length != 4) {
      return transform;
    }
    double boxWidth = Double.parseDouble(box[2]);
    double boxHeight = Double.parseDouble(box[3]);
    double scaleX = frame.getWidth() / boxWidth;
    double scaleY = frame.getHeight() / boxHeight;
    String fit = svg.attr("preserveAspectRatio");
    if (!fit.contains("none")) {
      scaleX = fit.contains("slice") ? Math.max(scaleX, scaleY) : Math.min(scaleX, scaleY);
      scaleY = scaleX;
    }
    double spareX = frame.getWidth() - boxWidth * scaleX;
    double spareY = frame.getHeight() - boxHeight * scaleY;
    transform.translate(spareX * share(fit, "xMin", "xMax"), spareY * share(fit, "YMin", "YMax"));
    transform.scale(scaleX, scaleY);
    transform.translate(-Double.parseDouble(box[0]), -Double.parseDouble(box[1]));
    return transform;
  }

  private static double share(String fit, String start, String end) {
    return fit.contains(start) ? 0 : fit.contains(end) ? 1 : 0.5;
  }

  private static Shape line(Element line, Rectangle2D frame, Style style) {
    double width = frame.getWidth();
    double height = frame.getHeight();
    Shape path =
        new Line2D.Double(
            coordinate(line.attr("x1"), width, style),
            coordinate(line.attr("y1"), height, style) - height,
            coordinate(line.attr("x2"), width, style),
            coordinate(line.attr("y2"), height, style) - height);
    float thickness = (float) Css.resolve(line.attr("stroke-width"), style);
    return new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
        .createStrokedShape(path);
  }

  private static double coordinate(String text, double whole, Style style) {
    return Css.resolve(text, style.room(whole));
  }
}
