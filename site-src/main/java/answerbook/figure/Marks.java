package answerbook.figure;

import answerbook.api.Plot;
import answerbook.api.Plot.Mark;
import answerbook.api.Plot.Series;
import java.util.ArrayList;
import java.util.List;

/** Draws the series of a plot. */
final class Marks {
  private static final double GROUP = 0.74;
  private static final double WIDEST_BAR = 56;
  private static final double BAR_GAP = 1.5;

  private final Plot plot;
  private final PlotLayout layout;
  private final BarFilling filling;

  Marks(Plot plot, PlotLayout layout, BarFilling filling) {
    this.plot = plot;
    this.layout = layout;
    this.filling = filling;
  }

  /**
   * What may reach out of the axes and is to be cut off there: areas, and lines in front of them.
   */
  List<Element> linesAndAreas() {
    List<Element> elements = new ArrayList<>(draw(Mark.BAND));
    elements.addAll(draw(Mark.BARS));
    elements.addAll(draw(Mark.LINE, Mark.DASHED, Mark.STEPS));
    return elements;
  }

  /** Points, which belong in front of everything. */
  List<Element> points() {
    return draw(Mark.POINTS);
  }

  private List<Element> draw(Mark... marks) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < plot.series().size(); i++) {
      Series series = plot.series().get(i);
      if (List.of(marks).contains(series.mark())) {
        SeriesStyle style = layout.styles().get(i);
        elements.add(Element.group(style.cssClass()).add(draw(series, style)));
      }
    }
    return elements;
  }

  private Element draw(Series series, SeriesStyle style) {
    return switch (series.mark()) {
      case LINE, DASHED, STEPS -> Pen.line(path(series), style.dash());
      case POINTS -> Pen.points(shown(series), style.shape());
      case BAND -> Pen.band(area(series));
      case BARS -> filling.fill(bars(series), style);
    };
  }

  private PathText path(Series series) {
    PathText path = new PathText();
    for (List<Point> stretch : layout.stretches(series)) {
      List<Point> points = Curve.simplified(stretch);
      path.move(points.get(0));
      path.lines(points.size() == 1 ? points : points.subList(1, points.size()));
    }
    return path;
  }

  private List<Point> shown(Series series) {
    List<Point> points = layout.points(series.x(), series.y());
    Box area = layout.area().grown(1);
    return points.stream().filter(area::contains).toList();
  }

  private PathText area(Series series) {
    PathText path = new PathText();
    List<Point> lower = layout.points(series.x(), series.y());
    List<Point> upper = layout.points(series.x(), series.upper());
    List<Point> low = new ArrayList<>();
    List<Point> high = new ArrayList<>();
    for (int i = 0; i <= lower.size(); i++) {
      if (i < lower.size() && isDrawable(lower.get(i)) && isDrawable(upper.get(i))) {
        low.add(lower.get(i));
        high.add(0, upper.get(i));
      } else if (!low.isEmpty()) {
        path.move(low.get(0)).lines(Curve.simplified(low)).lines(Curve.simplified(high)).close();
        low.clear();
        high.clear();
      }
    }
    return path;
  }

  private static boolean isDrawable(Point point) {
    return !Double.isNaN(point.x()) && !Double.isNaN(point.y());
  }

  private PathText bars(Series series) {
    List<Series> group = plot.series().stream().filter(each -> each.mark() == Mark.BARS).toList();
    double slot = Math.abs(layout.x().at(1) - layout.x().at(0));
    double width = Math.min(WIDEST_BAR, slot * GROUP / group.size());
    double base = layout.y().at(layout.y().logarithmic() ? layout.y().low() : 0);
    PathText path = new PathText();
    for (Point top : layout.points(series.x(), series.y())) {
      if (isDrawable(top)) {
        double left = top.x() - group.size() * width / 2 + group.indexOf(series) * width;
        double right = left + width - (group.size() > 1 ? BAR_GAP : 0);
        path.polygon(
            new Point(left, base),
            new Point(left, top.y()),
            new Point(right, top.y()),
            new Point(right, base));
      }
    }
    return path;
  }
}
