package answerbook.answer.outcome;

import answerbook.api.Plot;
import answerbook.api.Plot.Axis;
import answerbook.api.Plot.Mark;
import answerbook.api.Plot.Marker;
import answerbook.api.Plot.MarkerKind;
import answerbook.api.Plot.Series;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Plots as JSON: axes, series and markers. Defaults are left out. */
final class PlotJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PlotJson() {}

  static JsonNode write(Plot plot) {
    ObjectNode node = frame(plot);
    ArrayNode series = node.putArray("series");
    plot.series().forEach(one -> series.add(series(one)));
    return node;
  }

  /** All but the series. */
  static ObjectNode frame(Plot plot) {
    ObjectNode node = JSON.objectNode().put("type", "plot").put("description", plot.description());
    node.set("x", axis(plot.xAxis()));
    node.set("y", axis(plot.yAxis()));
    if (plot.isSquare()) {
      node.put("square", true);
    }
    if (!plot.markers().isEmpty()) {
      ArrayNode markers = node.putArray("markers");
      plot.markers().forEach(marker -> markers.add(marker(marker)));
    }
    return node;
  }

  static Plot read(JsonNode node) {
    return new Plot(
        ResultJson.text(node, "description"),
        axis(node.required("x")),
        axis(node.required("y")),
        node.path("square").booleanValue(),
        ResultJson.list(node.required("series"), PlotJson::series),
        ResultJson.list(node.path("markers"), PlotJson::marker));
  }

  private static JsonNode axis(Axis axis) {
    ObjectNode node = JSON.objectNode().put("label", axis.label());
    if (axis.logarithmic()) {
      node.put("logarithmic", true);
    }
    if (!Double.isNaN(axis.low()) || !Double.isNaN(axis.high())) {
      node.set("low", TensorJson.number(axis.low()));
      node.set("high", TensorJson.number(axis.high()));
    }
    if (!axis.categories().isEmpty()) {
      ArrayNode categories = node.putArray("categories");
      axis.categories().forEach(categories::add);
    }
    return node;
  }

  private static Axis axis(JsonNode node) {
    return new Axis(
        ResultJson.text(node, "label"),
        node.path("logarithmic").booleanValue(),
        node.has("low") ? TensorJson.number(node.get("low")) : Double.NaN,
        node.has("high") ? TensorJson.number(node.get("high")) : Double.NaN,
        ResultJson.list(node.path("categories"), ResultJson::text));
  }

  private static JsonNode series(Series series) {
    String mark = series.mark().name().toLowerCase(Locale.ROOT);
    ObjectNode node = JSON.objectNode().put("name", series.name()).put("mark", mark);
    node.set("x", numbers(series.x()));
    node.set("y", numbers(series.y()));
    if (series.upper().length > 0) {
      node.set("upper", numbers(series.upper()));
    }
    return node;
  }

  private static Series series(JsonNode node) {
    return new Series(
        ResultJson.text(node, "name"),
        Mark.valueOf(ResultJson.constant(node, "mark")),
        numbers(node.required("x")),
        numbers(node.required("y")),
        numbers(node.path("upper")));
  }

  private static JsonNode marker(Marker marker) {
    ObjectNode node = JSON.objectNode().put("kind", marker.kind().name().toLowerCase(Locale.ROOT));
    node.set("x", TensorJson.number(marker.x()));
    node.set("y", TensorJson.number(marker.y()));
    return node.put("label", marker.label());
  }

  private static Marker marker(JsonNode node) {
    return new Marker(
        MarkerKind.valueOf(ResultJson.constant(node, "kind")),
        TensorJson.number(node.required("x")),
        TensorJson.number(node.required("y")),
        ResultJson.text(node, "label"));
  }

  private static ArrayNode numbers(double[] values) {
    ArrayNode array = JSON.arrayNode();
    Arrays.stream(values).forEach(value -> array.add(TensorJson.number(value)));
    return array;
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(TensorJson::number)
        .toArray();
  }
}
