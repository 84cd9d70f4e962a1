package answerbook.figure;

import answerbook.api.Diagram;
import answerbook.api.Diagram.Edge;
import answerbook.figure.Label.Anchor;
import java.util.ArrayList;
import java.util.List;

/** The edges of a diagram with their labels in place. */
final class EdgeDrawing {
  private static final double AROUND = 60;

  private final List<Route> routes = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<Box> labelBoxes = new ArrayList<>();
  private Box bounds;

  EdgeDrawing(Diagram diagram, DiagramLayout layout) {
    bounds = layout.bounds();
    LabelPlacer placer = new LabelPlacer(bounds.grown(AROUND));
    layout.ids().forEach(id -> placer.avoid(layout.core(id).grown(2)));
    layout.ids().forEach(id -> placer.avoid(layout.caption(id)));
    Router router = new Router(layout);
    for (Edge edge : diagram.edges()) {
      Route route = router.route(edge);
      routes.add(route);
      placer.avoid(route.points());
      route.points().forEach(point -> bounds = bounds.union(new Box(point.x(), point.y(), 0, 0)));
    }
    for (int i = 0; i < routes.size(); i++) {
      Label label = Label.of(diagram.edges().get(i).label());
      if (!label.isEmpty()) {
        List<Box> candidates = EdgeLabels.candidates(routes.get(i), label);
        Box box = candidates.get(placer.place(candidates));
        labels.add(label);
        labelBoxes.add(box);
        bounds = bounds.union(box);
      }
    }
  }

  /** Nodes, edges and labels. */
  Box bounds() {
    return bounds;
  }

  /** Where the labels are. */
  List<Box> labelBoxes() {
    return List.copyOf(labelBoxes);
  }

  Element lines() {
    Element edges = Element.group("edge");
    for (Route route : routes) {
      edges.add(Pen.stroke(route.line(), 1.3));
      edges.add(route.head().element().set("fill", "currentColor"));
    }
    return edges;
  }

  Element labels() {
    Element group = Element.group("edge");
    for (int i = 0; i < labels.size(); i++) {
      group.add(
          labels.get(i).element(labelBoxes.get(i).centre(), Anchor.MIDDLE).set("class", "halo"));
    }
    return group;
  }
}
