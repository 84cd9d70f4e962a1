package answerbook.figure;

import answerbook.api.Diagram;
import answerbook.api.Diagram.Edge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The edges of a diagram with their labels in place. */
final class EdgeDrawing {
  /**
   * How far labels may reach out beyond the nodes: little where width is scarce, more beside a
   * downward pipeline.
   */
  private static final double AROUND = 30;

  private static final double AROUND_DOWN = 220;
  private static final double HIDDEN_LINE = 6;

  private final List<Route> routes = new ArrayList<>();
  private final Map<Label, Box> labels = new LinkedHashMap<>();
  private Box bounds;

  EdgeDrawing(Diagram diagram, DiagramLayout layout) {
    bounds = layout.bounds();
    Router router = new Router(layout);
    for (Edge edge : diagram.edges()) {
      Route route = router.route(edge);
      routes.add(route);
      route.points().forEach(point -> bounds = bounds.union(new Box(point.x(), point.y(), 0, 0)));
    }
    LabelPlacer placer = placer(layout);
    for (int i = 0; i < routes.size(); i++) {
      Label label = Label.of(diagram.edges().get(i).label());
      if (!label.isEmpty()) {
        place(label, routes.get(i), placer);
      }
    }
  }

  private LabelPlacer placer(DiagramLayout layout) {
    LabelPlacer placer =
        new LabelPlacer(bounds.grown(layout.flow() == Flow.RIGHT ? AROUND : AROUND_DOWN));
    layout.ids().forEach(id -> placer.avoid(layout.core(id).grown(2)));
    layout.ids().forEach(id -> placer.avoid(layout.caption(id)));
    routes.forEach(route -> placer.avoid(route.headBox()));
    routes.forEach(route -> placer.avoid(route.points(), HIDDEN_LINE));
    return placer;
  }

  private void place(Label label, Route route, LabelPlacer placer) {
    boolean crossed =
        routes.stream().anyMatch(other -> !other.equals(route) && route.crosses(other));
    List<Box> candidates = new ArrayList<>();
    if (crossed) {
      candidates.addAll(EdgeLabels.onLine(route, label));
    }
    candidates.addAll(EdgeLabels.beside(route, label));
    Box box = candidates.get(placer.place(candidates, route.points()));
    labels.put(label, box);
    bounds = bounds.union(box);
  }

  /** Nodes, edges and labels. */
  Box bounds() {
    return bounds;
  }

  /** Where the labels are. */
  List<Box> labelBoxes() {
    return List.copyOf(labels.values());
  }

  Element lines() {
    Element edges = Element.group("f-edge");
    for (Route route : routes) {
      edges.add(Pen.stroke(route.line(labelBoxes()), 1.3));
      edges.add(route.head().element().set("fill", "currentColor"));
    }
    return edges;
  }

  Element labelTexts() {
    Element group = Element.group("f-edge");
    labels.forEach((label, box) -> group.add(label.onPatch(box)));
    return group;
  }
}
