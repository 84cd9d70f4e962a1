package answerbook.print;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.print.PdfLinks.Link;
import answerbook.print.PdfPages.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Page numbers in the contents, in links, in the index and in the outline are true. */
@ParameterizedClass
@MethodSource("books")
class PageNumbersTest {
  private static final Pattern IN_LINK = Pattern.compile("\\(page (\\d+)\\)$");
  private static final Pattern IN_CONTENTS = Pattern.compile("(?:^|\\s)(\\d+)$");
  private static final Pattern IN_INDEX = Pattern.compile("\\((\\d+)\\)$");
  private static final Pattern QUESTION = Pattern.compile("^(\\d+\\.\\d+) ");

  private final PrintedPdf pdf;

  PageNumbersTest(Path book) throws IOException {
    pdf = PrintedPdf.of(book);
  }

  static List<Path> books() {
    return PaperBooks.all();
  }

  @Test
  void pagesAreNumbered() {
    List<Page> pages = pdf.pages();

    assertThat(pages.subList(1, pages.size()))
        .allSatisfy(page -> assertThat(footer(page)).isEqualTo("" + page.number()));
    assertThat(footer(pages.get(0))).isEmpty();
  }

  @Test
  void contentsAreTrue() {
    List<Page> pages = pdf.pages();
    List<Link> outline = pdf.outline();
    List<Link> contents =
        pdf.links().stream()
            .filter(link -> running(pages.get(link.page() - 1)).equals("Contents"))
            .toList();

    List<Integer> told = contents.stream().map(link -> number(IN_CONTENTS, link)).toList();
    List<Integer> entries = told.stream().filter(number -> number > 0).toList();

    assertThat(contents)
        .allSatisfy(
            link -> assertThat(number(IN_CONTENTS, link)).as("%s", link).isIn(0, link.target()));
    assertThat(entries).isSorted().hasSizeGreaterThan(5);
    assertThat(outline.stream().filter(l -> !isAnswer(outline, l)).skip(1).map(Link::target))
        .as("the outline, without its entry for the contents")
        .containsExactlyElementsOf(entries);
  }

  @Test
  void outlineLeadsToQuestionsAndAnswers() {
    List<Page> pages = pdf.pages();
    List<Link> outline = pdf.outline();

    assertThat(outline)
        .filteredOn(link -> QUESTION.matcher(link.text()).find())
        .hasSizeGreaterThan(4)
        .allSatisfy(
            link ->
                assertThat(pages.get(link.target() - 1).text())
                    .contains(label(isAnswer(outline, link) ? "Answer" : "Question", link)));
    assertThat(outline.get(outline.size() - 1).text()).isEqualTo("Index of tags");
  }

  @Test
  void referencesToPagesAreTrue() {
    List<Link> numbered = pdf.links().stream().filter(link -> number(IN_LINK, link) > 0).toList();

    assertThat(numbered)
        .isNotEmpty()
        .allSatisfy(
            link -> assertThat(number(IN_LINK, link)).as("%s", link).isEqualTo(link.target()));
  }

  @Test
  void indexIsTrue() {
    List<Link> index =
        pdf.links().stream()
            .filter(link -> running(pdf.pages().get(link.page() - 1)).equals("Index of tags"))
            .filter(link -> number(IN_INDEX, link) > 0)
            .toList();

    assertThat(index)
        .hasSizeGreaterThan(4)
        .allSatisfy(
            link -> assertThat(number(IN_INDEX, link)).as("%s", link).isEqualTo(link.target()));
  }

  /** Answers at the end repeat the questions' numbers, after all questions. */
  private static boolean isAnswer(List<Link> outline, Link link) {
    return outline.stream()
        .filter(other -> other.text().startsWith("Answers: "))
        .findFirst()
        .map(
            first ->
                outline.indexOf(link) > outline.indexOf(first)
                    && QUESTION.matcher(link.text()).find())
        .orElse(false);
  }

  private static String label(String word, Link link) {
    Matcher matcher = QUESTION.matcher(link.text());
    return matcher.find() ? word + matcher.group(1) : "no number in " + link;
  }

  private static int number(Pattern pattern, Link link) {
    Matcher matcher = pattern.matcher(link.text());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static String footer(Page page) {
    return page.text(new java.awt.geom.Rectangle2D.Double(0, page.height() - 70, page.width(), 70));
  }

  private static String running(Page page) {
    return page.text(new java.awt.geom.Rectangle2D.Double(0, 0, page.width(), 70));
  }
}
