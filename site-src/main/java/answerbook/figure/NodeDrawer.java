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
    Element group = Element.group("f-node f-" + shape.name().toLowerCase(Locale.ROOT));
    if (shape != Shape.LABEL) {
      group.add(form.isCircle() ? circle(core) : rectangle(core, shape));
    }
    if (shape == Shape.ACTIVATION) {
      group.add(ActivationCurve.draw(form.node().label(), centre));
    } else if (shape == Shape.PLUS) {
      group.add(plus(core.grown(-5)));
    } else if (shape == Shape.DROPPED) {
      group.add(cross(core));
    }
    addLabels(group, id);
    return group;
  }

  private void addLabels(Element group, String id) {
    NodeForm form = layout.forms().get(id);
    if (!form.inside().isEmpty()) {
      Element inside = form.inside().element(layout.centres().get(id), Anchor.MIDDLE);
      group.add(inside);
    }
    if (!form.caption().isEmpty()) {
      group.add(form.caption().element(layout.caption(id).centre(), Anchor.MIDDLE));
    }
  }

  private static Element outline(Element element) {
    return element
        .set("class", "f-shape")
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

  /** The sign of an element-wise addition. */
  private static Element plus(Box box) {
    Point centre = box.centre();
    PathText path = new PathText();
    path.move(new Point(box.left(), centre.y())).line(new Point(box.right(), centre.y()));
    path.move(new Point(centre.x(), box.top())).line(new Point(centre.x(), box.bottom()));
    return Pen.stroke(path, 1.5).set("class", "f-sign");
  }

  /** Strikes a node out from its corners inwards, and leaves its label readable. */
  private static Element cross(Box box) {
    PathText path = new PathText();
    for (double across : new double[] {-0.5, 0.5}) {
      for (double down : new double[] {-0.5, 0.5}) {
        Point corner = box.centre().plus(across * box.width(), down * box.height());
        path.move(corner).line(corner.towards(box.centre(), 0.58));
      }
    }
    return Pen.stroke(path, 1.8).set("class", "f-cross");
  }
}
