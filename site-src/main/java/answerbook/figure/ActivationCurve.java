package answerbook.figure;

/** Draws the small curve in an activation node, over faint axes. */
final class ActivationCurve {
  private static final double REACH = 10;

  private ActivationCurve() {}

  static Element draw(String name, Point centre) {
    PathText curve = new PathText();
    switch (name) {
      case "relu" ->
          curve.move(at(centre, -1, 0)).line(at(centre, 0, 0)).line(at(centre, 0.85, -0.85));
      case "step" ->
          curve
              .move(at(centre, -1, 0.6))
              .line(at(centre, 0, 0.6))
              .line(at(centre, 0, -0.6))
              .line(at(centre, 1, -0.6));
      case "linear" -> curve.move(at(centre, -0.8, 0.8)).line(at(centre, 0.8, -0.8));
      case "tanh" ->
          curve
              .move(at(centre, -1, 0.75))
              .cubic(at(centre, -0.2, 0.75), at(centre, -0.25, 0.4), at(centre, 0, 0))
              .cubic(at(centre, 0.25, -0.4), at(centre, 0.2, -0.75), at(centre, 1, -0.75));
      default ->
          curve
              .move(at(centre, -1, 0.55))
              .cubic(at(centre, -0.1, 0.55), at(centre, -0.3, 0.2), at(centre, 0, -0.05))
              .cubic(at(centre, 0.3, -0.3), at(centre, 0.1, -0.65), at(centre, 1, -0.65));
    }
    PathText axes =
        new PathText().move(at(centre, -1.1, base(name))).line(at(centre, 1.1, base(name)));
    axes.move(at(centre, 0, -1.1)).line(at(centre, 0, 1.1));
    return Element.group("f-curve")
        .add(Pen.stroke(axes, 0.6).set("stroke-opacity", "0.5"))
        .add(Pen.stroke(curve, 2).set("stroke-linecap", "round").set("stroke-linejoin", "round"));
  }

  /** How far below the middle the horizontal axis runs. */
  private static double base(String name) {
    return name.equals("sigmoid") || name.equals("step") ? 0.6 : 0;
  }

  private static Point at(Point centre, double across, double down) {
    return centre.plus(across * REACH, down * REACH);
  }
}
