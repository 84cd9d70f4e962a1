package answerbook.difference;

import answerbook.difference.Words.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Two fragments of HTML as one: paragraphs that differ with {@code <ins>} and {@code <del>},
 * figures side by side, and what is the same left out but for its neighbours.
 */
final class HtmlDifference {
  private static final double ALIKE = 0.3;
  private static final Pattern TOKEN = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|.", Pattern.DOTALL);
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "h3",
          "h4",
          "h5",
          "ol",
          "ul",
          "li",
          "blockquote",
          "figure",
          "div",
          "pre",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "section",
          "hr",
          "figcaption",
          "dl",
          "dt",
          "dd");
  private static final Set<String> WHOLE = Set.of("hr", "pre");

  private final StringBuilder out = new StringBuilder();

  private HtmlDifference() {}

  /** The difference of two fragments. */
  static String of(String before, String after) {
    HtmlDifference difference = new HtmlDifference();
    difference.children(Fragment.parse(before, true), Fragment.parse(after, false), true);
    return difference.out.toString();
  }

  /**
   * @param brief whether what is the same is left out
   */
  private void children(Element before, Element after, boolean brief) {
    List<Block> old = Block.of(before);
    List<Block> now = Block.of(after);
    List<Stretch<Block>> stretches = Words.compare(old, now);
    for (int i = 0; i < stretches.size(); i++) {
      Stretch<Block> stretch = stretches.get(i);
      if (stretch.same()) {
        same(stretch.after(), brief, i > 0, i < stretches.size() - 1);
      } else {
        differing(stretch);
      }
    }
  }

  private void same(List<Block> blocks, boolean brief, boolean afterChange, boolean beforeChange) {
    int first = brief ? (afterChange ? 1 : 0) : blocks.size();
    int last = brief && beforeChange ? blocks.size() - 1 : blocks.size();
    blocks.subList(0, Math.min(first, blocks.size())).forEach(this::append);
    if (brief && last > first) {
      int count = last - first;
      out.append("<p class=\"same\">").append(count);
      out.append(count == 1 ? " part as before</p>\n" : " parts as before</p>\n");
    }
    blocks
        .subList(Math.max(last, Math.min(first, blocks.size())), blocks.size())
        .forEach(this::append);
  }

  private void append(Block block) {
    out.append(block.html()).append('\n');
  }

  /** Pairs what is alike, in order; the rest was deleted or inserted. */
  private void differing(Stretch<Block> stretch) {
    List<Block> old = new ArrayList<>(stretch.before());
    for (Block now : stretch.after()) {
      int match = indexOf(old, block -> block.isAlike(now, ALIKE));
      for (int i = 0; i < match; i++) {
        out.append(old.remove(0).marked("del")).append('\n');
      }
      if (match >= 0) {
        changed(old.remove(0).element(), now.element());
      } else {
        out.append(now.marked("ins")).append('\n');
      }
    }
    old.forEach(block -> out.append(block.marked("del")).append('\n'));
  }

  private static int indexOf(List<Block> blocks, Predicate<Block> wanted) {
    for (int i = 0; i < blocks.size(); i++) {
      if (wanted.test(blocks.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private void changed(Element before, Element after) {
    if (after.nameIs("figure") && after.selectFirst("svg") != null) {
      sides(before, after);
    } else if (after.nameIs("pre")) {
      lines(before, after);
    } else if (WHOLE.contains(after.nodeName()) || after.hasClass("formula")) {
      out.append(new Block(before).marked("del")).append(new Block(after).marked("ins"));
    } else {
      out.append(opening(after));
      if (hasBlocks(before) || hasBlocks(after)) {
        children(before, after, false);
      } else {
        words(before, after);
      }
      out.append("</").append(after.nodeName()).append(">\n");
    }
  }

  private void sides(Element before, Element after) {
    out.append("<div class=\"sides\">\n<div><p class=\"side-name\">Before</p>\n");
    out.append(before.outerHtml()).append("\n</div>\n<div><p class=\"side-name\">After</p>\n");
    out.append(after.outerHtml()).append("\n</div>\n</div>\n");
  }

  private void lines(Element before, Element after) {
    out.append(opening(after)).append("<code>");
    List<String> old = List.of(before.wholeText().split("\n", -1));
    List<String> now = List.of(after.wholeText().split("\n", -1));
    for (Stretch<String> stretch : Words.compare(old, now)) {
      if (stretch.same()) {
        stretch.after().forEach(line -> out.append(Fragment.escape(line)).append('\n'));
      } else {
        stretch.before().forEach(line -> mark("del", Fragment.escape(line)).append('\n'));
        stretch.after().forEach(line -> mark("ins", Fragment.escape(line)).append('\n'));
      }
    }
    out.append("</code></pre>\n");
  }

  private void words(Element before, Element after) {
    for (Stretch<String> stretch : Words.compare(tokens(before), tokens(after))) {
      if (stretch.same()) {
        out.append(String.join("", stretch.after()));
      } else {
        mark("del", String.join("", stretch.before()));
        mark("ins", String.join("", stretch.after()));
      }
    }
  }

  private StringBuilder mark(String tag, String html) {
    return html.isEmpty() ? out : out.append("<" + tag + ">").append(html).append("</" + tag + ">");
  }

  /** Words, blanks and signs one by one; elements, such as formulas, each as one. */
  private static List<String> tokens(Element element) {
    List<String> tokens = new ArrayList<>();
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        for (Matcher token = TOKEN.matcher(text.getWholeText()); token.find(); ) {
          tokens.add(Fragment.escape(token.group()));
        }
      } else {
        tokens.add(node.outerHtml());
      }
    }
    return tokens;
  }

  private static String opening(Element element) {
    return "<" + element.nodeName() + element.attributes().html() + ">";
  }

  private static boolean hasBlocks(Element element) {
    return element.children().stream().anyMatch(child -> BLOCKS.contains(child.nodeName()));
  }

  /** A block element, which equals another that looks the same. */
  private record Block(Element element) {
    static List<Block> of(Element parent) {
      List<Block> blocks = new ArrayList<>();
      for (Node node : parent.childNodes()) {
        if (node instanceof Element element) {
          blocks.add(new Block(element));
        } else if (node instanceof TextNode text && !text.isBlank()) {
          blocks.add(new Block(new Element("span").appendText(text.getWholeText())));
        }
      }
      return blocks;
    }

    String html() {
      return element.outerHtml();
    }

    boolean isAlike(Block other, double least) {
      boolean figures =
          element.nameIs("figure") && element.id().equals(Fragment.before(other.element.id()));
      boolean rows = element.nameIs("td") || element.nameIs("th") || element.nameIs("thead");
      return element.nodeName().equals(other.element.nodeName())
          && element.className().equals(other.element.className())
          && (figures
              || rows
              || Words.likeness(element.wholeText(), other.element.wholeText()) >= least);
    }

    /** The whole block as inserted or deleted. */
    String marked(String tag) {
      Element copy = element.clone().addClass(tag.equals("ins") ? "inserted" : "deleted");
      if (!hasBlocks(copy) && !WHOLE.contains(copy.nodeName()) && copy.selectFirst("svg") == null) {
        copy.html("<" + tag + ">" + copy.html() + "</" + tag + ">");
      }
      return copy.outerHtml();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Block block
          && Fragment.plain(element).equals(Fragment.plain(block.element));
    }

    @Override
    public int hashCode() {
      return Fragment.plain(element).hashCode();
    }
  }
}
