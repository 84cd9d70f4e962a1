package answerbook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MathRendererTest {
  @TempDir private Path folder;
  private MathRenderer maths;

  @BeforeEach
  void start() {
    maths = new MathRenderer(folder);
  }

  @AfterEach
  void stop() {
    maths.close();
  }

  @Test
  void formulaIsThereForTheEyeAndForTheEar() {
    String html = maths.render("\\frac{1}{2}", true);

    assertThat(html)
        .startsWith("<span class=\"katex-display\">")
        .contains("<math ")
        .contains("<mfrac>");
    assertThat(maths.render("x", false)).startsWith("<span class=\"katex\">");
  }

  @Test
  void operatorAsAnIndexIsOnePartOfIt() {
    assertThat(maths.render("C_{\\min}", false)).contains("<msub><mi>C</mi><mi>min</mi></msub>");
    assertThat(maths.render("C_{\\min}^2", false))
        .contains("<msubsup><mi>C</mi><mi>min</mi><mn>2</mn></msubsup>");
    assertThat(maths.render("\\min x", false)).contains("<mi>min</mi><mo>\u2061</mo>");
  }

  @Test
  void mistakeHasItsOffset() {
    assertThatExceptionOfType(TexException.class)
        .isThrownBy(() -> maths.render("a + \\foo", false))
        .satisfies(e -> assertThat(e.offset()).isEqualTo(4))
        .withMessageContaining("\\foo");
  }

  @Test
  void unicodeThatTexDoesNotTakeIsAMistake() {
    assertThatExceptionOfType(TexException.class).isThrownBy(() -> maths.render("a ≤ ж", false));
  }

  @Test
  void quotesBackslashesAndLineEndsReachKatexAsTheyAre() {
    assertThat(maths.render("\\text{a \"b\"}\n+ c", false))
        .contains("a&nbsp;&quot;b&quot;".replace("&nbsp;", "\u00a0"));
  }

  @Test
  void afterARestItGoesOnWithWhatItHadMade() {
    String before = maths.render("a^2", false);

    maths.rest();

    assertThat(maths.render("a^2", false)).isEqualTo(before);
    assertThat(maths.madeCount()).isEqualTo(1);
    assertThat(maths.render("b^2", false)).contains("<mi>b</mi>");
    assertThat(maths.usedCount()).isEqualTo(2);
  }

  @Test
  void keptFormulasAreNotRenderedAgain() {
    maths.render("x", false);
    maths.close();

    try (MathRenderer again = new MathRenderer(folder)) {
      again.render("x", false);
      assertThat(again.madeCount()).isZero();
    }
    maths = new MathRenderer(folder);
  }
}
