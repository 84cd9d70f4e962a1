package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.browser.View.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No page violates what axe can check of WCAG 2.2 AA and of its best practices. */
@InChromium
class AccessTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");
  private static final long BIG = 1_000_000;

  static Stream<SitePage> samples() {
    return Site.samples();
  }

  /**
   * Of the whole book, in which axe would be busy for minutes, only what is around the texts: they
   * are those of the questions' pages, and the mini-books have whole books too.
   */
  @ParameterizedTest
  @MethodSource("samples")
  void everyLookOfAPageIsAccessible(SitePage page, Browser browser) throws IOException {
    List<String> violations = new ArrayList<>();
    browser.open(page, View.USUAL);
    browser.script(axe());
    if (page.size() > BIG) {
      browser.script("document.querySelectorAll('.prose').forEach(each => each.remove())");
    }
    for (Theme theme : Theme.values()) {
      browser.show(View.USUAL.theme(theme));
      for (boolean open : new boolean[] {false, true}) {
        browser.setAnswersOpen(open);
        String look = theme + (open ? ", answers open: " : ", answers closed: ");
        violations(browser).forEach(each -> violations.add(look + each));
      }
    }

    assertThat(violations).as(page.toString()).isEmpty();
  }

  private static List<String> violations(Browser browser) {
    Object found = browser.asyncScript(Browser.resource("axe-run.js"), RULES);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  private static String axe() throws IOException {
    try (InputStream in = AccessTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
