package answerbook.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words are kept together, and nothing else is done to them. */
class GlueTest {
  private static final String FORMULA = "<span class='inline'><object>1 - s</object></span>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "the logarithm of\\nX in the cost        | ",
        "the logarithm of\\nX,\\nwhich             | X,",
        "see (X), and so on                     | (X),",
        "a X                                    | ",
        "X-dimensional                          | X-dimensional",
        "the\\r\\n<em>word</em>\\n                | ",
        "a-<em>word</em>; the                   | a-word;",
        "<em>more than a word</em>.             | word.",
        "10<sup>-5</sup>, and                   | 10-5,",
        "the <em>word</em>\\nafter it            | ",
        "<a class='paged'>word</a>, a reference | ",
        "a <code>classes/of/more/than/forty/characters/Each</code>, and | "
      })
  void textStaysTheSame(String html, String together) {
    String source = html.replace("\\n", "\n").replace("\\r", "\r").replace("X", FORMULA);
    Document document = Jsoup.parse("<p>" + source + "</p>");
    String before = document.body().wholeText();

    new Glue().apply(document);

    assertThat(document.body().wholeText()).isEqualTo(before);
    Element box = document.selectFirst(".glued");
    String glued = box == null ? "" : box.wholeText().replace("1 - s", "X");
    assertThat(glued).isEqualTo(together == null ? "" : together);
  }
}
