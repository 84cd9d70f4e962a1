package answerbook.answer.outcome;

import answerbook.api.Tensor;
import answerbook.api.Tolerance;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How numbers, vectors and arrays differ: in type or shape, or in an element. */
final class TensorDrift {
  private TensorDrift() {}

  static Optional<String> between(Tensor recorded, Tensor now) {
    if (recorded.type() != now.type() || recorded.rank() != now.rank()) {
      return Optional.of("changed its type: " + kind(recorded) + " → " + kind(now));
    }
    if (!Arrays.equals(recorded.shape(), now.shape())) {
      return Optional.of("changed its shape: " + shape(recorded) + " → " + shape(now));
    }
    Optional<String> drift = ofElements(recorded, now);
    if (drift.isEmpty() && !recorded.tolerance().equals(now.tolerance())) {
      return Optional.of("changed its tolerance: " + tolerance(recorded) + " → " + tolerance(now));
    }
    return drift;
  }

  static String kind(Tensor tensor) {
    String type = tensor.type().name().toLowerCase(Locale.ROOT);
    return switch (tensor.rank()) {
      case 0 -> type;
      case 1 -> type + " vector";
      case 2 -> type + " matrix";
      default -> type + " array of rank " + tensor.rank();
    };
  }

  /** The first element that drifted, and how many more did. */
  private static Optional<String> ofElements(Tensor recorded, Tensor now) {
    int first = -1;
    int count = 0;
    for (int i = 0; i < now.values().length; i++) {
      if (!now.tolerance().accepts(recorded.values()[i], now.values()[i])) {
        first = first < 0 ? i : first;
        count++;
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    String change = element(recorded, first) + " → " + element(now, first);
    String more = count == 1 ? "" : " (and " + (count - 1) + " more)";
    return Optional.of("drifted" + place(now.shape(), first) + ": " + change + more);
  }

  private static String element(Tensor tensor, int index) {
    double value = tensor.values()[index];
    return switch (tensor.type()) {
      case BOOLEAN -> String.valueOf(value != 0);
      case INTEGER -> String.valueOf((long) value);
      case FLOAT -> JsonText.number((float) value);
      case DOUBLE -> JsonText.number(value);
    };
  }

  /** Such as {@code at [1,2]}; empty for a single value. */
  private static String place(int[] shape, int index) {
    if (shape.length == 0) {
      return "";
    }
    String place = "";
    int rest = index;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      place = rest % shape[axis] + (place.isEmpty() ? "" : ",") + place;
      rest /= shape[axis];
    }
    return " at [" + place + "]";
  }

  private static String shape(Tensor tensor) {
    return Arrays.toString(tensor.shape());
  }

  private static String tolerance(Tensor tensor) {
    Tolerance tolerance = tensor.tolerance();
    return "relative "
        + JsonText.number(tolerance.relative())
        + ", absolute "
        + JsonText.number(tolerance.absolute());
  }
}
