package answerbook.figure;

import answerbook.api.Diagram.Edge;
import java.util.ArrayList;
import java.util.List;

/** Finds the ways of edges: straight where nothing is in between, else around what is. */
final class Router {
  private static final double GAP = 1.5;
  private static final double CLEARANCE = 4;
  private static final double DETOUR = 20;

  private final DiagramLayout layout;
  private final Flow flow;
  private final List<Box> detours = new ArrayList<>();

  Router(DiagramLayout layout) {
    this.layout = layout;
    this.flow = layout.flow();
  }

  Route route(Edge edge) {
    if (!edge.bypass() && !edge.from().equals(edge.to())) {
      Route straight = straight(edge);
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

  private Route straight(Edge edge) {
    boolean level = layout.column(edge.from()) != layout.column(edge.to());
    Point from = port(edge.from(), layout.centres().get(edge.to()), level);
    Point to = port(edge.to(), layout.centres().get(edge.from()), level);
    return Route.straight(rim(edge.from(), from, to), rim(edge.to(), to, from));
  }

  /**
   * The point that an edge aims at: the centre of a circle, the middle of a side of anything else.
   */
  private Point port(String id, Point other, boolean alongFlow) {
    Point centre = layout.centres().get(id);
    if (layout.forms().get(id).isCircle()) {
      return centre;
    }
    Box core = layout.core(id);
    double half = (alongFlow ? flow.length(core) : flow.breadth(core)) / 2 + GAP;
    if (alongFlow) {
      double side = Math.signum(flow.along(other) - flow.along(centre));
      return flow.point(flow.along(centre) + side * half, flow.across(centre));
    }
    double side = Math.signum(flow.across(other) - flow.across(centre));
    return flow.point(flow.along(centre), flow.across(centre) + side * half);
  }

  /** Where the line from a port towards {@code other} leaves the node. */
  private Point rim(String id, Point port, Point other) {
    if (!layout.forms().get(id).isCircle()) {
      return port;
    }
    double radius = layout.core(id).width() / 2 + GAP;
    return port.towards(other, radius / port.distance(other));
  }

  /**
   * The way around: above or below everything between, right or left of it if the diagram runs
   * down.
   */
  private Route detour(Edge edge) {
    double first = crossings(edge, preferredSide());
    double second = crossings(edge, -preferredSide());
    double side = second < first ? -preferredSide() : preferredSide();
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

  /** Above the columns if they run to the right, right of them if they run down. */
  private double preferredSide() {
    return flow == Flow.RIGHT ? -1 : 1;
  }

  private Route around(Edge edge, double level, double side) {
    double shift = edge.from().equals(edge.to()) ? flow.length(layout.core(edge.from())) / 4 : 0;
    Point from = sidePort(edge.from(), side, -shift);
    Point to = sidePort(edge.to(), side, shift);
    Point out = flow.point(flow.along(from), level);
    Point back = flow.point(flow.along(to), level);
    return new Route(List.of(from, out, back, to));
  }

  private Point sidePort(String id, double side, double shift) {
    Point centre = layout.centres().get(id);
    double half = flow.breadth(layout.core(id)) / 2 + GAP;
    return flow.point(flow.along(centre) + shift, flow.across(centre) + side * half);
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
