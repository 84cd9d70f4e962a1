package answerbook.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {
  private static List<String> linear(double low, double high) {
    return Ticks.linear(new Extent(low, high), 6).stream().map(Tick::label).toList();
  }

  private static List<String> logarithmic(double low, double high) {
    return Ticks.logarithmic(new Extent(low, high)).stream()
        .filter(tick -> !tick.isMinor())
        .map(Tick::label)
        .toList();
  }

  @Test
  void stepsAreRound() {
    assertThat(linear(0, 1)).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(linear(-4, 4)).containsExactly("−4", "−2", "0", "2", "4");
    assertThat(linear(3, 47)).containsExactly("10", "20", "30", "40");
    assertThat(linear(0.13, 0.91)).containsExactly("0.2", "0.4", "0.6", "0.8");
  }

  @Test
  void countedThingsHaveWholeTicks() {
    assertThat(Ticks.whole(new Extent(1, 4), 9).stream().map(Tick::label))
        .containsExactly("1", "2", "3", "4");
    assertThat(Ticks.whole(new Extent(0, 20), 9).stream().map(Tick::label))
        .containsExactly("0", "5", "10", "15", "20");
  }

  @Test
  void zeroIsNeverNegative() {
    assertThat(linear(-0.3, 0.3)).containsExactly("−0.3", "−0.2", "−0.1", "0", "0.1", "0.2", "0.3");
  }

  @Test
  void thousandsAreGroupedFromFiveDigitsOn() {
    assertThat(linear(0, 50_000)).contains("10\u2009000", "50\u2009000");
    assertThat(linear(0, 5_000)).contains("1000", "5000");
  }

  @Test
  void extremesArePowersOfTen() {
    assertThat(linear(0, 5e7)).contains("10^{7}", "5×10^{7}");
    assertThat(linear(-2e-6, 2e-6)).contains("−2×10^{−6}", "0", "10^{−6}");
  }

  @Test
  void logarithmicAxisNamesPowersOfTen() {
    assertThat(logarithmic(0.01, 100))
        .containsExactly("10^{−2}", "10^{−1}", "10^{0}", "10^{1}", "10^{2}");
  }

  @Test
  void longLogarithmicAxisNamesOnlySome() {
    assertThat(logarithmic(1e-12, 1)).hasSizeBetween(4, 8).contains("10^{−12}", "10^{0}");
  }

  @Test
  void shortLogarithmicAxisNamesTwoAndFive() {
    assertThat(logarithmic(1.5, 60)).containsExactly("2", "5", "10", "20", "50");
  }
}
