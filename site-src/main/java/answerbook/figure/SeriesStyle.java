package answerbook.figure;

import answerbook.api.Plot.Mark;
import answerbook.api.Plot.Series;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How one series is told from the others, with colour and without.
 *
 * @param colour 1 to {@value #COLOURS}
 * @param dash the dash pattern of a line; empty for a solid one
 * @param shape the outline of points
 * @param fill the number of the bars' filling, from 0
 */
record SeriesStyle(int colour, String dash, PointShape shape, int fill) {
  static final int COLOURS = 6;
  private static final List<String> LINES =
      List.of("", "9 3", "2 2.5", "9 3 2 3", "14 4 4 4", "9 3 2 3 2 3");
  private static final List<String> DASHED_LINES =
      List.of("5 4", "7 3 2 3", "2 3", "10 4", "7 3 2 3 2 3", "3 2");

  /**
   * A style for each series. A band without a name shares the colour of the series before it, or of
   * the first.
   */
  static List<SeriesStyle> of(List<Series> series) {
    List<SeriesStyle> styles = new ArrayList<>();
    Map<Mark, Integer> used = new EnumMap<>(Mark.class);
    int colours = 0;
    for (Series each : series) {
      if (each.mark() != Mark.BAND || !each.name().isEmpty()) {
        colours++;
      }
      Mark kind = each.mark() == Mark.STEPS ? Mark.LINE : each.mark();
      int earlier = used.merge(kind, 1, Integer::sum) - 1;
      styles.add(style(each.mark(), Math.max(0, colours - 1) % COLOURS, earlier % COLOURS));
    }
    return styles;
  }

  private static SeriesStyle style(Mark mark, int colour, int turn) {
    String dash = (mark == Mark.DASHED ? DASHED_LINES : LINES).get(turn);
    return new SeriesStyle(colour + 1, dash, PointShape.of(turn), turn);
  }

  /** The class that gives the series its colour. */
  String cssClass() {
    return "f-s" + colour;
  }
}
