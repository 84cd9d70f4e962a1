package answerbook.figure;

import answerbook.api.Diagram;
import answerbook.api.Diagram.Edge;
import answerbook.api.Diagram.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far apart columns, and the nodes in them, must stand for the edges and their labels. */
final class ColumnGaps {
  private static final double PLAIN = 27;
  private static final double PLAIN_DOWN = 24;
  private static final double FAN = 64;
  private static final double FAN_DOWN = 46;

  /** Where labelled edges cross, each label needs a stretch of its edge to itself. */
  private static final double MESH = 1.8;

  private static final double MESH_DOWN = 4;
  private static final double ARROW = 20;
  private static final double NODES = 16;
  private static final double LABELLED_NODES = 24;
  private static final double FURTHER_LABEL = 20;
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
    List<Edge> labelled = edges.stream().filter(edge -> !edge.label().isEmpty()).toList();
    boolean fan =
        edges.stream().map(Edge::to).distinct().count() > 1
            || edges.stream().map(Edge::from).distinct().count() > 1;
    boolean mesh =
        labelled.stream().map(Edge::to).distinct().count() > 1
            && labelled.stream().map(Edge::from).distinct().count() > 1;
    boolean right = flow == Flow.RIGHT;
    double least = right ? (fan ? FAN : PLAIN) : (fan ? FAN_DOWN : PLAIN_DOWN);
    double longest =
        labelled.stream()
            .map(edge -> Label.of(edge.label()))
            .mapToDouble(label -> right ? label.width() : label.height())
            .max()
            .orElse(-ARROW);
    double stretch = !mesh ? 1 : right ? MESH : MESH_DOWN;
    return Math.max(least, longest * stretch + ARROW);
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
    List<Label> labels =
        Stream.of(first, second)
            .map(this::labels)
            .max(Comparator.comparing(List::size))
            .orElseThrow();
    if (labels.isEmpty()) {
      return NODES;
    }
    if (flow == Flow.RIGHT) {
      return LABELLED_NODES + FURTHER_LABEL * (labels.size() - 1);
    }
    double widest = labels.stream().mapToDouble(Label::width).max().orElseThrow();
    return Math.max(
        NODES, labels.size() > 1 ? widest * MESH - ARROW : Math.min(widest, WIDEST_LABEL));
  }

  /** The labels on the side of a node, in or out, where there are more. */
  private List<Label> labels(Node node) {
    List<Label> in = labels(edge -> edge.to().equals(node.id()));
    List<Label> out = labels(edge -> edge.from().equals(node.id()));
    return in.size() > out.size() ? in : out;
  }

  private List<Label> labels(Predicate<Edge> kind) {
    return diagram.edges().stream()
        .filter(edge -> !edge.bypass() && kind.test(edge))
        .map(edge -> Label.of(edge.label()))
        .filter(label -> !label.isEmpty())
        .toList();
  }
}
