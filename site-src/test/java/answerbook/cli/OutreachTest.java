package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

/** What a published site tells machines, and what one without an address leaves out. */
class OutreachTest {
  private static final String URL = "https://example.org/mini/";
  private static final String QUESTION = "topic/dialect";

  @TempDir private static Path folder;
  private static MiniBook book;
  private static MiniBook unpublished;

  @BeforeAll
  static void build() {
    book = MiniBook.copyOf("markdown", folder.resolve("published"));
    Repository repository = Repository.in(book.root());
    repository.commit("2026-01-02T10:00:00+02:00", "First questions");
    String dialect = "content/topic/dialect.md";
    book.edit(dialect, "In a list:", "In a list, </script>:");
    repository.commit("2026-02-03T10:00:00Z", "Say what & why < how");
    assertThat(book.build()).as(book.output()).isTrue();

    unpublished = MiniBook.copyOf("results", folder.resolve("unpublished"));
    assertThat(unpublished.build()).as(unpublished.output()).isTrue();
  }

  @Test
  void everyPageNamesItselfAndAPictureThatIsThere() throws IOException {
    for (Path file : pages(book)) {
      Document page = Jsoup.parse(file);
      String address = book.site().relativize(file).toString();
      if (!address.equals("404.html")) {
        String canonical = URL + address.replaceFirst("index\\.html$", "");
        assertThat(page.selectFirst("link[rel=canonical]").attr("href")).isEqualTo(canonical);
        assertThat(meta(page, "og:url")).isEqualTo(canonical);
        assertThat(meta(page, "og:image")).startsWith(URL + "pictures/");
        Path picture = book.site().resolve(meta(page, "og:image").substring(URL.length()));
        assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(meta(page, "og:image:alt")).contains(page.title().split(" · ")[0]);
      }
      assertThat(meta(page, "og:title")).isNotBlank().doesNotContain("$", "\\");
      assertThat(page.selectFirst("meta[name=description]").attr("content")).isNotBlank();
    }
  }

  @Test
  void titlesAreToldApart() throws IOException {
    List<String> titles = new ArrayList<>();
    for (Path file : pages(book)) {
      titles.add(Jsoup.parse(file).title());
    }

    assertThat(titles).doesNotHaveDuplicates();
  }

  @Test
  void questionIsAFlashCardWithItsShortAnswer() throws IOException {
    JsonNode data = structured(book, QUESTION);

    JsonNode quiz = data.get(0);
    assertThat(quiz.get("@context").asText()).isEqualTo("https://schema.org");
    assertThat(quiz.get("@type").asText()).isEqualTo("Quiz");
    JsonNode card = quiz.get("hasPart").get(0);
    assertThat(card.get("eduQuestionType").asText()).isEqualTo("Flashcard");
    assertThat(card.get("text").asText()).startsWith("Struck out, emphasis").contains("σ(z)");
    assertThat(card.get("acceptedAnswer").get("text").asText())
        .startsWith("The answer cites Glorot")
        .endsWith("See Figure 1.");
    JsonNode path = data.get(1);
    assertThat(path.get("@type").asText()).isEqualTo("BreadcrumbList");
    assertThat(path.get("itemListElement").get(2).get("item").asText())
        .isEqualTo(URL + QUESTION + ".html");
  }

  @Test
  void markdownOfAQuestionHasWhatProgramsComputed() {
    String text = unpublished.read("target/site/topic/all-kinds.md");

    assertThat(text)
        .startsWith("# All kinds of results\n\n[")
        .contains("\n## Answer\n\nA vector [")
        .contains("```java\n", "```python\n", "```text\n", "\n|---|")
        .contains("**Figure 1** A caption over two lines,\nwith **strong** text. (What it shows: ")
        .contains("In Figure 1, Figure 2 and Table 1.")
        .doesNotContain("<details>", "</details>", "[@");
    assertThat(text.replaceAll("(?s)```.*?```", "")).doesNotContain("{{");
  }

  @Test
  void indexForLanguageModelsListsEveryQuestion() {
    String index = book.read("target/site/llms.txt");

    assertThat(index).startsWith("# Mini-book\n\n> A book for testing.\n");
    Matcher link = Pattern.compile("\\]\\((\\S+)\\)").matcher(index);
    List<String> links = new ArrayList<>();
    while (link.find()) {
      links.add(link.group(1));
      assertThat(book.site().resolve(link.group(1).substring(URL.length()))).exists();
    }
    assertThat(links).contains(URL + "topic/dialect.md", URL + "topic/neighbour.md");
  }

  @Test
  void feedTellsWhatChangedLastFirst() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    var feed = factory.newDocumentBuilder().parse(book.site().resolve("feed.xml").toFile());

    assertThat(text(feed.getElementsByTagName("updated")))
        .containsExactly("2026-02-03T10:00:00Z", "2026-02-03T10:00:00Z", "2026-01-02T08:00:00Z");
    assertThat(text(feed.getElementsByTagName("published")))
        .containsExactly("2026-01-02T08:00:00Z", "2026-01-02T08:00:00Z");
    assertThat(text(feed.getElementsByTagName("summary")))
        .containsExactly("Changed: Say what & why < how", "New: First questions");
    assertThat(text(feed.getElementsByTagName("id")))
        .containsExactly(URL, URL + "topic/dialect.html", URL + "topic/neighbour.html");
    assertThat(book.read("target/site/topic/dialect.html"))
        .contains("type=\"application/atom+xml\" title=\"Changes\" href=\"../feed.xml\"");
  }

  @Test
  void searchEnginesFindTheMapWithDates() {
    assertThat(book.read("target/site/robots.txt"))
        .isEqualTo("User-agent: *\nDisallow:\n\nSitemap: " + URL + "sitemap.xml\n");
    assertThat(book.read("target/site/sitemap.xml"))
        .contains(URL + "topic/dialect.html</loc><lastmod>2026-02-03T10:00:00Z</lastmod>");
  }

  /** Whole addresses are made of the site's, and a feed of dates too. */
  @Test
  void siteWithoutAddressHasNeitherPicturesNorFeed() throws IOException {
    assertThat(unpublished.site().resolve("pictures")).doesNotExist();
    assertThat(unpublished.site().resolve("feed.xml")).doesNotExist();
    for (Path file : pages(unpublished)) {
      assertThat(Files.readString(file)).doesNotContain("og:image", "feed.xml", "canonical");
    }
    assertThat(unpublished.read("target/site/robots.txt")).isEqualTo("User-agent: *\nDisallow:\n");
    assertThat(structured(unpublished, "topic/all-kinds").get(0).has("url")).isFalse();
  }

  private static JsonNode structured(MiniBook book, String page) throws IOException {
    Document html = Jsoup.parse(book.read("target/site/" + page + ".html"));
    return new ObjectMapper().readTree(html.select("script[type=application/ld+json]").html());
  }

  private static List<Path> pages(MiniBook book) throws IOException {
    try (Stream<Path> paths = Files.walk(book.site())) {
      return paths.filter(path -> path.toString().endsWith(".html")).sorted().toList();
    }
  }

  private static String meta(Document page, String property) {
    return page.select("meta[property=" + property + "]").attr("content");
  }

  private static List<String> text(NodeList nodes) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
