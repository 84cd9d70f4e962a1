package answerbook.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layered network or a pipeline of blocks: nodes in columns, and edges between them. Labels are
 * plain text in which {@code x_1} and {@code W^{(1)}} are set as subscript and superscript; {@code
 * \n} starts a new line.
 *
 * <pre>{@code
 * diagram("slp", "Inputs x1 and x2 enter a sum with weights 1 and 1; a bias of −2.5 is added.")
 *     .column("input").neuron("x1", "x_1").neuron("x2", "x_2")
 *     .column("output").bias("b", "b = " + b).sum("sum")
 *     .edge("x1", "sum", "w_1 = " + w[0]).edge("x2", "sum", "w_2 = " + w[1]).edge("b", "sum");
 * }</pre>
 *
 * Build labels from the constants that the program computes with, so that figure and answer can't
 * disagree.
 */
public final class Diagram implements Result {
  /** The shape of a node. */
  public enum Shape {
    /** A circle with its label inside. */
    NEURON,
    /** A small square with its label inside, for a constant input. */
    BIAS,
    /** A circle with Σ; a label, if any, goes below. */
    SUM,
    /** A circle with ⊕, for an element-wise addition; a label, if any, goes below. */
    PLUS,
    /**
     * A circle with a small curve, whose name is the label: relu, step, sigmoid, tanh or linear.
     */
    ACTIVATION,
    /** A rounded box with its label inside. */
    BLOCK,
    /** A dashed rounded box: a part that the question leaves open. */
    OPEN,
    /** A crossed-out circle, for a neuron that dropout removed. */
    DROPPED,
    /** The label alone. */
    LABEL
  }

  /** A node, in the column of that index. */
  public record Node(String id, Shape shape, String label, int column) {}

  /**
   * An arrow.
   *
   * @param label text beside it; empty for none
   * @param bypass whether it is led around the nodes between its ends
   */
  public record Edge(String from, String to, String label, boolean bypass) {}

  private final String description;
  private boolean vertical;
  private final List<String> columns = new ArrayList<>();
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  Diagram(String description) {
    if (description == null || description.isBlank()) {
      throw new IllegalArgumentException(
          "a diagram needs a description for readers who can't see it");
    }
    this.description = description;
  }

  /** A diagram as it was recorded. */
  public Diagram(
      String description,
      boolean vertical,
      List<String> columns,
      List<Node> nodes,
      List<Edge> edges) {
    this(description);
    this.vertical = vertical;
    this.columns.addAll(columns);
    nodes.forEach(node -> this.nodes.put(node.id, node));
    this.edges.addAll(edges);
  }

  /** Lays columns out from top to bottom, as rows; for pipelines too long for a phone. */
  public Diagram vertical() {
    vertical = true;
    return this;
  }

  /** Starts the next column; nodes go into it from now on. */
  public Diagram column(String heading) {
    columns.add(heading);
    return this;
  }

  public Diagram neuron(String id, String label) {
    return node(id, Shape.NEURON, label);
  }

  public Diagram bias(String id, String label) {
    return node(id, Shape.BIAS, label);
  }

  public Diagram sum(String id) {
    return node(id, Shape.SUM, "");
  }

  public Diagram plus(String id) {
    return node(id, Shape.PLUS, "");
  }

  /** Adds an activation node. {@code curve} is relu, step, sigmoid, tanh or linear. */
  public Diagram activation(String id, String curve) {
    if (!List.of("relu", "step", "sigmoid", "tanh", "linear").contains(curve)) {
      throw new IllegalArgumentException(
          "curve (" + curve + ") must be relu, step, sigmoid, tanh or linear");
    }
    return node(id, Shape.ACTIVATION, curve);
  }

  public Diagram block(String id, String label) {
    return node(id, Shape.BLOCK, label);
  }

  public Diagram open(String id, String label) {
    return node(id, Shape.OPEN, label);
  }

  public Diagram dropped(String id, String label) {
    return node(id, Shape.DROPPED, label);
  }

  public Diagram label(String id, String text) {
    return node(id, Shape.LABEL, text);
  }

  public Diagram edge(String from, String to) {
    return edge(from, to, "");
  }

  public Diagram edge(String from, String to, String label) {
    return connect(from, to, label, false);
  }

  /** An edge led around the nodes between its ends, such as a skip connection. */
  public Diagram bypass(String from, String to, String label) {
    return connect(from, to, label, true);
  }

  /** Unlabelled edges from each of {@code from} to each of {@code to}. */
  public Diagram dense(List<String> from, List<String> to) {
    for (String source : from) {
      for (String target : to) {
        edge(source, target);
      }
    }
    return this;
  }

  public String description() {
    return description;
  }

  public boolean isVertical() {
    return vertical;
  }

  /** The headings of the columns in order; empty for a column without one. */
  public List<String> columns() {
    return List.copyOf(columns);
  }

  public List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  public List<Edge> edges() {
    return List.copyOf(edges);
  }

  private Diagram node(String id, Shape shape, String label) {
    if (columns.isEmpty()) {
      columns.add("");
    }
    if (nodes.putIfAbsent(id, new Node(id, shape, label, columns.size() - 1)) != null) {
      throw new IllegalArgumentException("the diagram already has a node '" + id + "'");
    }
    return this;
  }

  private Diagram connect(String from, String to, String label, boolean bypass) {
    for (String id : List.of(from, to)) {
      if (!nodes.containsKey(id)) {
        throw new IllegalArgumentException(
            "the diagram has no node '" + id + "'; it has " + nodes.keySet());
      }
    }
    edges.add(new Edge(from, to, label, bypass));
    return this;
  }
}
