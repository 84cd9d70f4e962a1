package answerbook.print.formula;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Sets elements beside each other, each with its margins and its shift. */
final class Typesetter {
  private final FormulaFonts fonts;
  private final StackSetter stacks = new StackSetter(this);
  private final SpanSetter spans = new SpanSetter(this);
  private final DrawingSetter drawings = new DrawingSetter();

  Typesetter(FormulaFonts fonts) {
    this.fonts = fonts;
  }

  /** What is in the element, in a row. */
  Box row(Element parent, Style style) {
    List<Box> boxes = new ArrayList<>();
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text) {
        boxes.add(glyphs(text.getWholeText(), style));
      } else if (node instanceof Element element) {
        boxes.add(element(element, style));
      }
    }
    return Box.joined(boxes);
  }

  private Box glyphs(String text, Style style) {
    String visible = text.replaceAll("[\u200b\u2060\n]", "");
    if (visible.isEmpty()) {
      return Box.EMPTY;
    }
    String font = style.face().font();
    double width = fonts.advance(font, visible) * style.size();
    return Box.of(width, new Piece.Glyphs(font, visible, style.size(), 0, 0, style.color()));
  }

  private Box element(Element element, Style outer) {
    Css css = Css.of(element);
    if (css.isAny("strut", "pstrut", "vlist-s", "katex-mathml")) {
      return Box.EMPTY;
    }
    Style style = ClassStyles.of(css.classes(), outer);
    style = style.color(css.color("color", style.color()));
    Edges edges = Edges.of(element, css, style);
    Box content = content(element, css, style.room(edges.within(style.room())));
    return content
        .shifted(edges.left() + edges.dx(), edges.dy())
        .withWidth(edges.left() + content.width() + edges.right());
  }

  private Box content(Element element, Css css, Style style) {
    if (css.is("vlist-t")) {
      return stacks.set(element, style);
    }
    if (element.normalName().equals("svg")) {
      return drawings.set(element, style);
    }
    if (RuleSetter.sets(css)) {
      return RuleSetter.set(css, style);
    }
    return spans.set(element, css, style);
  }
}
