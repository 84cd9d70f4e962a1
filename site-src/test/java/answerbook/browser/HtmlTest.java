package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nu.validator.validation.SimpleDocumentValidator;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Every page is valid HTML by the Nu checker, which also checks MathML, SVG, ARIA and styles. */
class HtmlTest {
  /**
   * Where pages are said to come from, since policies tell of their own host; nobody goes there.
   */
  private static final String HOST = "http://localhost/";

  private static final Pattern STYLE = Pattern.compile(" style=\"[^\"]*\"");
  private static final Pattern PRIVATE_USE = Pattern.compile("[\\x{e000}-\\x{f8ff}]");
  private static final Set<String> CHECKED = ConcurrentHashMap.newKeySet();
  private static final long STACK = 64 << 20;
  private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

  static Stream<Site> sites() {
    return Site.all().stream();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void everyPageIsValid(Site site) throws Exception {
    List<SitePage> pages = site.pages();
    int half = (pages.size() + 1) / 2;
    List<String> complaints = new ArrayList<>();
    for (Future<List<String>> part :
        List.of(begun(pages.subList(0, half)), begun(pages.subList(half, pages.size())))) {
      complaints.addAll(part.get());
    }

    assertThat(complaints).as("%s of %d pages", site.name(), pages.size()).isEmpty();
  }

  @Test
  void whatIsNotValidIsFound(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("wrong.html");
    Files.writeString(file, "<!DOCTYPE html><title>Wrong</title><p><div id=a></p><i id=a></i>");

    assertThat(begun(List.of(SitePage.of("none", folder, file))).get())
        .anyMatch(complaint -> complaint.contains("Duplicate ID"));
  }

  /** Checks in a thread of its own, since the checker's schema needs a deep stack. */
  private static Future<List<String>> begun(List<SitePage> pages) {
    FutureTask<List<String>> task = new FutureTask<>(() -> complaints(pages));
    new Thread(null, task, "HTML checker", STACK).start();
    return task;
  }

  private static List<String> complaints(List<SitePage> pages) throws Exception {
    Complaints complaints = new Complaints();
    SimpleDocumentValidator checker = new SimpleDocumentValidator(false, false, false);
    checker.setUpMainSchema(SCHEMA, complaints);
    checker.setUpValidatorAndParsers(complaints, false, false);
    for (SitePage page : pages) {
      complaints.page = page;
      InputSource source = new InputSource(new StringReader(withNewStylesAlone(page)));
      source.setSystemId(HOST + page.path());
      checker.checkHtmlInputSource(source);
    }
    return complaints.found;
  }

  /**
   * A page with blanks in place of each style attribute that was checked before: formulas have a
   * hundred thousand of them, of some hundred kinds, and each takes the checker a while.
   */
  private static String withNewStylesAlone(SitePage page) throws IOException {
    return STYLE
        .matcher(Files.readString(page.file()))
        .replaceAll(
            style ->
                CHECKED.add(style.group())
                    ? Matcher.quoteReplacement(style.group())
                    : " ".repeat(style.group().length()));
  }

  /** Collects errors and warnings. */
  private static final class Complaints implements ErrorHandler {
    private final List<String> found = new ArrayList<>();
    private SitePage page;

    @Override
    public void warning(SAXParseException complaint) {
      add(complaint);
    }

    @Override
    public void error(SAXParseException complaint) {
      add(complaint);
    }

    @Override
    public void fatalError(SAXParseException complaint) {
      add(complaint);
    }

    /** The checker takes data for a script; browsers don't, nor do they complain in other tests. */
    private boolean isData(SAXParseException complaint) {
      return complaint.getMessage().startsWith("Inline script violates")
          && page.html().select("script:not([src]):not([type=application/ld+json])").isEmpty();
    }

    /** KaTeX's fonts have the stroke of its ≠ where Unicode leaves room for private use. */
    private boolean isKatexNegation(SAXParseException complaint) {
      Document html = page.html();
      html.select(".katex-html .mrel:containsOwn(\ue020)").remove();
      return complaint.getMessage().startsWith("Document uses the Unicode Private Use Area")
          && !PRIVATE_USE.matcher(html.outerHtml()).find();
    }

    private void add(SAXParseException complaint) {
      if (isData(complaint) || isKatexNegation(complaint)) {
        return;
      }
      String place = complaint.getLineNumber() + ":" + complaint.getColumnNumber();
      found.add(page + ":" + place + ": " + complaint.getMessage());
    }
  }
}
