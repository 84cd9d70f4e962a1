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
  private static final int LOADS = 3;
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
      List<String> shifts = shiftsOfEveryLoad(page, View.USUAL.width(width), browser);

      assertThat(sum(shifts)).as("%s at %d px: %s", page, width, shifts).isLessThan(ROUNDED_UP);
    }
  }

  /**
   * What moves however often the page is loaded. A busy machine may pause amid a line and paint
   * half of it, which then wraps; no page can keep that from happening, and it doesn't happen
   * again.
   */
  private static List<String> shiftsOfEveryLoad(SitePage page, View view, Browser browser) {
    List<String> least = shifts(page, view, browser);
    for (int load = 1; load < LOADS && sum(least) >= ROUNDED_UP; load++) {
      List<String> again = shifts(page, view, browser);
      least = sum(again) < sum(least) ? again : least;
    }
    return least;
  }

  private static List<String> shifts(SitePage page, View view, Browser browser) {
    browser.open(page, view);
    browser.asyncScript(SCROLL);
    return browser.sentences("return shifts");
  }

  private static double sum(List<String> shifts) {
    return shifts.stream().mapToDouble(StillnessTest::amount).sum();
  }

  private static double amount(String shift) {
    return Double.parseDouble(shift.substring(0, shift.indexOf(':')));
  }
}
