package answerbook.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cell above a column. One that is empty heads nothing, so it is a plain cell; one that holds
 * formulas alone gives them their TeX as a name, since a name for a column is not made from MathML.
 */
final class HeaderCell {
  private static final Pattern FORMULAS_ALONE = Pattern.compile("\\s*(?:\\$[^$]+\\$\\s*)+");
  private static final Pattern MATH =
      Pattern.compile(
          "<math (.*?<annotation encoding=\"application/x-tex\">(.*?)</annotation>)",
          Pattern.DOTALL);

  private HeaderCell() {}

  /** The element's name, for a cell that is made of {@code markdown}. */
  static String tag(String markdown) {
    return markdown.isBlank() ? "td" : "th";
  }

  /** The HTML of formulas in a cell that is made of {@code markdown}. */
  static String named(String markdown, String formulas) {
    if (!FORMULAS_ALONE.matcher(markdown).matches()) {
      return formulas;
    }
    return MATH.matcher(formulas)
        .replaceAll(
            math -> {
              String name = math.group(2).replace("\"", "&quot;");
              return Matcher.quoteReplacement("<math aria-label=\"" + name + "\" " + math.group(1));
            });
  }
}
