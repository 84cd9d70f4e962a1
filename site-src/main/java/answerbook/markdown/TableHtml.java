package answerbook.markdown;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import java.util.Locale;
import java.util.Set;

/** Renders Markdown's tables: they scroll inside themselves, and cells are aligned by class. */
final class TableHtml implements NodeRenderer {
  @Override
  public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
    return Set.of(
        new NodeRenderingHandler<>(TableBlock.class, this::table),
        new NodeRenderingHandler<>(TableCell.class, this::cell));
  }

  private void table(TableBlock node, NodeRendererContext context, HtmlWriter html) {
    html.line()
        .raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">")
        .line();
    context.delegateRender();
    html.line().raw("</div>").line();
  }

  private void cell(TableCell node, NodeRendererContext context, HtmlWriter html) {
    String alignment =
        node.getAlignment() == null || node.getAlignment() == TableCell.Alignment.LEFT
            ? ""
            : " class=\"" + node.getAlignment().name().toLowerCase(Locale.ROOT) + "\"";
    String tag = node.isHeader() ? HeaderCell.tag(node.getText().toString()) : "td";
    String scope = tag.equals("th") ? " scope=\"col\"" : "";
    html.raw("<" + tag + scope + alignment + ">");
    context.renderChildren(node);
    html.raw("</" + tag + ">");
  }
}
