package answerbook.markdown;

import java.util.Set;
import java.util.regex.Pattern;

/** What a hand-drawn figure may hold: shapes, text and their looks; nothing that acts or loads. */
final class SvgVocabulary {
  static final Set<String> ELEMENTS =
      Set.of(
          "circle",
          "clipPath",
          "defs",
          "desc",
          "ellipse",
          "g",
          "line",
          "linearGradient",
          "marker",
          "mask",
          "path",
          "pattern",
          "polygon",
          "polyline",
          "radialGradient",
          "rect",
          "stop",
          "svg",
          "symbol",
          "text",
          "title",
          "tspan",
          "use");

  static final Set<String> ATTRIBUTES =
      Set.of(
          ("aria-hidden aria-label class clip-path clip-rule clipPathUnits cx cy d dominant-baseline dx dy"
                  + " fill fill-opacity fill-rule font-family font-size font-style font-weight fx fy"
                  + " gradientTransform gradientUnits height href id letter-spacing marker-end marker-mid"
                  + " marker-start markerHeight markerUnits markerWidth mask maskContentUnits maskUnits offset"
                  + " opacity orient patternContentUnits patternTransform patternUnits points"
                  + " preserveAspectRatio r refX refY role rotate rx ry spreadMethod stop-color stop-opacity"
                  + " stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin"
                  + " stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration textLength"
                  + " transform version viewBox width x x1 x2 y y1 y2")
              .split(" "));

  /** Addresses lead into the drawing itself. */
  private static final Pattern OWN_PART = Pattern.compile("#[A-Za-z][A-Za-z0-9_.-]*");

  private static final Pattern OWN_PART_AS_PAINT =
      Pattern.compile("url\\(#[A-Za-z][A-Za-z0-9_.-]*\\)");

  private SvgVocabulary() {}

  /** Whether a drawing may have an attribute of this name and value. */
  static boolean isAllowed(String name, String value) {
    if (!ATTRIBUTES.contains(name)) {
      return false;
    }
    if (name.equals("href")) {
      return OWN_PART.matcher(value).matches();
    }
    String rest = OWN_PART_AS_PAINT.matcher(value).replaceAll("");
    return name.equals("aria-label") || !(rest.contains("(") && mayLoad(rest));
  }

  /** Whether something with brackets is no transformation and no colour. */
  private static boolean mayLoad(String value) {
    return !value
        .replaceAll("\\b(?:matrix|translate|scale|rotate|skewX|skewY|rgb|rgba|hsl|hsla)\\(", "")
        .chars()
        .noneMatch(letter -> letter == '(');
  }
}
