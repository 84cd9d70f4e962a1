package answerbook.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Line2D;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeometryTest {
  @Test
  void coordinatesAreShort() {
    assertThat(Coordinate.text(1)).isEqualTo("1");
    assertThat(Coordinate.text(-0.001)).isEqualTo("0");
    assertThat(Coordinate.text(-0.05)).isEqualTo("-0.05");
    assertThat(Coordinate.text(12.345)).isEqualTo("12.35");
    assertThat(Coordinate.text(1e6)).isEqualTo("1000000");
  }

  @Test
  void spacingKeepsDistancesAndStaysNearWishes() {
    double[] one = {1, 1, 1};
    assertThat(Spacing.place(new double[] {0, 50, 90}, one, new double[] {0, 10, 10}))
        .containsExactly(0, 50, 90);
    assertThat(Spacing.place(new double[] {5, 5, 5}, one, new double[] {0, 10, 10}))
        .containsExactly(-5, 5, 15);
    assertThat(Spacing.place(new double[] {30, 0, 100}, one, new double[] {0, 10, 10}))
        .containsExactly(10, 20, 100);
  }

  @Test
  void labelTakesTheFirstFreePlace() {
    LabelPlacer placer = new LabelPlacer(new Box(0, 0, 100, 100));
    placer.avoid(new Box(0, 0, 50, 50));
    placer.avoid(List.of(new Point(60, 0), new Point(60, 100)), 5);
    Box covered = new Box(40, 40, 15, 5);
    Box crossing = new Box(55, 10, 15, 5);
    Box outside = new Box(95, 60, 15, 5);
    Box free = new Box(70, 10, 15, 5);
    assertThat(placer.place(List.of(covered, crossing, outside, free))).isEqualTo(3);
    assertThat(placer.place(List.of(free, crossing, outside)))
        .as("the free place is taken")
        .isEqualTo(1);
  }

  @Test
  void simplifiedCurveStaysOnTheCurve() {
    List<Point> curve =
        IntStream.rangeClosed(0, 200)
            .mapToObj(i -> new Point(2 * i, 100 * Math.tanh(i / 30.0 - 3)))
            .toList();
    List<Point> simple = Curve.simplified(curve);
    assertThat(simple).hasSizeLessThan(80).startsWith(curve.get(0)).endsWith(curve.get(200));
    for (Point point : curve) {
      double distance =
          IntStream.range(1, simple.size())
              .mapToDouble(
                  i ->
                      Line2D.ptSegDist(
                          simple.get(i - 1).x(),
                          simple.get(i - 1).y(),
                          simple.get(i).x(),
                          simple.get(i).y(),
                          point.x(),
                          point.y()))
              .min()
              .orElseThrow();
      assertThat(distance).isCloseTo(0, within(0.07));
    }
  }

  @Test
  void lineIsInterruptedByLabels() {
    List<Box> holes =
        List.of(new Box(60, -5, 10, 10), new Box(20, -5, 10, 10), new Box(0, 20, 100, 10));
    assertThat(BrokenLine.pieces(new Point(0, 0), new Point(100, 0), holes))
        .hasSize(3)
        .first()
        .isEqualTo(List.of(new Point(0, 0), new Point(20, 0)));
    assertThat(BrokenLine.pieces(new Point(5, 0), new Point(5, 10), holes)).hasSize(1);
  }
}
