package answerbook.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
  private static final SourceFile FILE = new SourceFile("a/b.md", "\uFEFFone\r\n\ttwo three\r\n");

  @Test
  void caretStandsBelowItsColumnPastTabs() {
    Position position = FILE.position(FILE.text().indexOf("three"));

    String rendered = new Diagnostic(FILE, position, "what", "do this").rendered();

    assertThat(rendered)
        .isEqualTo("a/b.md:2:6: error: what\n  \ttwo three\n  \t    ^\n  do this\n");
  }

  @Test
  void offsetsBecomeLinesAndColumns() {
    assertThat(FILE.position(0)).isEqualTo(new Position(1, 1));
    assertThat(FILE.position(3)).isEqualTo(new Position(1, 4));
    assertThat(FILE.position(4)).isEqualTo(new Position(2, 1));
    assertThat(FILE.position(FILE.text().length())).isEqualTo(new Position(3, 1));
    assertThat(FILE.lineStart(2)).isEqualTo(new Position(2, 2));
  }

  @Test
  void mistakesAreToldOnceInTheOrderOfTheFile() {
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.error(FILE, 5, "later", "");
    diagnostics.error(FILE, 0, "earlier", "");
    diagnostics.error(FILE, 5, "later", "");

    assertThat(diagnostics.all())
        .extracting(Diagnostic::message)
        .containsExactly("earlier", "later");
  }

  @Test
  void nearestNameAllowsASwapAndIgnoresCase() {
    assertThat(Nearest.to("levle", List.of("title", "level"))).contains("level");
    assertThat(Nearest.to("OUT", List.of("out", "other"))).contains("out");
    assertThat(Nearest.to("abc", List.of("xyz"))).isEmpty();
    assertThat(Nearest.remedy("abc", List.of("xyz", "uvw"), "names"))
        .isEqualTo("names are: xyz, uvw");
  }

  @Test
  void ofManyNamesTheNearestAreTold() {
    List<String> many = IntStream.range(100, 150).mapToObj(i -> "work" + i).toList();

    assertThat(Nearest.remedy("nobody120", many, "references"))
        .startsWith("of 50 references the nearest are: work100, ")
        .contains("work120")
        .doesNotContain("work149");
  }
}
