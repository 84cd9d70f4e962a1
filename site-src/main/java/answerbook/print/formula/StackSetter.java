package answerbook.print.formula;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Sets lines above each other, as fractions, scripts, roots and columns of arrays have them.
 *
 * <p>KaTeX builds them of tables: {@code vlist-t > vlist-r > vlist}, each line a block of height 0
 * moved by {@code top}, with a strut that pushes its baseline down from there.
 */
final class StackSetter {
  private final Typesetter typesetter;

  StackSetter(Typesetter typesetter) {
    this.typesetter = typesetter;
  }

  Box set(Element table, Style outer) {
    List<Element> lines = table.child(0).child(0).children();
    Style style = outer.room(Double.NaN).height(Double.NaN);
    List<Box> natural = new ArrayList<>();
    double width = 0;
    for (Element line : lines) {
      Css css = Css.of(line);
      Box box = typesetter.row(line, lineStyle(css, style));
      natural.add(box);
      if (!css.text("width").contains("%")) {
        width = Math.max(width, margins(css, style) + box.width());
      }
    }
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Box box = line(lines.get(i), natural.get(i), style.room(width));
      pieces.addAll(box.pieces());
    }
    return new Box(width, 0, 0, false, pieces);
  }

  /** One line at its place in a stack whose width is the room. */
  private Box line(Element line, Box natural, Style style) {
    Css css = Css.of(line);
    Style inner = lineStyle(css, style);
    double room =
        css.has("width") ? css.length("width", style) : style.room() - margins(css, style);
    Box box = natural.flexible() ? typesetter.row(line, inner.room(room)) : natural;
    Element strut =
        line.children().stream().filter(e -> e.hasClass("pstrut")).findFirst().orElse(null);
    double push = strut == null ? 0 : Css.of(strut).length("height", style);
    double x =
        css.length("margin-left", style)
            + css.length("left", style)
            + inner.align().offset(room, box.width());
    return box.shifted(x, css.length("top", style) + push);
  }

  private static double margins(Css css, Style style) {
    return css.length("margin-left", style) + css.length("margin-right", style);
  }

  private static Style lineStyle(Css css, Style style) {
    Style.Align align = css.is("svg-align") ? Style.Align.LEFT : style.align();
    return style.align(align).color(css.color("color", style.color()));
  }
}
