package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.browser.View.Theme;
import org.junit.jupiter.api.Test;

/** The reader's choice between light, dark, and what the system says. */
@InChromium
class ThemeTest {
  private static final String PAPER = "return getComputedStyle(document.body).backgroundColor";
  private static final String LIGHT = "rgb(253, 252, 250)";
  private static final String DARK = "rgb(23, 25, 28)";
  private static final SitePage HOME = Site.real().page("index.html");

  @Test
  void systemDecidesAtFirst(Browser browser) {
    browser.open(HOME, View.USUAL.theme(Theme.LIGHT));
    assertThat(browser.script(PAPER)).isEqualTo(LIGHT);

    browser.show(View.USUAL.theme(Theme.DARK));

    assertThat(browser.script(PAPER)).isEqualTo(DARK);
  }

  @Test
  void choiceIsKeptOverPagesAndIsThereBeforeTheFirstPaint(Browser browser) {
    Reader reader = new Reader(browser);
    browser.open(HOME, View.USUAL);
    reader.click(".theme");
    assertThat(reader.text(".theme")).isEqualTo("Light");
    reader.click(".theme");
    assertThat(reader.text(".theme")).isEqualTo("Dark");
    assertThat(browser.script(PAPER)).isEqualTo(DARK);

    reader.click(".topics .title a");

    reader.awaitPage("/perceptron/index.html");
    assertThat(browser.script(PAPER)).isEqualTo(DARK);
    assertThat(browser.script("return themeAtFirst")).isEqualTo("dark");
    assertThat(reader.text(".theme")).isEqualTo("Dark");
    reader.click(".theme");
    assertThat(reader.text(".theme")).isEqualTo("Auto");
    assertThat(browser.script(PAPER)).isEqualTo(LIGHT);
  }
}
