package answerbook.check;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteCheckerTest {
  @TempDir private Path site;

  private List<String> check(String page) throws IOException {
    Files.createDirectories(site.resolve("topic"));
    Files.writeString(site.resolve("index.html"), "<p id=\"here\"></p>");
    Files.writeString(site.resolve("topic/page.html"), page);
    Diagnostics diagnostics = new Diagnostics();
    new SiteChecker(site, diagnostics).check();
    return diagnostics.all().stream()
        .map(
            d ->
                d.source().name()
                    + ":"
                    + d.position().line()
                    + ":"
                    + d.position().column()
                    + " "
                    + d.message())
        .toList();
  }

  @Test
  void goodPageIsGood() throws IOException {
    String page =
        """
        <a href="../index.html#here">a</a> <a href="#x">b</a> <p id="x"></p>
        <a href="https://example.org">c</a> <link rel="canonical" href="https://example.org/">
        <img src="../index.html" alt=""> <svg role="img" aria-label="A ring"></svg>
        """;

    assertThat(check(page)).isEmpty();
  }

  @Test
  void everyKindOfFaultIsFoundInItsPlace() throws IOException {
    String page =
        """
        <a href="../gone.html">a</a>
        <a href="../index.html#gone">b</a>
        <a href="#gone">c</a>
        <p id="x"></p><p id="x"></p>
        <script src="https://example.org/a.js"></script>
        <svg role="img"></svg>
        """;

    assertThat(check(page))
        .containsExactly(
            "topic/page.html:1:1 the link leads nowhere: '../gone.html'",
            "topic/page.html:2:1 the link leads nowhere: '../index.html#gone'",
            "topic/page.html:3:1 the link leads nowhere: '#gone'",
            "topic/page.html:4:15 id 'x' is there twice",
            "topic/page.html:5:1 loads 'https://example.org/a.js' from elsewhere",
            "topic/page.html:6:1 an image without a text");
  }

  @Test
  void addressesMustDifferInMoreThanCase() throws IOException {
    Files.writeString(site.resolve("A.txt"), "");
    Files.writeString(site.resolve("a.txt"), "");

    assertThat(check("")).containsExactly("a.txt:1:1 two addresses differ in case alone");
  }
}
