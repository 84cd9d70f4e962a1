package answerbook.print;

import answerbook.print.formula.Box;
import answerbook.print.formula.Piece;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.w3c.dom.Element;

/** Draws formulas: characters as text, so that they can be selected and found. */
final class FormulaDrawer implements FSObjectDrawerFactory, FSObjectDrawer {
  private static final Color INK = Color.BLACK;
  private static final float[] DASHES = {0.15f, 0.1f};

  private final Formulas formulas;
  private final Map<String, Font> fonts = new HashMap<>();

  FormulaDrawer(Formulas formulas) {
    this.formulas = formulas;
  }

  @Override
  public FSObjectDrawer createDrawer(Element element) {
    return isReplacedObject(element) ? this : null;
  }

  @Override
  public boolean isReplacedObject(Element element) {
    return element.getAttribute("type").equals(Formulas.TYPE);
  }

  @Override
  public Map<Shape, String> drawObject(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    Box box = formulas.box(Integer.parseInt(element.getAttribute(Formulas.BOX)));
    double drawnWidth = width / dotsPerPixel;
    device.drawWithGraphics(
        (float) x,
        (float) y,
        (float) drawnWidth,
        (float) (height / dotsPerPixel),
        graphics -> {
          double scale = drawnWidth / (box.width() + 2 * Formulas.PAD_X);
          graphics.scale(scale, scale);
          graphics.translate(Formulas.PAD_X, Formulas.PAD_Y + box.height());
          paint(box, graphics);
        });
    return null;
  }

  /** Paints a formula with its origin on the baseline, in units of its em. */
  void paint(Box box, Graphics2D graphics) {
    box.pieces().forEach(piece -> draw(piece, graphics));
  }

  private void draw(Piece piece, Graphics2D graphics) {
    if (piece instanceof Piece.Glyphs glyphs) {
      graphics.setColor(ink(glyphs.color()));
      graphics.setFont(font(glyphs.font()).deriveFont((float) glyphs.size()));
      graphics.drawString(glyphs.text(), (float) glyphs.x(), (float) glyphs.y());
    } else if (piece instanceof Piece.Rule rule) {
      graphics.setColor(ink(rule.color()));
      draw(rule, graphics);
    } else if (piece instanceof Piece.Outline outline) {
      graphics.setColor(ink(outline.color()));
      graphics.fill(outline.shape());
    }
  }

  private static void draw(Piece.Rule rule, Graphics2D graphics) {
    if (!rule.dashed()) {
      graphics.fill(new Rectangle2D.Double(rule.x(), rule.y(), rule.width(), rule.height()));
      return;
    }
    boolean level = rule.width() > rule.height();
    double middleX = rule.x() + rule.width() / 2;
    double middleY = rule.y() + rule.height() / 2;
    float thickness = (float) (level ? rule.height() : rule.width());
    graphics.setStroke(
        new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DASHES, 0));
    graphics.draw(
        level
            ? new Line2D.Double(rule.x(), middleY, rule.x() + rule.width(), middleY)
            : new Line2D.Double(middleX, rule.y(), middleX, rule.y() + rule.height()));
  }

  private static Color ink(Color color) {
    return color == null ? INK : color;
  }

  /** The font, marked with the style by which the PDF's fonts are found. */
  private Font font(String name) {
    return fonts.computeIfAbsent(
        name,
        key -> {
          int style =
              (key.contains("Bold") ? Font.BOLD : Font.PLAIN)
                  | (key.endsWith("Italic") ? Font.ITALIC : Font.PLAIN);
          try (InputStream in = formulas.fonts().open(key)) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(style, 1f);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (FontFormatException e) {
            throw new IllegalStateException(key, e);
          }
        });
  }
}
