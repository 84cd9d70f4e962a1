package answerbook.print.formula;

import java.awt.Color;
import java.util.List;

/** Sets what is drawn of straight lines: fractions, array lines, rules, frames. */
final class RuleSetter {
  /** KaTeX's style sheet has borders of these widths, in em, where none is declared. */
  private static final double FRAME = 0.04;

  private static final double ANGLE = 0.049;
  private static final double STRIKE = 0.08;

  private RuleSetter() {}

  static boolean sets(Css css) {
    return css.isAny(
        "rule",
        "vertical-separator",
        "frac-line",
        "overline-line",
        "underline-line",
        "hline",
        "hdashline");
  }

  static Box set(Css css, Style style) {
    if (css.is("rule")) {
      double width = css.length("border-right-width", style);
      return upright(width, css.length("border-top-width", style), false, style);
    }
    if (css.is("vertical-separator")) {
      double width = css.length("border-right-width", style);
      boolean dashed = css.text("border-right-style").equals("dashed");
      return upright(width, css.length("height", style), dashed, style);
    }
    double height = css.length("border-bottom-width", style);
    double width = css.has("width") ? css.length("width", style) : style.knownRoom();
    boolean dashed = css.is("hdashline");
    Piece line = new Piece.Rule(0, -height, width, height, dashed, style.color());
    return Box.of(width, line).asFlexible(true);
  }

  private static Box upright(double width, double height, boolean dashed, Style style) {
    if (width <= 0 || height <= 0) {
      return Box.blank(width);
    }
    return Box.of(width, new Piece.Rule(0, -height, width, height, dashed, style.color()));
  }

  /** Draws the frame that the element's classes ask for around its content. */
  static Box framed(Box content, Css css, Style style) {
    double width = content.width();
    double height = css.length("height", style);
    if (css.is("sout")) {
      double bar = STRIKE * style.size();
      return content.with(List.of(rule(0, -bar, width, bar, style.color())));
    }
    if (css.is("angl")) {
      double bar = ANGLE * style.size();
      return content.with(
          List.of(
              rule(0, -height, width, bar, style.color()),
              rule(width - bar, -height, bar, height, style.color())));
    }
    if (!css.isAny("fbox", "fcolorbox")) {
      return content;
    }
    double bar = css.has("border-width") ? css.length("border-width", style) : FRAME * style.size();
    Color color = css.color("border-color", style.color());
    Box ground = Box.blank(width).asFlexible(content.flexible());
    if (css.has("background-color")) {
      Color paint = css.color("background-color", Color.WHITE);
      ground = ground.with(List.of(rule(0, -height, width, height, paint)));
    }
    return ground
        .with(content.pieces())
        .with(
            List.of(
                rule(0, -height, width, bar, color),
                rule(0, -bar, width, bar, color),
                rule(0, -height, bar, height, color),
                rule(width - bar, -height, bar, height, color)));
  }

  private static Piece.Rule rule(double x, double y, double width, double height, Color color) {
    return new Piece.Rule(x, y, width, height, false, color);
  }
}
