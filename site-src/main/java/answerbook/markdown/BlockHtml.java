package answerbook.markdown;

import answerbook.markdown.syntax.AnswerBlock;
import answerbook.markdown.syntax.AnswerEnd;
import answerbook.markdown.syntax.CitationNode;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renders headings, fenced code, hand-drawn figures and the answer, and refuses raw HTML. */
final class BlockHtml implements NodeRenderer {
  /** Surround the answer in the rendered fragment. */
  static final char ANSWER_START = '\uE002';

  static final char ANSWER_END = '\uE003';

  private static final int FIRST_LEVEL = 3;

  /** What only a mistake leaves in running text. */
  private static final Pattern STRAY = Pattern.compile("(?<!\\\\)(?:\\$|\\{\\{)");

  private final Scope scope;
  private final String file;

  BlockHtml(Scope scope, String file) {
    this.scope = scope;
    this.file = file;
  }

  @Override
  public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
    return Set.of(
        new NodeRenderingHandler<>(AnswerBlock.class, this::answer),
        new NodeRenderingHandler<>(AnswerEnd.class, (node, context, html) -> {}),
        new NodeRenderingHandler<>(Heading.class, this::heading),
        new NodeRenderingHandler<>(
            FencedCodeBlock.class, (node, context, html) -> fenced(node, html)),
        new NodeRenderingHandler<>(Paragraph.class, this::paragraph),
        new NodeRenderingHandler<>(OrderedList.class, this::list),
        new NodeRenderingHandler<>(BulletList.class, this::list),
        new NodeRenderingHandler<>(Image.class, (node, context, html) -> refuseImage(node)),
        new NodeRenderingHandler<>(Text.class, this::text),
        new NodeRenderingHandler<>(HtmlBlock.class, (node, context, html) -> refuseHtml(node)),
        new NodeRenderingHandler<>(HtmlInline.class, (node, context, html) -> refuseHtml(node)),
        new NodeRenderingHandler<>(HtmlCommentBlock.class, (node, context, html) -> {}),
        new NodeRenderingHandler<>(HtmlInlineComment.class, (node, context, html) -> {}));
  }

  private void answer(AnswerBlock node, NodeRendererContext context, HtmlWriter html) {
    html.line().raw(String.valueOf(ANSWER_START)).line();
    context.renderChildren(node);
    html.line().raw(String.valueOf(ANSWER_END)).line();
  }

  private void heading(Heading node, NodeRendererContext context, HtmlWriter html) {
    if (node.getLevel() < FIRST_LEVEL) {
      scope
          .place()
          .error(
              node.getStartOffset(),
              "headings start at '###' here",
              "the page's title is above it");
      return;
    }
    String words = new TextCollectingVisitor().collectAndGetText(node).toLowerCase(Locale.ROOT);
    String part = words.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String anchor = scope.anchor(part.isEmpty() ? "section" : part);
    if (!scope.anchors().add(anchor)) {
      scope
          .place()
          .error(
              node.getStartOffset(),
              "this heading is there twice",
              "give each a wording of its own");
    }
    String tag = "h" + node.getLevel();
    boolean linked = hasLinks(node);
    html.line().raw("<" + tag + " id=\"" + anchor + "\">");
    html.raw(linked ? "" : "<a class=\"permalink\" href=\"#" + anchor + "\">");
    context.renderChildren(node);
    html.raw(linked ? "" : "</a>").raw("</" + tag + ">").line();
  }

  /** Whether a heading leads elsewhere; a link can't hold another one. */
  private static boolean hasLinks(Node node) {
    for (Node child : node.getChildren()) {
      if (child instanceof LinkNodeBase
          || child instanceof CitationNode
          || child instanceof Footnote
          || hasLinks(child)) {
        return true;
      }
    }
    return false;
  }

  private void fenced(FencedCodeBlock node, HtmlWriter html) {
    String language = node.getInfo().isBlank() ? "text" : node.getInfo().toString();
    try {
      String code = node.getContentChars().normalizeEOL();
      html.line().raw(scope.stash(new Listings(scope).fenced(code, language))).line();
    } catch (MistakeException e) {
      e.report(scope.place(), node.getInfo().getStartOffset());
    }
  }

  private void paragraph(Paragraph node, NodeRendererContext context, HtmlWriter html) {
    boolean alone = node.getFirstChild() == node.getLastChild();
    if (!(alone && node.getFirstChild() instanceof Image image)) {
      context.delegateRender();
      return;
    }
    try {
      html.line().raw(scope.stash(new Pictures(scope, file).figure(image))).line();
    } catch (MistakeException e) {
      e.report(scope.place(), image.getStartOffset());
    }
  }

  /** A line of a paragraph that happens to start with "1." or "-" would become a list unnoticed. */
  private void list(ListBlock node, NodeRendererContext context, HtmlWriter html) {
    boolean nested = node.getParent() instanceof ListItem;
    if (!nested && node.getPrevious() instanceof Paragraph && !followsBlankLine(node)) {
      String remedy = "put a blank line before the list, or join the line to the one above";
      scope.place().error(node.getStartOffset(), "a list that interrupts a paragraph", remedy);
    }
    context.delegateRender();
  }

  private static boolean followsBlankLine(Node node) {
    BasedSequence text = node.getChars().getBaseSequence();
    int lineStart = text.lastIndexOf('\n', node.getStartOffset() - 1);
    int previousStart = text.lastIndexOf('\n', lineStart - 1) + 1;
    return text.subSequence(previousStart, Math.max(previousStart, lineStart)).isBlank();
  }

  private void text(Text node, NodeRendererContext context, HtmlWriter html) {
    Matcher stray = STRAY.matcher(node.getChars());
    while (stray.find()) {
      boolean dollar = stray.group().equals("$");
      scope
          .place()
          .error(
              node.getStartOffset() + stray.start(),
              dollar ? "a '$' that belongs to no formula" : "'{{' that begins no value",
              dollar
                  ? "close the formula; no space stands inside its dollar signs; write \\$ for a dollar sign"
                  : "close it with '}}' in the same line");
    }
    context.delegateRender();
  }

  private void refuseImage(Image node) {
    String remedy = "give it a paragraph of its own, with a text and a caption";
    scope.place().error(node.getStartOffset(), "a figure can't stand inside a line", remedy);
  }

  private void refuseHtml(Node node) {
    if (node.getChars().startsWith("</")) {
      return; // The opening tag was reported.
    }
    String remedy =
        "write Markdown; the answer alone stands between '<details><summary>Answer</summary>' and '</details>'";
    scope.place().error(node.getStartOffset(), "raw HTML is not used here", remedy);
  }
}
