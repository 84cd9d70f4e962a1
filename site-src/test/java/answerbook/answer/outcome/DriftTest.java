package answerbook.answer.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.api.Diagram;
import answerbook.api.ElementType;
import answerbook.api.Plot;
import answerbook.api.Result;
import answerbook.api.Table;
import answerbook.api.Tensor;
import answerbook.api.Text;
import answerbook.api.Tolerance;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DriftTest {
  @Test
  void numbersDriftByMoreThanTheNewTolerance() {
    assertThat(drift(number(-0.165), number(-0.166))).isEqualTo("drifted: -0.165 → -0.166");
    assertThat(drift(number(1), number(1 + 5e-10))).isEmpty();
    assertThat(drift(number(1), number(1 + 2e-9))).isEqualTo("drifted: 1.0 → 1.000000002");
    assertThat(drift(number(0), number(-0.0))).isEmpty();
    assertThat(drift(number(Double.NaN), number(Double.NaN))).isEmpty();
    assertThat(drift(number(1), number(Double.NaN))).isEqualTo("drifted: 1.0 → NaN");
    assertThat(drift(exact(ElementType.FLOAT, 0.1f), exact(ElementType.FLOAT, 0.2f)))
        .isEqualTo("drifted: 0.1 → 0.2");
    assertThat(drift(exact(ElementType.BOOLEAN, 1), exact(ElementType.BOOLEAN, 0)))
        .isEqualTo("drifted: true → false");
    assertThat(drift(exact(ElementType.INTEGER, 3), exact(ElementType.INTEGER, 4)))
        .isEqualTo("drifted: 3 → 4");
  }

  @Test
  void toleranceTypeAndShapeAreChangesToo() {
    Tensor loose = tensor(ElementType.DOUBLE, new Tolerance(0.1, 0), 1);
    assertThat(drift(loose, number(1)))
        .isEqualTo(
            "changed its tolerance: relative 0.1, absolute 0.0 → relative 1.0E-9, absolute 1.0E-12");
    assertThat(drift(number(1), tensor(ElementType.DOUBLE, new Tolerance(0.1, 0), 1.05)))
        .startsWith("changed its tolerance");
    assertThat(drift(number(1), exact(ElementType.INTEGER, 1)))
        .isEqualTo("changed its type: double → integer");
    assertThat(drift(number(1), new Text("1"))).isEqualTo("changed its type: double → text");
    assertThat(drift(number(1), matrix(1, 1, 1)))
        .isEqualTo("changed its type: double → double matrix");
    assertThat(drift(matrix(1, 2, 1, 2), matrix(2, 1, 1, 2)))
        .isEqualTo("changed its shape: [1, 2] → [2, 1]");
  }

  @Test
  void arraysTellTheFirstElementAndHowManyMore() {
    assertThat(drift(matrix(2, 2, 1, 2, 3, 4), matrix(2, 2, 1, 2, 3.5, 4.5)))
        .isEqualTo("drifted at [1,0]: 3.0 → 3.5 (and 1 more)");
  }

  @Test
  void textsTellWhereTheyDiffer() {
    assertThat(drift(new Text("no"), new Text("yes"))).isEqualTo("changed: \"no\" → \"yes\"");
    String same = "x".repeat(100);
    assertThat(drift(new Text(same + "a\nb"), new Text(same + "c\nb")))
        .isEqualTo("changed: …xxxxxxxxxxxxxxxxxxxxa\\nb\" → …xxxxxxxxxxxxxxxxxxxxc\\nb\"");
  }

  @Test
  void tablesTellTheCell() {
    assertThat(drift(table("a", number(1), new Text("x")), table("a", number(1), new Text("y"))))
        .isEqualTo("in row 2, column 1 changed: \"x\" → \"y\"");
    assertThat(drift(table("a", number(1)), table("a", number(1.5))))
        .isEqualTo("in row 1, column 1 drifted: 1.0 → 1.5");
    assertThat(drift(table("a"), table("b"))).isEqualTo("changed its columns: a → b");
    assertThat(drift(table("a"), table("a", number(1))))
        .isEqualTo("changed its number of rows: 0 → 1");
  }

  @Test
  void plotsForgiveRoundingInTheSixthDigitAndAMillionthOfTheRange() {
    assertThat(drift(plot(0, 1, 0.123456), plot(0, 1, 0.123457))).isEmpty();
    assertThat(drift(plot(0, 1, 0.123456), plot(0, 1, 0.123459)))
        .isEqualTo("drifted: y of point 3: 0.123456 → 0.123459 in series 1 ('s')");
    assertThat(drift(plot(0, 1000, 1e-7), plot(0, 1000, 2e-4))).isEmpty();
    assertThat(drift(plot(0, 1, Double.NaN), plot(0, 1, Double.NaN))).isEmpty();
    assertThat(drift(plot(0, 1, 2), plot(0, 1, Double.NaN))).contains("2.0 → NaN");
    assertThat(drift(plot(0, 1), plot(0, 1, 2)))
        .isEqualTo("changed the number of points: 2 → 3 in series 1 ('s')");
    Plot other = new Plot("A line.", axis("u"), axis("y"), false, plot(0).series(), List.of());
    assertThat(drift(plot(0), other)).isEqualTo("changed its x label: \"t\" → \"u\"");
  }

  @Test
  void diagramsAreComparedExactly() {
    assertThat(drift(diagram("w = 1"), diagram("w = 2")))
        .isEqualTo("changed its nodes 1 label: \"w = 1\" → \"w = 2\"");
    assertThat(drift(diagram("w"), diagram("w"))).isEmpty();
    Diagram empty = new Diagram("A node.", false, List.of(""), List.of(), List.of());
    assertThat(drift(diagram("w"), empty)).isEqualTo("changed the number of its nodes: 1 → 0");
  }

  private static String drift(Result recorded, Result now) {
    return Drift.between(recorded, now).orElse("");
  }

  private static Tensor number(double value) {
    return tensor(ElementType.DOUBLE, Tolerance.DOUBLE, value);
  }

  private static Tensor exact(ElementType type, double value) {
    return tensor(type, Tolerance.EXACT, value);
  }

  private static Tensor tensor(ElementType type, Tolerance tolerance, double value) {
    return new Tensor(type, new int[0], new double[] {value}, tolerance);
  }

  private static Tensor matrix(int rows, int columns, double... values) {
    return new Tensor(ElementType.DOUBLE, new int[] {rows, columns}, values, Tolerance.DOUBLE);
  }

  private static Table table(String heading, Result... cells) {
    return new Table(
        List.of(new Table.Column(heading, "")), Arrays.stream(cells).map(List::of).toList());
  }

  private static Plot plot(double... y) {
    double[] x = new double[y.length];
    Arrays.setAll(x, i -> i);
    Plot.Series series = new Plot.Series("s", Plot.Mark.LINE, x, y, new double[0]);
    return new Plot("A line.", axis("t"), axis("y"), false, List.of(series), List.of());
  }

  private static Plot.Axis axis(String label) {
    return new Plot.Axis(label, false, Double.NaN, Double.NaN, List.of());
  }

  private static Diagram diagram(String label) {
    Diagram.Node node = new Diagram.Node("a", Diagram.Shape.NEURON, label, 0);
    return new Diagram("A node.", false, List.of(""), List.of(node), List.of());
  }
}
