package answerbook.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A line at the edge of a page is drawn on one page. The typesetter draws it on every page that any
 * of its letters reaches into, cut off where the page ends.
 */
class PageEdgesTest {
  private static final Path STYLES = Path.of("site-src/print");

  /** The height of text on A4, in points. */
  private static final double PAGE = (297 - 26 - 28) * 72 / 25.4;

  /** So much room is left for the first, in points, and so much less for each of the next. */
  private static final double ROOM = 42;

  private static final double STEP = 0.75;
  private static final int CASES = 64;

  private static final String WORDS = "word ".repeat(24);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>mark 8 × 10<sup>−5</sup>, and 2 × 10<sup>−7</sup> MORE</p>",
        "<p class='keep'>mark 8 × 10<sup>−5</sup>. MORE</p>",
        "<h3>mark</h3><p>MORE</p>",
        "<h3>mark, 10<sup>−5</sup>, over more than a line of the page, which is rather a long one"
            + " for a heading</h3><p>MORE</p>",
        "<p>one<br>two<br>mark 10<sup>−5</sup>, and so on<br>four<br>five</p>",
        "<ul><li>mark 10<sup>−5</sup>, MORE</li></ul>",
        "<p class='verdict'>mark 10<sup>−5</sup>, MORE</p>",
        "<blockquote><p>mark <code>code</code>, 10<sup>−5</sup>, MORE</p></blockquote>",
        "<table><thead><tr><th>n</th></tr></thead><tbody><tr><td>mark 10<sup>−5</sup></td></tr>"
            + "<tr><td>10<sup>−5</sup></td></tr></tbody></table>"
      })
  void lineIsDrawnOnce(String html) throws IOException {
    Document document = Document.createShell("");
    document.selectFirst("html").attr("lang", "en-GB");
    document.title("Edges");
    document.head().appendElement("meta").attr("name", "description").attr("content", "Edges");
    String styles = new PrintStyles(STYLES).pages(Edition.Paper.A4);
    document.head().appendElement("style").text(styles);
    for (int i = 0; i < CASES; i++) {
      Element chapter = BookHtml.chapter(document.body(), "chapter-" + i, "Edges");
      double height = PAGE - ROOM + STEP * i;
      chapter.appendElement("div").attr("style", "height:" + Numbers.decimal(height) + "pt");
      chapter.append(html.replace("mark", "m" + i + "m").replace("MORE", WORDS));
    }
    new Glue().apply(document);

    String text = String.join("", pages(document));

    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      int times = text.split("m" + i + "m", -1).length - 1;
      if (times != 1) {
        wrong.add(STEP * i + " points lower, drawn " + times + " times");
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> pages(Document document) throws IOException {
    try (PDDocument pdf = PrintedPdf.set(document, new Formulas(null))) {
      return PdfPages.of(pdf).stream().map(PdfPages.Page::text).toList();
    }
  }
}
