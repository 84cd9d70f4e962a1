package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a reader has asked of their system is kept to: less motion, and colours of their own. */
@InChromium
class PreferencesTest {
  private static final SitePage QUESTION =
      Site.real().page("activation-functions/four-activations.html");

  @Test
  void nothingMovesForWhoWantsLessMotion(Browser browser) {
    browser.open(QUESTION, View.USUAL);

    assertThat(
            browser.sentences(
                "return [...document.querySelectorAll('*')].filter((each) => ['', '::before', '::after'].some((part) => {"
                    + " const style = getComputedStyle(each, part);"
                    + " return style.transitionDuration !== '0s' || style.animationName !== 'none'"
                    + " || style.scrollBehavior === 'smooth'; })).map((each) => each.outerHTML.slice(0, 80))"))
        .isEmpty();
  }

  @Test
  void forcedColoursKeepBordersDrawingsAndTheCurrentPlace(Browser browser) {
    browser.open(QUESTION, View.USUAL.withForcedColors());
    browser.setAnswersOpen(true);
    assertThat(browser.script("return matchMedia('(forced-colors: active)').matches"))
        .isEqualTo(true);

    assertThat(style(browser, ".answer > summary", "borderTopStyle")).isEqualTo("solid");
    assertThat(style(browser, "pre:not(.output)", "borderTopStyle")).isEqualTo("solid");
    assertThat(style(browser, "pre", "backgroundImage")).isEqualTo("none");
    assertThat(style(browser, ".side [aria-current]", "outlineStyle")).isEqualTo("solid");
    assertThat(style(browser, ".drawing .f-s1", "color"))
        .isEqualTo(style(browser, "body", "color"));
    assertThat(browser.sentences(Browser.resource("contrast.js"))).isEmpty();
  }

  private static Object style(Browser browser, String selector, String property) {
    return browser.script(
        "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]",
        selector,
        property);
  }
}
