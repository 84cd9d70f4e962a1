package answerbook.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds what the style sheet promises of its colours. */
class FigureStyleTest {
  private static final Pattern COLOUR =
      Pattern.compile("--(?:series-\\d|figure-text|axis): #(\\w{6})");
  private static final List<String> PAPER = List.of("ffffff", "f6f4ef");
  private static final List<String> NIGHT = List.of("14171a", "22272e");
  private static final int COLOURS = 8;

  private static List<String> colours() throws IOException {
    List<String> colours = new ArrayList<>();
    Matcher matcher = COLOUR.matcher(Files.readString(Path.of("site-src/assets/css/figure.css")));
    while (matcher.find()) {
      colours.add(matcher.group(1));
    }
    return colours;
  }

  @Test
  void textAndSeriesContrastWithTheBackground() throws IOException {
    List<String> colours = colours();
    assertThat(colours).as("light, dark by preference, dark by choice, print").hasSize(4 * COLOURS);
    for (int i = 0; i < colours.size(); i++) {
      boolean dark = i / COLOURS == 1 || i / COLOURS == 2;
      for (String background : dark ? NIGHT : PAPER) {
        assertThat(contrast(colours.get(i), background))
            .as(colours.get(i))
            .isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  @Test
  void bothWaysToTheDarkThemeAgree() throws IOException {
    assertThat(colours().subList(COLOURS, 2 * COLOURS))
        .isEqualTo(colours().subList(2 * COLOURS, 3 * COLOURS));
  }

  private static double contrast(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
