package answerbook.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Chooses the round values that an axis names. */
final class Ticks {
  private static final double SLACK = 1e-9;
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};
  private static final int MOST_DECADES = 7;

  private Ticks() {}

  /** At most {@code most} + 1 multiples of a round step that lie in the range. */
  static List<Tick> linear(Extent extent, int most) {
    return multiples(extent, step(extent.span() / most));
  }

  /**
   * As {@link #linear}, at whole numbers only: for epochs, layers and other things that are
   * counted.
   */
  static List<Tick> whole(Extent extent, int most) {
    BigDecimal step = step(Math.max(1, extent.span() / most));
    boolean fractional = step.stripTrailingZeros().scale() > 0;
    return multiples(
        extent, fractional ? step.multiply(BigDecimal.valueOf(2)).stripTrailingZeros() : step);
  }

  private static List<Tick> multiples(Extent extent, BigDecimal step) {
    double slack = SLACK * extent.span();
    long first = (long) Math.ceil((extent.low() - slack) / step.doubleValue());
    long last = (long) Math.floor((extent.high() + slack) / step.doubleValue());
    List<Tick> ticks = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      BigDecimal value = step.multiply(BigDecimal.valueOf(i));
      double greatest = Math.max(Math.abs(extent.low()), Math.abs(extent.high()));
      ticks.add(new Tick(value.doubleValue(), TickLabel.of(value, greatest)));
    }
    return ticks;
  }

  /** The least round number that is at least {@code wanted}. */
  private static BigDecimal step(double wanted) {
    int power = (int) Math.floor(Math.log10(wanted));
    double mantissa = wanted / Math.pow(10, power);
    for (double round : ROUND) {
      if (mantissa <= round * (1 + SLACK)) {
        return BigDecimal.valueOf(round).scaleByPowerOfTen(power).stripTrailingZeros();
      }
    }
    return BigDecimal.TEN.scaleByPowerOfTen(power);
  }

  /**
   * The powers of ten in the range, with minor ticks between; 2 and 5 get a label too if there are
   * few powers.
   */
  static List<Tick> logarithmic(Extent extent) {
    int first = (int) Math.ceil(Math.log10(extent.low()) - SLACK);
    int last = (int) Math.floor(Math.log10(extent.high()) + SLACK);
    if (last - first < 1) {
      return between(extent);
    }
    int stride = (last - first) / MOST_DECADES + 1;
    List<Tick> ticks = new ArrayList<>();
    for (int power = first - 1; power <= last; power++) {
      double unit = Math.pow(10, power);
      if (power >= first) {
        boolean labelled = Math.floorMod(power, stride) == 0;
        ticks.add(new Tick(unit, labelled ? TickLabel.power(power) : ""));
      }
      for (int digit = 2; stride == 1 && digit < 10; digit++) {
        addIfShown(ticks, extent, new Tick(digit * unit, ""));
      }
    }
    return ticks;
  }

  private static List<Tick> between(Extent extent) {
    List<Tick> ticks = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(extent.low()));
    int last = (int) Math.ceil(Math.log10(extent.high()));
    for (int power = first; power <= last; power++) {
      for (int digit = 1; digit < 10; digit++) {
        BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
        boolean labelled = digit == 1 || digit == 2 || digit == 5;
        String label = labelled ? TickLabel.of(value, value.doubleValue()) : "";
        addIfShown(ticks, extent, new Tick(value.doubleValue(), label));
      }
    }
    return ticks;
  }

  private static void addIfShown(List<Tick> ticks, Extent extent, Tick tick) {
    if (tick.value() >= extent.low() * (1 - SLACK) && tick.value() <= extent.high() * (1 + SLACK)) {
      ticks.add(tick);
    }
  }

  /** One tick for each name. */
  static List<Tick> categories(List<String> names) {
    List<Tick> ticks = new ArrayList<>();
    for (String name : names) {
      ticks.add(new Tick(ticks.size(), name));
    }
    return ticks;
  }
}
