package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.math.MathRenderer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Formulas on paper look as they do in Chromium: at 150 dpi every inked pixel of one has an inked
 * pixel of the other within 3 pixels, both put on the same origin. So nothing is missing, added,
 * moved or of another size, be it a letter, a rule or a drawn shape.
 */
@InChromium
class PrintedFormulasTest {
  private static final int FARTHEST = 3;

  @TempDir private Path folder;

  @Test
  void constructsAreWithinThreePixelsOfChromium(Browser browser) throws IOException {
    List<String> names = TexConstructs.names();
    FormulaSheet sheet = new FormulaSheet(rendered(names), folder);
    BufferedImage theirs = sheet.inChromium(browser);
    BufferedImage ours = sheet.onPaper(FormulaSheet.baselines(browser), theirs);
    List<String> far = new ArrayList<>();
    int inked = 0;
    for (int i = 0; i < names.size(); i++) {
      Ink mine = new Ink(FormulaSheet.part(ours, i));
      Ink other = new Ink(FormulaSheet.part(theirs, i));
      inked += other.count();
      double distance = mine.distance(other);
      System.out.printf("  formula on paper: %s %.1f px%n", names.get(i), distance);
      if (distance > FARTHEST) {
        far.add(names.get(i) + ": " + distance + " px");
      }
    }

    assertThat(names).hasSize(15);
    assertThat(inked).isGreaterThan(10_000);
    assertThat(far).isEmpty();
  }

  private List<Element> rendered(List<String> names) {
    try (MathRenderer maths = new MathRenderer(folder)) {
      return names.stream()
          .map(name -> maths.render(TexConstructs.tex(name), true))
          .map(html -> Jsoup.parse(html).selectFirst(".katex"))
          .toList();
    }
  }
}
