package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Answers are closed, and open by all the ways that a reader may take to what is in them. */
@InChromium
class AnswersTest {
  private static final String OPEN = "document.querySelectorAll('details.answer[open]').length";
  private static final String ALL = "document.querySelectorAll('details.answer').length";
  private static final SitePage QUESTION = Site.real().page("perceptron/hidden-node.html");

  @Test
  void answersAreClosedAtFirstAndOneOpensByItsBar(Browser browser) {
    Reader reader = new Reader(browser);
    browser.open(QUESTION, View.USUAL);
    assertThat(browser.script("return " + OPEN)).isEqualTo(0L);

    reader.click("details.answer > summary");

    reader.await(OPEN + " === 1");
  }

  @Test
  void allAnswersOpenAndCloseAtOnce(Browser browser) {
    Reader reader = new Reader(browser);
    browser.open(Site.all().get(1).page("book.html"), View.USUAL);

    reader.click("[data-answers='all']");
    reader.await(OPEN + " > 1 && " + OPEN + " === " + ALL);
    reader.await(
        "document.querySelector(\"[data-answers='all']\").textContent.startsWith('Close')");

    reader.click("[data-answers='all']");
    reader.await(OPEN + " === 0");
  }

  @Test
  void addressOfSomethingInsideAnAnswerOpensIt(Browser browser) {
    Reader reader = new Reader(browser);
    browser.open(QUESTION, View.USUAL);
    Object id = browser.script("return document.querySelector('.answer-body [id]').id");

    browser.openAt(QUESTION, "#" + id, View.USUAL);

    reader.await(OPEN + " === 1");
    reader.await(
        "(top => top >= -1 && top < innerHeight)(document.getElementById(arguments[0]).getBoundingClientRect().top)",
        id);
  }

  @Test
  void textThatIsFoundInAClosedAnswerOpensIt(Browser browser) {
    Reader reader = new Reader(browser);
    browser.open(QUESTION, View.USUAL);
    Object words =
        browser.script(
            "return document.querySelector('.answer-body > p').textContent.match(/[A-Za-z]+ [a-z]+ [a-z]+/)[0]");

    browser.openAt(QUESTION, "#:~:text=" + words.toString().replace(" ", "%20"), View.USUAL);

    reader.await(OPEN + " === 1");
  }

  @Test
  void closedAnswersArePrintedToo(Browser browser) throws IOException {
    browser.open(QUESTION, View.USUAL);
    List<String> words =
        browser.sentences(
            "return [...document.querySelectorAll('.answer-body > p')].map((paragraph) => {"
                + " const copy = paragraph.cloneNode(true);"
                + " copy.querySelectorAll('.katex, code').forEach((each) => each.remove());"
                + " return copy.textContent.match(/[a-z]{5,}/)?.[0]; }).filter((word) => word)");
    assertThat(words).isNotEmpty();

    String printed = printed(browser);

    assertThat(printed).contains(words);
    assertThat(printed).doesNotContain("Related questions", "Whole book", "hide");
  }

  @Test
  void answersStayAsTheyWereAfterPrinting(Browser browser) throws IOException {
    browser.open(QUESTION, View.USUAL);

    printed(browser);

    assertThat(browser.script("return " + OPEN)).isEqualTo(0L);
  }

  private static String printed(Browser browser) throws IOException {
    Map<String, Object> pdf = browser.driver().executeCdpCommand("Page.printToPDF", Map.of());
    byte[] bytes = Base64.getDecoder().decode(pdf.get("data").toString());
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
