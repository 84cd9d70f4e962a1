package answerbook.markdown;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in {@code {{…}}}: {@code out1}, {@code out1:%.3f}, {@code w[0,1]:%.2f}, {@code
 * Other.out1}.
 *
 * @param program empty for the question's own
 * @param index an element, counted from 0; empty for the whole
 * @param format empty for the default
 */
public record ValueReference(String program, String name, int[] index, String format) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(?:([A-Z]\\w*)\\.)?([A-Za-z][\\w-]*)(?:\\[(\\s*\\d{1,9}\\s*(?:,\\s*\\d{1,9}\\s*)*)\\])?(?::(%.*))?\\s*");

  /** Reads a reference; null if it has not the form of one. */
  public static ValueReference parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String index = matcher.group(3);
    return new ValueReference(
        matcher.group(1) == null ? "" : matcher.group(1),
        matcher.group(2),
        index == null ? new int[0] : indices(index),
        matcher.group(4) == null ? "" : matcher.group(4).strip());
  }

  private static int[] indices(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).mapToInt(Integer::parseInt).toArray();
  }
}
