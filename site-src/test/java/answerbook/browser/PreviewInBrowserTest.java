package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.cli.MiniBook;
import answerbook.cli.Preview;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author sees in the browser while the files change. */
@InChromium
class PreviewInBrowserTest {
  private static final String QUESTION = "content/topic/all-kinds.md";
  private static final String PROGRAM = "answers/topic/AllKinds.java";

  /** Calls back as soon as a condition holds; its result says whether it ever did. */
  private static final String AWAIT =
      """
      const [condition, done] = arguments;
      const holds = new Function(`return ${condition}`);
      const end = Date.now() + 55000;
      const look = () => holds() ? done(true) : Date.now() > end ? done(false) : setTimeout(look, 5);
      look();
      """;

  private static final String OVERLAY =
      "document.querySelector('answerbook-preview')?.shadowRoot.querySelector('section:not([hidden])')?.textContent"
          + " ?? ''";

  @TempDir private Path folder;
  private MiniBook book;
  private Preview preview;

  @BeforeEach
  void start() throws InterruptedException {
    book = MiniBook.copyOf("results", folder);
    preview = book.recordingPreview();
    preview.awaitCalm();
  }

  @AfterEach
  void end() {
    preview.close();
  }

  @Test
  void proseIsRefreshedInPlace(Browser browser) {
    open(browser);
    browser.script(
        "window.untouched = true;"
            + "document.querySelector('details.answer').open = true;"
            + "document.querySelector('details.answer summary').focus();"
            + "scrollTo({top: 400, behavior: 'instant'})");
    Object scroll = browser.script("return scrollY");

    book.edit(QUESTION, "A network.", "One network.");
    await(browser, "document.querySelector('.question').textContent.includes('One network.')");
    book.edit(QUESTION, "In [@plot:curve]", "Anew in [@plot:curve]");

    await(browser, "document.querySelector('.answer-body').textContent.includes('Anew in')");
    assertThat(browser.script("return window.untouched")).as("no reload").isEqualTo(true);
    assertThat(browser.script("return document.querySelector('details.answer').open"))
        .isEqualTo(true);
    assertThat(browser.script("return scrollY")).isEqualTo(scroll);
    assertThat(browser.script("return document.activeElement.localName")).isEqualTo("summary");
    assertThat(browser.happenings().errors()).isEmpty();
  }

  @Test
  void programIsRunAgainAndItsValueIsShown(Browser browser) {
    open(browser);

    book.edit(PROGRAM, "-0.04", "-0.06");

    await(browser, "document.querySelector('.question-body').textContent.includes('−0.1')");
    assertThat(book.read("answers/topic/AllKinds.json")).contains("-0.06");
  }

  @Test
  void mistakeLiesOverTheLastGoodPageUntilItIsMended(Browser browser) {
    open(browser);
    String before = main(browser);

    book.edit(QUESTION, "A network.", "A network with $\\fraq{1}{2}$.");
    await(browser, "(" + OVERLAY + ") !== ''");

    assertThat(browser.script("return " + OVERLAY).toString())
        .contains("A mistake; this is the last good page")
        .contains(QUESTION + ":36:33")
        .contains("Undefined control sequence: \\fraq")
        .contains("^")
        .contains("katex.org/docs/supported");
    assertThat(main(browser)).isEqualTo(before);

    book.edit(QUESTION, "\\fraq", "\\frac");
    await(browser, "(" + OVERLAY + ") === ''");

    assertThat(main(browser)).isNotEqualTo(before).contains("A network with");
  }

  @Test
  void mistakeInAProgramAndInATemplateAreTold(Browser browser) {
    open(browser);
    book.edit(PROGRAM, "double small = 1.25e-7;", "double small = 1.25e-7");
    await(browser, "(" + OVERLAY + ").includes('AllKinds.java:9:')");
    book.edit(PROGRAM, "double small = 1.25e-7", "double small = 1.25e-7;");
    await(browser, "(" + OVERLAY + ") === ''");

    book.edit("templates/tag.ftlh", "<main id=\"content\">", "<main id=\"content\">${absent}");
    await(browser, "(" + OVERLAY + ").includes('templates/tag.ftlh:')");
    book.edit("templates/tag.ftlh", "${absent}", "");
    await(browser, "(" + OVERLAY + ") === ''");
  }

  @Test
  void deletedPageStaysOnTheScreenWithANote(Browser browser) throws Exception {
    open(browser);
    String before = main(browser);
    Path hidden = folder.resolve("hidden.md");

    Files.move(folder.resolve(QUESTION), hidden);
    await(browser, "(" + OVERLAY + ").includes(\"there is no file 'all-kinds.md'\")");
    assertThat(main(browser)).isEqualTo(before);

    Files.move(hidden, folder.resolve(QUESTION));
    await(browser, "(" + OVERLAY + ") === ''");
  }

  @Test
  void stylesAndScriptsArriveToo(Browser browser) {
    open(browser);
    browser.script("window.untouched = true");
    String css = "site-src/assets/css/page.css";
    book.write(css, book.read(css) + "\nh1 { color: rgb(1, 2, 3) !important; }\n");
    await(browser, "getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)'");
    assertThat(browser.script("return window.untouched")).isEqualTo(true);

    browser.script("document.querySelector('details.answer').open = true");
    String js = "site-src/assets/js/overflow.js";
    book.write(js, book.read(js) + "\nglobalThis.arrived = true;\n");
    await(browser, "globalThis.arrived === true && document.querySelector('details.answer').open");
  }

  private void open(Browser browser) {
    browser.openAddress(preview.address() + "topic/all-kinds.html");
    await(browser, "document.documentElement.dataset.preview !== undefined");
  }

  private static String main(Browser browser) {
    return browser.script("return document.querySelector('main').textContent").toString();
  }

  private static void await(Browser browser, String condition) {
    assertThat(browser.asyncScript(AWAIT, condition)).as(condition).isEqualTo(true);
  }
}
