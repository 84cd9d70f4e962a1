package answerbook.figure;

import answerbook.api.Plot;
import answerbook.figure.Label.Anchor;
import java.util.List;

/** Draws grid, axes, ticks and the names of the axes. */
final class Axes {
  private static final double TICK = 4;
  private static final double MINOR_TICK = 2.5;
  private static final double LINE = 17;

  private final Plot plot;
  private final PlotLayout layout;
  private final Box area;

  Axes(Plot plot, PlotLayout layout) {
    this.plot = plot;
    this.layout = layout;
    this.area = layout.area();
  }

  /** Faint lines behind the data. */
  Element grid() {
    Element grid =
        Element.group("f-grid").set("stroke", "currentColor").set("stroke-opacity", "0.15");
    for (Tick tick : layout.yTicks()) {
      if (!tick.isMinor()) {
        double y = layout.y().at(tick.value());
        grid.add(Pen.segment(new Point(0, y), new Point(area.width(), y)));
      }
    }
    boolean upright = plot.isSquare() || plot.xAxis().logarithmic();
    for (Tick tick : upright ? layout.xTicks() : List.<Tick>of()) {
      if (!tick.isMinor()) {
        double x = layout.x().at(tick.value());
        grid.add(Pen.segment(new Point(x, 0), new Point(x, area.height())));
      }
    }
    return grid;
  }

  /** The x axis with its ticks; the grid stands for the y axis. */
  Element lines() {
    Element axis =
        Element.group("f-axis").set("stroke", "currentColor").set("stroke-opacity", "0.7");
    double bottom = area.height();
    axis.add(Pen.segment(new Point(0, bottom), new Point(area.width(), bottom)));
    if (plot.xAxis().categories().isEmpty()) {
      for (Tick tick : layout.xTicks()) {
        double x = layout.x().at(tick.value());
        double length = tick.isMinor() ? MINOR_TICK : TICK;
        axis.add(Pen.segment(new Point(x, bottom), new Point(x, bottom + length)));
      }
    }
    if (layout.y().low() < 0 && layout.y().high() > 0 && !layout.y().logarithmic()) {
      double zero = layout.y().at(0);
      axis.add(
          Pen.segment(new Point(0, zero), new Point(area.width(), zero))
              .set("stroke-opacity", "0.45"));
    }
    return axis;
  }

  Element tickLabels() {
    Element labels = Element.group("f-ticks");
    for (Tick tick : layout.yTicks()) {
      if (!tick.isMinor()) {
        Point point = new Point(-PlotLayout.TICK_GAP, layout.y().at(tick.value()));
        labels.add(Label.of(tick.label()).element(point, Anchor.END));
      }
    }
    CategoryLabels names = categoryLabels();
    for (Tick tick : layout.xTicks()) {
      if (!tick.isMinor()) {
        labels.add(
            names.element(tick.label(), new Point(layout.x().at(tick.value()), area.height())));
      }
    }
    return labels;
  }

  private CategoryLabels categoryLabels() {
    int slots = Math.max(1, plot.xAxis().categories().size());
    return new CategoryLabels(plot.xAxis().categories(), area.width() / slots);
  }

  /**
   * The names of the axes: of y above the axis, so that it reads without turning one's head; of x
   * below.
   */
  Element names() {
    Element names = Element.group("f-names");
    Label y = Label.of(plot.yAxis().label());
    if (!y.isEmpty()) {
      names.add(y.element(new Point(-layout.left(), -LINE), Anchor.START));
    }
    Label x = Label.of(plot.xAxis().label());
    if (!x.isEmpty()) {
      names.add(
          x.element(
              new Point(area.width() / 2, area.height() + bottom() - LINE / 2), Anchor.MIDDLE));
    }
    return names;
  }

  /** How far the axis and its labels reach down below the area. */
  double bottom() {
    double name = Label.of(plot.xAxis().label()).isEmpty() ? 0 : LINE + 2;
    return PlotLayout.TICK_GAP + categoryLabels().height() + name;
  }

  /** How far the name of the y axis reaches up above the area. */
  double top() {
    return Label.of(plot.yAxis().label()).isEmpty() ? LINE / 2 : LINE * 1.5;
  }
}
