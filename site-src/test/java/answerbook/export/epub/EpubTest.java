package answerbook.export.epub;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.cli.EditionKind;
import answerbook.cli.MiniBook;
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
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The EPUB of the mini-books, which have every construct. */
class EpubTest {
  @TempDir private static Path folder;
  private static final Map<String, Path> MADE = new LinkedHashMap<>();

  private static Path epub(String name) {
    return MADE.computeIfAbsent(name, EpubTest::make);
  }

  private static Path make(String name) {
    MiniBook book = MiniBook.copyOf(name, folder.resolve(name));
    assertThat(book.build(Set.of(EditionKind.EPUB))).as(book.output()).isTrue();
    return book.site().resolve("editions/book.epub");
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "results"})
  void checkerFindsNothing(String name) {
    Findings findings = new Findings(epub(name));

    new EpubCheck(epub(name).toFile(), findings).check();

    assertThat(findings.all).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "results"})
  void questionsAndAnswersLeadToEachOther(String name) throws IOException {
    Map<String, Document> pages = pages(name);
    Document questions = pages.get("book/topic.xhtml");
    Document answers = pages.get("book/topic-answers.xhtml");

    assertThat(questions.select("section.question")).isNotEmpty();
    for (Element question : questions.select("section.question")) {
      String there = question.selectFirst("p.turn a").attr("href");
      Element answer = answers.getElementById(there.replace("topic-answers.xhtml#", ""));
      assertThat(answer.selectFirst("p.turn a").attr("href"))
          .isEqualTo("topic.xhtml#" + question.id());
      assertThat(answer.select("> p")).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "results"})
  void everyFormulaIsMathMlWithItsTexAndEveryDrawingHasAText(String name) throws IOException {
    int formulas = 0;
    for (Document page : pages(name).values()) {
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

  private static Map<String, Document> pages(String name) throws IOException {
    Map<String, Document> pages = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(epub(name).toFile())) {
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
