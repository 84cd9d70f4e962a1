package answerbook.print;

import answerbook.math.MathRenderer;
import answerbook.print.formula.Box;
import answerbook.print.formula.Formula;
import answerbook.print.formula.FormulaFonts;
import answerbook.print.formula.FormulaSetter;
import answerbook.print.formula.UnprintableException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Puts objects, which are drawn, in the place of a document's formulas. */
final class Formulas {
  /** The type of the objects. */
  static final String TYPE = "application/x-formula";

  /** The attribute that holds the number of the box. */
  static final String BOX = "data-box";

  /** Room about a box, in em: the form that it is drawn in is cut to whole units. */
  static final double PAD_X = 0.25;

  static final double PAD_Y = 0.06;

  /** Shorter formulas, in em, are kept on one line. */
  private static final double LONGEST_WHOLE = 7;

  /** The size of formulas in text, and of the room that they have, in em of the formula. */
  private static final double SIZE = 1.06;

  private static final double ROOM = 34;
  private static final double INDENT = 2;

  private final FormulaFonts fonts = new FormulaFonts(MathRenderer.KATEX_FOLDER);
  private final FormulaSetter setter = new FormulaSetter(fonts);
  private final List<Box> boxes = new ArrayList<>();
  private final Mistakes mistakes;

  Formulas(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  FormulaFonts fonts() {
    return fonts;
  }

  Box box(int number) {
    return boxes.get(number);
  }

  void place(Document document) {
    for (Element katex : document.select(".katex")) {
      try {
        place(katex, setter.set(katex));
      } catch (UnprintableException e) {
        Element owner = katex.closest("[" + Mistakes.OWNER + "]");
        String tex = katex.selectFirst("annotation").wholeText().strip();
        mistakes.add(
            owner == null ? "" : owner.attr(Mistakes.OWNER),
            "in the formula $" + tex + "$ " + e.getMessage(),
            "write it with another command");
      }
    }
  }

  private void place(Element katex, Formula formula) {
    Element parent = katex.parent();
    boolean display = parent.hasClass("katex-display");
    Element span = new Element("span").addClass(display ? "display" : "inline");
    Box whole = formula.whole();
    if (display || whole.width() <= LONGEST_WHOLE) {
      double fit = display ? Math.min(1, room(katex) / whole.width()) : 1;
      span.appendChild(object(whole, formula.tex(), SIZE * fit));
    } else {
      String alternative = formula.tex();
      for (Box part : formula.parts()) {
        span.appendChild(object(part, alternative, SIZE));
        alternative = " ";
      }
    }
    (display ? parent : katex).replaceWith(span);
  }

  private static double room(Element katex) {
    long depth = katex.parents().stream().filter(e -> e.is("li, blockquote")).count();
    return ROOM - INDENT * depth;
  }

  private Element object(Box box, String alternative, double size) {
    Element object = new Element("object");
    object.attr("type", TYPE).attr(BOX, String.valueOf(boxes.size())).attr("alt", alternative);
    boxes.add(box);
    object.attr(
        "style",
        "display:inline-block;font-size:"
            + Numbers.decimal(size)
            + "em;width:"
            + em(box.width() + 2 * PAD_X)
            + ";height:"
            + em(box.height() + box.depth() + 2 * PAD_Y)
            + ";vertical-align:"
            + em(-box.depth() - PAD_Y)
            + ";margin:0 "
            + em(-PAD_X));
    return object;
  }

  private static String em(double value) {
    return Numbers.decimal(value) + "em";
  }
}
