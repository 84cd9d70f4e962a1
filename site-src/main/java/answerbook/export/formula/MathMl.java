package answerbook.export.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;

/**
 * KaTeX's MathML as browsers draw it, which is MathML Core: letters of another alphabet are written
 * as such, columns are aligned by classes, and a long formula in text is several, since engines
 * break no line inside of one. The TeX is the text alternative.
 */
public final class MathMl {
  /** Characters of a formula in text that is not broken over two lines. */
  private static final int LONGEST_ON_ONE_LINE = 20;

  /** After these a line may break, as KaTeX lets it. */
  private static final String BREAKABLE = "=<>≤≥≠≈≡∼∝∈⊂→←↦⇒⟹⇔+−±×⋅∘⊙⊕∗";

  /** Elements whose children have a place each. */
  private static final String COUNTED =
      ":is(msub, msup, msubsup, munder, mover, munderover, mfrac)";

  private static final String APPLICATION = "\u2061";

  private static final Set<String> FOR_OLD_ENGINES =
      Set.of("columnalign", "columnspacing", "rowspacing", "columnlines", "rowlines", "xmlns");

  private MathMl() {}

  /** The formula as one element of a line or a block of its own, or as pieces that follow. */
  public static List<Element> of(Formula formula) {
    Element math = formula.math().clone();
    Element semantics = math.selectFirst("semantics");
    semantics.select("> annotation").remove();
    semantics.unwrap();
    math.select(COUNTED + " > mo").forEach(MathMl::removeApplication);
    math.select("[mathvariant]").forEach(MathMl::write);
    math.select("mtable").forEach(MathMl::align);
    math.select("*").forEach(element -> FOR_OLD_ENGINES.forEach(name -> element.removeAttr(name)));
    math.attr("alttext", formula.tex().strip().replaceAll("\\s+", " "));
    return formula.display() || math.text().length() <= LONGEST_ON_ONE_LINE
        ? List.of(math)
        : pieces(math);
  }

  /**
   * KaTeX writes the index of {@code \lambda_{\max}} as a function that is applied, one child too
   * many.
   */
  private static void removeApplication(Element operator) {
    if (operator.wholeText().equals(APPLICATION)) {
      operator.remove();
    }
  }

  /** Core knows one value of {@code mathvariant}, on an identifier. */
  private static void write(Element element) {
    String variant = element.attr("mathvariant");
    if (variant.equals("normal")) {
      if (!element.nameIs("mi")) {
        element.removeAttr("mathvariant");
      }
      return;
    }
    element.removeAttr("mathvariant");
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        text.text(Alphabet.of(variant).write(text.getWholeText()));
      }
    }
  }

  /** {@code columnalign="right left"} as classes of cells. */
  private static void align(Element table) {
    String[] columns = table.attr("columnalign").split(" ", -1);
    for (Element row : table.select("> mtr")) {
      List<Element> cells = row.select("> mtd");
      for (int i = 0; i < cells.size(); i++) {
        String column = columns[Math.min(i, columns.length - 1)];
        if (column.equals("left") || column.equals("right")) {
          cells.get(i).addClass(column);
        }
      }
    }
  }

  private static List<Element> pieces(Element math) {
    Element row = math.childrenSize() == 1 ? math.child(0) : math;
    if (!row.nameIs("mrow")) {
      return List.of(math);
    }
    List<Element> pieces = new ArrayList<>();
    Element piece = piece(pieces);
    int open = 0;
    for (Element child : row.children()) {
      piece.appendChild(child);
      open += opened(child.text());
      boolean comma = child.text().equals(",") && open == 0;
      if (child.nameIs("mo") && (comma || breaks(child)) && piece.childrenSize() > 1) {
        child.attr("form", comma ? "postfix" : "infix");
        piece = piece(pieces);
      }
    }
    if (piece.childrenSize() == 0) {
      pieces.remove(pieces.size() - 1);
    }
    pieces.get(0).attr("alttext", math.attr("alttext"));
    return pieces;
  }

  /** How many brackets a text opens; −1 if it closes one. */
  private static int opened(String text) {
    return switch (text) {
      case "(", "[", "{" -> 1;
      case ")", "]", "}" -> -1;
      default -> 0;
    };
  }

  private static boolean breaks(Element operator) {
    String sign = operator.text();
    return sign.length() == 1 && BREAKABLE.contains(sign);
  }

  private static Element piece(List<Element> pieces) {
    Element piece = new Element(Tag.valueOf("math"), "");
    pieces.add(piece);
    return piece;
  }
}
