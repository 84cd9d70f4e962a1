package answerbook.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plot of growth, which stands alone and so has a reader's own typeface. */
class GrowthPlotTest {
  /** Half an em and a little more, as wide typefaces have it. */
  private static final double WIDE_LETTER = 8.5;

  @Test
  void namesOfChangesHaveRoomInAWideTypeface() {
    List<Measurement> measured =
        IntStream.of(100, 1000).boxed().flatMap(GrowthPlotTest::measured).toList();

    String svg = new GrowthPlot(measured).svg("");

    MatchResult box = find(svg, "viewBox=\"(\\S+) \\S+ (\\S+) ");
    double right = Double.parseDouble(box.group(1)) + Double.parseDouble(box.group(2));
    List<MatchResult> names =
        Pattern.compile("<text x=\"([^\"]+)\"[^>]*>(one \\w+|cold|unchanged)<")
            .matcher(svg)
            .results()
            .toList();
    assertThat(names).extracting(name -> name.group(2)).contains("one template", "unchanged");
    for (MatchResult name : names) {
      double end = Double.parseDouble(name.group(1)) + WIDE_LETTER * name.group(2).length();
      assertThat(end).as(name.group(2)).isLessThan(right);
    }
  }

  private static MatchResult find(String text, String form) {
    return Pattern.compile(form).matcher(text).results().findFirst().orElseThrow();
  }

  private static Stream<Measurement> measured(int questions) {
    BookShape shape = BookShape.withoutPrograms(questions);
    return Stream.of(Change.COLD, Change.NOTHING, Change.WORD, Change.TEMPLATE)
        .map(
            change -> {
              double seconds = questions / (10.0 * change.title().length());
              Run run = new Run(seconds, seconds, 100, questions, Map.of());
              return new Measurement(shape, questions, change, new Calibration(1, 1), run);
            });
  }
}
