package answerbook.answer.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.api.Check;
import answerbook.api.ElementType;
import answerbook.api.Plot;
import answerbook.api.Result;
import answerbook.api.Table;
import answerbook.api.Tensor;
import answerbook.api.Text;
import answerbook.api.Tolerance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The layout of recorded results, which people review. */
final class JsonTextTest {
  @Test
  void aRecordShowsOneLineAVectorARowAndAShortObject() {
    Map<String, Shown> results = new LinkedHashMap<>();
    results.put("out1", shown(tensor(new int[0], -0.165)));
    results.put(
        "steps",
        shown(new Tensor(ElementType.INTEGER, new int[0], new double[] {3}, Tolerance.EXACT)));
    results.put(
        "rate",
        shown(
            new Tensor(
                ElementType.DOUBLE, new int[0], new double[] {1e-5}, new Tolerance(1e-6, 0))));
    results.put("verdict", shown(new Text("it \"holds\"")));
    results.put("w", shown(tensor(new int[] {2, 3}, 1, 2.5, 1e-10, 1e7, Double.NaN, -0.0)));
    results.put(
        "gate",
        shown(
            new Table(
                List.of(new Table.Column("$x_1$", "%.1f"), new Table.Column("ok", "")),
                List.of(
                    List.of(tensor(new int[0], 1), new Text("yes")),
                    List.of(tensor(new int[] {2}, 1, 2), new Text("no"))))));
    results.put("p", shown(plot()));
    Check check = new Check("gradients agree", "below 1e-6", true, "");

    String json =
        JsonText.pretty(
            OutcomeJson.write(new Outcome(results, List.of(new Checked(check, 7)), "one\ntwo\n")));

    assertThat(json)
        .isEqualTo(
            """
        {
          "results": {
            "out1": -0.165,
            "steps": 3,
            "rate": {"type": "double", "tolerance": {"relative": 1.0E-6, "absolute": 0.0}, "value": 1.0E-5},
            "verdict": "it \\"holds\\"",
            "w": {
              "type": "double",
              "shape": [2, 3],
              "values": [
                [1.0, 2.5, 1.0E-10],
                [1.0E7, "NaN", -0.0]
              ]
            },
            "gate": {
              "type": "table",
              "columns": [{"heading": "$x_1$", "format": "%.1f"}, {"heading": "ok", "format": ""}],
              "rows": [
                [1.0, "yes"],
                [{"type": "double", "shape": [2], "values": [1.0, 2.0]}, "no"]
              ]
            },
            "p": {
              "type": "plot",
              "description": "Two points.",
              "x": {"label": "t", "logarithmic": true},
              "y": {"label": "y", "low": 0.0, "high": "NaN"},
              "series": [{"name": "", "mark": "points", "x": [1.0, 2.0], "y": [0.333333, 4.0]}]
            }
          },
          "checks": [
            {"claim": "gradients agree", "bound": "below 1e-6"}
          ],
          "output": ["one", "two", ""]
        }
        """);
  }

  private static Plot plot() {
    Plot.Axis x = new Plot.Axis("t", true, Double.NaN, Double.NaN, List.of());
    Plot.Axis y = new Plot.Axis("y", false, 0, Double.NaN, List.of());
    double[] none = {};
    Plot.Series points =
        new Plot.Series("", Plot.Mark.POINTS, new double[] {1, 2}, new double[] {1 / 3.0, 4}, none);
    return new Plot("Two points.", x, y, false, List.of(points), List.of());
  }

  private static Shown shown(Result result) {
    return new Shown(result, 5);
  }

  private static Tensor tensor(int[] shape, double... values) {
    return new Tensor(ElementType.DOUBLE, shape, values, Tolerance.DOUBLE);
  }
}
