package answerbook.figure;

import answerbook.api.Diagram.Edge;
import java.util.ArrayList;
import java.util.List;

/** Finds the ways of edges: straight where nothing is in between, else around what is. */
final class Router {
  private static final double CLEARANCE = 4;
  private static final double DETOUR = 20;

  private final DiagramLayout layout;
  private final Flow flow;
  private final Rims rims;
  private final List<Box> detours = new ArrayList<>();

  Router(DiagramLayout layout) {
    this.layout = layout;
    this.flow = layout.flow();
    this.rims = new Rims(layout);
  }

  Route route(Edge edge) {
    if (!edge.bypass() && !edge.from().equals(edge.to())) {
      Route straight = rims.between(edge.from(), edge.to());
      if (isFree(straight, edge)) {
        return straight;
      }
    }
    return detour(edge);
  }

  private boolean isFree(Route route, Edge edge) {
    return layout.ids().stream()
        .filter(id -> !id.equals(edge.from()) && !id.equals(edge.to()))
        .noneMatch(id -> layout.core(id).grown(CLEARANCE).touches(route.start(), route.end()));
  }

  /**
   * The way around: above or below everything between, right or left of it if the diagram runs
   * down.
   */
  private Route detour(Edge edge) {
    double preferred = preferredSide(edge);
    double side = crossings(edge, -preferred) < crossings(edge, preferred) ? -preferred : preferred;
    Box span = layout.core(edge.from()).union(layout.core(edge.to()));
    for (String id : layout.ids()) {
      if (isBetween(layout.column(id), edge)) {
        span = span.union(layout.core(id)).union(layout.caption(id));
      }
    }
    double level = outer(span, side) + side * DETOUR;
    for (Box other : detours) {
      boolean beside =
          flow == Flow.RIGHT
              ? other.left() < span.right() && span.left() < other.right()
              : other.top() < span.bottom() && span.top() < other.bottom();
      if (beside && Math.abs(outer(other, side) - level) < DETOUR) {
        level = outer(other, side) + side * DETOUR;
      }
    }
    Route route = around(edge, level, side);
    detours.add(bounds(route));
    return route;
  }

  /**
   * Above columns that run to the right, right of columns that run down; a way back takes the other
   * side.
   */
  private double preferredSide(Edge edge) {
    boolean back = layout.column(edge.to()) < layout.column(edge.from());
    return (flow == Flow.RIGHT) == back ? 1 : -1;
  }

  private Route around(Edge edge, double level, double side) {
    double shift = edge.from().equals(edge.to()) ? flow.length(layout.core(edge.from())) / 3.2 : 0;
    Point from = rims.atSide(edge.from(), side, -shift);
    Point to = rims.atSide(edge.to(), side, shift);
    Point out = flow.point(flow.along(from), level);
    Point back = flow.point(flow.along(to), level);
    return new Route(List.of(from, out, back, to));
  }

  /** How many nodes stand in the way from the ends to the given side. */
  private double crossings(Edge edge, double side) {
    double count = 0;
    for (String end : List.of(edge.from(), edge.to())) {
      for (String id : layout.ids()) {
        boolean sameColumn = layout.column(id) == layout.column(end) && !id.equals(end);
        double beyond =
            flow.across(layout.centres().get(id)) - flow.across(layout.centres().get(end));
        count += sameColumn && Math.signum(beyond) == side ? 1 : 0;
      }
    }
    return count;
  }

  private boolean isBetween(int column, Edge edge) {
    int from = layout.column(edge.from());
    int to = layout.column(edge.to());
    return column >= Math.min(from, to) && column <= Math.max(from, to);
  }

  private double outer(Box box, double side) {
    if (flow == Flow.RIGHT) {
      return side < 0 ? box.top() : box.bottom();
    }
    return side < 0 ? box.left() : box.right();
  }

  private static Box bounds(Route route) {
    return route.points().stream()
        .map(point -> new Box(point.x(), point.y(), 0, 0))
        .reduce(Box::union)
        .orElseThrow();
  }
}
