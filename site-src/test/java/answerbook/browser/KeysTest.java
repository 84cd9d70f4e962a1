package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Everything that keys do, and that they can be turned off. */
@InChromium
class KeysTest {
  private static final Site BOOK = Site.real();
  private static final SitePage SECOND = BOOK.page("perceptron/hidden-node.html");

  @Test
  void keysTurnToTheNextQuestionAndBack(Browser browser) {
    Reader reader = new Reader(browser);
    browser.open(SECOND, View.USUAL);
    String next = reader.element(".turn [rel='next']").getDomProperty("href");
    reader.press("n");
    reader.awaitPage(next);

    reader.press("p");

    reader.awaitPage("/" + SECOND.path());
  }

  @Test
  void keysOpenTheAnswerAndAllAnswers(Browser browser) {
    Reader reader = new Reader(browser);
    browser.open(SECOND, View.USUAL);

    reader.press("o");
    reader.await("document.querySelector('details.answer').open");
    assertThat(browser.script("return document.activeElement.localName")).isEqualTo("summary");

    reader.press("a");
    reader.await("!document.querySelector('details.answer').open");
  }

  @Test
  void helpTellsTheKeysAndTurnsThemOff(Browser browser) {
    Reader reader = new Reader(browser);
    browser.open(SECOND, View.USUAL);
    reader.press("?");
    reader.await("document.getElementById('help').open");
    assertThat(reader.text("#help dl")).contains("Next question").contains("n");
    reader.click("#keys-on");
    reader.press(Keys.ESCAPE);
    reader.await("!document.getElementById('help').open");

    reader.press("o", "/");

    assertThat(browser.script("return document.querySelector('details.answer').open"))
        .isEqualTo(false);
    assertThat(browser.script("return document.getElementById('search').open")).isEqualTo(false);
    browser.script("localStorage.clear()");
  }

  @Test
  void keysWithinAFieldAreText(Browser browser) {
    Reader reader = new Reader(browser);
    browser.open(SECOND, View.USUAL);

    reader.type(".asks input", "no");

    assertThat(reader.element(".asks input").getDomProperty("value")).isEqualTo("no");
    assertThat(browser.script("return document.querySelector('details.answer').open"))
        .isEqualTo(false);
  }

  @Test
  void firstTabStopSkipsToTheContent(Browser browser) {
    Reader reader = new Reader(browser);
    browser.open(SECOND, View.USUAL);

    reader.press(Keys.TAB);
    assertThat(browser.script("return getComputedStyle(document.activeElement).clipPath"))
        .isEqualTo("none");
    reader.press(Keys.ENTER);

    reader.await("location.hash === '#content'");
  }

  @Test
  void everythingThatTakesFocusShowsIt(Browser browser) {
    Reader reader = new Reader(browser);
    browser.open(SECOND, View.USUAL);
    browser.setAnswersOpen(true);
    for (int i = 0; i < 40; i++) {
      reader.press(Keys.TAB);

      assertThat(browser.script(Browser.resource("focus.js"))).as("stop %d", i).isEqualTo("shown");
    }
  }
}
