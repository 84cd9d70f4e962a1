package answerbook.export.epub;

import answerbook.export.Xml;
import answerbook.export.formula.Formula;
import answerbook.export.formula.MathMl;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;

/** Fragments of HTML as XHTML for the EPUB. */
final class Fragment {
  private static final String MATHML = "http://www.w3.org/1998/Math/MathML";
  private static final String SVG = "http://www.w3.org/2000/svg";

  private final Contents contents;

  Fragment(Contents contents) {
    this.contents = contents;
  }

  /** The element that holds a fragment of a question or of none. */
  Element of(String html, String slug) {
    Element body = Xml.parse(html);
    Formula.replaceAll(body, Fragment::math);
    body.select("svg").attr("xmlns", SVG);
    body.select("[tabindex]").removeAttr("tabindex");
    body.select("[role=group]").removeAttr("role").removeAttr("aria-label");
    for (Element box : body.select("input[type=checkbox]")) {
      box.replaceWith(new TextNode(box.hasAttr("checked") ? "\u2611 " : "\u2610 "));
    }
    for (Element link : body.select("a[href]")) {
      link.attr("href", address(link.attr("href"), slug)).removeAttr("rel");
    }
    return body;
  }

  /** The same with every heading a number of levels lower. */
  Element lowered(String html, String slug) {
    Element body = of(html, slug);
    for (int level = 5; level >= 1; level--) {
      for (Element heading : body.select("h" + level)) {
        heading.tagName("h" + (level + 1));
      }
    }
    return body;
  }

  private static List<Element> math(Formula formula) {
    List<Element> pieces = MathMl.of(formula);
    pieces.forEach(piece -> piece.attr("xmlns", MATHML));
    if (pieces.size() == 1 || formula.display()) {
      return pieces;
    }
    Element whole = new Element(Tag.valueOf("span"), "").addClass("math");
    pieces.forEach(whole::appendChild);
    return List.of(whole);
  }

  /** Symbolic addresses lead to pages of the book. */
  private String address(String href, String slug) {
    if (href.startsWith("ref:")) {
      return Contents.REFERENCES + "#ref-" + href.substring("ref:".length());
    }
    if (href.startsWith("slug:")) {
      String[] target = href.substring("slug:".length()).split("#", 2);
      return target.length == 1
          ? contents.question(target[0])
          : contents.part(target[0], target[1]);
    }
    return href.startsWith("#") && !slug.isEmpty() ? contents.part(slug, href.substring(1)) : href;
  }
}
