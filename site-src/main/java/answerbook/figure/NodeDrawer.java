package answerbook.figure;

import answerbook.api.Diagram.Shape;
import answerbook.figure.Label.Anchor;
import java.util.Locale;

/** Draws nodes. */
final class NodeDrawer {
  private static final double ROUNDING = 7;

  private final DiagramLayout layout;

  NodeDrawer(DiagramLayout layout) {
    this.layout = layout;
  }

  Element draw(String id) {
    NodeForm form = layout.forms().get(id);
    Point centre = layout.centres().get(id);
    Box core = layout.core(id);
    Shape shape = form.node().shape();
    Element group = Element.group("node " + shape.name().toLowerCase(Locale.ROOT));
    if (shape != Shape.LABEL) {
      group.add(form.isCircle() ? circle(core) : rectangle(core, shape));
    }
    if (shape == Shape.ACTIVATION) {
      group.add(ActivationCurve.draw(form.node().label(), centre));
    } else if (shape == Shape.PLUS) {
      group.add(cross(core.grown(-5), "M", 0));
    } else if (shape == Shape.DROPPED) {
      group.add(cross(core, "X", 0.15));
    }
    addLabels(group, id);
    return group;
  }

  private void addLabels(Element group, String id) {
    NodeForm form = layout.forms().get(id);
    if (!form.inside().isEmpty()) {
      Element inside = form.inside().element(layout.centres().get(id), Anchor.MIDDLE);
      group.add(form.node().shape() == Shape.SUM ? inside.set("class", "sign") : inside);
    }
    if (!form.caption().isEmpty()) {
      group.add(form.caption().element(layout.caption(id).centre(), Anchor.MIDDLE));
    }
  }

  private static Element outline(Element element) {
    return element
        .set("class", "shape")
        .set("fill", "none")
        .set("stroke", "currentColor")
        .set("stroke-width", 1.3);
  }

  private static Element circle(Box core) {
    Element circle =
        new Element("circle").set("cx", core.centre().x()).set("cy", core.centre().y());
    return outline(circle.set("r", core.width() / 2));
  }

  private static Element rectangle(Box core, Shape shape) {
    Element rectangle = new Element("rect").set("x", core.left()).set("y", core.top());
    rectangle.set("width", core.width()).set("height", core.height());
    double rounding =
        switch (shape) {
          case BIAS -> 3;
          case NEURON, DROPPED -> core.height() / 2;
          default -> ROUNDING;
        };
    rectangle.set("rx", rounding);
    return outline(shape == Shape.OPEN ? rectangle.set("stroke-dasharray", "5 4") : rectangle);
  }

  /** Two lines that cross in the middle: upright, or from corner to corner. */
  private static Element cross(Box box, String kind, double inset) {
    double across = box.width() * (0.5 - inset);
    double down = box.height() * (0.5 - inset);
    Point centre = box.centre();
    PathText path = new PathText();
    if (kind.equals("X")) {
      path.move(centre.plus(-across, -down)).line(centre.plus(across, down));
      path.move(centre.plus(-across, down)).line(centre.plus(across, -down));
    } else {
      path.move(centre.plus(-across, 0)).line(centre.plus(across, 0));
      path.move(centre.plus(0, -down)).line(centre.plus(0, down));
    }
    return Pen.stroke(path, 1.6).set("class", kind.equals("X") ? "cross" : "sign");
  }
}
