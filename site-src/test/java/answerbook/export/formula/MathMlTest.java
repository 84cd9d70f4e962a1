package answerbook.export.formula;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.export.Xml;
import answerbook.math.MathRenderer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formulas as MathML Core. */
class MathMlTest {
  @TempDir private static Path folder;

  @Test
  void lettersOfOtherAlphabetsAreWrittenAsSuch() {
    assertThat(text("\\mathbf x")).isEqualTo("\ud835\udc31");
    assertThat(text("\\mathbb R")).isEqualTo("\u211d");
    assertThat(text("\\boldsymbol\\gamma")).isEqualTo("\ud835\udf38");
    assertThat(of("\\mathbf x").toString()).doesNotContain("mathvariant");
    assertThat(of("\\mathrm d").toString()).contains("mathvariant=\"normal\"");
  }

  @Test
  void texIsTheTextAlternativeAndNothingElseIsLeftOfIt() {
    List<Element> math = of("\\frac{a}{b}");

    assertThat(math).hasSize(1);
    assertThat(math.get(0).attr("alttext")).isEqualTo("\\frac{a}{b}");
    assertThat(math.get(0).select("annotation, semantics")).isEmpty();
  }

  @Test
  void indexThatIsAFunctionIsOneChild() {
    Element index = of("\\lambda_{\\max}").get(0).selectFirst("msub");

    assertThat(index.children()).extracting(Element::text).containsExactly("\u03bb", "max");
  }

  @Test
  void columnsAreAlignedByClasses() {
    Element math = of("\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}").get(0);

    assertThat(math.select("mtd.right")).hasSize(2);
    assertThat(math.select("mtd.left")).hasSize(2);
    assertThat(math.select("[columnalign], [rowspacing], [columnspacing]")).isEmpty();
  }

  @Test
  void longFormulaInTextIsSeveralThatSayTheSame() {
    String tex = "y = a_1 x_1 + a_2 x_2 + a_3 x_3 + a_4 x_4";
    List<Element> pieces = of(tex);

    assertThat(pieces).hasSizeGreaterThan(2);
    assertThat(pieces.stream().map(Element::text).collect(Collectors.joining()))
        .isEqualTo("y=a1x1+a2x2+a3x3+a4x4");
    assertThat(pieces.get(0).attr("alttext")).isEqualTo(tex);
    assertThat(pieces.subList(1, pieces.size())).noneMatch(piece -> piece.hasAttr("alttext"));
  }

  @Test
  void listIsSeveralToo() {
    assertThat(of("a_1 + a_2, f(x_1, x_2, x_3, x_4), b_1, b_2, b_3"))
        .extracting(Element::text)
        .containsExactly("a1+", "a2,", "f(x1,x2,x3,x4),", "b1,", "b2,", "b3");
  }

  private static String text(String tex) {
    return of(tex).get(0).text();
  }

  private static List<Element> of(String tex) {
    try (MathRenderer maths = new MathRenderer(folder)) {
      Element body = Xml.parse("<p>" + maths.render(tex, false) + "</p>");
      Formula.replaceAll(body, MathMl::of);
      return body.select("math");
    }
  }
}
