package answerbook.figure;

import answerbook.api.Plot;
import answerbook.api.Plot.Axis;
import answerbook.api.Plot.Mark;
import answerbook.api.Plot.MarkerKind;
import answerbook.api.Plot.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where everything in a plot goes. The upper left corner of the area between the axes is the
 * origin; what stands left of it and above it has negative coordinates.
 *
 * @param area the area between the axes
 * @param left how far labels reach out to the left of the area
 * @param right how far labels reach out to the right of it
 * @param styles how the series are told apart, one for each
 */
record PlotLayout(
    Box area,
    double left,
    double right,
    Scale x,
    Scale y,
    List<Tick> xTicks,
    List<Tick> yTicks,
    List<SeriesStyle> styles) {
  /** From an axis to the labels of its ticks. */
  static final double TICK_GAP = 7;

  private static final double HEIGHT = 200;
  private static final double GREATEST_HEIGHT = 330;
  private static final double LEAST_MARGIN = 12;
  private static final int Y_TICKS = 6;

  static PlotLayout of(Plot plot) {
    List<SeriesStyle> styles = SeriesStyle.of(plot.series());
    Extent xExtent = Extent.ofX(plot);
    Extent yExtent = Extent.ofY(plot);
    List<Tick> yTicks = ticks(plot.yAxis(), yExtent, Y_TICKS, false);
    double left = Math.max(LEAST_MARGIN, TICK_GAP + widest(yTicks));
    left =
        Math.max(left, CategoryLabels.overhang(plot.xAxis().categories(), Drawing.WIDEST - left));
    double right = Math.max(LEAST_MARGIN, besideBars(plot));
    double width = Drawing.WIDEST - left - right;
    double height = HEIGHT;
    if (plot.isSquare()) {
      double ratio = xExtent.span() / yExtent.span();
      width = Math.min(width, GREATEST_HEIGHT * ratio);
      height = width / ratio;
    }
    Scale x = new Scale(xExtent.low(), xExtent.high(), plot.xAxis().logarithmic(), 0, width);
    Scale y = new Scale(yExtent.low(), yExtent.high(), plot.yAxis().logarithmic(), height, 0);
    List<Tick> xTicks = fitting(plot, xExtent, width);
    return new PlotLayout(new Box(0, 0, width, height), left, right, x, y, xTicks, yTicks, styles);
  }

  /** The room for labels of horizontal lines, which find none between bars. */
  private static double besideBars(Plot plot) {
    if (plot.series().stream().noneMatch(series -> series.mark() == Mark.BARS)) {
      return 0;
    }
    return TICK_GAP
        + plot.markers().stream()
            .filter(marker -> marker.kind() == MarkerKind.HORIZONTAL)
            .mapToDouble(marker -> Label.of(marker.label()).width())
            .max()
            .orElse(0);
  }

  private static List<Tick> ticks(Axis axis, Extent extent, int most, boolean whole) {
    if (!axis.categories().isEmpty()) {
      return Ticks.categories(axis.categories());
    }
    if (axis.logarithmic()) {
      return Ticks.logarithmic(extent);
    }
    return whole ? Ticks.whole(extent, most) : Ticks.linear(extent, most);
  }

  /**
   * Whether all positions are whole numbers that span more than one step, as epochs and layers are.
   */
  private static boolean isCounted(Plot plot) {
    double[] positions =
        plot.series().stream().flatMapToDouble(series -> Arrays.stream(series.x())).toArray();
    boolean whole = Arrays.stream(positions).allMatch(x -> x == Math.rint(x));
    return whole && Arrays.stream(positions).distinct().count() > 2;
  }

  /** As many ticks as have room for their labels. */
  private static List<Tick> fitting(Plot plot, Extent extent, double width) {
    boolean whole = isCounted(plot);
    int most = 9;
    List<Tick> ticks = ticks(plot.xAxis(), extent, most, whole);
    while (most > 2 && ticks.size() * (widest(ticks) + Label.SIZE) > width) {
      most--;
      ticks = ticks(plot.xAxis(), extent, most, whole);
    }
    return ticks;
  }

  private static double widest(List<Tick> ticks) {
    return ticks.stream().mapToDouble(tick -> Label.of(tick.label()).width()).max().orElse(0);
  }

  /** The same plot with {@code room} to the right of the area, taken from the area. */
  PlotLayout withRoomAtRight(double room, Plot plot) {
    double width = area.width() + right - room;
    Scale narrower = new Scale(x.low(), x.high(), x.logarithmic(), 0, width);
    List<Tick> ticks = fitting(plot, new Extent(x.low(), x.high()), width);
    return new PlotLayout(
        new Box(0, 0, width, area.height()), left, room, narrower, y, ticks, yTicks, styles);
  }

  /** The width of the whole drawing. */
  double width() {
    return left + area.width() + right;
  }

  Point at(double xValue, double yValue) {
    return new Point(x.at(xValue), y.at(yValue));
  }

  List<Point> points(double[] xs, double[] ys) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < xs.length; i++) {
      points.add(at(xs[i], ys[i]));
    }
    return points;
  }

  /** The lines that join the points of a series, in unbroken stretches. */
  List<List<Point>> stretches(Series series) {
    List<List<Point>> stretches = Curve.stretches(points(series.x(), series.y()));
    return series.mark() == Mark.STEPS ? stretches.stream().map(Curve::stairs).toList() : stretches;
  }
}
