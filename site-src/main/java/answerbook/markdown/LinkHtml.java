package answerbook.markdown;

import answerbook.content.Question;
import answerbook.content.Reference;
import answerbook.diagnostic.Nearest;
import answerbook.markdown.syntax.CitationNode;
import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Renders links between questions, to other sites, to figures and to cited works. */
final class LinkHtml implements NodeRenderer {
  /** What leads out of the book. Other schemes could run something. */
  private static final Pattern WHOLE_ADDRESS = Pattern.compile("https?://.+|mailto:.+");

  private final Scope scope;
  private final String file;

  /**
   * @param file the name of the Markdown file, from which paths start
   */
  LinkHtml(Scope scope, String file) {
    this.scope = scope;
    this.file = file;
  }

  @Override
  public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
    return Set.of(
        new NodeRenderingHandler<>(Link.class, this::render),
        new NodeRenderingHandler<>(LinkRef.class, this::render),
        new NodeRenderingHandler<>(AutoLink.class, this::render),
        new NodeRenderingHandler<>(CitationNode.class, this::render));
  }

  private void render(Link node, NodeRendererContext context, HtmlWriter html) {
    String url = node.getUrl().toString();
    if (WHOLE_ADDRESS.matcher(url).matches()) {
      open(html, Html.escape(url), "external");
      context.renderChildren(node);
      html.raw("</a>");
      return;
    }
    try {
      Question target = question(url);
      int hash = url.indexOf('#');
      String anchor = hash < 0 ? "" : url.substring(hash + 1);
      scope
          .links()
          .add(new LinkUse(scope.place(), node.getUrl().getStartOffset(), target.slug(), anchor));
      open(
          html,
          "slug:" + target.slug() + (hash < 0 ? "" : "#" + target.slug() + "--" + anchor),
          "");
      if (node.getText().isBlank()) {
        html.raw(scope.stash(scope.titleOf(target)));
      } else {
        context.renderChildren(node);
      }
      html.raw("</a>");
    } catch (MistakeException e) {
      e.report(scope.place(), node.getUrl().getStartOffset());
    }
  }

  private void render(AutoLink node, NodeRendererContext context, HtmlWriter html) {
    String url = node.getText().toString();
    if (WHOLE_ADDRESS.matcher(url).matches() || url.startsWith("www.")) {
      context.delegateRender();
      return;
    }
    String remedy = "write a whole address with https://, or `" + url + "` for what is no link";
    scope.place().error(node.getStartOffset(), "the link leads nowhere: '" + url + "'", remedy);
  }

  private void render(LinkRef node, NodeRendererContext context, HtmlWriter html) {
    if (node.isDefined()) {
      scope
          .place()
          .error(
              node.getStartOffset(),
              "links by reference are not used here",
              "write [text](address)");
    }
    html.text(node.getChars().unescape());
  }

  private void render(CitationNode node, NodeRendererContext context, HtmlWriter html) {
    String target = node.target().toString();
    String number = scope.labels().number(target);
    if (number != null) {
      String anchor = scope.anchor(target.replaceAll("[:.]", "-"));
      html.raw(
          "<a class=\"crossref\" href=\"#"
              + anchor
              + "\">"
              + number.replace(" ", "&nbsp;")
              + "</a>");
      return;
    }
    Reference reference = scope.tools().names().references().get(target);
    if (reference != null) {
      scope.citations().add(target);
      String text = Html.escape(reference.citedAuthors()) + " (" + reference.citedYear() + ")";
      html.raw("<a class=\"citation\" href=\"ref:" + target + "\">" + text + "</a>");
      return;
    }
    boolean figure = target.contains(":");
    Set<String> known =
        figure
            ? new TreeSet<>(scope.labels().all())
            : new TreeSet<>(scope.tools().names().references().keySet());
    String message = figure ? "there is no figure or table '" : "there is no reference '";
    scope
        .place()
        .error(
            node.target().getStartOffset(),
            message + target + "'",
            Nearest.remedy(target, known, figure ? "figures and tables" : "references"));
  }

  private Question question(String url) throws MistakeException {
    String path = url.replaceFirst("#.*", "");
    String name = path.isEmpty() ? file : BookNames.resolve(file, path);
    Question question = scope.tools().names().questions().get(name);
    if (question == null) {
      Set<String> known = new TreeSet<>(scope.tools().names().questions().keySet());
      String remedy =
          Nearest.to(name, known)
              .map(near -> "did you mean '" + BookNames.relative(file, near) + "'?")
              .orElse("write the path to a question's .md file, or a whole address with https://");
      throw new MistakeException("the link leads nowhere: '" + url + "'", remedy);
    }
    return question;
  }

  private static void open(HtmlWriter html, String address, String relation) {
    html.raw(
        "<a href=\""
            + address
            + "\""
            + (relation.isEmpty() ? "" : " rel=\"" + relation + "\"")
            + ">");
  }
}
