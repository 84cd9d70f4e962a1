package answerbook.print.formula;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Lays out the HTML that KaTeX makes of a formula.
 *
 * <pre>{@code
 * Formula formula = new FormulaSetter(fonts).set(document.selectFirst(".katex"));
 * }</pre>
 */
public final class FormulaSetter {
  private final Typesetter typesetter;

  public FormulaSetter(FormulaFonts fonts) {
    this.typesetter = new Typesetter(fonts);
  }

  /**
   * Lays out one formula.
   *
   * @param katex the element of class {@code katex}
   * @throws UnprintableException if a font lacks a character
   */
  public Formula set(Element katex) {
    List<Box> parts = new ArrayList<>();
    collect(katex.selectFirst(".katex-html"), Style.ROOT, parts);
    Element tex = katex.selectFirst("annotation");
    return new Formula(tex.wholeText().strip(), parts.isEmpty() ? List.of(Box.EMPTY) : parts);
  }

  /** Finds the breakable parts, which may stand within coloured spans. */
  private void collect(Element parent, Style style, List<Box> parts) {
    for (Element child : parent.children()) {
      Css css = Css.of(child);
      if (css.isAny("base", "tag")) {
        parts.add(part(child, style));
      } else if (!css.is("newline")) {
        collect(child, style.color(css.color("color", style.color())), parts);
      }
    }
  }

  /** A part with the extent that its strut states. */
  private Box part(Element base, Style style) {
    Box row = typesetter.row(base, style);
    Element strut = base.selectFirst(".strut");
    if (strut == null) {
      return row;
    }
    Css css = Css.of(strut);
    double depth = -css.length("vertical-align", style);
    return row.withExtent(css.length("height", style) - depth, depth);
  }
}
