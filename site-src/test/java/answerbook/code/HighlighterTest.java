package answerbook.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HighlighterTest {
  @TempDir private Path folder;

  @Test
  void everyLanguageKeepsItsTextAndMarksItsWords() {
    try (Highlighter highlighter = new Highlighter(folder)) {
      for (String language : highlighter.names()) {
        String code = "return \"<a>\" & 1; // no\n";
        assertThat(Jsoup.parse("<pre>" + highlighter.html(code, language) + "</pre>").wholeText())
            .as(language)
            .isEqualTo(code);
      }
      assertThat(highlighter.html("return 1;", "java"))
          .contains("<span class=\"hljs-keyword\">return</span>");
      assertThat(highlighter.html("return 1", "py")).contains("hljs-keyword");
      assertThat(highlighter.html("return 1;", "c++")).contains("hljs-keyword");
      assertThat(highlighter.html("return 1;", "text")).isEqualTo("return 1;");
    }
  }
}
