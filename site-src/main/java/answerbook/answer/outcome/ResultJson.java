package answerbook.answer.outcome;

import answerbook.api.Diagram;
import answerbook.api.Plot;
import answerbook.api.Result;
import answerbook.api.Table;
import answerbook.api.Tensor;
import answerbook.api.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Results of every type as JSON, and back without loss. */
final class ResultJson {
  private ResultJson() {}

  static JsonNode write(Result result) {
    if (result instanceof Text text) {
      return JsonNodeFactory.instance.textNode(text.value());
    }
    if (result instanceof Tensor tensor) {
      return TensorJson.write(tensor);
    }
    if (result instanceof Table table) {
      return TableJson.write(table);
    }
    if (result instanceof Plot plot) {
      return PlotJson.write(plot);
    }
    return DiagramJson.write((Diagram) result);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is no result
   */
  static Result read(JsonNode node) {
    if (node.isTextual()) {
      return new Text(node.textValue());
    }
    return switch (node.path("type").asText()) {
      case "table" -> TableJson.read(node);
      case "plot" -> PlotJson.read(node);
      case "diagram" -> DiagramJson.read(node);
      default -> TensorJson.read(node);
    };
  }

  /** A field that has to be there and to be a string. */
  static String text(JsonNode node, String field) {
    return text(node.required(field));
  }

  /** A node that has to be a string. */
  static String text(JsonNode node) {
    if (!node.isTextual()) {
      throw new IllegalArgumentException("not a string: " + JsonText.compact(node));
    }
    return node.textValue();
  }

  /** A string as the name of a constant, in whatever case. */
  static String constant(JsonNode node, String field) {
    return text(node, field).toUpperCase(Locale.ROOT);
  }

  /** The elements of an array, or of nothing. */
  static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
    List<T> list = new ArrayList<>();
    array.forEach(node -> list.add(reader.apply(node)));
    return list;
  }
}
