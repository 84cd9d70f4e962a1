package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.script.ScriptEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leads a reader from page to page, and what search and practice read. */
class ReadingTest {
  @TempDir private static Path folder;
  private static MiniBook book;

  @BeforeAll
  static void build() {
    book = MiniBook.copyOf("reading", folder);
    book.edit("content/index.md", "topics:", "repository: https://example.org/book\ntopics:");
    assertThat(book.build()).as(book.output()).isTrue();
  }

  private static Document page(String address) throws IOException {
    return Jsoup.parse(book.site().resolve(address));
  }

  private static List<String> links(Document page, String selector) {
    return page.select(selector).eachAttr("href");
  }

  @Test
  void relatedAreLinkedQuestionsAndThoseThatShareTags() throws IOException {
    assertThat(links(page("topic/hidden-unit.html"), ".related a"))
        .containsExactly("../topic/step-unit.html", "../other/pooling-layer.html");
    assertThat(links(page("other/pooling-layer.html"), ".related a"))
        .containsExactly("../topic/hidden-unit.html");
  }

  @Test
  void tagsPageListsItsQuestionsInReadingOrder() throws IOException {
    assertThat(links(page("tags/relu.html"), ".contents .title a"))
        .containsExactly("../topic/hidden-unit.html", "../topic/step-unit.html");
    assertThat(links(page("topic/hidden-unit.html"), ".meta a"))
        .containsExactly("../tags/relu.html", "../tags/forward-pass.html");
  }

  @Test
  void indexOfTagsCountsQuestions() throws IOException {
    assertThat(page("tags/index.html").select(".tags li").eachText())
        .containsExactly(
            "forward-pass (1 question)",
            "pooling (1 question)",
            "relu (2 questions)",
            "threshold (2 questions)");
  }

  @Test
  void headingLeadsToItselfUnlessItHoldsALink() throws IOException {
    Document page = page("topic/hidden-unit.html");

    assertThat(page.selectFirst("#hidden-unit--the-parts-of-it > a.permalink").attr("href"))
        .isEqualTo("#hidden-unit--the-parts-of-it");
    assertThat(links(page, "#hidden-unit--more-of-a-layer a"))
        .containsExactly("../other/pooling-layer.html");
  }

  @Test
  void correctionsLeadToTheRepository() throws IOException {
    assertThat(links(page("topic/hidden-unit.html"), ".corrections a"))
        .containsExactly(
            "https://example.org/book/edit/main/content/topic/hidden-unit.md",
            "https://example.org/book/issues/new?template=mistake.yml&title=hidden-unit&page=topic%2Fhidden-unit.html");
  }

  @Test
  void askedNumbersCarryTheirValueAndTolerance() throws IOException {
    List<Element> inputs = page("topic/hidden-unit.html").select(".asks input");

    assertThat(inputs).hasSize(2);
    assertThat(inputs.get(0).dataset())
        .containsEntry("value", "-0.125")
        .containsEntry("relative", "1.0E-6")
        .containsEntry("absolute", "1.0E-12");
    assertThat(inputs.get(1).attr("data-value")).isEqualTo("0.5");
    assertThat(page("topic/step-unit.html").select(".asks")).isEmpty();
  }

  @Test
  void practiceListsQuestionsWithWhatTheyAreChosenBy() throws IOException {
    Document practice = page("practice.html");

    assertThat(practice.select("[data-slug]").eachAttr("data-slug"))
        .containsExactly("hidden-unit", "step-unit", "pooling-layer");
    assertThat(practice.select("[data-number]").eachAttr("data-slug"))
        .containsExactly("hidden-unit");
    assertThat(practice.selectFirst("[data-slug=step-unit]").dataset())
        .containsEntry("topic", "topic")
        .containsEntry("level", "medium")
        .containsEntry("tags", "relu threshold");
  }

  @Test
  void cardHoldsTheQuestionAsItsPageHasIt() throws IOException {
    String card = book.read("target/site/practice/hidden-unit.js");
    String collect =
        "var answerbook = {cards: {add: (slug, html) => { card = slug + html; }}}; var card;";
    String html;
    try (ScriptEngine engine =
        new ScriptEngine(() -> List.of(collect, card, "var given = () => card;"))) {
      html = engine.call("given");
    }

    Document fragment = Jsoup.parse(html.substring("hidden-unit".length()));
    assertThat(html).startsWith("hidden-unit");
    assertThat(fragment.select(".question-body").text())
        .isEqualTo(page("topic/hidden-unit.html").select(".question-body").text());
    assertThat(fragment.select("details.answer .asks, form.asks input")).hasSize(2);
    assertThat(links(fragment, ".answer-body > p a")).contains("topic/step-unit.html");
  }

  @Test
  void searchReadsWhatTheBuildWrote() throws IOException {
    List<String> sources =
        List.of(
            Files.readString(Path.of("site-src/assets/js/words.js")),
            Files.readString(Path.of("site-src/assets/js/search.js")),
            book.read("target/site/data/search.js"),
            "var first = query => answerbook.search.finder(answerbook.index)(query).hits[0].entry.address;");
    try (ScriptEngine engine = new ScriptEngine(() -> sources)) {
      assertThat(engine.call("first", "largest value")).isEqualTo("other/pooling-layer.html");
      assertThat(engine.call("first", "sigma")).isEqualTo("topic/hidden-unit.html");
      assertThat(engine.call("first", "minibatch")).isEqualTo("topic/step-unit.html");
    }
  }

  @Test
  void colophonCountsAndSaysNothingOfAHistoryThatIsNotThere() throws IOException {
    String colophon = page("colophon.html").selectFirst("main").text();

    assertThat(colophon)
        .contains("Questions 3", "Programs 1", "JDK " + Runtime.version().feature(), "ND4J 1.0.0")
        .doesNotContain("Commit", "last changed");
  }
}
