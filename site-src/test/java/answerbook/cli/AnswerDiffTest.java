package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader sees change between two commits of a small book. Nothing is built or run. */
class AnswerDiffTest {
  private static final String QUESTION = "content/topic/all-kinds.md";
  private static final String RECORD = "answers/topic/AllKinds.json";

  @TempDir private Path folder;
  private MiniBook book;
  private Repository repository;
  private String first;
  private String said;

  @BeforeEach
  void commitTheBook() {
    book = MiniBook.copyOf("results", folder);
    repository = Repository.in(folder);
    first = repository.commit("2026-01-02T10:00:00Z", "First");
  }

  @Test
  void nothingChanged() {
    assertThat(compare(first, "")).isTrue();

    assertThat(markdown()).endsWith("nothing that a reader would see.\n");
    assertThat(html().select("section.change")).isEmpty();
  }

  @Test
  void wordsAreInsertedAndDeleted() {
    book.edit(QUESTION, "The value is", "The first value was");

    assertThat(compare(first, "")).isTrue();

    assertThat(html().select(".prose p").first().select("ins").eachText())
        .containsExactly("first", "was");
    assertThat(html().select(".prose p").first().select("del").eachText()).containsExactly("is");
    assertThat(markdown()).contains("The <ins>first </ins>value <del>is</del><ins>was</ins> ");
  }

  @Test
  void valuesAreToldWithTheirTolerance() {
    book.edit(RECORD, "\"negative\": -0.04", "\"negative\": -0.05");

    assertThat(compare(first, "")).isTrue();

    assertThat(html().select("section.change tbody tr").first().children().eachText())
        .containsExactly(
            "negative", "-0.04", "-0.05", "± 1e-9 of it or 1e-12", "beyond its tolerance");
    assertThat(markdown())
        .contains("| `negative` | -0.04 | -0.05 | ± 1e-9 of it or 1e-12 | beyond its tolerance |");
  }

  @Test
  void changeThatOnlyRoundsStaysWithinItsTolerance() {
    book.edit(RECORD, "\"negative\": -0.04", "\"negative\": -0.0400000000000001");

    assertThat(compare(first, "")).isTrue();

    assertThat(markdown()).contains("| within its tolerance |");
  }

  @Test
  void plotsStandSideBySide() {
    book.edit(RECORD, "\"y\": [", "\"y\": [9, ");
    book.edit(RECORD, "\"x\": [", "\"x\": [-9, ");

    assertThat(compare(first, "")).as(said).isTrue();

    Document page = html();
    assertThat(page.select(".sides svg")).hasSize(2);
    assertThat(page.select(".sides .side-name").eachText()).containsExactly("Before", "After");
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    page.select("[aria-labelledby]")
        .forEach(each -> assertThat(page.getElementById(each.attr("aria-labelledby"))).isNotNull());
  }

  @Test
  void listingsDifferByLines() {
    String output = "\"output\": [";
    book.edit(RECORD, output, output + "\"a new line\", ");

    assertThat(compare(first, "")).as(said).isTrue();

    assertThat(html().select("pre ins").eachText()).containsExactly("a new line");
    assertThat(markdown()).contains("+ a new line\n");
  }

  @Test
  void questionsThatCameAndWentAreNamed() {
    book.write(
        "content/topic/fresh.md",
        """
        ---
        title: Fresh
        source: perceptron-9
        level: easy
        tags: [a]
        ---
        Why?

        <details><summary>Answer</summary>

        Because.

        </details>
        """);
    book.edit("content/topic/index.md", "all-kinds", "fresh");
    repository.git("rm", "-q", QUESTION);
    String second = repository.commit("2026-01-03T10:00:00Z", "Second");

    assertThat(compare(first, second)).as(said).isTrue();
    assertThat(markdown())
        .contains("1 question added, 1 question removed, 0 questions changed.")
        .contains("`content/topic/fresh.md` is new.")
        .contains("`content/topic/all-kinds.md` is gone.");
    assertThat(html().select(".inserted ins").eachText()).containsExactly("Why?", "Because.");

    assertThat(compare(second, first)).isTrue();
    assertThat(markdown()).contains("`content/topic/fresh.md` is gone.");
  }

  @Test
  void pageKeepsToItsPolicy() {
    book.edit(QUESTION, "The value is", "The value was");

    compare(first, "");

    Document page = html();
    assertThat(page.select("script, style, [onclick], [src^=http]")).isEmpty();
    assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'; style-src 'self'");
    List<String> sheets = page.select("link[rel=stylesheet]").eachAttr("href");
    assertThat(sheets).isNotEmpty();
    sheets.forEach(sheet -> assertThat(folder.resolve("target/answer-diff/" + sheet)).exists());
  }

  @Test
  void unknownCommitIsAMistakeWithARemedy() {
    assertThat(compare("mian", "")).isFalse();
    assertThat(said)
        .contains("-Dbase:1:1: error: git knows no commit 'mian' here", "did you mean 'main'?");

    assertThat(compare("", "")).isFalse();
    assertThat(said).contains("-Dbase:1:1: error: no commit is named");

    assertThat(compare("--output=x", "HEAD")).isFalse();
    assertThat(compare(first, "nothing-like-it")).isFalse();
    assertThat(said).contains("-Dhead:1:1: error: git knows no commit 'nothing-like-it' here");
  }

  @Test
  void mistakesOfTheBookAreToldAndTheLastPageStays() {
    compare(first, "");
    book.edit(QUESTION, "{{small}}", "{{smal}}");

    assertThat(compare(first, "")).isFalse();
    assertThat(said).contains(QUESTION + ":8:14: error: the program shows no 'smal'");
    assertThat(markdown()).contains("nothing that a reader would see.");

    repository.commit("2026-01-03T10:00:00Z", "Broken");
    book.edit(QUESTION, "{{smal}}", "{{small}}");
    assertThat(compare("HEAD", "")).as("an older commit may have mistakes").isTrue();
    assertThat(said).contains("has mistakes:");
  }

  private boolean compare(String base, String head) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      return new AnswerDiff(folder, new PrintStream(bytes, true, StandardCharsets.UTF_8))
          .run(base, head);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      said = bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private String markdown() {
    return book.read("target/answer-diff/diff.md");
  }

  private Document html() {
    return Jsoup.parse(book.read("target/answer-diff/index.html"));
  }
}
