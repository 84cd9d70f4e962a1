package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.browser.View.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No page violates what axe can check of WCAG 2.2 AA and of its best practices. */
@InChromium
class AccessTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

  static Stream<SitePage> samples() {
    return Site.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyLookOfAPageIsAccessible(SitePage page, Browser browser) throws IOException {
    List<String> violations = new ArrayList<>();
    browser.open(page, View.USUAL);
    browser.script(axe());
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
    Object found =
        browser.asyncScript(Browser.resource("axe-run.js"), Map.of(), Map.of("runOnly", RULES));
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  private static String axe() throws IOException {
    try (InputStream in = AccessTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
