package answerbook.figure;

import answerbook.api.Diagram;
import java.util.List;
import java.util.Map;

/**
 * Where the nodes of a diagram stand.
 *
 * @param forms the nodes by id
 * @param centres their places by id
 */
record DiagramLayout(Flow flow, Map<String, NodeForm> forms, Map<String, Point> centres) {
  static DiagramLayout of(Diagram diagram, Flow flow) {
    Map<String, NodeForm> forms = NodeForms.of(diagram, flow);
    return new DiagramLayout(flow, forms, new NodePlaces(diagram, flow, forms).place());
  }

  Box core(String id) {
    return forms.get(id).core(centres.get(id));
  }

  Box caption(String id) {
    return forms.get(id).captionBox(centres.get(id), flow);
  }

  int column(String id) {
    return forms.get(id).node().column();
  }

  List<String> ids() {
    return List.copyOf(forms.keySet());
  }

  /** All nodes with their captions. */
  Box bounds() {
    return ids().stream()
        .map(id -> core(id).union(caption(id)))
        .reduce(Box::union)
        .orElse(new Box(0, 0, 0, 0));
  }
}
