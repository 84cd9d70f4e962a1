package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Without JavaScript, pages say all that they say with it, and offer nothing that needs it. */
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ParameterizedClass
@MethodSource("samples")
class NoScriptTest {
  private static final String WORDS =
      "return [...document.querySelectorAll('.prose, .answer-notes, .contents, .side, .turn, .breadcrumb, .works')]"
          + ".map((each) => each.innerText)";

  private static final String OFFERED =
      "return [...document.querySelectorAll('button, input, select, dialog, form')]"
          + ".filter((each) => each.checkVisibility() && !each.matches('.task-list-item input, li > input'))"
          + ".map((each) => each.outerHTML.slice(0, 100))";

  @Parameter private SitePage page;
  private Browser browser;
  private List<String> expected;
  private List<String> offered;

  @BeforeParameterizedClassInvocation(injectArguments = false)
  void open(Browser shared) {
    browser = shared;
    browser.open(page, View.USUAL);
    browser.setAnswersOpen(true);
    expected = browser.sentences(WORDS);
    browser.open(page, View.USUAL.withoutScripts());
    offered = browser.sentences(OFFERED);
  }

  static Stream<SitePage> samples() {
    return Site.samples().filter(page -> page.size() < 1_000_000);
  }

  @Test
  void allTextsAreThere() {
    browser.setAnswersOpen(true);

    assertThat(browser.sentences(WORDS)).as(page.toString()).isEqualTo(expected);
    assertThat(browser.sentences(Browser.resource("unseen.js"))).as(page.toString()).isEmpty();
  }

  @Test
  void nothingIsOfferedThatNeedsScripts() {
    assertThat(offered).as(page.toString()).isEmpty();
  }
}
