package answerbook.bench;

import answerbook.api.Plot;
import answerbook.api.Plot.Axis;
import answerbook.figure.PlotRenderer;
import java.util.List;
import java.util.regex.Pattern;

/** Computing time against the size of the book, drawn as the book's own plots are. */
final class GrowthPlot {
  private static final Pattern SIZE =
      Pattern.compile("(viewBox=\"\\S+ \\S+ )(\\S+) (\\S+\") width=\"(\\d+)\"");

  private static final double ROOM = 1.15;

  private static final Axis PLAIN = new Axis("", false, Double.NaN, Double.NaN, List.of());

  private final List<Measurement> measured;

  GrowthPlot(List<Measurement> measured) {
    this.measured = measured;
  }

  /**
   * A whole SVG file.
   *
   * @param style CSS of its marks
   */
  String svg(String style) {
    String description =
        "Computing seconds of builds against the number of questions, both on logarithmic scales.";
    Plot plot = new Plot(description, PLAIN, PLAIN, false, List.of(), List.of());
    plot.x("questions").y("computing seconds").logX().logY();
    for (Change change : Change.values()) {
      List<Measurement> series =
          measured.stream().filter(each -> each.change() == change).filter(this::grows).toList();
      if (series.size() > 1) {
        double[] sizes = series.stream().mapToDouble(each -> each.shape().questions()).toArray();
        double[] seconds = series.stream().mapToDouble(each -> each.run().computing()).toArray();
        plot.line(change.title(), sizes, seconds);
      }
    }
    String svg = roomier(new PlotRenderer().svg(plot, "growth", "Computing time against size"));
    String sheet = "svg { background: #ffffff; font-family: sans-serif; }\n" + style;
    return svg.replaceFirst(">", "><style>\n" + sheet + "</style>");
  }

  /** With room at the right: alone, a drawing has a reader's typeface, which may be wider. */
  private static String roomier(String svg) {
    return SIZE.matcher(svg)
        .replaceFirst(
            size ->
                "%s%s %s width=\"%d\""
                    .formatted(
                        size.group(1),
                        Math.round(ROOM * Double.parseDouble(size.group(2))),
                        size.group(3),
                        Math.round(ROOM * Double.parseDouble(size.group(4)))));
  }

  /** Whether there are sizes enough to draw. */
  boolean isWorthwhile() {
    return measured.stream().filter(this::grows).map(Measurement::shape).distinct().count() > 1;
  }

  private boolean grows(Measurement each) {
    return !each.shape().allDifferent() && each.shape().programs() == 0;
  }
}
