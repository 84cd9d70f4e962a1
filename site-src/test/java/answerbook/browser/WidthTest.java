package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From a narrow phone to a desk, which at 200 % is 640 wide, nothing is wider than the page unless
 * it scrolls by itself, can be scrolled by keyboard, and has a name there.
 */
@InChromium
class WidthTest {
  private static final int[] WIDTHS = {320, 640, 768, 1280};

  static Stream<SitePage> samples() {
    return Site.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nothingSticksOutOfThePage(SitePage page, Browser browser) {
    List<String> found = new ArrayList<>();
    browser.open(page, View.USUAL);
    browser.setAnswersOpen(true);
    for (int width : WIDTHS) {
      browser.show(View.USUAL.width(width));
      browser
          .sentences(Browser.resource("overflow.js"))
          .forEach(each -> found.add("at " + width + " px " + each));
    }

    assertThat(found).as(page.toString()).isEmpty();
  }
}
