package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.cli.VectorBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a malicious contributor may write, in every place where something can be written, is refused
 * by the build or does nothing in a browser: no script runs, nothing is asked for, no dialog opens,
 * and the page holds nothing that could.
 */
@InChromium
class XssTest {
  @TempDir private static Path folder;
  private static VectorBook book;

  @BeforeAll
  static void build() {
    book = VectorBook.build(folder);
  }

  @Test
  void everyVectorIsRefusedOrInert(Browser browser) throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.walk(book.site())) {
      pages = files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
    assertThat(pages).hasSizeGreaterThan(10);
    for (Path file : pages) {
      SitePage page = SitePage.of("vectors", book.site(), file);
      if (page.kind().equals("question-page") && !book.isSample(file)) {
        continue; // The page of the whole book shows the same.
      }
      browser.openFile(page, View.USUAL);
      browser.setAnswersOpen(true);
      assertThat(browser.sentences(Browser.resource("active.js"))).as(page.toString()).isEmpty();
      assertThat(browser.happenings().requests())
          .as(page.toString())
          .allMatch(address -> address.startsWith(book.site().toUri().toString()));
    }
    System.out.println(book.told() + "; " + pages.size() + " pages");
  }

  @Test
  void foundOnesAreInertInTheListOfASearch(Browser browser) {
    SitePage home = SitePage.of("vectors", book.site(), book.site().resolve("index.html"));
    browser.openFile(home, View.USUAL);
    browser.script("document.querySelector('[data-opens=search]').click()");
    new Reader(browser).element("#search-words").sendKeys("xss");
    browser.asyncScript("setTimeout(arguments[0], 1500)");

    assertThat(browser.script("return document.querySelector('#search').innerText").toString())
        .contains("__xss");
    assertThat(browser.sentences(Browser.resource("active.js"))).isEmpty();
  }
}
