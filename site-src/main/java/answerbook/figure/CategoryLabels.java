package answerbook.figure;

import answerbook.figure.Label.Anchor;
import java.util.List;

/**
 * Sets the labels below the x axis: on one line if they fit, else broken at spaces, else tilted.
 */
final class CategoryLabels {
  private static final double ROOM = 0.94;
  private static final double TILT = Math.toRadians(40);

  private final double slot;
  private final boolean tilted;
  private final double height;

  /**
   * Labels for categories.
   *
   * @param names all names; empty if the axis shows numbers, which always fit
   * @param slot the width for each
   */
  CategoryLabels(List<String> names, double slot) {
    this.slot = slot * ROOM;
    this.tilted = names.stream().anyMatch(name -> broken(name).width() > this.slot);
    double one = Label.of("0").height();
    this.height = names.stream().mapToDouble(this::heightOf).max().orElse(one);
  }

  /** How far labels within {@code width} reach out to the left of it. */
  static double overhang(List<String> names, double width) {
    double slot = width / Math.max(1, names.size());
    if (!new CategoryLabels(names, slot).tilted) {
      return 0;
    }
    double most = 0;
    for (int i = 0; i < names.size(); i++) {
      double reach = Label.of(names.get(i)).width() * Math.cos(TILT) - (i + 0.5) * slot;
      most = Math.max(most, reach);
    }
    return most;
  }

  double height() {
    return height;
  }

  private double heightOf(String name) {
    return tilted ? Label.of(name).width() * Math.sin(TILT) + Label.SIZE : broken(name).height();
  }

  /** The label of a tick whose axis crosses at {@code tick}. */
  Element element(String name, Point tick) {
    Point top = tick.plus(0, PlotLayout.TICK_GAP);
    if (!tilted) {
      Label label = broken(name);
      return label.element(top.plus(0, label.height() / 2), Anchor.MIDDLE);
    }
    Point end = top.plus(Label.SIZE / 2, Label.SIZE / 2);
    String turn =
        "rotate("
            + Coordinate.text(-Math.toDegrees(TILT))
            + " "
            + Coordinate.text(end.x())
            + " "
            + Coordinate.text(end.y())
            + ")";
    return Label.of(name).element(end, Anchor.END).set("transform", turn);
  }

  private Label broken(String name) {
    StringBuilder text = new StringBuilder();
    String line = "";
    for (String word : name.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && Label.of(longer).width() > slot) {
        text.append(line).append('\n');
        line = word;
      } else {
        line = longer;
      }
    }
    return Label.of(text + line);
  }
}
