package answerbook.opinion;

import answerbook.api.ElementType;
import answerbook.api.Tensor;
import answerbook.api.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a number, a truth value, or a list of them as Python and C++ print it: {@code [[1.0, -inf],
 * [2e-05, nan]]}, {@code (1, 3, 224, 224)}, {@code True}.
 */
final class Literal {
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
  private static final Pattern SCALAR =
      Pattern.compile(
          "([+-]?(?:nan|inf|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?))|([Tt]rue|[Ff]alse)");

  private final String text;
  private int at;
  private final List<Double> values = new ArrayList<>();
  private boolean integers = true;
  private boolean booleans = true;

  private Literal(String text) {
    this.text = text.strip();
  }

  /**
   * The value of a text.
   *
   * @throws IllegalArgumentException if it is nothing of that kind, or a list whose parts differ in
   *     shape; the message says which
   */
  static Tensor read(String text) {
    Literal literal = new Literal(text);
    List<Integer> shape = literal.value();
    if (literal.at < literal.text.length()) {
      throw literal.unreadable();
    }
    ElementType type =
        literal.booleans
            ? ElementType.BOOLEAN
            : literal.integers ? ElementType.INTEGER : ElementType.DOUBLE;
    return new Tensor(
        type,
        shape.stream().mapToInt(Integer::intValue).toArray(),
        literal.values.stream().mapToDouble(Double::doubleValue).toArray(),
        Tolerance.EXACT);
  }

  /** Reads what stands here, and returns its shape. */
  private List<Integer> value() {
    char opening = at < text.length() ? text.charAt(at) : ' ';
    return opening == '[' ? list(']') : opening == '(' ? list(')') : scalar();
  }

  private List<Integer> list(char end) {
    at++;
    int count = 0;
    List<Integer> inner = List.of();
    for (skipBlanks(); at < text.length() && text.charAt(at) != end; skipSeparator(end)) {
      List<Integer> shape = value();
      if (count > 0 && !shape.equals(inner)) {
        throw new IllegalArgumentException("the parts of the list differ in shape");
      }
      inner = shape;
      count++;
    }
    if (at++ >= text.length()) {
      throw new IllegalArgumentException("the list has no end");
    }
    List<Integer> shape = new ArrayList<>(List.of(count));
    shape.addAll(inner);
    return shape;
  }

  private void skipSeparator(char end) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
      skipBlanks();
    } else if (at < text.length() && text.charAt(at) != end) {
      throw unreadable();
    }
  }

  private List<Integer> scalar() {
    Matcher matcher = SCALAR.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw unreadable();
    }
    at = matcher.end();
    boolean truth = matcher.group(2) != null;
    booleans &= truth;
    integers &= !truth && INTEGER.matcher(matcher.group()).matches();
    values.add(
        truth ? (matcher.group().equalsIgnoreCase("true") ? 1.0 : 0.0) : number(matcher.group()));
    return List.of();
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace("nan", "NaN").replace("inf", "Infinity"));
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException unreadable() {
    return new IllegalArgumentException("'" + text + "' is neither a number nor a list of numbers");
  }
}
