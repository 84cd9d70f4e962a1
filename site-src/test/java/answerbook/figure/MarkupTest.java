package answerbook.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class MarkupTest {
  /** Runs as text: {@code ^(…)} raised, {@code _(…)} lowered, {@code /…/} italic. */
  private static String read(String label) {
    return Markup.parse(label).stream().map(MarkupTest::write).collect(Collectors.joining());
  }

  private static String write(Run run) {
    String text = run.italic() ? "/" + run.text() + "/" : run.text();
    return run.level() == 0 ? text : (run.level() > 0 ? "^(" : "_(") + text + ")";
  }

  @Test
  void scriptsAreRead() {
    assertThat(read("x_1")).isEqualTo("/x/_(1)");
    assertThat(read("x_{10}")).isEqualTo("/x/_(10)");
    assertThat(read("x_10^2")).isEqualTo("/x/_(10)^(2)");
    assertThat(read("W^{(1)}x")).isEqualTo("/W/^((1))/x/");
    assertThat(read("10^-3")).isEqualTo("10^(−3)");
    assertThat(read("w^*")).isEqualTo("/w/^(*)");
  }

  @Test
  void wordsWithUnderscoresStay() {
    assertThat(read("batch_size")).isEqualTo("batch_size");
    assertThat(read("a_")).isEqualTo("a_");
    assertThat(read("x^{2")).isEqualTo("/x/^{2");
  }

  @Test
  void hyphenBeforeANumberIsAMinus() {
    assertThat(read("w_1 = -0.3")).isEqualTo("/w/_(1) = −0.3");
    assertThat(read("e^{-2x}")).isEqualTo("/e/^(−2)^(/x/)");
    assertThat(read("x - 1")).isEqualTo("/x/ − 1");
    assertThat(read("(-1, 1)")).isEqualTo("(−1, 1)");
    assertThat(read("mini-batch, ResNet-50")).isEqualTo("mini-batch, ResNet-50");
  }

  @Test
  void singleLettersAreQuantities() {
    assertThat(read("g(x_1, x_2)")).isEqualTo("/g/(/x/_(1), /x/_(2))");
    assertThat(read("W^T")).isEqualTo("/W/^(T)");
    assertThat(read("a")).isEqualTo("/a/");
    assertThat(read("a batch")).isEqualTo("a batch");
    assertThat(read("time (s)")).isEqualTo("time (s)");
    assertThat(read("Conv2D H1")).isEqualTo("Conv2D H1");
  }

  @Test
  void labelSetsRunsOnTheirBaselines() {
    String svg = Label.of("x_1 + y^2").element(new Point(0, 0), Label.Anchor.START).xml();
    SvgDocument text = SvgDocument.of(svg);
    assertThat(text.root().getTextContent()).isEqualTo("x1 + y2");
    double baseline = 0;
    for (Element span : text.all("tspan")) {
      double size = span.hasAttribute("font-size") ? Run.SCRIPT : 1;
      baseline +=
          span.hasAttribute("dy")
              ? Double.parseDouble(span.getAttribute("dy").replace("em", "")) * size
              : 0;
    }
    assertThat(baseline).as("raised by the final script").isBetween(-0.37, -0.35);
  }
}
