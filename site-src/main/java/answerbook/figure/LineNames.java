package answerbook.figure;

import answerbook.api.Plot;
import answerbook.api.Plot.Mark;
import answerbook.api.Plot.Series;
import answerbook.figure.Label.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names lines at their right ends, where that reads better than a legend: few lines that end well
 * apart.
 */
final class LineNames {
  private static final int MOST = 4;
  private static final double WIDEST = 110;
  private static final double APART = 17;
  private static final double GAP = 6;

  /** A name beside the end of its line. */
  private record Name(Label label, SeriesStyle style, Series series) {}

  private final List<Name> names;

  private LineNames(List<Name> names) {
    this.names = names;
  }

  /**
   * The names, if all series are lines that reach the right edge and leave room for their names
   * there.
   */
  static Optional<LineNames> fitting(Plot plot, PlotLayout layout) {
    List<Name> names = new ArrayList<>();
    for (int i = 0; i < plot.series().size(); i++) {
      Series series = plot.series().get(i);
      if (!series.name().isEmpty()) {
        names.add(new Name(Label.of(series.name()), layout.styles().get(i), series));
      }
    }
    LineNames result = new LineNames(names);
    boolean fits =
        !names.isEmpty()
            && names.size() <= MOST
            && !plot.isSquare()
            && names.stream().allMatch(name -> isLine(name.series) && name.label.width() <= WIDEST)
            && result.endApart(layout);
    return fits ? Optional.of(result) : Optional.empty();
  }

  private static boolean isLine(Series series) {
    return List.of(Mark.LINE, Mark.DASHED, Mark.STEPS).contains(series.mark());
  }

  private boolean endApart(PlotLayout layout) {
    List<Point> ends = names.stream().map(name -> end(name, layout)).toList();
    for (int i = 0; i < ends.size(); i++) {
      if (!layout.area().grown(1).contains(ends.get(i))
          || ends.get(i).x() < layout.area().width() - APART) {
        return false;
      }
      for (int j = 0; j < i; j++) {
        if (Math.abs(ends.get(i).y() - ends.get(j).y()) < APART) {
          return false;
        }
      }
    }
    return true;
  }

  private static Point end(Name name, PlotLayout layout) {
    double[] x = name.series.x();
    double[] y = name.series.y();
    return x.length == 0 ? new Point(Double.NaN, 0) : layout.at(x[x.length - 1], y[y.length - 1]);
  }

  /** The room that the names need to the right of the area. */
  double width() {
    return GAP + names.stream().mapToDouble(name -> name.label.width()).max().orElse(0);
  }

  Element draw(PlotLayout layout) {
    Element group = Element.group("f-legend");
    for (Name name : names) {
      Point start = new Point(layout.area().width() + GAP, end(name, layout).y());
      group.add(
          Element.group(name.style.cssClass())
              .add(name.label.element(start, Anchor.START).set("fill", "currentColor")));
    }
    return group;
  }
}
