package answerbook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found for what is typed, and what is shown of it. */
class SearchTest {
  private static final String INDEX =
      """
      answerbook.index = {"topics": ["Activation functions", "Layers"], "questions": [
        ["a/why-relu.html", "Why ReLU?", 0, "easy", "relu sigmoid", "Why is the ReLU used in place of the sigmoid?",
         "Its gradient does not vanish: $\\\\sigma'(z) \\\\le \\\\frac{1}{4}$ for the sigmoid, and $1$ for $z > 0$ here."],
        ["a/softmax.html", "Softmax and cross-entropy", 0, "medium", "softmax cross-entropy",
         "What is the gradient of the loss?", "It is $\\\\hat{\\\\mathbf y} - \\\\mathbf y$, as backpropagation shows. Losses add up."],
        ["b/dropout.html", "Two dropout layers", 1, "hard", "dropout probability", "Are two dropouts one?",
         "Each element of a mini-batch survives with probability $(1-p)^2$. Schrödinger's ReLU is both."],
        ["b/normalisation.html", "Batch normalisation", 1, "hard", "batch-normalisation", "What is it in a network with a bias?",
         "Each feature gets mean 0 and variance 1 over the mini-batch."]
      ]};
      const find = answerbook.search.finder(answerbook.index);
      answerbook.found = (query) => find(query).hits.map(hit => hit.entry.address);
      answerbook.shown = (query) => { const {hits, terms} = find(query); return answerbook.excerpt.of(hits[0], terms); };
      answerbook.excerptOf = (text, word) => answerbook.excerpt.of(
        {entry: {title: "", question: "", answer: text}}, [new Map([[word, 1]])]).text;
      """;

  private static final ReaderScripts SCRIPTS =
      ReaderScripts.of(List.of("words", "search", "excerpt"), INDEX);

  @AfterAll
  static void close() {
    SCRIPTS.close();
  }

  private static List<String> find(String query) {
    List<String> addresses = new ArrayList<>();
    SCRIPTS.call("answerbook.found", query).forEach(hit -> addresses.add(hit.asText()));
    return addresses;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "relu, a/why-relu.html",
    "ReLU, a/why-relu.html",
    "RELU?, a/why-relu.html",
    "cross entropy, a/softmax.html",
    "sofmax, a/softmax.html",
    "sotfmax, a/softmax.html",
    "backpropogation, a/softmax.html",
    "bakpropag, a/softmax.html",
    "dropuot, b/dropout.html",
    "dropouts, b/dropout.html",
    "schrodinger, b/dropout.html",
    "minibatch dropout, b/dropout.html",
    "normalization, b/normalisation.html",
    "batch norm, b/normalisation.html",
    "mathbf, a/softmax.html",
    "frac, a/why-relu.html",
    "σ, a/why-relu.html",
    "sigma, a/why-relu.html",
    "what is the loss, a/softmax.html",
    "hard probability, b/dropout.html",
    "biases, b/normalisation.html"
  })
  void findsFirst(String query, String address) {
    assertThat(find(query)).first().isEqualTo(address);
  }

  @Test
  void titleCountsMoreThanTagsAndTagsMoreThanText() {
    assertThat(find("relu")).containsExactly("a/why-relu.html", "b/dropout.html");
  }

  @Test
  void onlyQuestionsWithAllWordsAreShown() {
    assertThat(find("mini-batch variance")).containsExactly("b/normalisation.html");
  }

  @Test
  void whereNoneHasAllWordsThoseWithMostAreShown() {
    assertThat(find("softmax dropout"))
        .containsExactlyInAnyOrder("a/softmax.html", "b/dropout.html");
  }

  @Test
  void shortWordsMustBeRight() {
    assertThat(find("xyz")).isEmpty();
    assertThat(find("qqqqqqqq")).isEmpty();
    assertThat(find("   ")).isEmpty();
  }

  @Test
  void wordIsFoundWhileItIsTyped() {
    assertThat(find("dro")).containsExactly("b/dropout.html");
  }

  @Test
  void foundWordsAreMarkedAndTexIsReadable() {
    JsonNode shown = SCRIPTS.call("answerbook.shown", "relu sigma");

    assertThat(shown.get("title")).hasToString("[[\"Why \",false],[\"ReLU\",true],[\"?\",false]]");
    assertThat(shown.get("text").toString())
        .contains("[\"σ\",true]")
        .contains("(z) ≤ 1/4")
        .doesNotContain("\\\\frac")
        .doesNotContain("$");
    assertThat(shown.get("fromAnswer").asBoolean()).isTrue();
  }

  @Test
  void excerptOfALongTextShowsTheWordsWithinItsLength() {
    String filler = "one two three four five six seven eight nine ten ".repeat(20);
    String text = filler + "here the needle lies " + filler;
    JsonNode shown = SCRIPTS.call("answerbook.excerptOf", text, "needle");

    StringBuilder all = new StringBuilder();
    shown.forEach(piece -> all.append(piece.get(0).asText()));
    assertThat(shown.toString()).contains("[\"needle\",true]");
    assertThat(all.toString()).startsWith("… ").endsWith(" …").hasSizeLessThan(200);
  }
}
