package answerbook.export.onefile;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * Lines that follow each other, such as those of a grid, as one path, which is a quarter as long.
 */
final class StraightLines {
  private static final Set<String> PLACES = Set.of("x1", "y1", "x2", "y2");

  /** Joins lines that have nothing but their places; others may differ in colour or width. */
  void join(Element svg) {
    for (Element line : svg.select("line")) {
      Element before = line.previousElementSibling();
      if (isPlain(line)) {
        if (before != null && before.nameIs("path") && before.hasAttr("joined")) {
          before.attr("d", before.attr("d") + path(line));
          line.remove();
        } else {
          Element path = svg.ownerDocument().createElement("path");
          line.replaceWith(path.attr("d", path(line)).attr("joined", ""));
        }
      }
    }
    svg.select("path[joined]").removeAttr("joined");
  }

  private static boolean isPlain(Element line) {
    return line.attributes().asList().stream()
        .map(Attribute::getKey)
        .collect(Collectors.toSet())
        .equals(PLACES);
  }

  /** The line as a path: "M0 10H20", "M0 10V20", or "M0 10l20 20". */
  private static String path(Element line) {
    BigDecimal x = Drawings.tenths(line.attr("x1"));
    BigDecimal y = Drawings.tenths(line.attr("y1"));
    BigDecimal endX = Drawings.tenths(line.attr("x2"));
    BigDecimal endY = Drawings.tenths(line.attr("y2"));
    String start = "M" + Drawings.text(x) + Drawings.separated(Drawings.text(y));
    if (y.compareTo(endY) == 0) {
      return start + "H" + Drawings.text(endX);
    }
    if (x.compareTo(endX) == 0) {
      return start + "V" + Drawings.text(endY);
    }
    return start
        + "l"
        + Drawings.text(endX.subtract(x))
        + Drawings.separated(Drawings.text(endY.subtract(y)));
  }
}
