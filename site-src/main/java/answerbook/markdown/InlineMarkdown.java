package answerbook.markdown;

import answerbook.diagnostic.SourceFile;
import answerbook.markdown.syntax.BookMarkdown;
import answerbook.markdown.syntax.CitationNode;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;

/**
 * Renders short texts that stand outside the Markdown file: titles, and the headings and cells of
 * tables.
 */
final class InlineMarkdown {
  private final Scope scope;

  /** Texts that a line of a program made. */
  InlineMarkdown(Scope scope, SourceFile source, int line) {
    this(scope.at(scope.placeOf(source, line)));
  }

  /** Texts at a place of their own; offsets count from the start of each text. */
  InlineMarkdown(Scope scope) {
    this.scope = scope;
  }

  /** The inline HTML of a text that is one paragraph. */
  String html(String text) {
    if (text.isBlank()) {
      return "";
    }
    Document document = BookMarkdown.parse(text, 0);
    if (!(document.getFirstChild() instanceof Paragraph)
        || document.getFirstChild() != document.getLastChild()) {
      return refused();
    }
    String html = new FragmentRenderer(scope).html(document).strip();
    if (!html.startsWith("<p>") || !html.endsWith("</p>")) {
      return refused(); // Such as a definition of a link, which shows nothing.
    }
    return html.substring("<p>".length(), html.length() - "</p>".length());
  }

  /**
   * The same of a title or a label, which holds no link and no citation: it stands in links, and
   * what is made of it is shown where nothing tells what it depends on.
   */
  String title(String text) {
    boolean isPlain = true;
    for (Node node : BookMarkdown.parse(text, 0).getDescendants()) {
      if (node instanceof LinkNodeBase || node instanceof CitationNode) {
        String what =
            node instanceof CitationNode
                ? "a citation"
                : node instanceof Image ? "a picture" : "a link";
        String message = what + " can't stand in a title or a label";
        scope.place().error(node.getStartOffset(), message, "move it into the text");
        isPlain = false;
      }
    }
    return isPlain ? html(text) : "";
  }

  private String refused() {
    String remedy = "escape '#', '-' or '1.' at its start";
    scope.place().error(0, "this must be plain text, maths, emphasis or code", remedy);
    return "";
  }
}
