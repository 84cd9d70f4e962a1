package answerbook.answer.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import answerbook.api.Diagram;
import answerbook.api.Plot;
import answerbook.api.Result;
import answerbook.api.Table;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResultJsonTest {
  @Test
  void anyResultIsReadBackAsItWas() throws JsonProcessingException {
    for (Result result : new RandomResults(1).next(5_000)) {
      String json = JsonText.pretty(ResultJson.write(result));

      Result back = ResultJson.read(JsonText.parse(json));

      assertThat(content(back)).as(json).isEqualTo(content(result));
      assertThat(JsonText.pretty(ResultJson.write(back))).isEqualTo(json);
      assertThat(Drift.between(result, back)).isEmpty();
      assertThat(JsonText.parse(JsonText.compact(ResultJson.write(result))))
          .isEqualTo(JsonText.parse(json));
    }
  }

  @Test
  void doublesKeepTheirBits() throws JsonProcessingException {
    RandomResults random = new RandomResults(2);
    for (int i = 0; i < 30_000; i++) {
      double value = random.number();
      String json = JsonText.compact(TensorJson.number(value));
      assertThat(Double.doubleToLongBits(TensorJson.number(JsonText.parse(json))))
          .as(json)
          .isEqualTo(Double.doubleToLongBits(value));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[1]",
        "{\"type\": \"double\"}",
        "{\"type\": \"double\", \"shape\": [2], \"values\": [1.0]}",
        "{\"type\": \"nothing\", \"value\": 1}",
        "{\"type\": \"double\", \"value\": \"one\"}",
        "{\"type\": \"table\", \"columns\": [{\"heading\": 1, \"format\": \"\"}], \"rows\": []}",
        "{\"type\": \"plot\", \"description\": null}",
        "{\"type\": \"diagram\", \"description\": \"\", \"columns\": []}",
        "{\"type\": \"double\", \"tolerance\": {\"relative\": -1, \"absolute\": 0}, \"value\": 1.0}"
      })
  void whatIsNoResultIsRefused(String json) {
    assertThatThrownBy(() -> ResultJson.read(JsonText.parse(json)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** What can be compared by equals; arrays of records are compared by their text. */
  private static Object content(Result result) {
    if (result instanceof Table table) {
      return List.of(table.columns(), table.rows());
    }
    if (result instanceof Diagram diagram) {
      return List.of(
          diagram.description(),
          diagram.isVertical(),
          diagram.columns(),
          diagram.nodes(),
          diagram.edges());
    }
    if (result instanceof Plot plot) {
      return List.of(
          plot.description(),
          plot.xAxis(),
          plot.yAxis(),
          plot.isSquare(),
          plot.markers(),
          plot.series().stream().map(ResultJsonTest::content).toList());
    }
    return result;
  }

  private static Object content(Plot.Series series) {
    return List.of(
        series.name(), series.mark(), boxed(series.x()), boxed(series.y()), boxed(series.upper()));
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
