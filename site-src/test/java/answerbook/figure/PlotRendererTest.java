package answerbook.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import answerbook.api.Plot;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PlotRendererTest {
  private static final double[] X = {0, 1, 2, 3, 4};
  private static final double[] Y = {0, 1, 4, 9, 16};

  private static String svg(Plot plot) {
    return new PlotRenderer().svg(plot, "p", "A plot");
  }

  private static SvgDocument document(Plot plot) {
    return SvgDocument.of(svg(plot));
  }

  private static Plot empty() {
    return SamplePlots.empty("What can be seen.");
  }

  @Test
  void everySampleIsWellFormed() {
    SamplePlots.all()
        .values()
        .forEach(plot -> assertThat(document(plot).root().getTagName()).isEqualTo("svg"));
  }

  @Test
  void titleAndDescriptionNameTheDrawing() {
    SvgDocument svg = document(empty().line("a", X, Y));
    assertThat(svg.root().getAttribute("role")).isEqualTo("img");
    assertThat(svg.root().getAttribute("aria-labelledby")).isEqualTo("p-title");
    assertThat(svg.root().getAttribute("aria-describedby")).isEqualTo("p-desc");
    assertThat(svg.all("title").get(0).getTextContent()).isEqualTo("A plot");
    assertThat(svg.all("desc").get(0).getTextContent()).isEqualTo("What can be seen.");
  }

  @Test
  void everyIdStartsWithTheGivenOne() {
    SamplePlots.all()
        .values()
        .forEach(
            plot ->
                assertThat(document(plot).ids())
                    .doesNotHaveDuplicates()
                    .allMatch(id -> id.startsWith("p-")));
  }

  @Test
  void idThatIsNoIdIsRefused() {
    assertThatThrownBy(() -> new PlotRenderer().svg(empty(), "a b", ""))
        .hasMessageContaining("id (a b) must");
  }

  @Test
  void outputIsTheSameInEveryLocaleAndZone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    List<String> here = SamplePlots.all().values().stream().map(PlotRendererTest::svg).toList();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      assertThat(SamplePlots.all().values().stream().map(PlotRendererTest::svg)).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void noColoursAndNoStylesAreFixed() {
    SamplePlots.all()
        .values()
        .forEach(plot -> assertThat(svg(plot)).doesNotContain(" style=", "rgb(", "\"#"));
  }

  @Test
  void numbersHaveAtMostTwoDecimals() {
    SamplePlots.all()
        .values()
        .forEach(
            plot ->
                assertThat(svg(plot))
                    .doesNotContainPattern("=\"[^\"]*(\\d\\.\\d{3}|NaN|Inf|\\dE)"));
  }

  @Test
  void textStaysText() {
    Plot plot =
        empty()
            .x("epoch")
            .y("loss")
            .line("training", X, Y)
            .line("validation", X, X)
            .vertical(2, "here");
    assertThat(document(plot).texts())
        .contains("epoch", "loss", "training", "validation", "here", "15");
  }

  @Test
  void markupInNamesIsEscaped() {
    Plot plot = empty().x("<b> & \"c\" \u0000").line("a<b", X, Y);
    assertThat(svg(plot)).contains("&lt;").doesNotContain("<b>");
    assertThat(document(plot).texts()).contains("<b> & \"c\" ", "a<b");
  }

  @Test
  void negativeTicksHaveMinusSigns() {
    assertThat(document(SamplePlots.tanh()).texts())
        .contains("−4", "0", "4")
        .noneMatch(text -> text.contains("-"));
  }

  @Test
  void everyMarkIsDrawn() {
    Plot plot =
        empty()
            .line("line", X, Y)
            .dashed("dashed", X, Y)
            .steps("steps", X, Y)
            .points("points", X, Y)
            .band("band", X, X, Y);
    SvgDocument svg = document(plot);
    for (int i = 1; i <= 5; i++) {
      assertThat(svg.ofClass("f-s" + i)).as("mark and legend of series " + i).hasSize(2);
    }
    assertThat(document(SamplePlots.bars()).ofClass("f-s3").get(0).getTextContent()).isEmpty();
  }

  @Test
  void missingValueLeavesGap() {
    double[] y = {0, 1, Double.NaN, 3, 4};
    String path = data(document(empty().line("a", X, y)), "f-s1").getAttribute("d");
    assertThat(path.chars().filter(c -> c == 'M').count()).isEqualTo(2);
  }

  @Test
  void valueThatALogarithmCannotShowLeavesGap() {
    double[] y = {1, 10, 0, 10, 1};
    String path = data(document(empty().logY().line("a", X, y)), "f-s1").getAttribute("d");
    assertThat(path.chars().filter(c -> c == 'M').count()).isEqualTo(2);
  }

  private static Element data(SvgDocument svg, String series) {
    return (Element) svg.ofClass(series).get(0).getFirstChild();
  }

  @Test
  void pointsOutsideOfTheRangeAreLeftOut() {
    String all = data(document(empty().points("a", X, Y)), "f-s1").getAttribute("d");
    String some =
        data(document(empty().xRange(0, 2).yRange(0, 5).points("a", X, Y)), "f-s1")
            .getAttribute("d");
    assertThat(all.split("M")).hasSize(6);
    assertThat(some.split("M")).hasSize(4);
  }

  @Test
  void squarePlotHasEqualUnits() {
    PlotLayout layout = PlotLayout.of(SamplePlots.plane());
    double acrossUnit = layout.x().at(1) - layout.x().at(0);
    double upUnit = layout.y().at(0) - layout.y().at(1);
    assertThat(acrossUnit).isCloseTo(upUnit, within(1e-9));
  }

  @Test
  void noDrawingIsTooWideForAPhone() {
    SamplePlots.all()
        .forEach(
            (name, plot) -> {
              double width =
                  Double.parseDouble(document(plot).root().getAttribute("viewBox").split(" ")[2]);
              assertThat(width).as(name).isLessThanOrEqualTo(Drawing.WIDEST + 4);
            });
  }

  @Test
  void linesThatEndApartAreNamedAtTheirEnds() {
    Plot apart = empty().line("low", X, new double[] {0, 0, 0, 0, 0}).line("high", X, Y);
    Plot together = empty().line("low", X, Y).line("high", X, Y);
    assertThat(LineNames.fitting(apart, PlotLayout.of(apart))).isPresent();
    assertThat(LineNames.fitting(together, PlotLayout.of(together))).isEmpty();
  }

  @Test
  void plotWithoutDataStillHasAxes() {
    assertThat(document(empty().x("x")).texts()).contains("x", "0");
    assertThat(document(empty().line("a", new double[] {1}, new double[] {Double.NaN})).texts())
        .contains("a");
  }

  @Test
  void impossibleRangeIsRefused() {
    assertThatThrownBy(() -> svg(empty().x("t").xRange(3, 3)))
        .hasMessageContaining("'t' can't go from 3.0 to 3.0");
    assertThatThrownBy(() -> svg(empty().logY().yRange(0, 3))).hasMessageContaining("logarithmic");
  }
}
