package answerbook.export;

import answerbook.api.Diagram;
import answerbook.api.ElementType;
import answerbook.api.Plot;
import answerbook.api.Result;
import answerbook.api.Table;
import answerbook.api.Tensor;
import answerbook.api.Text;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;

/** A computed result as data: its type, its shape, its values or its description. */
final class ResultData {
  private ResultData() {}

  static void write(Result result, ObjectNode node) {
    if (result instanceof Tensor tensor) {
      write(tensor, node);
    } else if (result instanceof Text text) {
      node.put("type", "text").put("text", text.value());
    } else if (result instanceof Plot plot) {
      node.put("type", "plot").put("description", plot.description());
    } else if (result instanceof Diagram diagram) {
      node.put("type", "diagram").put("description", diagram.description());
    } else if (result instanceof Table table) {
      node.put("type", "table");
      node.putArray("shape").add(table.rows().size()).add(table.columns().size());
    }
  }

  private static void write(Tensor tensor, ObjectNode node) {
    node.put("type", tensor.type().name().toLowerCase(Locale.ROOT));
    Arrays.stream(tensor.shape()).forEach(node.putArray("shape")::add);
    ArrayNode values = node.putArray("values");
    for (double value : tensor.values()) {
      if (tensor.type() == ElementType.BOOLEAN) {
        values.add(value != 0);
      } else if (tensor.type() == ElementType.INTEGER) {
        values.add((long) value);
      } else if (Double.isFinite(value)) {
        values.add(value);
      } else {
        values.add(Double.toString(value));
      }
    }
  }
}
