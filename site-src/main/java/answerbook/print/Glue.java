package answerbook.print;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Keeps words together that change their style or hold a formula.
 *
 * <p>The typesetter may break a line wherever an element begins or ends, so before the comma after
 * a formula. What belongs together is put into an unbreakable box.
 */
final class Glue {
  private static final String INLINE = "span.inline, em, strong, code, a, del, sup";
  private static final Pattern HEAD = Pattern.compile("^\\S+");
  private static final Pattern TAIL = Pattern.compile("\\S+\\z");

  /** Longer pieces, in characters, may break: they would leave holes in lines. */
  private static final int LONGEST = 40;

  void apply(Document document) {
    for (Element element : document.select(INLINE)) {
      if (element.closest("pre, .contents, .tags, .glued, .paged") == null) {
        glue(element);
      }
    }
  }

  private static void glue(Element element) {
    String tail = run(element.previousSibling(), TAIL);
    String head = run(element.nextSibling(), HEAD);
    boolean whole = isWhole(element);
    if (!tail.isEmpty() && whole) {
      Element box = box(element);
      TextNode before = (TextNode) box.previousSibling();
      before.text(cut(before, 0, before.getWholeText().length() - tail.length()));
      box.prependText(tail);
      if (!head.isEmpty()) {
        takeHead(box, head);
      }
    } else if (!head.isEmpty()) {
      Element last = whole ? element : lastWord(element);
      if (last != null) {
        takeHead(box(last), head);
      }
    }
  }

  private static void takeHead(Element box, String head) {
    TextNode after = (TextNode) box.nextSibling();
    after.text(cut(after, head.length(), after.getWholeText().length()));
    box.appendText(head);
  }

  private static String cut(TextNode text, int from, int to) {
    return text.getWholeText().substring(from, to);
  }

  private static String run(Node node, Pattern pattern) {
    if (!(node instanceof TextNode text)) {
      return "";
    }
    Matcher matcher = pattern.matcher(text.getWholeText());
    return matcher.find() && matcher.group().length() <= LONGEST ? matcher.group() : "";
  }

  /** Whether the element doesn't break itself. */
  private static boolean isWhole(Element element) {
    if (element.hasClass("inline")) {
      return element.childrenSize() == 1;
    }
    String text = element.wholeText();
    return element.select("object").isEmpty()
        && text.length() <= LONGEST
        && text.chars().noneMatch(Character::isWhitespace);
  }

  /** Splits the last word, or the last part of a formula, from an element; null if there's none. */
  private static Element lastWord(Element element) {
    Node last =
        element.childNodeSize() == 0 ? null : element.childNode(element.childNodeSize() - 1);
    if (last instanceof TextNode text) {
      String word = run(text, TAIL);
      if (word.isEmpty() || word.length() == text.getWholeText().length()) {
        return null;
      }
      text.text(cut(text, 0, text.getWholeText().length() - word.length()));
      return apart(element, new TextNode(word));
    }
    return element.hasClass("inline") && last != null ? apart(element, last) : null;
  }

  /** A copy of the element after it, which holds the node alone. */
  private static Element apart(Element element, Node node) {
    Element copy = element.shallowClone();
    copy.removeAttr("id");
    copy.appendChild(node);
    element.after(copy);
    return copy;
  }

  private static Element box(Element element) {
    Element box = new Element("span").addClass("glued");
    element.replaceWith(box);
    box.appendChild(element);
    return box;
  }
}
