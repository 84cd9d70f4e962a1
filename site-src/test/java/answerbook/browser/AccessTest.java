package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.browser.View.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No page violates what axe can check of WCAG 2.2 AA and of its best practices. */
@InChromium
class AccessTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

  /** Those that another theme can break: it changes colours alone. */
  private static final List<String> OF_COLOUR = List.of("color-contrast", "link-in-text-block");

  private static final long BIG = 1_000_000;
  private static final String KEEP_TWO_QUESTIONS_OF_EACH_TOPIC =
      "document.querySelectorAll('.topic .question:nth-of-type(n+3)').forEach((each) => each.remove())";

  static Stream<SitePage> samples() {
    return Site.samples();
  }

  /**
   * Of the whole book, in which axe would be busy for minutes, the frame and two questions of each
   * topic; that no id is there twice in it, the HTML checker sees.
   */
  @ParameterizedTest
  @MethodSource("samples")
  void everyLookOfAPageIsAccessible(SitePage page, Browser browser) throws IOException {
    List<String> violations = new ArrayList<>();
    browser.open(page, View.USUAL);
    if (page.size() > BIG) {
      browser.script(KEEP_TWO_QUESTIONS_OF_EACH_TOPIC);
    }
    for (boolean open : looks(browser)) {
      browser.setAnswersOpen(open);
      violations.addAll(violations(browser, open ? "answers open" : "answers closed"));
    }

    assertThat(violations).as(page.toString()).isEmpty();
  }

  @Test
  void searchIsAccessible(Browser browser) throws IOException {
    Reader reader = new Reader(browser);
    browser.open(Site.real().page("index.html"), View.USUAL);
    reader.press("/");
    reader.await("document.activeElement?.id === 'search-words'");
    reader.press("sigmoid");
    reader.await("document.querySelectorAll('#search .hits a').length > 0");

    assertThat(violations(browser, "search")).isEmpty();
  }

  @Test
  void helpIsAccessible(Browser browser) throws IOException {
    Reader reader = new Reader(browser);
    browser.open(Site.real().page("index.html"), View.USUAL);
    reader.press("?");
    reader.await("document.getElementById('help').open");

    assertThat(violations(browser, "help")).isEmpty();
  }

  @Test
  void practiceIsAccessible(Browser browser) throws IOException {
    Reader reader = new Reader(browser);
    browser.open(Site.real().page("practice.html"), View.USUAL);
    reader.click("[value='numbers']");
    reader.click("#choice [type='submit']");
    reader.await("document.querySelector('#run .run-card h2') !== null");
    List<String> violations = new ArrayList<>(violations(browser, "thinking"));
    reader.press("o");
    reader.await("!document.querySelector('#run .run-rate').hidden");
    violations.addAll(violations(browser, "revealed"));

    assertThat(violations).isEmpty();
  }

  /** With everything closed and with everything open; a page where nothing opens has one look. */
  private static boolean[] looks(Browser browser) {
    boolean opens = (Boolean) browser.script("return document.querySelector('details') !== null");
    return opens ? new boolean[] {false, true} : new boolean[] {false};
  }

  /** All rules in the light, and in the dark those of colours. */
  private static List<String> violations(Browser browser, String look) throws IOException {
    List<String> found = new ArrayList<>();
    browser.script("if (!globalThis.axe) {" + axe() + "}");
    for (Theme theme : Theme.values()) {
      browser.show(View.USUAL.theme(theme));
      Object tags = theme == Theme.LIGHT ? RULES : OF_COLOUR;
      for (Object each : (List<?>) browser.asyncScript(Browser.resource("axe-run.js"), tags)) {
        found.add(theme + ", " + look + ": " + each);
      }
    }
    browser.show(View.USUAL);
    return found;
  }

  private static String axe() throws IOException {
    try (InputStream in = AccessTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
