package answerbook.figure;

import answerbook.api.Plot;
import answerbook.api.Plot.Mark;
import answerbook.api.Plot.Series;
import answerbook.figure.Label.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * Names the series above the plot, each after a sample of its mark, in as few rows as they need.
 */
final class Legend {
  private static final double LINE_SAMPLE = 28;
  private static final double SAMPLE = 13;
  private static final double SAMPLE_GAP = 6;
  private static final double ENTRY_GAP = 18;
  private static final double ROW = 20;

  /** A name and where its sample starts. */
  private record Entry(Series series, SeriesStyle style, Point start) {}

  private final List<Entry> entries = new ArrayList<>();
  private final double height;

  /** Lays out the names of a plot's series within {@code width}, starting at the origin. */
  Legend(Plot plot, List<SeriesStyle> styles, double width) {
    double x = 0;
    double y = ROW / 2;
    for (int i = 0; i < plot.series().size(); i++) {
      Series series = plot.series().get(i);
      if (!series.name().isEmpty()) {
        double needed = sampleWidth(series) + SAMPLE_GAP + Label.of(series.name()).width();
        if (x > 0 && x + needed > width) {
          x = 0;
          y += ROW;
        }
        entries.add(new Entry(series, styles.get(i), new Point(x, y)));
        x += needed + ENTRY_GAP;
      }
    }
    height = entries.isEmpty() ? 0 : y + ROW / 2;
  }

  double height() {
    return height;
  }

  /** The legend with its upper left corner at {@code corner}. */
  Element draw(Point corner, BarFilling filling) {
    Element legend = Element.group("f-legend");
    for (Entry entry : entries) {
      Point start = corner.plus(entry.start.x(), entry.start.y());
      legend.add(Element.group(entry.style.cssClass()).add(sample(entry, start, filling)));
      Point text = start.plus(sampleWidth(entry.series) + SAMPLE_GAP, 0);
      legend.add(Label.of(entry.series.name()).element(text, Anchor.START));
    }
    return legend;
  }

  private static double sampleWidth(Series series) {
    return List.of(Mark.LINE, Mark.DASHED, Mark.STEPS).contains(series.mark())
        ? LINE_SAMPLE
        : SAMPLE;
  }

  private static PathText swatch(PathText path, Point start, Point end) {
    return path.polygon(start.plus(0, -6), end.plus(0, -6), end.plus(0, 6), start.plus(0, 6));
  }

  private static Element sample(Entry entry, Point start, BarFilling filling) {
    Point end = start.plus(sampleWidth(entry.series), 0);
    PathText path = new PathText();
    return switch (entry.series.mark()) {
      case LINE, DASHED, STEPS -> Pen.line(path.move(start).line(end), entry.style.dash());
      case POINTS -> Pen.points(List.of(start.towards(end, 0.5)), entry.style.shape());
      case BAND -> Pen.band(swatch(path, start, end));
      case BARS -> filling.fill(swatch(path, start, end), entry.style);
    };
  }
}
