package answerbook.figure;

import java.util.Arrays;

/**
 * Puts things in a row as near as possible to where each wants to be, but at least a given distance
 * apart. This is isotonic regression: what would overlap is pooled, and each pool goes to the mean
 * of its wishes.
 */
final class Spacing {
  private Spacing() {}

  /**
   * Positions in ascending order.
   *
   * @param wanted where each wants to be
   * @param weights how much each insists
   * @param distances the least distance of each from the one before; the first is ignored
   */
  static double[] place(double[] wanted, double[] weights, double[] distances) {
    int count = wanted.length;
    double[] offsets = new double[count];
    double[] means = new double[count];
    double[] totals = new double[count];
    int[] sizes = new int[count];
    int pools = 0;
    for (int i = 0; i < count; i++) {
      offsets[i] = i == 0 ? 0 : offsets[i - 1] + distances[i];
      means[pools] = wanted[i] - offsets[i];
      totals[pools] = weights[i];
      sizes[pools++] = 1;
      while (pools > 1 && means[pools - 2] > means[pools - 1]) {
        pools--;
        double total = totals[pools - 1] + totals[pools];
        means[pools - 1] =
            (means[pools - 1] * totals[pools - 1] + means[pools] * totals[pools]) / total;
        totals[pools - 1] = total;
        sizes[pools - 1] += sizes[pools];
      }
    }
    return unpooled(offsets, Arrays.copyOf(means, pools), sizes);
  }

  private static double[] unpooled(double[] offsets, double[] means, int[] sizes) {
    double[] positions = new double[offsets.length];
    int next = 0;
    for (int pool = 0; pool < means.length; pool++) {
      for (int i = 0; i < sizes[pool]; i++, next++) {
        positions[next] = means[pool] + offsets[next];
      }
    }
    return positions;
  }
}
