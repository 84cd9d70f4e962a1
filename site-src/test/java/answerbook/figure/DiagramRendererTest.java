package answerbook.figure;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.api.Diagram;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagramRendererTest {
  private static final Map<String, Diagram> SAMPLES = SampleDiagrams.all();

  static List<String> samples() {
    return List.copyOf(SAMPLES.keySet());
  }

  private static SvgDocument document(Diagram diagram) {
    return SvgDocument.of(new DiagramRenderer().svg(diagram, "d", "A diagram"));
  }

  private static DiagramLayout layout(Diagram diagram) {
    return DiagramLayout.of(diagram, diagram.isVertical() ? Flow.DOWN : Flow.RIGHT);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void labelsOfEdgesKeepOffNodesAndEachOther(String name) {
    Diagram diagram = SAMPLES.get(name);
    DiagramLayout layout = layout(diagram);
    List<Box> taken = new ArrayList<>();
    layout.ids().forEach(id -> taken.add(layout.core(id)));
    for (Box label : new EdgeDrawing(diagram, layout).labelBoxes()) {
      assertThat(taken).noneMatch(label::overlaps);
      taken.add(label);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nodesKeepOffEachOther(String name) {
    DiagramLayout layout = layout(SAMPLES.get(name));
    List<Box> taken = new ArrayList<>();
    for (String id : layout.ids()) {
      Box whole = layout.core(id).union(layout.caption(id));
      assertThat(taken).noneMatch(whole::overlaps);
      taken.add(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void edgesKeepOffOtherNodes(String name) {
    Diagram diagram = SAMPLES.get(name);
    DiagramLayout layout = layout(diagram);
    Router router = new Router(layout);
    for (Diagram.Edge edge : diagram.edges()) {
      List<Point> points = router.route(edge).points();
      for (String id : layout.ids()) {
        boolean end = id.equals(edge.from()) || id.equals(edge.to());
        for (int i = 1; i < points.size() && !end; i++) {
          assertThat(layout.core(id).touches(points.get(i - 1), points.get(i)))
              .as(edge + " and " + id)
              .isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void drawingFitsAPhoneAndHoldsAllText(String name) {
    Diagram diagram = SAMPLES.get(name);
    SvgDocument svg = document(diagram);
    double width = Double.parseDouble(svg.root().getAttribute("viewBox").split(" ")[2]);
    assertThat(width).isLessThanOrEqualTo(Drawing.WIDEST + 20);
    assertThat(svg.all("desc").get(0).getTextContent()).isEqualTo(diagram.description());
    long labels = diagram.edges().stream().filter(edge -> !edge.label().isEmpty()).count();
    long headings = diagram.columns().stream().filter(heading -> !heading.isEmpty()).count();
    assertThat(svg.all("text").size()).isGreaterThanOrEqualTo((int) (labels + headings));
    assertThat(svg.ids()).allMatch(id -> id.startsWith("d-"));
  }

  @Test
  void outputIsTheSameInEveryLocale() {
    Locale locale = Locale.getDefault();
    String here = new DiagramRenderer().svg(SampleDiagrams.activated(), "d", "t");
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(new DiagramRenderer().svg(SampleDiagrams.activated(), "d", "t")).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void everyShapeIsDrawnWithItsLabel() {
    Diagram diagram =
        SampleDiagrams.empty("All shapes.")
            .column("head")
            .neuron("n", "x_1")
            .bias("b", "1")
            .sum("s")
            .plus("p")
            .activation("a", "relu")
            .column("tail")
            .block("k", "two\nlines")
            .open("o", "?")
            .dropped("d", "H")
            .label("l", "a & b");
    SvgDocument svg = document(diagram);
    for (Diagram.Shape shape : Diagram.Shape.values()) {
      assertThat(svg.ofClass("f-" + shape.name().toLowerCase(Locale.ROOT)))
          .as(shape.name())
          .hasSize(1);
    }
    assertThat(svg.texts())
        .contains("x1", "Σ", "ReLU", "twolines", "?", "H", "a & b", "head", "tail");
  }

  @Test
  void bypassGoesAroundWhatIsBetween() {
    Diagram diagram = SampleDiagrams.residual(false);
    DiagramLayout layout = layout(diagram);
    Route route = new Router(layout).route(diagram.edges().get(2));
    assertThat(route.points())
        .hasSize(4)
        .anyMatch(point -> point.y() < layout.core("h").top() - 10);
  }

  @Test
  void edgeOverAColumnGoesAroundTheNodeInItsWay() {
    Diagram diagram =
        SampleDiagrams.empty("Three in a row.")
            .column("")
            .neuron("a", "a")
            .column("")
            .neuron("b", "b")
            .column("")
            .neuron("c", "c")
            .edge("a", "c");
    assertThat(new Router(layout(diagram)).route(diagram.edges().get(0)).points()).hasSize(4);
  }

  @Test
  void tooWideDiagramRunsDownwards() {
    Diagram diagram = SampleDiagrams.convolution();
    String[] box = document(diagram).root().getAttribute("viewBox").split(" ");
    assertThat(Double.parseDouble(box[3])).isGreaterThan(Double.parseDouble(box[2]));
  }

  @Test
  void emptyDiagramIsStillADrawing() {
    assertThat(document(SampleDiagrams.empty("Nothing.")).texts()).isEmpty();
  }
}
