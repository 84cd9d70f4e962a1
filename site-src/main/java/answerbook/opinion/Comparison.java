package answerbook.opinion;

import answerbook.api.Result;
import answerbook.api.Tensor;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Nearest;
import answerbook.diagnostic.Position;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;

/**
 * Holds printed values against those of the Java program, within the tolerance that this gives.
 * Whether a whole number is an integer or a double does not count; the shape does.
 */
final class Comparison {
  private final Listing listing;
  private final Diagnostics diagnostics;
  private boolean agrees = true;
  private double deviation;

  Comparison(Listing listing, Diagnostics diagnostics) {
    this.listing = listing;
    this.diagnostics = diagnostics;
  }

  /** Compares all; each difference is a mistake at the line that prints the value. */
  Comparison of(Map<String, Tensor> values) {
    values.forEach(this::compare);
    return this;
  }

  boolean agrees() {
    return agrees;
  }

  /**
   * The largest difference of a value from the Java program's, as a share of the largest element of
   * that result.
   */
  double deviation() {
    return deviation;
  }

  private void compare(String name, Tensor value) {
    Result expected = listing.expected().get(name);
    if (expected == null) {
      String remedy =
          Nearest.remedy(name, new TreeSet<>(listing.expected().keySet()), "its results");
      report(name, listing.program() + ".java shows no '" + name + "' to compare with", remedy);
    } else if (!(expected instanceof Tensor tensor)) {
      report(name, "'" + name + "' is no number in " + listing.program() + ".java", "rename it");
    } else if (!Arrays.equals(tensor.shape(), value.shape())) {
      report(
          name,
          "'"
              + name
              + "' has the shape "
              + Arrays.toString(value.shape())
              + " here, but "
              + Arrays.toString(tensor.shape())
              + " in "
              + listing.program()
              + ".java",
          "print it in the same shape");
    } else {
      compare(name, tensor, value);
    }
  }

  private void compare(String name, Tensor expected, Tensor value) {
    double largest = Arrays.stream(expected.values()).map(Math::abs).max().orElse(0);
    for (int i = 0; i < value.values().length; i++) {
      double theirs = value.values()[i];
      double ours = expected.values()[i];
      if (!expected.tolerance().accepts(ours, theirs)) {
        report(
            name,
            "'"
                + name
                + "' is "
                + wording(theirs)
                + " here, but "
                + wording(ours)
                + " in "
                + listing.program()
                + ".java"
                + (value.rank() == 0 ? "" : ", first at element " + i),
            "one of the two is wrong: correct it");
        return;
      }
      if (ours != theirs && Double.isFinite(ours)) {
        deviation = Math.max(deviation, Math.abs(ours - theirs) / (largest == 0 ? 1 : largest));
      }
    }
  }

  private void report(String name, String message, String remedy) {
    agrees = false;
    Position place = listing.printOf(name);
    diagnostics.error(listing.source(), place, message, remedy);
  }

  private static String wording(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros().toString()
        : Double.toString(value);
  }
}
