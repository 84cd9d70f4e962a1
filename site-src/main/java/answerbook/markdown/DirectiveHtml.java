package answerbook.markdown;

import answerbook.api.Diagram;
import answerbook.api.Plot;
import answerbook.api.Result;
import answerbook.api.Table;
import answerbook.diagnostic.Nearest;
import answerbook.markdown.syntax.Directive;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import java.util.Locale;
import java.util.Set;

/**
 * Renders what a line of its own takes from a program: plots, diagrams, tables, listings, output.
 */
final class DirectiveHtml implements NodeRenderer {
  private final Scope scope;
  private final Listings listings;
  private final Figures figures;

  DirectiveHtml(Scope scope) {
    this.scope = scope;
    this.listings = new Listings(scope);
    this.figures = new Figures(scope);
  }

  @Override
  public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
    return Set.of(new NodeRenderingHandler<>(Directive.class, this::render));
  }

  private void render(Directive node, NodeRendererContext context, HtmlWriter html) {
    if (!node.isClosed()) {
      scope
          .place()
          .error(node.getStartOffset(), "'{{" + node.kind() + "' has no end", "close it with '}}'");
      return;
    }
    int place =
        node.argument().isEmpty() ? node.getStartOffset() : node.argument().getStartOffset();
    try {
      render(node, Captions.of(node, context), html);
    } catch (MistakeException e) {
      e.report(scope.place(), place);
    }
  }

  private void render(Directive node, String caption, HtmlWriter html) throws MistakeException {
    String rendered =
        switch (node.kind().toString()) {
          case "code" -> listings.code(node.argument().toString(), caption);
          case "output" -> listings.output(node.argument().toString());
          default -> figure(node, caption);
        };
    html.line().raw(scope.stash(rendered)).line();
  }

  private String figure(Directive node, String caption) throws MistakeException {
    String kind = node.kind().toString();
    if (node.argument().isEmpty()) {
      throw new MistakeException("which " + kind + "?", "write {{" + kind + ":name | caption}}");
    }
    String[] names = node.argument().toString().split("\\.", 2);
    String program = names.length == 2 ? names[0] : "";
    String name = names[names.length - 1];
    Result result = scope.programs().result(program, name);
    requireKind(kind, name, result);
    if (caption.isEmpty()) {
      throw new MistakeException(
          "'" + node.label() + "' has no caption",
          "write {{" + node.label() + " | what the reader should see in it}}");
    }
    Figures.Frame frame = new Figures.Frame(kind, node.label(), caption);
    if (result instanceof Plot plot) {
      return figures.plot(plot, frame);
    }
    if (result instanceof Diagram diagram) {
      return figures.diagram(diagram, frame);
    }
    ProgramResults results = scope.programs().program(program);
    return figures.table(
        (Table) result, frame, results.lines().getOrDefault(name, 1), results.source());
  }

  private static void requireKind(String kind, String name, Result result) throws MistakeException {
    String actual =
        result instanceof Plot || result instanceof Diagram || result instanceof Table
            ? result.getClass().getSimpleName().toLowerCase(Locale.ROOT)
            : "value";
    if (!actual.equals(kind)) {
      String remedy =
          actual.equals("value")
              ? "write {{" + name + "}}"
              : "write {{" + actual + ":" + name + " | …}}";
      throw new MistakeException("'" + name + "' is a " + actual + ", not a " + kind, remedy);
    }
  }

  /** The remedy for a name that isn't there, shared with listings. */
  static MistakeException unknown(String what, String name, Set<String> known) {
    return new MistakeException(
        "there is no " + what + " '" + name + "'", Nearest.remedy(name, known, what + "s"));
  }
}
