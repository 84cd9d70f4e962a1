package answerbook.answer.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON, the same on every JDK: the shortest decimals that read back as the same double,
 * {@code \n} as line end.
 *
 * <p>In the pretty form a vector is one line, a matrix one line a row, and a short object one line.
 */
public final class JsonText {
  private static final int WIDTH = 100;
  private static final int ALWAYS_BROKEN = 2;

  private JsonText() {}

  /** All on one line. */
  public static String compact(JsonNode node) {
    StringBuilder out = new StringBuilder();
    inline(node, out);
    return out.toString();
  }

  /** For people to review; ends with a line end. */
  public static String pretty(JsonNode node) {
    StringBuilder out = new StringBuilder();
    lay(node, 0, out);
    return out.append('\n').toString();
  }

  /** Reads one JSON value that is the whole of {@code text}. */
  public static JsonNode parse(String text) throws JsonProcessingException {
    return Reader.MAPPER.readTree(text);
  }

  /** A double as short as can be. */
  static String number(double value) {
    return NumberOutput.toString(value, true);
  }

  /** A float as short as can be. */
  static String number(float value) {
    return NumberOutput.toString(value, true);
  }

  private static void lay(JsonNode node, int depth, StringBuilder out) {
    if (fitsOneLine(node, depth)) {
      inline(node, out);
      return;
    }
    out.append(node.isArray() ? '[' : '{');
    String separator = "\n" + "  ".repeat(depth + 1);
    for (Map.Entry<String, JsonNode> child : children(node)) {
      out.append(separator);
      appendKey(child.getKey(), out);
      lay(child.getValue(), depth + 1, out);
      separator = ",\n" + "  ".repeat(depth + 1);
    }
    out.append('\n').append("  ".repeat(depth)).append(node.isArray() ? ']' : '}');
  }

  private static boolean fitsOneLine(JsonNode node, int depth) {
    if (node.isValueNode() || node.isEmpty() || isVector(node)) {
      return true;
    }
    return depth >= ALWAYS_BROKEN
        && !holdsRows(node)
        && compact(node).length() <= WIDTH - 2 * depth;
  }

  private static boolean isVector(JsonNode node) {
    return node.isArray()
        && children(node).stream().allMatch(child -> child.getValue().isValueNode());
  }

  private static boolean holdsRows(JsonNode node) {
    return children(node).stream()
        .map(Map.Entry::getValue)
        .anyMatch(child -> (node.isArray() && child.isArray()) || holdsRows(child));
  }

  private static void inline(JsonNode node, StringBuilder out) {
    if (node.isValueNode()) {
      appendValue(node, out);
      return;
    }
    out.append(node.isArray() ? '[' : '{');
    String separator = "";
    for (Map.Entry<String, JsonNode> child : children(node)) {
      out.append(separator);
      appendKey(child.getKey(), out);
      inline(child.getValue(), out);
      separator = ", ";
    }
    out.append(node.isArray() ? ']' : '}');
  }

  private static void appendKey(String key, StringBuilder out) {
    if (!key.isEmpty()) {
      appendString(key, out);
      out.append(": ");
    }
  }

  private static void appendValue(JsonNode node, StringBuilder out) {
    if (node.isTextual()) {
      appendString(node.textValue(), out);
    } else if (node.isFloat()) {
      out.append(number(node.floatValue()));
    } else if (node.isDouble()) {
      out.append(number(node.doubleValue()));
    } else {
      out.append(node.asText());
    }
  }

  private static void appendString(String text, StringBuilder out) {
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, out);
    out.append('"');
  }

  /** The children with their keys; an array's have the empty key, which no object here uses. */
  private static List<Map.Entry<String, JsonNode>> children(JsonNode node) {
    List<Map.Entry<String, JsonNode>> children = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(child -> children.add(Map.entry("", child)));
    } else {
      children.addAll(node.properties());
    }
    return children;
  }

  /** Held apart, so that who only writes needn't load the mapper. */
  private static final class Reader {
    static final ObjectMapper MAPPER =
        JsonMapper.builder()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
  }
}
