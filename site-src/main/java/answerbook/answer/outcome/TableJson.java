package answerbook.answer.outcome;

import answerbook.api.Result;
import answerbook.api.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Tables as JSON: columns, then rows of cells, each a result of its own. */
final class TableJson {
  private TableJson() {}

  static JsonNode write(Table table) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", "table");
    ArrayNode columns = node.putArray("columns");
    for (Table.Column column : table.columns()) {
      columns.addObject().put("heading", column.heading()).put("format", column.format());
    }
    ArrayNode rows = node.putArray("rows");
    for (List<Result> row : table.rows()) {
      ArrayNode cells = rows.addArray();
      row.forEach(cell -> cells.add(ResultJson.write(cell)));
    }
    return node;
  }

  static Table read(JsonNode node) {
    List<Table.Column> columns = ResultJson.list(node.required("columns"), TableJson::column);
    return new Table(
        columns,
        ResultJson.list(node.required("rows"), row -> ResultJson.list(row, ResultJson::read)));
  }

  private static Table.Column column(JsonNode node) {
    return new Table.Column(ResultJson.text(node, "heading"), ResultJson.text(node, "format"));
  }
}
