package answerbook.difference;

import answerbook.answer.outcome.Drift;
import answerbook.api.Diagram;
import answerbook.api.ElementType;
import answerbook.api.Plot;
import answerbook.api.Result;
import answerbook.api.Table;
import answerbook.api.Tensor;
import answerbook.api.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A result that is not what it was.
 *
 * @param name of the result, with its program's if that is not the question's own
 * @param before what it was; empty if it is new
 * @param after what it is; empty if it is gone
 * @param tolerance by which it may drift; empty for what has none
 * @param remark what kind of change it is
 */
record ValueChange(String name, String before, String after, String tolerance, String remark) {
  private static final int MOST_ELEMENTS = 6;
  private static final MathContext DIGITS = new MathContext(12);

  /** The change between two results, at least one of which is there. */
  static ValueChange of(String name, Result before, Result after) {
    String remark =
        before == null
            ? "new"
            : after == null
                ? "no longer shown"
                : Drift.between(before, after)
                    .map(drift -> drift.startsWith("drifted:") ? "beyond its tolerance" : drift)
                    .orElse("within its tolerance");
    return new ValueChange(
        name, text(before), text(after), tolerance(after == null ? before : after), remark);
  }

  private static String text(Result result) {
    if (result instanceof Tensor tensor) {
      return tensor.values().length <= MOST_ELEMENTS ? elements(tensor) : shape(tensor);
    } else if (result instanceof Text text) {
      return text.value();
    } else if (result instanceof Table table) {
      return "table of " + table.rows().size() + " rows";
    }
    return result instanceof Plot ? "plot" : result instanceof Diagram ? "diagram" : "";
  }

  private static String elements(Tensor tensor) {
    List<String> elements = new ArrayList<>();
    for (double value : tensor.values()) {
      elements.add(
          tensor.type() == ElementType.BOOLEAN
              ? String.valueOf(value != 0)
              : tensor.type() == ElementType.INTEGER
                  ? String.valueOf((long) value)
                  : number(value));
    }
    return tensor.rank() == 0 ? elements.get(0) : elements.toString();
  }

  private static String shape(Tensor tensor) {
    String sides = Arrays.toString(tensor.shape()).replaceAll("[\\[\\]]", "").replace(", ", " × ");
    return tensor.type().name().toLowerCase(Locale.ROOT) + " array of " + sides;
  }

  private static String tolerance(Result result) {
    if (!(result instanceof Tensor tensor)) {
      return "";
    }
    double relative = tensor.tolerance().relative();
    double absolute = tensor.tolerance().absolute();
    if (relative == 0 && absolute == 0) {
      return "exact";
    }
    String share = relative == 0 ? "" : number(relative) + " of it";
    String most = absolute == 0 ? "" : number(absolute);
    return "± " + share + (share.isEmpty() || most.isEmpty() ? "" : " or ") + most;
  }

  /** Twelve digits: what differs later is rounding. */
  private static String number(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : String.valueOf(value);
    }
    double rounded = new BigDecimal(value).round(DIGITS).doubleValue();
    return String.valueOf(rounded).replaceFirst("\\.0(?=E|$)", "").replace("E", "e");
  }
}
