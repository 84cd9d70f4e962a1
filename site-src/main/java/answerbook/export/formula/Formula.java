package answerbook.export.formula;

import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * A formula as KaTeX rendered it.
 *
 * @param tex its source
 * @param display whether it stands on a line of its own
 * @param math KaTeX's MathML
 */
public record Formula(String tex, boolean display, Element math) {
  /** Replaces every formula within an element by nodes in its place. */
  public static void replaceAll(Element root, Function<Formula, List<? extends Node>> replacement) {
    for (Element katex : root.select(".katex")) {
      Element math = katex.selectFirst("math");
      String tex = math.selectFirst("annotation").wholeText();
      Element around = katex.parent();
      boolean display = around.hasClass("katex-display");
      Element old = display ? around : katex;
      replacement.apply(new Formula(tex, display, math)).forEach(old::before);
      old.remove();
    }
  }
}
