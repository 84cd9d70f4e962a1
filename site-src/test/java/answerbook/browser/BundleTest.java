package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The site as a zip, unpacked and opened from its folder without a network. */
@InChromium
class BundleTest {
  private final Browser browser;

  BundleTest(Browser browser) {
    this.browser = browser;
  }

  static Stream<Takeaway> all() {
    return Takeaway.all();
  }

  @BeforeEach
  void takeTheNetworkAway() {
    browser.setOffline(true);
  }

  @AfterEach
  void giveTheNetworkBack() {
    browser.setOffline(false);
  }

  @ParameterizedTest
  @MethodSource("all")
  void searchFromTheFirstPageLeadsToAQuestionsPage(Takeaway book) {
    browser.openFile(book.folder().resolve("practice.html"), View.USUAL);
    TakeawayReader reader = new TakeawayReader(browser);
    String slug = reader.lastSlug();
    String title = reader.title(slug);
    browser.openFile(book.folder().resolve("index.html"), View.USUAL);

    reader.search(title);
    reader.followFirstHit();

    assertThat(reader.isInSight(slug)).isTrue();
    assertThat(browser.happenings().requests()).allMatch(address -> address.startsWith("file:"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void ratingIsKept(Takeaway book) {
    browser.openFile(book.folder().resolve("practice.html"), View.USUAL);
    TakeawayReader reader = new TakeawayReader(browser);
    reader.forget();

    reader.rateOneQuestion();
    browser.openFile(book.folder().resolve("practice.html"), View.USUAL);

    assertThat(reader.progress()).startsWith("1 of ");
    reader.forget();
  }
}
