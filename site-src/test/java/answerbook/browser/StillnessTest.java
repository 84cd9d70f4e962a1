package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader has begun to read stays where it is, also when fonts come late. */
@InChromium
class StillnessTest {
  private static final double ROUNDED_UP = 0.0005;
  private static final String SCROLL =
      "const done = arguments[0];"
          + "scrollTo(0, document.documentElement.scrollHeight);"
          + "requestAnimationFrame(() => requestAnimationFrame(done))";

  static Stream<SitePage> samples() {
    return Site.samples();
  }

  /**
   * A font of formulas may be late and move a letter by a pixel, which Chromium counts as 0.00004.
   */
  @ParameterizedTest
  @MethodSource("samples")
  void nothingMovesWhileThePageLoads(SitePage page, Browser browser) {
    for (int width : new int[] {390, 1280}) {
      browser.open(page, View.USUAL.width(width));
      browser.asyncScript(SCROLL);

      List<String> shifts = browser.sentences("return shifts");
      double sum = shifts.stream().mapToDouble(StillnessTest::amount).sum();

      assertThat(sum).as("%s at %d px: %s", page, width, shifts).isLessThan(ROUNDED_UP);
    }
  }

  private static double amount(String shift) {
    return Double.parseDouble(shift.substring(0, shift.indexOf(':')));
  }
}
