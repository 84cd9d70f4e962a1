package answerbook.markdown;

import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.util.ast.Node;

/** Renders the children of a node by themselves. */
final class Captions {
  private Captions() {}

  /** The inline HTML of the node's children; empty if it has none. */
  static String of(Node node, NodeRendererContext context) {
    StringBuilder out = new StringBuilder();
    NodeRendererContext sub = context.getSubContext(false);
    sub.renderChildren(node);
    out.append(sub.getHtmlWriter().toString(0, 0));
    return out.toString().strip();
  }
}
