package answerbook.markdown;

import answerbook.api.ElementType;
import answerbook.api.Result;
import answerbook.api.Tensor;
import answerbook.api.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;

/**
 * Writes values down. Doubles without a format get six significant digits, without trailing zeros.
 */
final class ValueWriter {
  private static final MathContext SIX_DIGITS = new MathContext(6);
  private static final int SMALLEST_GROUPED = 10_000;

  private final Notation notation;
  private final String format;

  /**
   * @param format as for {@link java.util.Formatter}, with one conversion; empty for the default
   */
  ValueWriter(Notation notation, String format) {
    this.notation = notation;
    this.format = format;
  }

  /** Writes a value, or the element of it that {@code index} names. */
  String write(Result result, int... index) throws MistakeException {
    if (result instanceof Text text) {
      if (index.length > 0) {
        throw new MistakeException("a text has no elements", "remove the index");
      }
      return notation.word(text.value());
    }
    if (result instanceof Tensor tensor) {
      return index.length == 0 ? whole(tensor) : element(tensor, index);
    }
    String kind = result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    String remedy = "insert it with {{" + kind + ":name | caption}} on a line of its own";
    throw new MistakeException("this is a " + kind + ", not a value", remedy);
  }

  private String element(Tensor tensor, int[] index) throws MistakeException {
    int offset = 0;
    boolean inside = index.length == tensor.rank();
    for (int axis = 0; inside && axis < index.length; axis++) {
      inside = index[axis] < tensor.shape()[axis];
      offset = offset * tensor.shape()[axis] + index[axis];
    }
    if (!inside) {
      throw new MistakeException(
          "there is no element " + Arrays.toString(index),
          "its shape is " + Arrays.toString(tensor.shape()) + ", counted from 0");
    }
    return single(tensor.type(), tensor.values()[offset], true);
  }

  private String whole(Tensor tensor) throws MistakeException {
    if (notation == Notation.TEX && tensor.rank() > 2) {
      throw new MistakeException(
          "an array of shape " + Arrays.toString(tensor.shape()) + " can't stand in a formula",
          "pick a matrix of it");
    }
    return part(tensor, 0, 0, tensor.values().length);
  }

  private String part(Tensor tensor, int axis, int from, int length) throws MistakeException {
    if (axis == tensor.rank()) {
      return single(tensor.type(), tensor.values()[from], tensor.rank() == 0);
    }
    int count = tensor.shape()[axis];
    List<String> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int size = length / count;
      items.add(part(tensor, axis + 1, from + i * size, size));
    }
    return notation.array(items, tensor.rank() - axis);
  }

  private String single(ElementType type, double value, boolean alone) throws MistakeException {
    if (type == ElementType.BOOLEAN) {
      return notation.word(value == 0 ? "false" : "true");
    }
    if (!Double.isFinite(value)) {
      return notation.word(Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞");
    }
    if (format.isEmpty()) {
      return notation.number(
          type == ElementType.INTEGER ? integer((long) value, alone) : sixDigits(value));
    }
    return notation.number(unsignedZero(formatted(value, alone)));
  }

  private String formatted(double value, boolean alone) throws MistakeException {
    if (format.matches(".*\\d{3}.*")) {
      throw new MistakeException(
          "'" + format + "' asks for more digits than there are", "write '%.3f' or the like");
    }
    try {
      boolean integer = format.matches(".*%[,+ (0-9-]*[dxX].*");
      if (integer && value != Math.rint(value)) {
        throw new MistakeException("'" + format + "' is for integers", "write '%.3f' or the like");
      }
      Object argument = integer ? (Object) (long) value : (Object) value;
      boolean grouped =
          alone && Math.abs(value) >= SMALLEST_GROUPED && format.matches("%\\.\\d+f.*");
      String complete = grouped ? format.replaceFirst("%", "%,") : format;
      return String.format(Locale.ROOT, complete, argument);
    } catch (IllegalFormatException e) {
      throw new MistakeException(
          "'" + format + "' is no format of a number", "write '%.3f', '%.2e', '%d' or the like");
    }
  }

  /** Rounding a tiny negative number gives no minus sign. */
  private static String unsignedZero(String number) {
    return number.matches("-0(\\.0*)?%?") ? number.substring(1) : number;
  }

  /** In an array the comma parts elements, so it can't part thousands. */
  private static String integer(long value, boolean alone) {
    boolean grouped = alone && Math.abs(value) >= SMALLEST_GROUPED;
    return grouped ? String.format(Locale.ROOT, "%,d", value) : Long.toString(value);
  }

  private static String sixDigits(double value) {
    BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS);
    if (rounded.signum() == 0) {
      return "0";
    }
    BigDecimal digits = rounded.stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent <= 6) {
      return digits.toPlainString();
    }
    return digits.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }
}
