package answerbook.figure;

import answerbook.api.Diagram;

/**
 * Draws a diagram as SVG.
 *
 * <pre>{@code
 * String svg = new DiagramRenderer().svg(diagram, "fig-hidden-node-network", "The network");
 * }</pre>
 */
public final class DiagramRenderer {
  private static final double MARGIN = 3;

  /**
   * A diagram may be a little wider than what keeps its type large on a phone, before it is laid
   * out downwards.
   */
  private static final double TOO_WIDE = Drawing.WIDEST + 15;

  /** A diagram in one of its two directions. */
  private record Draft(DiagramLayout layout, EdgeDrawing edges, Headings headings) {
    static Draft of(Diagram diagram, Flow flow) {
      DiagramLayout layout = DiagramLayout.of(diagram, flow);
      EdgeDrawing edges = new EdgeDrawing(diagram, layout);
      return new Draft(layout, edges, new Headings(diagram, layout, edges.bounds()));
    }

    double width() {
      return headings.bounds().width();
    }
  }

  /**
   * The SVG of a diagram.
   *
   * @param id unique in the page
   * @param title a short name, for readers who can't see the diagram; its description is added to
   *     it
   */
  public String svg(Diagram diagram, String id, String title) {
    Draft draft = draft(diagram);
    Drawing drawing = new Drawing(id, Drawing.Kind.DIAGRAM).describe(title, diagram.description());
    NodeDrawer nodes = new NodeDrawer(draft.layout);
    drawing.add(draft.edges.lines());
    draft.layout.ids().forEach(node -> drawing.add(nodes.draw(node)));
    drawing.add(draft.edges.labelTexts()).add(draft.headings.element());
    return drawing.svg(draft.headings.bounds().grown(MARGIN));
  }

  /** As the author wants it, or from top to bottom if it is too wide for a phone. */
  private static Draft draft(Diagram diagram) {
    Draft draft = Draft.of(diagram, diagram.isVertical() ? Flow.DOWN : Flow.RIGHT);
    if (diagram.isVertical() || draft.width() <= TOO_WIDE) {
      return draft;
    }
    Draft turned = Draft.of(diagram, Flow.DOWN);
    return turned.width() < draft.width() ? turned : draft;
  }
}
