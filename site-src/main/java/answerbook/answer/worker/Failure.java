package answerbook.answer.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A mistake as the worker saw it.
 *
 * @param className the class in whose source it is
 * @param line its line, or 0 for that of the main method
 * @param column its column, or 0 for the first that isn't blank
 * @param message what is wrong
 * @param remedy what to do about it
 */
public record Failure(String className, int line, int column, String message, String remedy) {
  /** The same failure elsewhere in the class, in the first column that isn't blank. */
  Failure at(int newLine) {
    return new Failure(className, newLine, 0, message, remedy);
  }

  JsonNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("class", className)
        .put("line", line)
        .put("column", column)
        .put("message", message)
        .put("remedy", remedy);
  }

  static Failure of(JsonNode node) {
    return new Failure(
        node.required("class").textValue(),
        node.required("line").intValue(),
        node.required("column").intValue(),
        node.required("message").textValue(),
        node.required("remedy").textValue());
  }
}
