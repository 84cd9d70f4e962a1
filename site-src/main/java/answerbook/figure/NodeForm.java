package answerbook.figure;

import answerbook.api.Diagram.Node;
import answerbook.api.Diagram.Shape;
import answerbook.figure.Label.Anchor;
import java.util.List;
import java.util.Map;

/**
 * The size of a node before it has a place.
 *
 * @param width of the shape itself
 * @param height of the shape itself
 * @param inside the label in the shape
 * @param caption the label beside the shape
 */
record NodeForm(Node node, double width, double height, Label inside, Label caption) {
  private static final double RADIUS = 17;
  private static final double GREATEST_RADIUS = 27;
  private static final double PADDING = 10;
  private static final Map<String, String> CURVES = Map.of("relu", "ReLU");
  private static final double CAPTION_GAP = 3;

  static NodeForm of(Node node) {
    Label label = Label.of(node.label());
    return switch (node.shape()) {
      case NEURON, DROPPED -> round(node, label);
      case BIAS -> box(node, label, 6).atLeast(2 * RADIUS, 2 * RADIUS);
      case BLOCK, OPEN -> box(node, label, PADDING).atLeast(2 * RADIUS, 2 * RADIUS);
      case LABEL -> new NodeForm(node, label.width() + 4, label.height(), label, Label.of(""));
      case SUM -> new NodeForm(node, 2 * RADIUS, 2 * RADIUS, Label.of("Σ"), label);
      case PLUS -> new NodeForm(node, 26, 26, Label.of(""), label);
      case ACTIVATION ->
          new NodeForm(
              node,
              2 * RADIUS,
              2 * RADIUS,
              Label.of(""),
              Label.of(CURVES.getOrDefault(node.label(), node.label())));
    };
  }

  private static NodeForm round(Node node, Label label) {
    double diagonal = Math.hypot(label.width(), label.height() - 4) / 2 + 3;
    double radius = Math.max(RADIUS, diagonal);
    return radius > GREATEST_RADIUS
        ? box(node, label, PADDING).atLeast(0, 2 * RADIUS)
        : new NodeForm(node, 2 * radius, 2 * radius, label, Label.of(""));
  }

  private static NodeForm box(Node node, Label label, double padding) {
    return new NodeForm(
        node, label.width() + 2 * padding, label.height() + padding, label, Label.of(""));
  }

  NodeForm atLeast(double leastWidth, double leastHeight) {
    return new NodeForm(
        node, Math.max(width, leastWidth), Math.max(height, leastHeight), inside, caption);
  }

  /** Whether the outline is a circle, so that edges end at it from any side. */
  boolean isCircle() {
    return width == height
        && List.of(Shape.NEURON, Shape.DROPPED, Shape.SUM, Shape.PLUS, Shape.ACTIVATION)
            .contains(node.shape());
  }

  /** Whether it is about as wide as high, so that edges may point at its centre. */
  boolean isCompact() {
    return isCircle() || (node.shape() == Shape.BIAS && width == height);
  }

  Box core(Point centre) {
    return Box.centred(centre, width, height);
  }

  /** Where the caption goes: below the shape, or right of it if the diagram runs downwards. */
  Box captionBox(Point centre, Flow flow) {
    if (caption.isEmpty()) {
      return core(centre);
    }
    return flow == Flow.RIGHT
        ? caption.box(centre.plus(0, height / 2 + caption.height() / 2), Anchor.MIDDLE)
        : caption.box(centre.plus(width / 2 + CAPTION_GAP, 0), Anchor.START);
  }

  /** Shape and caption together. */
  Box whole(Point centre, Flow flow) {
    return core(centre).union(captionBox(centre, flow));
  }
}
