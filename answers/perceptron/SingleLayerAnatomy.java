import static answerbook.api.Snippet.*;

import answerbook.api.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A single-layer network as a graph: which connections it has, and that they form no cycle. */
public class SingleLayerAnatomy {
  private static final int INPUTS = 3;
  private static final int OUTPUTS = 2;

  public static void main(String[] args) {
    boolean[][] single = new boolean[INPUTS + OUTPUTS][INPUTS + OUTPUTS];
    var diagram =
        diagram(
            "network",
            "Three inputs, each connected to both of two output neurons. No arrow leads back.");
    diagram.column("input layer");
    for (int i = 0; i < INPUTS; i++) {
      diagram.neuron("x" + i, "x_" + (i + 1));
    }
    diagram.column("output layer");
    for (int j = 0; j < OUTPUTS; j++) {
      diagram.neuron("y" + j, "y_" + (j + 1));
    }
    for (int i = 0; i < INPUTS; i++) {
      for (int j = 0; j < OUTPUTS; j++) {
        single[i][INPUTS + j] = true;
        diagram.edge("x" + i, "y" + j);
      }
    }
    show("inputs", (long) INPUTS);
    show("outputs", (long) OUTPUTS);
    long weights = diagram.edges().size();
    show("weights", weights);
    check(
        "the figure has an arrow for each weight", weights == Nd4j.zeros(OUTPUTS, INPUTS).length());

    boolean[][] feedback = connect(single, INPUTS, 0);
    boolean[][] lateral = connect(connect(single, INPUTS, INPUTS + 1), INPUTS + 1, INPUTS);
    boolean[][] hidden = layered(INPUTS, 4, OUTPUTS);
    Table table =
        table("networks").column("network").column("steps from input to output").column("feedback");
    row(table, "single layer", "single layer", single);
    row(table, "one hidden layer of 4", "hidden layer", hidden);
    row(table, "single layer, with $y_1 \\to x_1$", "arrow from output to input", feedback);
    row(
        table,
        "single layer, with $y_1 \\to y_2$ and $y_2 \\to y_1$",
        "circle of outputs",
        lateral);
  }

  private static void row(Table table, String name, String claim, boolean[][] edges) {
    int steps = longestPath(edges);
    boolean cyclic = steps < 0;
    check("sorting and matrix powers agree on the " + claim, cyclic == !canBeSorted(edges));
    table.row(name, cyclic ? "no end" : Integer.toString(steps), cyclic ? "yes" : "no");
  }

  /** The most arrows on any path, or −1 if paths never end. */
  static int longestPath(boolean[][] edges) {
    int nodes = edges.length;
    INDArray a = Nd4j.zeros(nodes, nodes);
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        a.putScalar(i, j, edges[i][j] ? 1 : 0);
      }
    }
    // @start region="powers"
    INDArray power = a;
    for (int length = 0; length < nodes; length++) {
      if (power.sumNumber().doubleValue() == 0) {
        return length;
      }
      power = power.mmul(a); // counts the paths of one more arrow
    }
    return -1;
    // @end
  }

  /** Whether the nodes can be computed one after the other. */
  static boolean canBeSorted(boolean[][] edges) {
    int nodes = edges.length;
    int[] waitingFor = new int[nodes];
    for (boolean[] row : edges) {
      for (int j = 0; j < nodes; j++) {
        waitingFor[j] += row[j] ? 1 : 0;
      }
    }
    Deque<Integer> ready = new ArrayDeque<>();
    for (int i = 0; i < nodes; i++) {
      if (waitingFor[i] == 0) {
        ready.add(i);
      }
    }
    int computed = 0;
    while (!ready.isEmpty()) {
      int i = ready.remove();
      computed++;
      for (int j = 0; j < nodes; j++) {
        if (edges[i][j] && --waitingFor[j] == 0) {
          ready.add(j);
        }
      }
    }
    return computed == nodes;
  }

  private static boolean[][] connect(boolean[][] edges, int from, int to) {
    boolean[][] more = new boolean[edges.length][];
    for (int i = 0; i < edges.length; i++) {
      more[i] = edges[i].clone();
    }
    more[from][to] = true;
    return more;
  }

  private static boolean[][] layered(int inputs, int hidden, int outputs) {
    int nodes = inputs + hidden + outputs;
    boolean[][] edges = new boolean[nodes][nodes];
    for (int h = inputs; h < inputs + hidden; h++) {
      for (int i = 0; i < inputs; i++) {
        edges[i][h] = true;
      }
      for (int o = inputs + hidden; o < nodes; o++) {
        edges[h][o] = true;
      }
    }
    return edges;
  }
}
