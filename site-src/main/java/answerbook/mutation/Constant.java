package answerbook.mutation;

import java.util.ArrayList;
import java.util.List;

/**
 * A number in a program.
 *
 * @param offset where it starts in the source
 * @param text as it is written
 */
record Constant(int offset, String text) {
  private static final double NUDGE = 1.25;

  /** A slight change: one more, or a quarter more. */
  String nudged() {
    return isWhole() ? Long.toString(whole() + 1) + suffix() : scaled(NUDGE);
  }

  /** Drastic changes, none of which a sound program survives unless the number is idle. */
  List<String> overthrown() {
    List<String> all = new ArrayList<>();
    if (isWhole()) {
      all.add((whole() == 0 ? "7" : "0") + suffix());
      all.add("(-" + (whole() + 2) + suffix() + ")");
    } else {
      all.add(real() == 0 ? "1e3" : "0.0");
      all.add(scaled(-1e3));
    }
    return all;
  }

  private boolean isWhole() {
    return text.matches("[\\d_]+[lL]?");
  }

  private String suffix() {
    return text.matches(".*[lL]") ? "L" : "";
  }

  private long whole() {
    return Long.parseLong(text.replaceAll("[_lL]", ""));
  }

  private double real() {
    return Double.parseDouble(text.replace("_", ""));
  }

  private String scaled(double factor) {
    String ending = text.matches(".*[fF]") ? "f" : "";
    double now = real() == 0 ? factor : real() * factor;
    return "("
        + (ending.isEmpty() ? Double.toString(now) : Float.toString((float) now))
        + ending
        + ")";
  }
}
