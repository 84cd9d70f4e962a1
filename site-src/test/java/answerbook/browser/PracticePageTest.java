package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Practice, from the choice of questions to what is kept of it. */
@InChromium
class PracticePageTest {
  private static final SitePage PRACTICE = Site.real().page("practice.html");
  private static final String CARD = "#run .run-card h2";
  private static final String ENTRIES = "return [...document.querySelectorAll('.all-questions li";

  @BeforeEach
  void nobodyHasPractised(Browser browser) {
    browser.open(PRACTICE, View.USUAL);
    browser.script("localStorage.clear()");
    new Reader(browser).reload();
  }

  @Test
  void questionsAreChosenByTopicLevelAndTag(Browser browser) {
    Reader reader = new Reader(browser);
    reader.click("#choice [value='all'][name='which']");
    reader.click("#choice-limit option:last-child");
    for (String topic :
        browser.sentences(
            "return [...document.querySelectorAll('[name=topic]')].slice(1).map((e) => e.value)")) {
      reader.click("[name='topic'][value='" + topic + "']");
    }
    assertThat(offered(reader)).isEqualTo(entries(browser, "[data-topic=perceptron]')].length"));

    reader.click("[name='level'][value='easy']");
    reader.click("[name='level'][value='hard']");
    assertThat(offered(reader))
        .isEqualTo(entries(browser, "[data-topic=perceptron][data-level=medium]')].length"));

    reader.click("[name='level'][value='easy']");
    reader.click("[name='level'][value='hard']");
    reader.click("#choice-tag option[value='bias']");
    assertThat(offered(reader))
        .isEqualTo(entries(browser, "[data-topic=perceptron][data-tags~=bias]')].length"))
        .isPositive();
  }

  @Test
  void ratedQuestionIsKeptOverAReload(Browser browser) {
    Reader reader = new Reader(browser);
    start(reader);
    assertThat(reader.text("#run .run-bar")).contains("Question 1 of 10");
    assertThat(reader.element("#run .run-rate").isDisplayed()).isFalse();

    rate(reader, "3");
    reader.await("document.querySelector('#run .run-bar p').textContent === 'Question 2 of 10'");
    reader.click("[data-run='end']");
    reader.reload();

    assertThat(reader.text("#progress [role='status']"))
        .startsWith("1 of 101 questions rated, 0 due");
    assertThat(reader.text(".all-questions li:first-child small")).matches("due \\d+ [A-Z][a-z]+");
  }

  @Test
  void whatWasMissedComesFirstNextTime(Browser browser) {
    Reader reader = new Reader(browser);
    start(reader);
    rate(reader, "4");
    reader.await("document.querySelector('#run .run-bar p').textContent === 'Question 2 of 10'");
    reader.await("document.querySelector('#run details.answer:not([open])') !== null");
    String missed = reader.text(CARD);
    rate(reader, "1");
    reader.await("document.querySelector('#run .run-rate').hidden");
    reader.click("[data-run='end']");

    reader.click("[name='order'][value='weakest']");
    reader.click("#choice [type='submit']");

    reader.await("document.querySelector(arguments[0])?.innerText === arguments[1]", CARD, missed);
  }

  @Test
  void progressIsSavedAsAFileAndReadAgain(Browser browser, @TempDir Path folder)
      throws IOException {
    Reader reader = new Reader(browser);
    browser.command(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toString()));
    start(reader);
    rate(reader, "3");
    reader.await("document.querySelector('#run .run-bar p').textContent === 'Question 2 of 10'");
    reader.click("[data-run='end']");
    reader.click("[data-progress='export']");
    Path file = saved(folder);
    assertThat(file.getFileName().toString())
        .matches("answerbook-progress-\\d{4}-\\d\\d-\\d\\d\\.json");

    reader.click("[data-progress='forget']");
    browser.driver().switchTo().alert().accept();
    reader.await(
        "document.querySelector('#progress [role=status]').textContent.includes('0 of 101')");
    reader.element("#progress input").sendKeys(file.toString());

    reader.await(
        "document.querySelector('#progress [role=status]').textContent.startsWith('The file was read. 1 of 101')");
  }

  @Test
  void fileThatIsNoneIsRefused(Browser browser, @TempDir Path folder) throws IOException {
    Reader reader = new Reader(browser);
    Path file = Files.writeString(folder.resolve("other.json"), "{}");

    reader.element("#progress input").sendKeys(file.toString());

    reader.await(
        "document.querySelector('#progress [role=status]').textContent.startsWith('This is no file of progress.')");
  }

  @Test
  void typedNumberIsJudged(Browser browser) {
    Reader reader = new Reader(browser);
    reader.click("#choice [value='numbers']");
    reader.click("[name='order'][value='book']");
    reader.click("#choice [type='submit']");
    reader.await("document.querySelector('.run-card .asks input') !== null");
    String right = reader.element(".run-card .asks input").getDomAttribute("data-written");

    reader.type(".run-card .asks input", right);
    reader.click(".run-card .asks button");
    assertThat(reader.text(".run-card .asks output")).contains("Right");

    reader.type(".run-card .asks input", right + "7");
    reader.click(".run-card .asks button");
    assertThat(reader.text(".run-card .asks output")).isEqualTo("Not this.");

    reader.type(".run-card .asks input", "about one");
    reader.click(".run-card .asks button");
    assertThat(reader.text(".run-card .asks output")).startsWith("Type a number");
  }

  @Test
  void fromAFolderItWorksWithoutANetwork(Browser browser) {
    Reader reader = new Reader(browser);
    offline(browser, true);
    try {
      browser.openFile(PRACTICE, View.USUAL);
      browser.script("localStorage.clear()");
      reader.reload();
      start(reader);
      rate(reader, "2");
      reader.await("document.querySelector('#run .run-bar p').textContent === 'Question 2 of 10'");
      assertThat(browser.happenings().requests())
          .isNotEmpty()
          .allMatch(each -> each.startsWith("file:"));
    } finally {
      offline(browser, false);
    }
  }

  private static void start(Reader reader) {
    reader.click("[name='order'][value='book']");
    reader.click("#choice [type='submit']");
    reader.await("document.querySelector('" + CARD + "') !== null");
  }

  private static void rate(Reader reader, String key) {
    reader.await("document.querySelector('#run details.answer:not([open])') !== null");
    reader.press("o");
    reader.await("!document.querySelector('#run .run-rate').hidden");
    reader.press(key);
  }

  private static long offered(Reader reader) {
    return Long.parseLong(reader.text("#choice .start [role='status']").replaceAll("\\D", ""));
  }

  private static long entries(Browser browser, String rest) {
    return (Long) browser.script(ENTRIES + rest);
  }

  private static Path saved(Path folder) throws IOException {
    for (int i = 0; i < 600; i++) {
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> done = files.filter(file -> file.toString().endsWith(".json")).toList();
        if (!done.isEmpty()) {
          return done.get(0);
        }
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("nothing was saved in " + folder);
  }

  private static void offline(Browser browser, boolean offline) {
    browser.command(
        "Network.emulateNetworkConditions",
        Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }
}
