package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.browser.View.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of a page whose answers are open, however it is then looked at: each is opened once
 * for all tests, since that takes longer than they do.
 */
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ParameterizedClass
@MethodSource("samples")
class OpenPageTest {
  private static final int[] WIDTHS = {320, 640, 768, 1280};

  @Parameter private SitePage page;
  private Browser browser;
  private Happenings happenings;

  @BeforeParameterizedClassInvocation(injectArguments = false)
  void open(Browser shared) {
    browser = shared;
    browser.open(page, View.USUAL);
    browser.setAnswersOpen(true);
    happenings = browser.happenings();
  }

  static Stream<SitePage> samples() {
    return Site.samples();
  }

  /** Pages ask nobody but the site they come from, and nothing goes wrong on them. */
  @Test
  void servedPageAsksOnlyItsOwnHostAndTellsNoError() {
    assertThat(happenings.requests())
        .as(page.toString())
        .isNotEmpty()
        .allMatch(address -> address.startsWith(browser.origin() + "/" + page.site() + "/"));
    assertThat(happenings.errors()).as(page.toString()).isEmpty();
  }

  /**
   * From a narrow phone to a desk, which at 200 % is 640 wide, nothing is wider than the page
   * unless it scrolls by itself, can be scrolled by keyboard, and has a name there.
   */
  @Test
  void nothingSticksOutOfThePage() {
    List<String> found = new ArrayList<>();
    for (int width : WIDTHS) {
      browser.showSettled(View.USUAL.width(width));
      browser
          .sentences(Browser.resource("overflow.js"))
          .forEach(each -> found.add("at " + width + " px " + each));
    }

    assertThat(found).as(page.toString()).isEmpty();
  }

  /** Texts, code in all its colours among them, can be told from their ground in both themes. */
  @Test
  void everyTextStandsOutFromItsGround() {
    List<String> found = new ArrayList<>();
    for (Theme theme : Theme.values()) {
      browser.show(View.USUAL.theme(theme));
      browser
          .sentences(Browser.resource("contrast.js"))
          .forEach(each -> found.add(theme + " " + each));
    }

    assertThat(found).as(page.toString()).isEmpty();
  }
}
