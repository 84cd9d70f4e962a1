package answerbook.figure;

import answerbook.api.Plot;
import answerbook.api.Plot.Mark;
import answerbook.api.Plot.Marker;
import answerbook.api.Plot.MarkerKind;
import answerbook.api.Plot.Series;
import answerbook.figure.Label.Anchor;
import java.util.ArrayList;
import java.util.List;

/** Draws marked positions; their labels keep off the data where there is room. */
final class Markers {
  private static final double RING = 4.5;
  private static final double GAP = 5;
  private static final double[] PLACES = {0, 0.15, 0.3, 0.5, 0.7, 0.85, 1};

  private final Plot plot;
  private final PlotLayout layout;
  private final Box area;
  private final LabelPlacer placer;

  Markers(Plot plot, PlotLayout layout) {
    this.plot = plot;
    this.layout = layout;
    this.area = layout.area();
    this.placer =
        new LabelPlacer(new Box(-2, -4, area.width() + layout.right(), area.height() + 4));
    plot.series().forEach(this::avoid);
  }

  private void avoid(Series series) {
    List<Point> points = layout.points(series.x(), series.y());
    if (series.mark() == Mark.POINTS) {
      points.forEach(point -> placer.avoid(Box.centred(point, 7, 7)));
    } else if (series.mark() == Mark.BARS) {
      points.forEach(point -> placer.avoid(List.of(point, new Point(point.x(), area.height()))));
    } else {
      layout.stretches(series).forEach(stretch -> placer.avoid(Curve.simplified(stretch)));
    }
  }

  /** The lines, which belong behind the data. */
  Element lines() {
    Element lines =
        Element.group("marker").set("stroke", "currentColor").set("stroke-dasharray", "3 3");
    for (Marker marker : shown()) {
      if (marker.kind() == MarkerKind.HORIZONTAL) {
        double y = layout.y().at(marker.y());
        lines.add(Pen.segment(new Point(0, y), new Point(area.width(), y)));
      } else if (marker.kind() == MarkerKind.VERTICAL) {
        double x = layout.x().at(marker.x());
        lines.add(Pen.segment(new Point(x, 0), new Point(x, area.height())));
      }
    }
    return lines;
  }

  private List<Marker> shown() {
    return plot.markers().stream().filter(this::isShown).toList();
  }

  private boolean isShown(Marker marker) {
    boolean across = marker.kind() == MarkerKind.HORIZONTAL || layout.x().shows(marker.x());
    boolean down = marker.kind() == MarkerKind.VERTICAL || layout.y().shows(marker.y());
    return across && down;
  }

  /** The rings and the labels, which belong in front. */
  Element labels() {
    Element labels = Element.group("marker");
    for (Marker marker : shown()) {
      if (marker.kind() == MarkerKind.NOTE) {
        Point centre = layout.at(marker.x(), marker.y());
        labels.add(Pen.stroke(new PathText().circle(centre, RING), 1.4));
        placer.avoid(Box.centred(centre, 2 * RING, 2 * RING));
      } else if (marker.kind() == MarkerKind.HORIZONTAL) {
        placer.avoid(
            List.of(
                layout.at(layout.x().low(), marker.y()), layout.at(layout.x().high(), marker.y())));
      } else {
        placer.avoid(
            List.of(
                layout.at(marker.x(), layout.y().low()), layout.at(marker.x(), layout.y().high())));
      }
    }
    for (Marker marker : shown()) {
      Label label = Label.of(marker.label());
      if (!label.isEmpty()) {
        List<Box> candidates = candidates(marker, label);
        Box chosen = candidates.get(placer.place(candidates));
        Point start = new Point(chosen.left(), chosen.centre().y());
        labels.add(label.element(start, Anchor.START).set("class", "halo"));
      }
    }
    return labels;
  }

  private List<Box> candidates(Marker marker, Label label) {
    return switch (marker.kind()) {
      case HORIZONTAL -> alongHorizontal(layout.y().at(marker.y()), label);
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
