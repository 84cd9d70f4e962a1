package answerbook.markdown;

import answerbook.markdown.syntax.Directive;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of a question's figures and tables by their labels, as {@code plot:curves} → "Figure
 * 1".
 */
final class Labels {
  private final Map<String, String> numbers = new LinkedHashMap<>();
  private int figures;
  private int tables;

  /** Labels of nothing. */
  Labels() {}

  /** Numbers figures and tables in the order of the text; reports a label that is there twice. */
  Labels(Document document, Place place) {
    collect(document, place);
  }

  /** "Figure 1", "Table 2", or null. */
  String number(String label) {
    return numbers.get(label);
  }

  Set<String> all() {
    return numbers.keySet();
  }

  /** The label of a hand-drawn figure: {@code figure:} and the file's name without its ending. */
  static String of(Image image) {
    String url = image.getUrl().toString();
    return "figure:" + url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
  }

  private void collect(Node parent, Place place) {
    for (Node node : parent.getChildren()) {
      if (node instanceof Directive directive) {
        add(directive, place);
      } else if (node instanceof Image image) {
        add(of(image), image.getStartOffset(), place);
      }
      collect(node, place);
    }
  }

  private void add(Directive directive, Place place) {
    String kind = directive.kind().toString();
    if (Set.of("plot", "diagram", "table").contains(kind) && !directive.argument().isEmpty()) {
      add(directive.label(), directive.getStartOffset(), place);
    }
  }

  private void add(String label, int offset, Place place) {
    boolean table = label.startsWith("table:");
    String number = table ? "Table " + ++tables : "Figure " + ++figures;
    if (numbers.putIfAbsent(label, number) != null) {
      place.error(
          offset,
          "'" + label + "' is there twice",
          "insert it once and refer to it with [@" + label + "]");
    }
  }
}
