package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Without JavaScript, pages say all that they say with it, and offer nothing that needs it. */
@InChromium
class NoScriptTest {
  private static final String WORDS =
      "return [...document.querySelectorAll('.prose, .answer-notes, .contents, .side, .turn, .breadcrumb, .works')]"
          + ".map((each) => each.innerText)";

  static Stream<SitePage> samples() {
    return Site.samples().filter(page -> page.size() < 1_000_000);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void allTextsAreThere(SitePage page, Browser browser) {
    browser.open(page, View.USUAL);
    browser.setAnswersOpen(true);
    List<String> expected = browser.sentences(WORDS);
    browser.open(page, View.USUAL.withoutScripts());
    browser.setAnswersOpen(true);

    assertThat(browser.sentences(WORDS)).as(page.toString()).isEqualTo(expected);
    assertThat(browser.sentences(Browser.resource("unseen.js"))).as(page.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nothingIsOfferedThatNeedsScripts(SitePage page, Browser browser) {
    browser.open(page, View.USUAL.withoutScripts());

    List<String> offered =
        browser.sentences(
            "return [...document.querySelectorAll('button, input, select, dialog, form')]"
                + ".filter((each) => each.checkVisibility() && !each.matches('.task-list-item input, li > input'))"
                + ".map((each) => each.outerHTML.slice(0, 100))");

    assertThat(offered).as(page.toString()).isEmpty();
  }
}
