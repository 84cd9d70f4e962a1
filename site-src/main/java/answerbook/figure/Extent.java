package answerbook.figure;

import answerbook.api.Plot;
import answerbook.api.Plot.Axis;
import answerbook.api.Plot.Mark;
import answerbook.api.Plot.Marker;
import answerbook.api.Plot.MarkerKind;
import answerbook.api.Plot.Series;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The range of values that an axis shows: the one asked for, or one that fits the data. */
record Extent(double low, double high) {
  private static final double PADDING = 0.05;

  /**
   * If the data start nearer to zero than this part of their greatest value, the axis starts at
   * zero.
   */
  private static final double NEAR_ZERO = 0.3;

  static Extent ofX(Plot plot) {
    Axis axis = plot.xAxis();
    if (!axis.categories().isEmpty()) {
      return new Extent(-0.5, axis.categories().size() - 0.5);
    }
    DoubleStream data = plot.series().stream().flatMapToDouble(series -> Arrays.stream(series.x()));
    DoubleStream marked = markers(plot, MarkerKind.VERTICAL).mapToDouble(Marker::x);
    boolean loose = plot.series().stream().anyMatch(series -> series.mark() == Mark.POINTS);
    Extent tight = around(DoubleStream.concat(data, marked), axis);
    return (loose ? tight.padded(axis) : tight).within(axis);
  }

  static Extent ofY(Plot plot) {
    Axis axis = plot.yAxis();
    DoubleStream data = plot.series().stream().flatMapToDouble(Extent::values);
    DoubleStream marked = markers(plot, MarkerKind.HORIZONTAL).mapToDouble(Marker::y);
    Extent tight = around(DoubleStream.concat(data, marked), axis);
    Extent padded = tight.padded(axis);
    boolean bars = plot.series().stream().anyMatch(series -> series.mark() == Mark.BARS);
    if (!axis.logarithmic() && (bars || !plot.isSquare()) && tight.startsNearZero()) {
      padded = new Extent(0, padded.high);
    }
    if (bars && !axis.logarithmic() && tight.high <= 0) {
      padded = new Extent(padded.low, 0);
    }
    return padded.within(axis);
  }

  double span() {
    return high - low;
  }

  private boolean startsNearZero() {
    return low >= 0 && low < NEAR_ZERO * high;
  }

  private static Stream<Marker> markers(Plot plot, MarkerKind kind) {
    return plot.markers().stream()
        .filter(marker -> marker.kind() == kind || marker.kind() == MarkerKind.NOTE);
  }

  private static DoubleStream values(Series series) {
    DoubleStream zero = series.mark() == Mark.BARS ? DoubleStream.of(0) : DoubleStream.empty();
    return DoubleStream.concat(
        zero, DoubleStream.concat(Arrays.stream(series.y()), Arrays.stream(series.upper())));
  }

  private static Extent around(DoubleStream values, Axis axis) {
    double[] shown =
        values
            .filter(value -> Double.isFinite(value) && (!axis.logarithmic() || value > 0))
            .sorted()
            .toArray();
    if (shown.length == 0) {
      return axis.logarithmic() ? new Extent(1, 10) : new Extent(0, 1);
    }
    double low = shown[0];
    double high = shown[shown.length - 1];
    if (low < high) {
      return new Extent(low, high);
    }
    double margin = low == 0 ? 1 : Math.abs(low) / 2;
    return axis.logarithmic()
        ? new Extent(low / 10, low * 10)
        : new Extent(low - margin, low + margin);
  }

  private Extent padded(Axis axis) {
    if (axis.logarithmic()) {
      double factor = Math.pow(high / low, PADDING);
      return new Extent(low / factor, high * factor);
    }
    return new Extent(low - PADDING * span(), high + PADDING * span());
  }

  private Extent within(Axis axis) {
    double from = Double.isNaN(axis.low()) ? low : axis.low();
    double to = Double.isNaN(axis.high()) ? high : axis.high();
    if (axis.logarithmic() && from <= 0) {
      throw new IllegalArgumentException("a logarithmic axis can't start at " + from);
    }
    if (!(from < to)) {
      throw new IllegalArgumentException(
          "the axis '" + axis.label() + "' can't go from " + from + " to " + to);
    }
    return new Extent(from, to);
  }
}
