package answerbook.answer.outcome;

import answerbook.api.Plot;
import answerbook.api.Plot.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How plots differ. Coordinates may drift by one millionth of their series' range (on a logarithmic
 * axis: of themselves) and by one unit of their sixth digit, to which they are rounded; all else is
 * compared exactly.
 */
final class PlotDrift {
  private static final double SHARE = 1e-6;

  private PlotDrift() {}

  static Optional<String> between(Plot recorded, Plot now) {
    Optional<String> drift = TreeDrift.between(PlotJson.frame(recorded), PlotJson.frame(now));
    if (drift.isPresent()) {
      return drift;
    }
    List<Series> before = recorded.series();
    if (before.size() != now.series().size()) {
      return Optional.of(
          "changed its number of series: " + before.size() + " → " + now.series().size());
    }
    for (int i = 0; i < before.size(); i++) {
      drift = inSeries(before.get(i), now.series().get(i), now);
      if (drift.isPresent()) {
        return Optional.of(drift.get() + " in series " + (i + 1) + legend(now.series().get(i)));
      }
    }
    return Optional.empty();
  }

  private static String legend(Series series) {
    return series.name().isEmpty() ? "" : " ('" + series.name() + "')";
  }

  private static Optional<String> inSeries(Series recorded, Series now, Plot plot) {
    if (!recorded.name().equals(now.name()) || recorded.mark() != now.mark()) {
      return Optional.of("changed name or mark");
    }
    if (recorded.x().length != now.x().length) {
      return Optional.of(
          "changed the number of points: " + recorded.x().length + " → " + now.x().length);
    }
    return coordinates("x", new Scale(recorded.x(), plot.xAxis().logarithmic()), now.x())
        .or(() -> coordinates("y", new Scale(recorded.y(), plot.yAxis().logarithmic()), now.y()))
        .or(
            () ->
                coordinates(
                    "upper edge",
                    new Scale(recorded.upper(), plot.yAxis().logarithmic()),
                    now.upper()));
  }

  private static Optional<String> coordinates(String what, Scale recorded, double[] now) {
    for (int i = 0; i < now.length; i++) {
      if (!recorded.accepts(i, now[i])) {
        String change = JsonText.number(recorded.values[i]) + " → " + JsonText.number(now[i]);
        return Optional.of("drifted: " + what + " of point " + (i + 1) + ": " + change);
      }
    }
    return Optional.empty();
  }

  /** Recorded coordinates, and how finely they are told apart. */
  private static final class Scale {
    private final double[] values;
    private final boolean logarithmic;
    private final double range;

    Scale(double[] values, boolean logarithmic) {
      this.values = values;
      this.logarithmic = logarithmic;
      double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
      this.range = Arrays.stream(finite).max().orElse(0) - Arrays.stream(finite).min().orElse(0);
    }

    boolean accepts(int index, double now) {
      double recorded = values[index];
      if (recorded == now || (Double.isNaN(recorded) && Double.isNaN(now))) {
        return true;
      }
      if (!Double.isFinite(recorded) || !Double.isFinite(now)) {
        return false;
      }
      double share = SHARE * (logarithmic ? Math.abs(recorded) : range);
      return Math.abs(now - recorded)
          <= share + 1.001 * sixthDigit(Math.max(Math.abs(recorded), Math.abs(now)));
    }

    private static double sixthDigit(double value) {
      return StrictMath.pow(10, Math.floor(StrictMath.log10(value)) - 5);
    }
  }
}
