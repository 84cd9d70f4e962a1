package answerbook.answer.outcome;

import answerbook.api.ElementType;
import answerbook.api.Tensor;
import answerbook.api.Tolerance;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Tensors as JSON. Single doubles, integers and booleans of their usual tolerance are plain
 * literals; a double always has a decimal point or an exponent, an integer never. All others are
 * objects with type, shape and nested values.
 */
final class TensorJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TensorJson() {}

  static JsonNode write(Tensor tensor) {
    ElementType type = tensor.type();
    boolean usual = tensor.tolerance().equals(usualTolerance(type));
    if (tensor.rank() == 0
        && usual
        && type != ElementType.FLOAT
        && Double.isFinite(tensor.values()[0])) {
      return element(type, tensor.values()[0]);
    }
    ObjectNode node = JSON.objectNode().put("type", type.name().toLowerCase(Locale.ROOT));
    if (!usual) {
      node.set("tolerance", tolerance(tensor.tolerance()));
    }
    if (tensor.rank() == 0) {
      return node.set("value", element(type, tensor.values()[0]));
    }
    ArrayNode shape = node.putArray("shape");
    Arrays.stream(tensor.shape()).forEach(shape::add);
    return node.set("values", nested(tensor));
  }

  static Tensor read(JsonNode node) {
    if (!node.isObject()) {
      ElementType type = literalType(node);
      return new Tensor(type, new int[0], new double[] {value(type, node)}, usualTolerance(type));
    }
    ElementType type = ElementType.valueOf(ResultJson.constant(node, "type"));
    Tolerance tolerance =
        node.has("tolerance") ? tolerance(node.get("tolerance")) : usualTolerance(type);
    if (node.has("value")) {
      return new Tensor(type, new int[0], new double[] {value(type, node.get("value"))}, tolerance);
    }
    int[] shape =
        StreamSupport.stream(node.required("shape").spliterator(), false)
            .mapToInt(JsonNode::intValue)
            .toArray();
    List<Double> values = new ArrayList<>();
    flatten(type, node.required("values"), values);
    return new Tensor(
        type, shape, values.stream().mapToDouble(Double::doubleValue).toArray(), tolerance);
  }

  private static Tolerance usualTolerance(ElementType type) {
    return switch (type) {
      case DOUBLE -> Tolerance.DOUBLE;
      case FLOAT -> Tolerance.FLOAT;
      case INTEGER, BOOLEAN -> Tolerance.EXACT;
    };
  }

  private static JsonNode tolerance(Tolerance tolerance) {
    return JSON.objectNode()
        .put("relative", tolerance.relative())
        .put("absolute", tolerance.absolute());
  }

  private static Tolerance tolerance(JsonNode node) {
    return new Tolerance(
        node.required("relative").doubleValue(), node.required("absolute").doubleValue());
  }

  private static ElementType literalType(JsonNode node) {
    if (node.isBoolean()) {
      return ElementType.BOOLEAN;
    }
    if (!node.isNumber()) {
      throw new IllegalArgumentException("not a result: " + node);
    }
    return node.isIntegralNumber() ? ElementType.INTEGER : ElementType.DOUBLE;
  }

  private static JsonNode element(ElementType type, double value) {
    return switch (type) {
      case BOOLEAN -> JSON.booleanNode(value != 0);
      case INTEGER -> JSON.numberNode((long) value);
      case FLOAT -> Double.isFinite(value) ? JSON.numberNode((float) value) : number(value);
      case DOUBLE -> number(value);
    };
  }

  /** A double; JSON has no literals for what isn't finite, so these are strings. */
  static JsonNode number(double value) {
    return Double.isFinite(value) ? JSON.numberNode(value) : JSON.textNode(Double.toString(value));
  }

  static double number(JsonNode node) {
    return node.isTextual() ? Double.parseDouble(node.textValue()) : node.doubleValue();
  }

  private static double value(ElementType type, JsonNode node) {
    if (type == ElementType.BOOLEAN) {
      return node.booleanValue() ? 1 : 0;
    }
    return type == ElementType.FLOAT ? (float) number(node) : number(node);
  }

  /** The values as arrays in arrays, one level an axis. */
  private static ArrayNode nested(Tensor tensor) {
    List<JsonNode> level = new ArrayList<>();
    Arrays.stream(tensor.values()).forEach(value -> level.add(element(tensor.type(), value)));
    List<JsonNode> nodes = level;
    for (int axis = tensor.rank() - 1; axis > 0; axis--) {
      nodes = grouped(nodes, tensor.shape(), axis);
    }
    return JSON.arrayNode().addAll(nodes);
  }

  private static List<JsonNode> grouped(List<JsonNode> nodes, int[] shape, int axis) {
    int count = IntStream.of(shape).limit(axis).reduce(1, (a, b) -> a * b);
    List<JsonNode> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      groups.add(JSON.arrayNode().addAll(nodes.subList(i * shape[axis], (i + 1) * shape[axis])));
    }
    return groups;
  }

  private static void flatten(ElementType type, JsonNode node, List<Double> values) {
    if (node.isArray()) {
      node.forEach(child -> flatten(type, child, values));
    } else {
      values.add(value(type, node));
    }
  }
}
