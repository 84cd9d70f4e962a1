package answerbook.answer.outcome;

import answerbook.api.Diagram;
import answerbook.api.Diagram.Edge;
import answerbook.api.Diagram.Node;
import answerbook.api.Diagram.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Diagrams as JSON: column headings, nodes and edges. Defaults are left out. */
final class DiagramJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DiagramJson() {}

  static JsonNode write(Diagram diagram) {
    ObjectNode json =
        JSON.objectNode().put("type", "diagram").put("description", diagram.description());
    if (diagram.isVertical()) {
      json.put("vertical", true);
    }
    ArrayNode columns = json.putArray("columns");
    diagram.columns().forEach(columns::add);
    ArrayNode nodes = json.putArray("nodes");
    diagram.nodes().forEach(node -> nodes.add(node(node)));
    ArrayNode edges = json.putArray("edges");
    diagram.edges().forEach(edge -> edges.add(edge(edge)));
    return json;
  }

  static Diagram read(JsonNode json) {
    return new Diagram(
        ResultJson.text(json, "description"),
        json.path("vertical").booleanValue(),
        ResultJson.list(json.required("columns"), ResultJson::text),
        ResultJson.list(json.required("nodes"), DiagramJson::node),
        ResultJson.list(json.required("edges"), DiagramJson::edge));
  }

  private static JsonNode node(Node node) {
    ObjectNode json =
        JSON.objectNode()
            .put("id", node.id())
            .put("shape", node.shape().name().toLowerCase(Locale.ROOT));
    if (!node.label().isEmpty()) {
      json.put("label", node.label());
    }
    return json.put("column", node.column());
  }

  private static Node node(JsonNode json) {
    return new Node(
        ResultJson.text(json, "id"),
        Shape.valueOf(ResultJson.constant(json, "shape")),
        json.path("label").asText(),
        json.required("column").intValue());
  }

  private static JsonNode edge(Edge edge) {
    ObjectNode json = JSON.objectNode().put("from", edge.from()).put("to", edge.to());
    if (!edge.label().isEmpty()) {
      json.put("label", edge.label());
    }
    if (edge.bypass()) {
      json.put("bypass", true);
    }
    return json;
  }

  private static Edge edge(JsonNode json) {
    return new Edge(
        ResultJson.text(json, "from"),
        ResultJson.text(json, "to"),
        json.path("label").asText(),
        json.path("bypass").booleanValue());
  }
}
