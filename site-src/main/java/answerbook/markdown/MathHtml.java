package answerbook.markdown;

import answerbook.markdown.syntax.MathBlock;
import answerbook.markdown.syntax.MathNode;
import answerbook.markdown.syntax.ValueNode;
import answerbook.math.TexException;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;

/** Renders formulas and inserted values. */
final class MathHtml implements NodeRenderer {
  /** Characters of a value that is not broken over two lines. */
  private static final int LONGEST_ON_ONE_LINE = 24;

  private final Scope scope;

  MathHtml(Scope scope) {
    this.scope = scope;
  }

  @Override
  public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
    return Set.of(
        new NodeRenderingHandler<>(
            MathNode.class, (node, context, html) -> html.raw(scope.stash(inline(node)))),
        new NodeRenderingHandler<>(
            MathBlock.class, (node, context, html) -> html.raw(scope.stash(block(node)))),
        new NodeRenderingHandler<>(
            ValueNode.class, (node, context, html) -> html.raw(scope.stash(value(node)))));
  }

  private String inline(MathNode node) {
    String formula = formula(node.tex(), node.isDisplay());
    return node.getParent() instanceof TableCell cell && cell.isHeader()
        ? HeaderCell.named(cell.getText().toString(), formula)
        : formula;
  }

  private String block(MathBlock node) {
    if (!node.isClosed()) {
      scope
          .place()
          .error(node.getStartOffset(), "the formula has no end", "close it with a line '$$'");
      return "";
    }
    return "<div class=\"formula\" tabindex=\"0\">" + formula(node.tex(), true) + "</div>\n";
  }

  private String formula(BasedSequence source, boolean display) {
    Tex tex = new Tex(source, scope);
    if (!tex.isGood()) {
      return "";
    }
    try {
      return scope.tools().maths().render(tex.text().strip(), display);
    } catch (TexException e) {
      int indent = tex.text().length() - tex.text().stripLeading().length();
      int offset = tex.source(indent + e.offset());
      scope
          .place()
          .error(
              offset,
              "bad TeX: " + e.getMessage(),
              "KaTeX lists what it knows at katex.org/docs/supported");
      return "";
    }
  }

  private String value(ValueNode node) {
    try {
      String text = scope.programs().value(node.reference().toString(), Notation.TEXT);
      boolean isShort = text.replaceAll("<[^>]*>", "").length() <= LONGEST_ON_ONE_LINE;
      return "<span class=\"value" + (isShort ? " glued" : "") + "\">" + text + "</span>";
    } catch (MistakeException e) {
      e.report(scope.place(), node.getStartOffset());
      return "";
    }
  }
}
