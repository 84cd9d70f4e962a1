package answerbook.export.epub;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.cli.EditionKind;
import answerbook.cli.PaperBook;
import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The EPUB of the mini-book, which has every construct, and of the whole book where it is made. */
class EpubTest {
  static List<Path> books() {
    return PaperBook.andWhole("book.epub", EditionKind.EPUB);
  }

  @ParameterizedTest
  @MethodSource("books")
  void checkerFindsNothing(Path book) {
    Findings findings = new Findings(book);

    new EpubCheck(book.toFile(), findings).check();

    assertThat(findings.all).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("books")
  void questionsAndAnswersLeadToEachOther(Path book) throws IOException {
    Map<String, Document> pages = pages(book);
    int found = 0;
    for (String name : pages.keySet()) {
      for (Element question : pages.get(name).select("section.question:has(> p.turn a)")) {
        String[] there = question.selectFirst("> p.turn a").attr("href").split("#");
        Element answer = pages.get("book/" + there[0]).getElementById(there[1]);
        assertThat(answer.selectFirst("> p.turn a").attr("href"))
            .isEqualTo(name.replace("book/", "") + "#" + question.id());
        assertThat(answer.select("> p")).isNotEmpty();
        found += there[0].endsWith("-answers.xhtml") ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(4);
  }

  @ParameterizedTest
  @MethodSource("books")
  void everyFormulaIsMathMlWithItsTexAndEveryDrawingHasAText(Path book) throws IOException {
    int formulas = 0;
    for (Document page : pages(book).values()) {
      assertThat(page.select(".katex, annotation")).isEmpty();
      for (Element math : page.select("math")) {
        formulas++;
        boolean continued =
            math.previousElementSibling() != null && math.previousElementSibling().nameIs("math");
        assertThat(continued || math.attr("alttext").length() > 0).as(math.outerHtml()).isTrue();
      }
      for (Element svg : page.select("svg")) {
        assertThat(svg.select("> title").text() + svg.attr("aria-label")).isNotBlank();
      }
    }
    assertThat(formulas).isPositive();
  }

  private static Map<String, Document> pages(Path book) throws IOException {
    Map<String, Document> pages = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(book.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (entry.getName().endsWith(".xhtml")) {
          pages.put(
              entry.getName(),
              Jsoup.parse(zip.getInputStream(entry), "UTF-8", "", Parser.xmlParser()));
        }
      }
    }
    return pages;
  }

  /** What EPUBCheck says, down to what it calls usage. */
  private static final class Findings extends DefaultReportImpl {
    private final List<String> all = new ArrayList<>();

    Findings(Path file) {
      super(file.toString());
    }

    @Override
    public void message(Message message, EPUBLocation location, Object... arguments) {
      Severity severity = message.getSeverity();
      if (severity != Severity.SUPPRESSED && severity != Severity.USAGE) {
        all.add(severity + " " + location + ": " + message.getMessage(arguments));
      }
    }
  }
}
