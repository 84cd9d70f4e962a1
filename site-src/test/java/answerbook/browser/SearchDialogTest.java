package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** Search by keyboard, as a reader would, on the web and from a folder. */
@InChromium
class SearchDialogTest {
  private static final String HITS = "document.querySelectorAll('#search .hits a').length";

  /** Where the page comes from. */
  enum From {
    SERVER,
    FILE;

    void open(Browser browser) {
      SitePage home = Site.real().page("index.html");
      if (this == SERVER) {
        browser.open(home, View.USUAL);
      } else {
        browser.openFile(home, View.USUAL);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void wordsAreFoundWhateverTheirCase(From from, Browser browser) {
    Reader reader = search(from, browser, "relu");

    assertThat(reader.text("#search .hits li:first-child")).contains("ReLU");
    assertThat(reader.text("#search .hits mark")).isEqualToIgnoringCase("relu");
    assertThat(reader.text("#search .state")).matches("\\d+ questions");
  }

  @ParameterizedTest
  @EnumSource
  void wordWithASlipIsFound(From from, Browser browser) {
    Reader reader = search(from, browser, "sigmiod");

    assertThat(reader.text("#search .hits mark")).startsWithIgnoringCase("sigmoid");
  }

  @ParameterizedTest
  @EnumSource
  void wordOfTexIsFoundInAFormula(From from, Browser browser) {
    search(from, browser, "nabla");

    assertThat(browser.script("return document.querySelector('#search .hits mark').textContent"))
        .isEqualTo("∇");
  }

  @ParameterizedTest
  @EnumSource
  void arrowsChooseAHitAndEnterLandsAtIt(From from, Browser browser) {
    Reader reader = search(from, browser, "dropout inverted");
    reader.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP);
    reader.await("document.activeElement === document.querySelector('#search .hits a')");
    String address = reader.element("#search .hits a").getDomProperty("href");
    String title = reader.text("#search .hits strong");

    reader.press(Keys.ENTER);

    reader.awaitPage(address);
    assertThat(reader.text("h1")).isEqualTo(title);
    reader.await(
        "document.querySelector('details.answer').open === location.hash.endsWith('--answer')");
  }

  @ParameterizedTest
  @EnumSource
  void nothingFoundIsSaidAndEscapeCloses(From from, Browser browser) {
    Reader reader = new Reader(browser);
    from.open(browser);
    reader.press("/");
    reader.await("document.activeElement?.id === 'search-words'");
    reader.press("qqqqzzzz");
    reader.await("document.querySelector('#search .state').textContent === 'Nothing found.'");

    reader.press(Keys.ESCAPE);

    reader.await("!document.getElementById('search').open");
    assertThat(browser.happenings().errors())
        .filteredOn(error -> !error.contains(".woff2"))
        .isEmpty();
  }

  private static Reader search(From from, Browser browser, String words) {
    Reader reader = new Reader(browser);
    from.open(browser);
    reader.press("/");
    reader.await("document.activeElement?.id === 'search-words'");
    reader.press(words);
    reader.await(HITS + " > 0 && document.querySelector('#search .hits mark') !== null");
    return reader;
  }
}
