package answerbook.export.onefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Drawings that say the same in fewer letters. */
class DrawingsTest {
  @Test
  void linesThatFollowEachOtherAreOnePath() {
    Element grid =
        shortened(
            """
            <g><line x1="0" y1="167.67" x2="392.42" y2="167.67"/><line x1="5" y1="10" x2="5" y2="20"/>
            <line x1="-1" y1="2" x2="3" y2="1.5"/></g>""");

    assertThat(grid.select("line")).isEmpty();
    assertThat(grid.select("path")).hasSize(1);
    assertThat(grid.selectFirst("path").attributes().html().strip())
        .isEqualTo("d=\"M0 167.7H392.4M5 10V20M-1 2l4-.5\"");
  }

  @Test
  void lineWithMoreThanItsPlacesStaysByItself() {
    Element axis =
        shortened(
            """
            <g><line x1="0" y1="1" x2="2" y2="1"/><line x1="0" y1="2" x2="2" y2="2" stroke="red"/>
            <line x1="0" y1="3" x2="2" y2="3"/></g>""");

    assertThat(axis.select("line")).hasSize(1);
    assertThat(axis.select("path").eachAttr("d")).containsExactly("M0 1H2", "M0 3H2");
  }

  @Test
  void groupAnchorsTextsThatAreAnchoredAlike() {
    Element alike =
        shortened("<g><text text-anchor='end'>1</text><text text-anchor='end'>2</text></g>");
    Element mixed = shortened("<g><text text-anchor='end'>1</text><text>2</text></g>");

    assertThat(alike.attr("text-anchor")).isEqualTo("end");
    assertThat(alike.select("text[text-anchor]")).isEmpty();
    assertThat(mixed.select("text[text-anchor]")).hasSize(1);
  }

  @Test
  void polylinesAreWrittenInSteps() {
    assertThat(Drawings.relative("M0 1.04L10 2 12.26 1.5")).isEqualTo("M0 1l10 1 2.3-.5");
  }

  private static Element shortened(String content) {
    Document page = Jsoup.parse("<svg viewBox='0 0 1 1'>" + content + "</svg>");
    Drawings.shorten(page);
    return page.selectFirst("svg > g");
  }
}
