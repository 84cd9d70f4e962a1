package answerbook.print;

import answerbook.print.formula.Formula;
import answerbook.print.formula.FormulaSetter;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import org.jsoup.nodes.Element;

/** Paints formulas as the books on paper have them, into any graphics. */
public final class PrintedFormula {
  private final Formulas formulas = new Formulas(null);
  private final FormulaSetter setter = new FormulaSetter(formulas.fonts());
  private final FormulaDrawer drawer = new FormulaDrawer(formulas);

  /**
   * Paints a formula.
   *
   * @param katex the element of class {@code katex}
   * @param em the formula's em in pixels
   * @param x where it begins
   * @param y its baseline
   */
  public void paint(Element katex, double em, double x, double y, Graphics2D graphics) {
    Formula formula = setter.set(katex);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.scale(em, em);
    drawer.paint(formula.whole(), graphics);
    graphics.setTransform(before);
  }
}
