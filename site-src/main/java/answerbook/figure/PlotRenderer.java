package answerbook.figure;

import answerbook.api.Plot;
import java.util.Optional;

/**
 * Draws a plot as SVG.
 *
 * <pre>{@code
 * String svg = new PlotRenderer().svg(plot, "fig-hidden-node-sigmoid", "The logistic function");
 * }</pre>
 */
public final class PlotRenderer {
  private static final double MARGIN = 2;
  private static final double CLIP = 1;

  /**
   * The SVG of a plot.
   *
   * @param id unique in the page
   * @param title a short name, for readers who can't see the plot; its description is added to it
   */
  public String svg(Plot plot, String id, String title) {
    PlotLayout wide = PlotLayout.of(plot);
    Optional<LineNames> names = LineNames.fitting(plot, wide);
    PlotLayout layout = names.map(each -> wide.withRoomAtRight(each.width(), plot)).orElse(wide);
    Drawing drawing = new Drawing(id, Drawing.Kind.PLOT).describe(title, plot.description());
    Axes axes = new Axes(plot, layout);
    BarFilling filling = new BarFilling(drawing);
    Markers markers = new Markers(plot, layout);
    Element data = data(new Marks(plot, layout, filling), drawing);
    Legend legend = new Legend(plot, layout.styles(), layout.width());
    double top = axes.top() + (names.isPresent() ? 0 : legend.height());
    Element key =
        names
            .map(each -> each.draw(layout))
            .orElseGet(() -> legend.draw(new Point(-layout.left(), -top), filling));

    filling.define();
    drawing
        .add(clip(drawing, layout))
        .add(axes.grid())
        .add(axes.lines())
        .add(markers.lines())
        .add(data);
    drawing.add(axes.tickLabels()).add(axes.names()).add(key).add(markers.notes());
    double height = top + layout.area().height() + axes.bottom();
    return drawing.svg(new Box(-layout.left(), -top, layout.width(), height).grown(MARGIN));
  }

  private static Element data(Marks marks, Drawing drawing) {
    Element data = Element.group("f-data");
    Element inside = data.child("g").set("clip-path", "url(#" + drawing.id("area") + ")");
    marks.linesAndAreas().forEach(inside::add);
    marks.points().forEach(data::add);
    return data;
  }

  /** Cuts off what lies outside the axes. */
  private static Element clip(Drawing drawing, PlotLayout layout) {
    Box area = layout.area().grown(CLIP);
    Element rectangle = new Element("rect").set("x", area.left()).set("y", area.top());
    rectangle.set("width", area.width()).set("height", area.height());
    return new Element("clipPath").set("id", drawing.id("area")).add(rectangle);
  }
}
