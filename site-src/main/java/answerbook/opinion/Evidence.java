package answerbook.opinion;

import answerbook.answer.outcome.JsonText;
import answerbook.api.ElementType;
import answerbook.api.Tensor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a program printed when it was last accepted, recorded beside it and reviewed like code.
 *
 * @param listing the hash of the program's text then
 * @param recorded the date, as {@code 2026-01-31}
 * @param versions of the language and the libraries, by their names
 */
record Evidence(String listing, String recorded, Map<String, String> versions, Printed printed) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The file's text. */
  String write() {
    ObjectNode node = JSON.objectNode().put("listing", listing).put("recorded", recorded);
    ObjectNode software = node.putObject("versions");
    versions.forEach(software::put);
    ObjectNode values = node.putObject("values");
    printed.values().forEach((name, tensor) -> values.set(name, new Elements(tensor).nested(0)));
    if (!printed.failures().isEmpty()) {
      printed.failures().forEach(node.putArray("fails")::add);
    }
    return JsonText.pretty(node);
  }

  /**
   * Reads a file's text.
   *
   * @throws IllegalArgumentException if it is no evidence
   */
  static Evidence read(String text) {
    try {
      JsonNode node = JsonText.parse(text);
      Map<String, String> versions = new LinkedHashMap<>();
      node.required("versions")
          .properties()
          .forEach(field -> versions.put(field.getKey(), field.getValue().asText()));
      Map<String, Tensor> values = new LinkedHashMap<>();
      node.required("values")
          .properties()
          .forEach(field -> values.put(field.getKey(), Literal.read(literal(field.getValue()))));
      List<String> failures = new ArrayList<>();
      node.path("fails").forEach(failure -> failures.add(failure.asText()));
      return new Evidence(
          node.required("listing").asText(),
          node.required("recorded").asText(),
          versions,
          new Printed(values, failures));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  /** JSON's lists are literals already, but for the strings that stand for NaN and infinities. */
  private static String literal(JsonNode node) {
    return JsonText.compact(node).replace("\"", "");
  }

  /** A tensor's elements, to be nested. */
  private record Elements(Tensor tensor) {
    JsonNode nested(int from) {
      return nested(0, from);
    }

    private JsonNode nested(int axis, int from) {
      if (axis == tensor.rank()) {
        return element(tensor.values()[from]);
      }
      int size = 1;
      for (int i = axis + 1; i < tensor.rank(); i++) {
        size *= tensor.shape()[i];
      }
      var array = JSON.arrayNode();
      for (int i = 0; i < tensor.shape()[axis]; i++) {
        array.add(nested(axis + 1, from + i * size));
      }
      return array;
    }

    private JsonNode element(double value) {
      if (tensor.type() == ElementType.BOOLEAN) {
        return JSON.booleanNode(value != 0);
      }
      if (tensor.type() == ElementType.INTEGER) {
        return JSON.numberNode((long) value);
      }
      return Double.isFinite(value)
          ? JSON.numberNode(value)
          : JSON.textNode(Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");
    }
  }
}
