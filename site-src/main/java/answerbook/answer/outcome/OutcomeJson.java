package answerbook.answer.outcome;

import answerbook.api.Check;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Outcomes as JSON: without lines as they are recorded beside the program, with lines as they are
 * cached.
 */
public final class OutcomeJson {
  private OutcomeJson() {}

  /** What is recorded; empty parts are left out. */
  public static ObjectNode write(Outcome outcome) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ObjectNode results = node.putObject("results");
    outcome.results().forEach((name, shown) -> results.set(name, ResultJson.write(shown.result())));
    if (!outcome.checks().isEmpty()) {
      ArrayNode checks = node.putArray("checks");
      for (Checked checked : outcome.checks()) {
        checks
            .addObject()
            .put("claim", checked.check().claim())
            .put("bound", checked.check().bound());
      }
    }
    if (!outcome.output().isEmpty()) {
      ArrayNode lines = node.putArray("output");
      List.of(outcome.output().split("\n", -1)).forEach(lines::add);
    }
    return node;
  }

  /** As {@link #write}, and the lines of the program that results and checks come from. */
  public static ObjectNode writeWithLines(Outcome outcome) {
    ObjectNode node = write(outcome);
    ArrayNode lines = node.putArray("lines");
    outcome.results().values().forEach(shown -> lines.add(shown.line()));
    outcome.checks().forEach(checked -> lines.add(checked.line()));
    return node;
  }

  /**
   * Reads what was written, with or without lines.
   *
   * @throws IllegalArgumentException if it is no outcome
   */
  public static Outcome read(JsonNode node) {
    int position = 0;
    Map<String, Shown> results = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.required("results").properties()) {
      results.put(
          field.getKey(), new Shown(ResultJson.read(field.getValue()), line(node, position++)));
    }
    List<Checked> checks = new ArrayList<>();
    for (JsonNode check : node.path("checks")) {
      String claim = ResultJson.text(check, "claim");
      String bound = ResultJson.text(check, "bound");
      checks.add(new Checked(new Check(claim, bound, true, ""), line(node, position++)));
    }
    return new Outcome(
        results, checks, String.join("\n", ResultJson.list(node.path("output"), ResultJson::text)));
  }

  private static int line(JsonNode node, int position) {
    return node.path("lines").path(position).intValue();
  }
}
