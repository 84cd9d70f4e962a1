package answerbook.markdown;

import answerbook.markdown.syntax.BookMarkdown;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.util.ast.Document;

/** Renders a parsed piece of Markdown to HTML with symbolic addresses. */
final class FragmentRenderer {
  private final Scope scope;
  private final HtmlRenderer renderer;

  /** For Markdown that holds no paths. */
  FragmentRenderer(Scope scope) {
    this(scope, "content/index.md");
  }

  /**
   * @param file the name of the Markdown file, from which paths start
   */
  FragmentRenderer(Scope scope, String file) {
    this.scope = scope;
    this.renderer =
        HtmlRenderer.builder(BookMarkdown.OPTIONS)
            .nodeRendererFactory(options -> new MathHtml(scope))
            .nodeRendererFactory(options -> new DirectiveHtml(scope))
            .nodeRendererFactory(options -> new LinkHtml(scope, file))
            .nodeRendererFactory(options -> new BlockHtml(scope, file))
            .nodeRendererFactory(options -> new TableHtml())
            .build();
  }

  String html(Document document) {
    return footnoteIds(scope.unstash(asHtml(renderer.render(document))));
  }

  /**
   * HTML knows no slash at the end of a tag; in text and attributes, the sign after it is escaped.
   */
  private static String asHtml(String flexmark) {
    return flexmark.replace(" />", ">");
  }

  /** Footnotes are numbered from 1 in each question, but several questions stand on one page. */
  private String footnoteIds(String html) {
    if (!html.contains("fn-") && !html.contains("fnref-")) {
      return html;
    }
    String prefix = scope.slug().isEmpty() ? "" : scope.slug() + "--";
    return html.replaceAll("(id=\"|href=\"#)(fn(?:ref)?-\\d)", "$1" + prefix + "$2");
  }
}
