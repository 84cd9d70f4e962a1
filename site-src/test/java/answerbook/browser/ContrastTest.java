package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.browser.View.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts, code in all its colours among them, can be told from their ground in both themes. */
@InChromium
class ContrastTest {
  static Stream<SitePage> samples() {
    return Site.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyTextStandsOutFromItsGround(SitePage page, Browser browser) {
    List<String> found = new ArrayList<>();
    browser.open(page, View.USUAL);
    browser.setAnswersOpen(true);
    for (Theme theme : Theme.values()) {
      browser.show(View.USUAL.theme(theme));
      browser
          .sentences(Browser.resource("contrast.js"))
          .forEach(each -> found.add(theme + " " + each));
    }

    assertThat(found).as(page.toString()).isEmpty();
  }
}
