import static answerbook.api.Snippet.*;

import java.util.List;
import org.nd4j.linalg.factory.Nd4j;

public class AllKinds {
  public static void main(String[] args) {
    // @start region="region"
    double small = 1.25e-7;
    if (small > 0) {
      show("small", small, within(1e-6));
    }
    // @end
    show("negative", -0.04);
    show("count", 3);
    show("many", 1234567L);
    show("truth", small < 1);
    show("word", "50 % of <it>");
    show("vector", new double[] {0.5, -1.25});
    show("matrix", Nd4j.create(new double[][] {{1, 2}, {3, 4}}));
    show("shape", new int[] {1, 3, 224, 224});
    show(
        "cube", Nd4j.arange(8).reshape(2, 2, 2).castTo(org.nd4j.linalg.api.buffer.DataType.DOUBLE));
    table("cells")
        .column("name")
        .column("$x$", "%.2f")
        .column("holds")
        .row("`one`", 1.0, true)
        .row("*two*", 2.5, false);
    plot("curve", "A rising line, points, bars of an interval, and a mark at 0.5.")
        .x("x_1")
        .y("y")
        .line("line", 0, 1, x -> x)
        .points("points", new double[] {0, 0.5, 1}, new double[] {0, 0.3, 1})
        .horizontal(0.5, "half");
    diagram("net", "Input x leads to a sum.")
        .column("in")
        .neuron("x", "x_1")
        .column("out")
        .sum("s")
        .edge("x", "s", "w = 2");
    check("small is small", small, below(1e-6));
    check("three are three", List.of(1, 2, 3).size() == 3);
    System.out.println("printed <text>");
  }
}
