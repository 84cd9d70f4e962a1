package answerbook.figure;

import answerbook.api.Diagram;
import answerbook.api.Diagram.Node;
import answerbook.api.Diagram.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Measures the nodes of a diagram, and gives nodes of a kind the same size so that the diagram
 * looks calm.
 */
final class NodeForms {
  /** Blocks higher than this, such as a column of numbers, keep their own size. */
  private static final double HIGH = 60;

  private NodeForms() {}

  static Map<String, NodeForm> of(Diagram diagram, Flow flow) {
    Map<String, NodeForm> forms = new LinkedHashMap<>();
    for (Node node : diagram.nodes()) {
      forms.put(node.id(), NodeForm.of(node));
    }
    List<Shape> neurons = List.of(Shape.NEURON, Shape.DROPPED);
    double widest =
        greatest(forms, form -> form.isCircle() && neurons.contains(form.node().shape()));
    forms.replaceAll(
        (id, form) ->
            form.isCircle() && neurons.contains(form.node().shape())
                ? form.atLeast(widest, widest)
                : form);
    forms.replaceAll((id, form) -> isPlainBlock(form) ? matched(form, forms, flow) : form);
    return forms;
  }

  private static double greatest(Map<String, NodeForm> forms, Predicate<NodeForm> kind) {
    return forms.values().stream().filter(kind).mapToDouble(NodeForm::width).max().orElse(0);
  }

  private static boolean isPlainBlock(NodeForm form) {
    return List.of(Shape.BLOCK, Shape.OPEN).contains(form.node().shape()) && form.height() <= HIGH;
  }

  /** Blocks below each other become equally wide, blocks beside each other equally high. */
  private static NodeForm matched(NodeForm form, Map<String, NodeForm> forms, Flow flow) {
    double width = form.width();
    double height = form.height();
    for (NodeForm other : forms.values()) {
      boolean column = flow == Flow.DOWN || other.node().column() == form.node().column();
      if (isPlainBlock(other) && column) {
        width = Math.max(width, other.width());
      }
      boolean row = flow == Flow.RIGHT || other.node().column() == form.node().column();
      if (isPlainBlock(other) && row) {
        height = Math.max(height, other.height());
      }
    }
    return form.atLeast(width, height);
  }
}
