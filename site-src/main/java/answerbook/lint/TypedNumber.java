package answerbook.lint;

import answerbook.markdown.Manuscript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a text has it.
 *
 * @param text without separators of thousands
 * @param scale what it is multiplied by: 0.01 before a per cent sign, a power of ten, or 1
 */
record TypedNumber(String text, int offset, double scale) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w.\\\\^{_-])(?<!\\d[, ])(\\d{1,3}(?:(?:,|\\{,\\})\\d{3})+|\\d+)(\\.\\d+)?"
              + "(?![\\w]|\\.\\d)"
              + "(\\s*(?:\\\\[,;: ])?\\\\?%|\\s*per cent\\b)?"
              + "(?:\\s*\\\\times\\s*10\\^(?:\\{(-?\\d+)\\}|(\\d)))?");
  private static final Pattern LITERAL = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?(?![\\w.])");
  private static final int FIRST_YEAR = 1940;
  private static final int LAST_YEAR = 2040;

  /** All numbers in a text's prose and formulas. */
  static List<TypedNumber> all(Manuscript text) {
    List<TypedNumber> numbers = new ArrayList<>();
    for (String mask : List.of(text.prose(), text.maths())) {
      Matcher matcher = NUMBER.matcher(mask);
      while (matcher.find()) {
        numbers.add(number(matcher));
      }
    }
    return numbers;
  }

  private static TypedNumber number(Matcher matcher) {
    String digits = matcher.group(1).replaceAll("[^\\d]", "");
    String fraction = matcher.group(2) == null ? "" : matcher.group(2);
    double scale = matcher.group(3) == null ? 1 : 0.01;
    for (int group = 4; group <= 5; group++) {
      if (matcher.group(group) != null) {
        scale *= Math.pow(10, Integer.parseInt(matcher.group(group)));
      }
    }
    return new TypedNumber(digits + fraction, matcher.start(), scale);
  }

  /**
   * The numbers that the question's part of a text has outside prose and formulas, as in listings.
   */
  static List<Double> inListings(LintedQuestion question) {
    String stated =
        question
            .file()
            .text()
            .substring(question.question().bodyOffset(), question.text().answerStart());
    List<Double> numbers = new ArrayList<>();
    Matcher matcher = LITERAL.matcher(stated);
    while (matcher.find()) {
      numbers.add(Double.parseDouble(matcher.group()));
    }
    return numbers;
  }

  /** As it reads, without its scale. */
  double value() {
    return Double.parseDouble(text);
  }

  int decimals() {
    int point = text.indexOf('.');
    return point < 0 ? 0 : text.length() - point - 1;
  }

  /** How many digits count: no zeros before the first, nor after the last of a whole number. */
  int digits() {
    String significant = text.replace(".", "").replaceFirst("^0+", "");
    return (decimals() == 0 ? significant.replaceFirst("0+$", "") : significant).length();
  }

  /** Whether two numbers like this are hardly equal by chance. */
  boolean isTelling() {
    boolean year = decimals() == 0 && value() >= FIRST_YEAR && value() <= LAST_YEAR;
    return !year && (digits() >= 3 || (decimals() > 0 && digits() >= 2));
  }
}
