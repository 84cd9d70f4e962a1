package answerbook.markdown;

import answerbook.diagnostic.SourceFile;
import answerbook.markdown.syntax.BookMarkdown;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Document;

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

  private String refused() {
    String remedy = "escape '#', '-' or '1.' at its start";
    scope.place().error(0, "this must be plain text, maths, emphasis or code", remedy);
    return "";
  }
}
