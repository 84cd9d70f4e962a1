package answerbook.figure;

import answerbook.api.Diagram;
import answerbook.api.Diagram.Edge;
import answerbook.api.Diagram.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each node its place: along the flow by its column, and across it near the nodes that it is
 * joined to, so that edges run as straight as they can.
 */
final class NodePlaces {
  private static final int SWEEPS = 6;
  private static final double WEAK = 0.01;

  private final Diagram diagram;
  private final Flow flow;
  private final Map<String, NodeForm> forms;
  private final ColumnGaps gaps;
  private final List<List<Node>> columns = new ArrayList<>();
  private final Map<String, Double> across = new LinkedHashMap<>();

  NodePlaces(Diagram diagram, Flow flow, Map<String, NodeForm> forms) {
    this.diagram = diagram;
    this.flow = flow;
    this.forms = forms;
    this.gaps = new ColumnGaps(diagram, flow);
    for (int i = 0; i < diagram.columns().size(); i++) {
      int column = i;
      columns.add(diagram.nodes().stream().filter(node -> node.column() == column).toList());
    }
  }

  /** The centres of all nodes. */
  Map<String, Point> place() {
    columns.forEach(this::stack);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < columns.size(); i++) {
        align(columns.get(sweep % 2 == 0 ? i : columns.size() - 1 - i));
      }
    }
    Map<String, Point> centres = new LinkedHashMap<>();
    double along = 0;
    for (int i = 0; i < columns.size(); i++) {
      double length =
          columns.get(i).stream().mapToDouble(node -> flow.length(whole(node))).max().orElse(0);
      for (Node node : columns.get(i)) {
        centres.put(node.id(), flow.point(along + length / 2, across.get(node.id())));
      }
      along += length + gaps.after(i);
    }
    return centres;
  }

  private Box whole(Node node) {
    return forms.get(node.id()).whole(new Point(0, 0), flow);
  }

  /** The least distances between the centres of neighbours in a column. */
  private double[] distances(List<Node> column) {
    double[] distances = new double[column.size()];
    for (int i = 1; i < distances.length; i++) {
      Node before = column.get(i - 1);
      Node node = column.get(i);
      Box above = whole(before);
      Box below = whole(node);
      double edges =
          flow == Flow.RIGHT ? above.bottom() - below.top() : above.right() - below.left();
      distances[i] = edges + gaps.between(before, node);
    }
    return distances;
  }

  private void stack(List<Node> column) {
    double[] distances = distances(column);
    double total = 0;
    for (double distance : distances) {
      total += distance;
    }
    double position = -total / 2;
    for (int i = 0; i < distances.length; i++) {
      position += distances[i];
      across.put(column.get(i).id(), position);
    }
  }

  private void align(List<Node> column) {
    double[] wanted = new double[column.size()];
    double[] weights = new double[column.size()];
    for (int i = 0; i < wanted.length; i++) {
      List<Double> neighbours = neighbours(column.get(i));
      double own = across.get(column.get(i).id());
      wanted[i] = neighbours.stream().mapToDouble(each -> each).average().orElse(own);
      weights[i] = neighbours.isEmpty() ? WEAK : 1;
    }
    double[] placed = Spacing.place(wanted, weights, distances(column));
    for (int i = 0; i < placed.length; i++) {
      across.put(column.get(i).id(), placed[i]);
    }
  }

  /** Where the nodes stand that a node is joined to from other columns. */
  private List<Double> neighbours(Node node) {
    List<Double> positions = new ArrayList<>();
    for (Edge edge : diagram.edges()) {
      String other =
          edge.from().equals(node.id())
              ? edge.to()
              : edge.to().equals(node.id()) ? edge.from() : "";
      if (!edge.bypass() && !other.isEmpty() && forms.get(other).node().column() != node.column()) {
        positions.add(across.get(other));
      }
    }
    return positions;
  }
}
