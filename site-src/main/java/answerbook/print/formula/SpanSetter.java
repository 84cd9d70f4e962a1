package answerbook.print.formula;

import org.jsoup.nodes.Element;

/** Sets spans whose width is not simply that of what is in them. */
final class SpanSetter {
  /** The parts of a brace or of an arrow that is put together of several drawings. */
  private static final double QUARTER = 0.251;

  private static final double HALF = 0.502;

  private final Typesetter typesetter;

  SpanSetter(Typesetter typesetter) {
    this.typesetter = typesetter;
  }

  Box set(Element span, Css css, Style style) {
    if (css.isAny(
        "brace-left", "brace-center", "brace-right", "halfarrow-left", "halfarrow-right")) {
      return segment(span, css, style);
    }
    double width = width(span, css, style);
    boolean fills = fills(span, css) || css.text("width").contains("%");
    Style inner = css.has("height") ? style.height(css.length("height", style)) : style;
    if (fills || (!Double.isNaN(width) && drawn(span)) || css.has("width")) {
      inner = inner.room(width);
    } else if (css.is("accent-body") && !css.is("accent-full")) {
      inner = inner.room(Double.NaN);
    }
    Box content = typesetter.row(span, inner).asFlexible(fills);
    Box sized = Double.isNaN(width) ? content : lapped(content, css).withWidth(width);
    return RuleSetter.framed(sized, css, style);
  }

  /** The width that styles give; NaN where it is that of the content. */
  private static double width(Element span, Css css, Style style) {
    double width = Double.NaN;
    if (css.has("width")) {
      width = css.length("width", style);
    } else if (fills(span, css)) {
      width = style.knownRoom();
    }
    if (css.has("min-width")) {
      double least = css.length("min-width", style);
      width = Double.isNaN(width) ? least : Math.max(width, least);
    }
    if (css.is("nulldelimiter")) {
      return 0.12 * style.size();
    }
    boolean none =
        css.isAny("thinbox", "llap", "rlap", "clap")
            || (css.is("accent-body") && !css.is("accent-full"));
    return none ? 0 : width;
  }

  private static boolean fills(Element span, Css css) {
    return css.isAny("stretchy", "hide-tail", "fbox", "fcolorbox", "hbox")
        || (drawn(span) && !css.is("mord") && !css.has("width"));
  }

  private static boolean drawn(Element span) {
    return span.children().stream().anyMatch(child -> child.normalName().equals("svg"));
  }

  /** Content that has no width stands left of, right of or about its place. */
  private static Box lapped(Box content, Css css) {
    return css.is("llap")
        ? content.shifted(-content.width(), 0)
        : css.is("clap") ? content.shifted(-content.width() / 2, 0) : content;
  }

  private Box segment(Element span, Css css, Style style) {
    double room = style.knownRoom();
    double share =
        css.is("brace-center") ? 0.5 : css.isAny("brace-left", "brace-right") ? QUARTER : HALF;
    double start =
        css.is("brace-center")
            ? room / 4
            : css.isAny("brace-right", "halfarrow-right") ? room - share * room : 0;
    double height = css.has("height") ? css.length("height", style) : style.height();
    Box box = typesetter.row(span, style.room(share * room).height(height));
    return box.shifted(start, 0).withWidth(0).asFlexible(true);
  }
}
