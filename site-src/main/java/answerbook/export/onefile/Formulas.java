package answerbook.export.onefile;

import answerbook.export.formula.Formula;
import answerbook.export.formula.MathMl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Formulas as MathML, which is a sixth of KaTeX's HTML and is drawn by browsers themselves. */
final class Formulas {
  private Formulas() {}

  static void replace(Document page) {
    Formula.replaceAll(page, MathMl::of);
    for (Element formula : page.select(".formula:has(> math)")) {
      formula.attr("tabindex", "0");
    }
  }
}
