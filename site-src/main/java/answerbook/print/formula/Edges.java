package answerbook.print.formula;

import org.jsoup.nodes.Element;

/**
 * What surrounds an element: margins and padding, and how far it is moved without anything else
 * giving way.
 *
 * @param left margin and padding
 * @param right margin and padding
 * @param padding left and right together
 */
record Edges(double left, double right, double padding, double dx, double dy) {
  static Edges of(Element element, Css css, Style style) {
    double[] margin = margin(element, css, style);
    double[] padding = padding(css, style);
    return new Edges(
        margin[0] + padding[0],
        margin[1] + padding[1],
        padding[0] + padding[1],
        css.length("left", style),
        vertical(css, style));
  }

  /** The room that is left inside the padding. */
  double within(double room) {
    return room - padding;
  }

  private static double vertical(Css css, Style style) {
    return css.length("top", style)
        - css.length("bottom", style)
        - css.length("vertical-align", style);
  }

  private static double[] margin(Element element, Css css, Style style) {
    double left = css.length("margin-left", style);
    double right = css.length("margin-right", style);
    String[] both = css.text("margin").split("\\s+");
    if (both.length >= 2) {
      left = Css.resolve(both[1], style);
      right = left;
    }
    if (css.is("root") && element.parent().hasClass("sqrt")) {
      left += 5.0 / 18 * style.size();
      right -= 10.0 / 18 * style.size();
    }
    if (css.is("cancel-lap")) {
      left -= 0.2 * style.size();
      right -= 0.2 * style.size();
    }
    return new double[] {left, right};
  }

  private static double[] padding(Css css, Style style) {
    double left = css.length("padding-left", style);
    double right = css.length("padding-right", style);
    double both =
        css.is("x-arrow-pad")
            ? 0.5
            : css.is("boxpad") ? 0.3 : css.is("cancel-pad") ? 0.2 : css.is("anglpad") ? 0.03889 : 0;
    if (css.is("cd-arrow-pad")) {
      left += 0.27778 * style.size();
      right += 0.55556 * style.size();
    }
    return new double[] {left + both * style.size(), right + both * style.size()};
  }
}
