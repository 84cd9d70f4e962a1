import static answerbook.api.Snippet.*;

public class Results {
  public static void main(String[] args) {
    // @start region="region"
    double small = 1.25e-7;
    if (small > 0) {
      show("small", small, within(1e-6));
    }
    // @end
    show("truth", small < 1);
    show("vector", new double[] {0.5, -1.25});
    table("cells")
        .column("name")
        .column("$x$", "%.2f")
        .column("holds")
        .row("`one`", 1.0, true)
        .row("*two*", 2.5, false);
    plot("curve", "A rising line, points, and a mark at 0.5.")
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
    System.out.println("printed <text>");
  }
}
