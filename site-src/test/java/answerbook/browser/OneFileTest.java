package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The book in one file, opened from a disk without a network: everything works, nothing is asked.
 */
@InChromium
class OneFileTest {
  private static final long MOST_BYTES = 3_000_000;
  private static final int[] WIDTHS = {320, 768, 1280};

  private final Browser browser;

  OneFileTest(Browser browser) {
    this.browser = browser;
  }

  static Stream<Takeaway> all() {
    return Takeaway.all();
  }

  static Stream<Takeaway> real() {
    return Takeaway.real();
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
  @MethodSource("real")
  void wholeBookIsNoLargerThanPromised(Takeaway book) throws IOException {
    assertThat(Files.size(book.oneFile())).isLessThanOrEqualTo(MOST_BYTES);
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingIsAskedForAndNothingGoesWrong(Takeaway book) {
    browser.openFile(book.oneFile(), View.USUAL);
    browser.setAnswersOpen(true);

    Happenings happenings = browser.happenings();

    assertThat(happenings.requests())
        .contains(book.oneFile().toUri().toString())
        .allMatch(
            address ->
                address.startsWith("data:") || address.equals(book.oneFile().toUri().toString()));
    assertThat(happenings.errors()).isEmpty();
    assertThat(browser.script("return document.fonts.check('20px \"Answerbook Math\"')"))
        .isEqualTo(true);
  }

  @ParameterizedTest
  @MethodSource("all")
  void searchFindsAQuestionAndOpensIt(Takeaway book) {
    browser.openFile(book.oneFile(), View.USUAL);
    TakeawayReader reader = new TakeawayReader(browser);
    String slug = reader.lastSlug();

    reader.search(reader.title(slug));
    assertThat(reader.hits()).first().asString().contains(slug);
    reader.followFirstHit();

    assertThat(reader.isInSight(slug)).isTrue();
    assertThat(browser.happenings().errors()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void ratingIsKeptAndTheQuestionGoesBackToItsPlace(Takeaway book) {
    browser.openFile(book.oneFile(), View.USUAL);
    TakeawayReader reader = new TakeawayReader(browser);
    reader.forget();
    List<String> order = reader.slugs();

    reader.follow("#view-practice");
    reader.rateOneQuestion();
    assertThat(reader.slugs()).isEqualTo(order);
    browser.openFile(book.oneFile(), View.USUAL);

    assertThat(reader.progress()).startsWith("1 of " + order.size() + " question");
    assertThat(browser.happenings().errors()).isEmpty();
    reader.forget();
  }

  @ParameterizedTest
  @MethodSource("all")
  void withoutScriptsEverythingStandsThere(Takeaway book) {
    browser.openFile(book.oneFile(), View.USUAL.withoutScripts());

    assertThat(browser.sentences(Browser.resource("hidden-text.js"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingSticksOutOfThePage(Takeaway book) {
    List<String> found = new ArrayList<>();
    browser.openFile(book.oneFile(), View.USUAL);
    browser.setAnswersOpen(true);
    for (int width : WIDTHS) {
      browser.showSettled(View.USUAL.width(width));
      browser
          .sentences(Browser.resource("overflow.js"))
          .forEach(each -> found.add("at " + width + " px " + each));
    }

    assertThat(found).isEmpty();
  }
}
