import static answerbook.api.Snippet.below;
import static answerbook.api.Snippet.check;
import static answerbook.api.Snippet.diagram;
import static answerbook.api.Snippet.plot;
import static answerbook.api.Snippet.show;
import static answerbook.api.Snippet.table;

/** What the examples of the author's reference insert. */
public final class Example {
  public static void main(String[] arguments) {
    double[] w = {-0.3, 0.15};
    double[] x = {0.9, 0.7};
    // @start region="sum"
    double z = 0;
    for (int j = 0; j < w.length; j++) {
      z += w[j] * x[j];
    }
    // @end
    double[] terms = {w[0] * x[0], w[1] * x[1]};
    show("w", w);
    show("x", x);
    show("z", z);
    show("terms", terms);
    show("isNegative", z < 0);
    check("adding backwards gives the same", Math.abs(terms[1] + terms[0] - z), below(1e-15));
    table("products")
        .column("input")
        .column("product", "%.3f")
        .row("first", terms[0])
        .row("second", terms[1]);
    plot("relu", "Zero for every negative z, then a straight line upwards with slope one.")
        .x("z")
        .y("max(0, z)")
        .line("ReLU", -1, 1, v -> Math.max(0, v));
    diagram("unit", "Inputs x1 and x2 enter a sum with their weights; the sum is z.")
        .column("inputs")
        .neuron("x1", "x_1")
        .neuron("x2", "x_2")
        .column("sum")
        .sum("sum")
        .column("")
        .label("z", "z")
        .edge("x1", "sum", "w_1")
        .edge("x2", "sum", "w_2")
        .edge("sum", "z");
    System.out.println("z = " + z);
  }
}
