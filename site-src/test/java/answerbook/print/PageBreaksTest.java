package answerbook.print;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.print.PdfPages.Letter;
import answerbook.print.PdfPages.Page;
import answerbook.print.PdfTags.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages end where a reader would stop. */
@ParameterizedClass
@MethodSource("books")
class PageBreaksTest {
  /** Baselines nearer than this, in points, are one line with raised or smaller parts. */
  private static final double LINE = 6;

  private final PrintedPdf pdf;

  PageBreaksTest(Path book) throws IOException {
    pdf = PrintedPdf.of(book);
  }

  /** What stands below answers alone, whose paragraphs are long enough to go over pages. */
  private static final String CHECKED = "Checkedwhenthebookwasbuilt";

  static List<Path> books() {
    return PaperBooks.all();
  }

  @Test
  void noLineOfAParagraphIsAlone() {
    List<Tag> broken =
        pdf.tags().stream()
            .filter(tag -> tag.type().equals("P") && tag.letters().size() > 1)
            .toList();

    boolean answered = pdf.pages().stream().anyMatch(page -> page.text().contains(CHECKED));
    assertThat(broken.isEmpty()).as("nothing is broken").isEqualTo(!answered);
    assertThat(broken)
        .allSatisfy(
            tag -> {
              assertThat(lines(tag.letters().firstEntry().getValue())).as(at(tag)).isGreaterThan(1);
              assertThat(lines(tag.letters().lastEntry().getValue())).as(at(tag)).isGreaterThan(1);
            });
  }

  @Test
  void noHeadingEndsAPage() {
    List<Page> pages = pdf.pages();
    List<Tag> headings =
        pdf.tags().stream()
            .filter(tag -> tag.type().matches("H[1-6]") || isLabel(tag))
            .filter(tag -> !tag.letters().isEmpty())
            .toList();

    assertThat(headings)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            tag -> {
              assertThat(tag.letters()).as(at(tag)).hasSize(1);
              Page page = pages.get(tag.letters().firstKey() - 1);
              double end = lowest(tag.letters().firstEntry().getValue());
              assertThat(lowest(body(page))).as(at(tag)).isGreaterThan(end + LINE);
            });
  }

  @Test
  void noWayToAnAnswerBeginsAPage() {
    List<Tag> ways =
        pdf.tags().stream()
            .filter(tag -> tag.type().equals("P") && tag.text().matches("Answer\\s*\\(page.*"))
            .toList();

    assertThat(ways)
        .allSatisfy(
            tag -> {
              Page page = pdf.pages().get(tag.letters().firstKey() - 1);
              double top = highest(tag.letters().firstEntry().getValue());
              assertThat(highest(body(page))).as(at(tag)).isLessThan(top - LINE);
            });
    assertThat(ways.size() > 4).isEqualTo(isAnswersLast());
  }

  private boolean isAnswersLast() {
    return pdf.outline().stream().anyMatch(link -> link.text().startsWith("Answers: "));
  }

  private static boolean isLabel(Tag tag) {
    return tag.type().equals("P") && tag.text().equals("Answer");
  }

  private static String at(Tag tag) {
    return "page " + tag.letters().firstKey() + ": " + tag.text();
  }

  private static List<Letter> body(Page page) {
    return page.letters().stream().filter(letter -> letter.content() >= 0).toList();
  }

  private static double lowest(List<Letter> letters) {
    return letters.stream().mapToDouble(Letter::baseline).max().orElse(0);
  }

  private static double highest(List<Letter> letters) {
    return letters.stream().mapToDouble(Letter::baseline).min().orElse(0);
  }

  private static int lines(List<Letter> letters) {
    List<Double> lines = new ArrayList<>();
    letters.stream()
        .filter(letter -> !letter.text().isBlank())
        .map(Letter::baseline)
        .sorted()
        .forEach(
            line -> {
              if (lines.isEmpty() || line - lines.get(lines.size() - 1) > LINE) {
                lines.add(line);
              }
            });
    return lines.size();
  }
}
