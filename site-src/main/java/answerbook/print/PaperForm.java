package answerbook.print;

import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Gives fragments the form that paper needs: nothing scrolls, nothing is ticked, nothing leads
 * back.
 */
final class PaperForm {
  /** Points on paper for a unit of a drawing, which makes its type of 14 units 8.4 points. */
  private static final double POINTS_PER_UNIT = 0.6;

  private final PrintStyles styles;

  PaperForm(PrintStyles styles) {
    this.styles = styles;
  }

  void apply(Document document) {
    document.select(".footnote-backref, .footnotes > hr").remove();
    document.select(".scroll").forEach(Node::unwrap);
    document.select("[tabindex]").removeAttr("tabindex");
    for (Element box : document.select("input[type=checkbox]")) {
      box.parents().select("li").first().addClass("task");
      box.before(box.hasAttr("checked") ? "☑" : "☐");
      box.remove();
    }
    document.select("figure > svg").forEach(this::drawing);
  }

  /** A drawing with its size, its colours and its text for those who can't see it. */
  private void drawing(Element svg) {
    Element description = svg.selectFirst("desc");
    svg.attr("alt", description == null ? svg.attr("aria-label") : description.text());
    svg.select("> title, > desc").remove();
    svg.removeAttr("aria-labelledby").removeAttr("aria-describedby").removeAttr("aria-label");
    String[] box = svg.attr("viewBox").strip().split("[\\s,]+");
    String width = points(box[2]);
    String height = points(box[3]);
    svg.attr("width", width).attr("height", height);
    svg.attr("style", "width:" + width + ";height:" + height);
    svg.prependElement("style").appendChild(new DataNode(styles.figure()));
  }

  private static String points(String units) {
    return Numbers.decimal(Double.parseDouble(units) * POINTS_PER_UNIT) + "pt";
  }
}
