package answerbook.figure;

import answerbook.api.Diagram;
import answerbook.api.Diagram.Edge;
import answerbook.api.Diagram.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How far apart columns, and the nodes in them, must stand for the edges and their labels. */
final class ColumnGaps {
  private static final double PLAIN = 30;
  private static final double PLAIN_DOWN = 24;
  private static final double FAN = 58;
  private static final double FAN_DOWN = 46;
  private static final double ARROW = 24;
  private static final double NODES = 14;
  private static final double LABELLED_NODES = 24;
  private static final double JOINED_NODES = 26;
  private static final double WIDEST_LABEL = 70;

  private final Diagram diagram;
  private final Flow flow;
  private final Map<String, Integer> columns;

  ColumnGaps(Diagram diagram, Flow flow) {
    this.diagram = diagram;
    this.flow = flow;
    this.columns = diagram.nodes().stream().collect(Collectors.toMap(Node::id, Node::column));
  }

  /** The gap after a column. */
  double after(int column) {
    List<Edge> edges =
        diagram.edges().stream().filter(edge -> !edge.bypass() && spans(edge, column)).toList();
    double label =
        edges.stream().mapToDouble(edge -> Label.of(edge.label()).width()).max().orElse(0);
    double height =
        edges.stream().mapToDouble(edge -> Label.of(edge.label()).height()).max().orElse(0);
    boolean fan =
        edges.stream().map(Edge::to).distinct().count() > 1
            || edges.stream().map(Edge::from).distinct().count() > 1;
    if (flow == Flow.RIGHT) {
      return Math.max(fan ? FAN : PLAIN, label == 0 ? 0 : label + ARROW);
    }
    return Math.max(fan ? FAN_DOWN : PLAIN_DOWN, label == 0 ? 0 : height + ARROW);
  }

  private boolean spans(Edge edge, int column) {
    int from = columns.get(edge.from());
    int to = columns.get(edge.to());
    return Math.min(from, to) == column && Math.max(from, to) == column + 1;
  }

  /** The gap between two neighbours in a column. */
  double between(Node first, Node second) {
    for (Edge edge : diagram.edges()) {
      boolean joined =
          List.of(edge.from(), edge.to()).containsAll(List.of(first.id(), second.id()));
      if (joined) {
        Label label = Label.of(edge.label());
        double room = flow == Flow.RIGHT ? label.height() : label.width();
        return label.isEmpty() ? JOINED_NODES : JOINED_NODES / 2 + room;
      }
    }
    double label = Math.max(widestLabel(first), widestLabel(second));
    if (label == 0) {
      return NODES;
    }
    return flow == Flow.RIGHT ? LABELLED_NODES : Math.max(NODES, Math.min(label, WIDEST_LABEL));
  }

  private double widestLabel(Node node) {
    return diagram.edges().stream()
        .filter(edge -> edge.from().equals(node.id()) || edge.to().equals(node.id()))
        .mapToDouble(edge -> Label.of(edge.label()).width())
        .max()
        .orElse(0);
  }
}
