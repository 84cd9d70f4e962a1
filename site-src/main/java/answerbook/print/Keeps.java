package answerbook.print;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Puts what must not be parted by the end of a page into boxes of its own: headings and the short
 * lines that lead to something, with what follows them.
 *
 * <p>The typesetter's own {@code page-break-after: avoid} overlooks much, such as blocks whose
 * first line moves to the next page while the block begins on this one.
 */
final class Keeps {
  private static final String CONTAINERS =
      ".chapter, .question-body, .answer-body, .answer, .answer-apart, .notes, .question, .whole, li, blockquote";

  private static final String HEADINGS = "h1, h2, h3, h4, .eyebrow, .answer-label, .notes-label";

  /** Paragraphs of two lines, in characters, that lead to what isn't a paragraph. */
  private static final int SHORT = 160;

  /** Longer paragraphs and lists, in characters, may be parted from what leads to them. */
  private static final int LONG = 900;

  /** Tables of more rows, likewise. */
  private static final int ROWS = 14;

  void apply(Document document) {
    document.select(".answer-body > p:first-child").addClass("verdict");
    document.select(".question").forEach(Keeps::hoist);
    for (Element container : document.select(CONTAINERS)) {
      keep(container);
    }
  }

  /** Takes the first element of a question or an answer beside its heading. */
  private static void hoist(Element question) {
    for (Element body : question.select(".question-body, .answer-body, .checks")) {
      Element heading = body.previousElementSibling();
      if (heading == null || !heading.is(HEADINGS)) {
        continue;
      }
      Element start = body.shallowClone();
      while (body.childrenSize() > 0) {
        Element moved = body.child(0);
        start.appendChild(moved);
        if (!leads(moved, body.childrenSize() > 0 ? body.child(0) : null)) {
          break;
        }
      }
      body.before(start);
      if (body.childrenSize() == 0) {
        body.remove();
      }
    }
  }

  private static void keep(Element container) {
    List<Element> group = new ArrayList<>();
    for (Element child : List.copyOf(container.children())) {
      group.add(child);
      if (!leads(child, child.nextElementSibling())) {
        close(group);
        group.clear();
      }
    }
  }

  private static void close(List<Element> group) {
    Element last = group.get(group.size() - 1);
    if (isLong(last)) {
      group.remove(group.size() - 1);
    }
    if (group.size() < 2) {
      return;
    }
    Element box = new Element("div").addClass("keep");
    group.get(0).before(box);
    group.forEach(box::appendChild);
  }

  private static boolean leads(Element element, Element next) {
    if (next == null) {
      return false;
    }
    return element.is(HEADINGS)
        || (element.is("p")
            && !next.is("p")
            && element.text().length() <= SHORT
            && !next.is(HEADINGS)
            && !next.is(".answer, .notes, .turn, .question, .room"));
  }

  private static boolean isLong(Element element) {
    if (element.is("table, figure.table")) {
      return element.select("tr").size() > ROWS;
    }
    return !element.is("figure, pre, .formula") && element.text().length() > LONG;
  }
}
