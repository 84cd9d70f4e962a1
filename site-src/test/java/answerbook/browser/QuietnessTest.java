package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that are opened from files ask for files alone, and nothing goes wrong on them. */
@InChromium
class QuietnessTest {
  static Stream<SitePage> samples() {
    return Site.samples();
  }

  /** A browser refuses to preload a font from a file, tells so, and then loads it all the same. */
  @ParameterizedTest
  @MethodSource("samples")
  void pageInAFileAsksOnlyForFilesAndTellsNoError(SitePage page, Browser browser) {
    browser.openFile(page, View.USUAL);
    browser.setAnswersOpen(true);

    Happenings happenings = browser.happenings();
    List<String> errors =
        happenings.errors().stream().filter(error -> !error.contains(".woff2")).toList();

    assertThat(happenings.requests())
        .as(page.toString())
        .isNotEmpty()
        .allMatch(address -> address.startsWith("file:///"));
    assertThat(errors).as(page.toString()).isEmpty();
  }
}
