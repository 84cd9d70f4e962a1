package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question begun, a question renamed, and addresses that never die. */
class AuthorTest {
  @TempDir private Path folder;
  private MiniBook book;
  private String said;

  @BeforeEach
  void copyTheBook() {
    book = MiniBook.copyOf("linted", folder).linting();
  }

  @Test
  void newQuestionIsWrittenAndRefusedUntilItIsFilledIn() {
    assertThat(create("topic/three-inputs", "What's $z$ of three inputs?")).as(said).isTrue();

    assertThat(book.read("content/topic/index.md")).contains("  - three-steps\n  - three-inputs\n");
    assertThat(book.read("content/topic/three-inputs.md"))
        .startsWith("---\ntitle: 'What''s $z$ of three inputs?'\nsource: linted-4\n");
    assertThat(book.read("answers/topic/ThreeInputs.java")).contains("public class ThreeInputs {");
    assertThat(book.record()).isFalse();
    assertThat(book.output())
        .contains("content/topic/three-inputs.md:5:8: error: this is a template's tag")
        .contains("content/topic/three-inputs.md:7:1: error: this is a template's text")
        .contains("5 errors;");
    fillIn("content/topic/three-inputs.md");
    assertThat(book.record()).as(book.output()).isTrue();
  }

  /** As an author would, with four different paragraphs. */
  private void fillIn(String file) {
    book.edit(file, "write-here", "forward-pass");
    book.edit(file, "Write here: the question in your own words.", "What is it?");
    book.edit(file, "Write here: the short answer, as you would", "The products are added, as you");
    book.edit(
        file,
        "Write here: why it is so, with every symbol named.",
        "Sums are linear in what they add.");
    book.edit(
        file,
        "Write here: the next question, and its answer.",
        "What of four inputs? One more product.");
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          topic/sum-2        | T  | -Dquestion:1:7: error: 'sum-2' is no slug
          tpic/sum           | T  | -Dquestion:1:1: error: there is no topic 'tpic'
          sum                | T  | -Dquestion:1:1: error: 'sum' names no question
          topic/weighted-sum | T  | -Dquestion:1:7: error: 'weighted-sum' is taken
          topic/sum          | '' | -Dtitle:1:1: error: the question has no title
          """)
  void badNewQuestionIsRefusedAndNothingWritten(String question, String title, String message)
      throws IOException {
    long files = files();

    assertThat(create(question, title)).isFalse();

    assertThat(said).contains(message);
    assertThat(files()).isEqualTo(files);
  }

  @Test
  void renamedQuestionTakesEverythingAlong() {
    prepareToRename();

    assertThat(rename("topic/weighted-sum", "other/sum-of-inputs")).as(said).isTrue();

    assertThat(book.root().resolve("content/topic/weighted-sum.md")).doesNotExist();
    assertThat(book.root().resolve("answers/topic/WeightedSum.java")).doesNotExist();
    assertThat(book.root().resolve("answers/topic/WeightedSum.json")).doesNotExist();
    assertThat(book.read("answers/other/SumOfInputs.java")).contains("class SumOfInputs {");
    assertThat(book.root().resolve("answers/other/SumOfInputs.json")).exists();
    assertThat(book.root().resolve("answers/other/sum-of-inputs.py")).exists();
    assertThat(book.read("content/topic/index.md")).doesNotContain("weighted-sum");
    assertThat(book.read("content/other/index.md")).contains("questions: [last, sum-of-inputs]");
    assertThat(book.read("content/other/sum-of-inputs.md"))
        .contains("](../topic/two-parts.md#1-what-a-neuron-is)");
    assertThat(book.read("content/topic/two-parts.md"))
        .contains("](../other/sum-of-inputs.md)", "{{SumOfInputs.z}}", "snippets: [SumOfInputs]");
    assertThat(book.build()).as(book.output()).isTrue();
    assertThat(book.output()).contains("redirected, ").doesNotContain("0 redirected");
  }

  @Test
  void oldAddressLeadsToTheNewOneWithoutAScript() {
    prepareToRename();
    assertThat(rename("topic/weighted-sum", "topic/sum-of-inputs")).as(said).isTrue();
    assertThat(book.build()).as(book.output()).isTrue();

    String page = book.read("target/site/topic/weighted-sum.html");
    assertThat(page)
        .contains("<meta http-equiv=\"refresh\" content=\"0; url=sum-of-inputs.html\">")
        .contains("<link rel=\"canonical\" href=\"sum-of-inputs.html\">")
        .contains("<a href=\"sum-of-inputs.html\">")
        .doesNotContain("<script");
    assertThat(book.read("target/site/topic/sum-of-inputs.html"))
        .contains("<span id=\"weighted-sum--plot-curve\"></span>");
    assertThat(book.read("target/site/book.html"))
        .contains("<span id=\"weighted-sum\"></span>", "<span id=\"weighted-sum--plot-curve\">");
    assertThat(book.read("target/site/sitemap.xml")).doesNotContain("weighted-sum");
    assertThat(book.read("target/site/data/search.js")).doesNotContain("weighted-sum");
  }

  @Test
  void renamingBackAndForthEndsInNoCircle() {
    prepareToRename();
    assertThat(rename("topic/weighted-sum", "topic/sum-of-inputs")).as(said).isTrue();
    assertThat(rename("topic/sum-of-inputs", "topic/weighted-sum")).as(said).isTrue();

    assertThat(book.build()).as(book.output()).isTrue();
    assertThat(book.read("content/redirects.txt"))
        .isEqualTo("topic/sum-of-inputs.html topic/weighted-sum.html\n");
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          topic/weighted-sm  | topic/sum       | -Dfrom:1:1: error: there is no question 'topic/weighted-sm'
          topic/weighted-sum | topic/two-parts | -Dto:1:7: error: 'two-parts' is taken
          topic/weighted-sum | topic/Sum       | -Dto:1:7: error: 'Sum' is no slug
          topic/weighted-sum | tpic/sum        | -Dto:1:1: error: there is no topic 'tpic'
          """)
  void badRenamingIsRefusedAndNothingMoved(String from, String to, String message) {
    assertThat(rename(from, to)).isFalse();

    assertThat(said).contains(message);
    assertThat(book.root().resolve("content/topic/weighted-sum.md")).exists();
    assertThat(book.root().resolve("content/redirects.txt")).doesNotExist();
  }

  @Test
  void addressThatIsGoneIsAMistakeUntilARedirectTellsWhereItWent() {
    assertThat(book.recordWithAddresses()).as(book.output()).isTrue();
    String two = "content/topic/two-parts.md";
    book.edit(two, "### 1. What a neuron is", "### 1. What neurons are");

    assertThat(book.build()).isFalse();
    String old = "topic/two-parts.html#two-parts--1-what-a-neuron-is";
    assertThat(book.output())
        .contains("error: the published address '" + old + "' is gone")
        .contains("by a line in content/redirects.txt: " + old + " topic/two-parts.html#");

    book.write(
        "content/redirects.txt", old + " topic/two-parts.html#two-parts--1-what-neurons-are\n");
    assertThat(book.build()).as(book.output()).isTrue();
    assertThat(book.read("target/site/topic/two-parts.html"))
        .contains("<span id=\"two-parts--1-what-a-neuron-is\"></span>");
  }

  @Test
  void badRedirectsAreToldInTheirLines() {
    assertThat(book.recordWithAddresses()).as(book.output()).isTrue();
    book.write(
        "content/redirects.txt",
        """
        # comment
        topic/old.html
        topic/two-parts.html topic/three-steps.html
        topic/a.html topic/b.html
        topic/b.html topic/a.html
        topic/c.html topic/two-pats.html
        """);

    assertThat(book.build()).isFalse();

    assertThat(book.output())
        .contains("content/redirects.txt:2:1: error: this is no redirect")
        .contains("content/redirects.txt:3:1: error: 'topic/two-parts.html' is still there")
        .contains("content/redirects.txt:4:1: error: this redirect runs in a circle")
        .contains("content/redirects.txt:6:1: error: the redirect leads nowhere")
        .contains("did you mean 'topic/two-parts.html'?")
        .contains("5 errors;");
  }

  private void prepareToRename() {
    book.edit("content/index.md", "  - topic\n", "  - topic\n  - other\n");
    book.write(
        "content/other/index.md", "---\ntitle: Other\nquestions: [last]\n---\nOne question.\n");
    book.write(
        "content/other/last.md",
        "---\ntitle: Last\nsource: linted-9\nlevel: easy\ntags: [bias]\n---\nWhy?\n\n"
            + "<details><summary>Answer</summary>\n\nNobody knows why, but everybody has found it to be"
            + " so, again and again, for a very long time.\n\n</details>\n");
    book.edit(
        "content/topic/weighted-sum.md",
        "as [@glorot2010]",
        "like [](two-parts.md#1-what-a-neuron-is), as [@glorot2010]");
    book.edit(
        "content/topic/two-parts.md",
        "tags: [forward-pass]\n",
        "tags: [forward-pass]\nsnippets: [WeightedSum]\n");
    book.edit(
        "content/topic/two-parts.md",
        "is told below.",
        "is told below, as in [it](weighted-sum.md): {{WeightedSum.z}}.");
    assertThat(book.recordWithAddresses()).as(book.output()).isTrue();
  }

  private boolean create(String question, String title) {
    return say(author -> author.create(question, title == null ? "" : title));
  }

  private boolean rename(String from, String to) {
    return say(author -> author.rename(from, to));
  }

  private interface Task {
    boolean of(Author author) throws IOException;
  }

  private boolean say(Task task) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      return task.of(new Author(book.root(), new PrintStream(bytes, true, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      said = bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private long files() throws IOException {
    try (var walk = Files.walk(book.root())) {
      return walk.count();
    }
  }
}
