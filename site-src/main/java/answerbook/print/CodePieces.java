package answerbook.print;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Cuts listings into pieces that stay whole, so that pages end where a reader would stop: at empty
 * lines, or at least not a line before the end.
 */
final class CodePieces {
  /** A piece ends at the first empty line after so many lines, */
  private static final int LEAST = 4;

  /** and at any line after so many. */
  private static final int MOST = 16;

  /** What is left after it has at least so many lines. */
  private static final int REST = 3;

  void apply(Document document) {
    for (Element listing : document.select("pre")) {
      Element code = listing.selectFirst("code");
      if (code != null) {
        cut(listing, code);
      }
    }
  }

  private static void cut(Element listing, Element code) {
    Element whole = listing.parent().is("figure.listing") ? listing.parent() : listing;
    Element caption = whole.selectFirst("figcaption");
    List<List<List<Node>>> pieces = pieces(lines(code));
    for (int i = 0; i < pieces.size(); i++) {
      List<List<Node>> piece = pieces.get(i);
      Element figure = new Element("figure").addClass("listing");
      figure.addClass(i == 0 ? "first" : "continued");
      figure.addClass(i == pieces.size() - 1 ? "last" : "broken");
      if (caption != null) {
        figure.appendChild(caption);
        caption = null;
      }
      Element pre = figure.appendElement("pre");
      fill(pre.appendChild(code.shallowClone()).child(0), piece);
      if (isEmpty(piece.get(piece.size() - 1))) {
        pre.addClass("gap");
      }
      whole.before(figure);
    }
    whole.remove();
  }

  private static void fill(Element code, List<List<Node>> lines) {
    int end = isEmpty(lines.get(lines.size() - 1)) ? lines.size() - 1 : lines.size();
    for (int i = 0; i < end; i++) {
      if (i > 0) {
        code.appendText("\n");
      }
      lines.get(i).forEach(code::appendChild);
    }
  }

  /** The lines; what is coloured as one over several lines counts as one. */
  private static List<List<Node>> lines(Element code) {
    List<List<Node>> lines = new ArrayList<>();
    List<Node> line = new ArrayList<>();
    for (Node node : List.copyOf(code.childNodes())) {
      if (!(node instanceof TextNode text)) {
        line.add(node);
        continue;
      }
      String[] parts = text.getWholeText().split("\n", -1);
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          lines.add(line);
          line = new ArrayList<>();
        }
        line.add(new TextNode(parts[i]));
      }
    }
    if (!isEmpty(line)) {
      lines.add(line);
    }
    return lines;
  }

  private static List<List<List<Node>>> pieces(List<List<Node>> lines) {
    List<List<List<Node>>> pieces = new ArrayList<>();
    int start = 0;
    for (int end = 1; end < lines.size(); end++) {
      int length = end - start;
      boolean rest = lines.size() - end >= REST;
      if (rest && (length >= MOST || (length >= LEAST && isEmpty(lines.get(end - 1))))) {
        pieces.add(lines.subList(start, end));
        start = end;
      }
    }
    if (start < lines.size()) {
      pieces.add(lines.subList(start, lines.size()));
    }
    return pieces;
  }

  private static boolean isEmpty(List<Node> line) {
    return line.stream().allMatch(node -> node instanceof TextNode text && text.isBlank());
  }
}
