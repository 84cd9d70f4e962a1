package answerbook.figure;

/** Where edges leave and meet the outlines of nodes, a little off the line. */
final class Rims {
  private static final double GAP = 1.5;

  private final DiagramLayout layout;
  private final Flow flow;

  Rims(DiagramLayout layout) {
    this.layout = layout;
    this.flow = layout.flow();
  }

  /**
   * The ends of a straight edge. It points from centre to centre of round and small nodes; at
   * others it starts or ends in the middle of the side that faces the other node.
   */
  Route between(String from, String to) {
    boolean alongFlow = layout.column(from) != layout.column(to);
    Point start = port(from, layout.centres().get(to), alongFlow);
    Point end = port(to, layout.centres().get(from), alongFlow);
    return Route.straight(rim(from, start, end), rim(to, end, start));
  }

  /** The middle of the side that looks across the flow, moved along the flow by {@code shift}. */
  Point atSide(String id, double side, double shift) {
    Point centre = layout.centres().get(id);
    NodeForm form = layout.forms().get(id);
    double half = flow.breadth(layout.core(id)) / 2;
    double rim = form.isCircle() ? Math.sqrt(half * half - shift * shift) : half;
    return flow.point(flow.along(centre) + shift, flow.across(centre) + side * (rim + GAP));
  }

  private Point port(String id, Point other, boolean alongFlow) {
    Point centre = layout.centres().get(id);
    if (layout.forms().get(id).isCompact()) {
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
    NodeForm form = layout.forms().get(id);
    if (!form.isCompact()) {
      return port;
    }
    double half = form.width() / 2 + GAP;
    double greater = Math.max(Math.abs(other.x() - port.x()), Math.abs(other.y() - port.y()));
    double distance = form.isCircle() ? port.distance(other) : greater;
    return port.towards(other, half / distance);
  }
}
