package answerbook.figure;

import answerbook.api.Plot;
import answerbook.api.Plot.Mark;
import answerbook.api.Plot.Marker;
import answerbook.api.Plot.MarkerKind;
import answerbook.api.Plot.Series;
import answerbook.figure.Label.Anchor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws marked positions; their labels keep off the data where there is room. */
final class Markers {
  private static final double RING = 4.5;
  private static final double GAP = 5;

  /** What it costs a label to hide a part of the data, or of a marker's line. */
  private static final double DATA = 20;

  private static final double MARKER = 4;
  private static final double[] PLACES = {0, 0.15, 0.3, 0.5, 0.7, 0.85, 1};

  private final Plot plot;
  private final PlotLayout layout;
  private final Box area;
  private final LabelPlacer placer;
  private final Map<Label, Box> labels = new LinkedHashMap<>();

  Markers(Plot plot, PlotLayout layout) {
    this.plot = plot;
    this.layout = layout;
    this.area = layout.area();
    this.placer =
        new LabelPlacer(new Box(-2, -4, area.width() + layout.right(), area.height() + 4));
    plot.series().forEach(this::avoid);
    placeLabels();
  }

  private void avoid(Series series) {
    List<Point> points = layout.points(series.x(), series.y());
    if (series.mark() == Mark.POINTS) {
      points.forEach(point -> placer.avoid(Box.centred(point, 7, 7)));
    } else if (series.mark() == Mark.BARS) {
      points.forEach(
          point -> placer.avoid(List.of(point, new Point(point.x(), area.height())), DATA));
    } else {
      layout.stretches(series).forEach(stretch -> placer.avoid(Curve.simplified(stretch), DATA));
    }
  }

  /** The lines, which belong behind the data, and which labels interrupt. */
  Element lines() {
    Element lines =
        Element.group("f-marker").set("stroke", "currentColor").set("stroke-dasharray", "3 3");
    for (Marker marker : shown()) {
      if (marker.kind() != MarkerKind.NOTE) {
        List<Point> ends = ends(marker);
        BrokenLine.pieces(ends.get(0), ends.get(1), List.copyOf(labels.values()))
            .forEach(piece -> lines.add(Pen.segment(piece.get(0), piece.get(1))));
      }
    }
    return lines;
  }

  /** Where the line of a marker starts and ends. */
  private List<Point> ends(Marker marker) {
    if (marker.kind() == MarkerKind.HORIZONTAL) {
      double y = layout.y().at(marker.y());
      return List.of(new Point(0, y), new Point(area.width(), y));
    }
    double x = layout.x().at(marker.x());
    return List.of(new Point(x, 0), new Point(x, area.height()));
  }

  private List<Marker> shown() {
    return plot.markers().stream().filter(this::isShown).toList();
  }

  private boolean isShown(Marker marker) {
    boolean across = marker.kind() == MarkerKind.HORIZONTAL || layout.x().shows(marker.x());
    boolean down = marker.kind() == MarkerKind.VERTICAL || layout.y().shows(marker.y());
    return across && down;
  }

  private void placeLabels() {
    for (Marker marker : shown()) {
      if (marker.kind() == MarkerKind.NOTE) {
        placer.avoid(Box.centred(layout.at(marker.x(), marker.y()), 2 * RING, 2 * RING));
      } else {
        placer.avoid(ends(marker), MARKER);
      }
    }
    for (Marker marker : shown()) {
      Label label = Label.of(marker.label());
      if (!label.isEmpty()) {
        List<Box> candidates = candidates(marker, label);
        labels.put(label, candidates.get(placer.place(candidates)));
      }
    }
  }

  /** The rings and the labels, which belong in front. */
  Element notes() {
    Element notes = Element.group("f-marker");
    for (Marker marker : shown()) {
      if (marker.kind() == MarkerKind.NOTE) {
        notes.add(Pen.stroke(new PathText().circle(layout.at(marker.x(), marker.y()), RING), 1.4));
      }
    }
    labels.forEach((label, box) -> notes.add(label.onPatch(box)));
    return notes;
  }

  private List<Box> candidates(Marker marker, Label label) {
    return switch (marker.kind()) {
      case HORIZONTAL ->
          plot.series().stream().anyMatch(series -> series.mark() == Mark.BARS)
              ? List.of(
                  label.box(new Point(area.width() + GAP, layout.y().at(marker.y())), Anchor.START))
              : alongHorizontal(layout.y().at(marker.y()), label);
      case VERTICAL -> alongVertical(layout.x().at(marker.x()), label);
      case NOTE -> around(layout.at(marker.x(), marker.y()), label);
    };
  }

  private List<Box> alongHorizontal(double y, Label label) {
    List<Box> boxes = new ArrayList<>();
    double away = label.height() / 2 + 1;
    for (double place : PLACES) {
      double x = (area.width() - label.width()) * (1 - place);
      boxes.add(label.box(new Point(x, y - away), Anchor.START));
      boxes.add(label.box(new Point(x, y + away), Anchor.START));
    }
    return boxes;
  }

  private List<Box> alongVertical(double x, Label label) {
    List<Box> boxes = new ArrayList<>();
    for (double place : PLACES) {
      double y = label.height() / 2 + (area.height() - label.height()) * place;
      boxes.add(label.box(new Point(x + GAP, y), Anchor.START));
      boxes.add(label.box(new Point(x - GAP, y), Anchor.END));
    }
    return boxes;
  }

  private List<Box> around(Point centre, Label label) {
    List<Box> boxes = new ArrayList<>();
    for (double far : new double[] {1, 2, 3.5, 5}) {
      double across = RING + GAP * far;
      double down = RING + GAP * (far - 1) + label.height() / 2;
      boxes.add(label.box(centre.plus(0, -down), Anchor.MIDDLE));
      boxes.add(label.box(centre.plus(across, 0), Anchor.START));
      boxes.add(label.box(centre.plus(0, down), Anchor.MIDDLE));
      boxes.add(label.box(centre.plus(-across, 0), Anchor.END));
      for (double side : new double[] {-1, 1}) {
        boxes.add(label.box(centre.plus(across, side * down), Anchor.START));
        boxes.add(label.box(centre.plus(-across, side * down), Anchor.END));
      }
    }
    return boxes;
  }
}
