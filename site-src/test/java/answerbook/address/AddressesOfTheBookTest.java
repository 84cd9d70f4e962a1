package answerbook.address;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.markdown.RenderedBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/**
 * Whatever the built book publishes is recorded, so that the build notices when it goes. {@code mvn
 * -Daddresses.record} adds what is new.
 */
class AddressesOfTheBookTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Path SITE = ROOT.resolve("target/site");
  private static final RenderedBook.Text NOTHING = new RenderedBook.Text("", "");
  private static final RenderedBook NO_BOOK =
      new RenderedBook(NOTHING, NOTHING, List.of(), Map.of());

  @Test
  void everyPageAndEveryAnchorIsRecorded() throws IOException {
    Set<String> recorded = AddressList.read(ROOT).lines().keySet();
    List<String> published = new ArrayList<>(LiveAddresses.of(SITE, NO_BOOK));
    for (String page : List.copyOf(published)) {
      published.addAll(anchors(page));
    }

    assertThat(published).hasSizeGreaterThan(1000);
    assertThat(recorded).containsAll(published);
  }

  /** Headings and figures of a question, and references. */
  private static List<String> anchors(String page) throws IOException {
    if (!page.endsWith(".html")) {
      return List.of();
    }
    Path file = SITE.resolve(page);
    String slug = file.getFileName().toString().replace(".html", "");
    String selector =
        page.equals("references.html")
            ? "main li[id]"
            : "main :is(h2, h3, h4, figure)[id^=" + slug + "--]";
    return Jsoup.parse(Files.readString(file)).select(selector).stream()
        .map(element -> page + "#" + element.id())
        .toList();
  }
}
