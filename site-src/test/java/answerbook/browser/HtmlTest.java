package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import nu.validator.validation.SimpleDocumentValidator;
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
    SimpleDocumentValidator checker = new SimpleDocumentValidator(true, false, false);
    checker.setUpMainSchema(SCHEMA, complaints);
    checker.setUpValidatorAndParsers(complaints, false, false);
    for (SitePage page : pages) {
      complaints.page = page;
      try (InputStream html = Files.newInputStream(page.file())) {
        InputSource source = new InputSource(html);
        source.setEncoding("UTF-8");
        source.setSystemId(HOST + page.path());
        checker.checkHtmlInputSource(source);
      }
    }
    return complaints.found;
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

    private void add(SAXParseException complaint) {
      String place = complaint.getLineNumber() + ":" + complaint.getColumnNumber();
      found.add(page + ":" + place + ": " + complaint.getMessage());
    }
  }
}
