package answerbook.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the small markup of labels: {@code x_1}, {@code x_{10}}, {@code x^2}, {@code W^{(1)}}.
 *
 * <p>Braces hold any text. Without them a script is a number or one letter or sign, and an
 * underscore before a longer word, as in {@code batch_size}, is an underscore. A hyphen before a
 * number is set as a minus sign, and a single Latin letter as the name of a quantity.
 */
final class Markup {
  private static final Pattern SCRIPT =
      Pattern.compile(
          "\\^\\{([^{}]*)\\}|_\\{([^{}]*)\\}|\\^([-\u2212]?\\d+|[\\p{L}*+\u2212\u2032\u2020-])|_(\\d+|\\p{L}(?!\\p{L}))");
  private static final Pattern HYPHEN_AS_MINUS =
      Pattern.compile("(?<![\\p{L}\\d)\\]\\s])-(?=[\\d.\\p{L}\u221e]|$)|(?<=\\s)-(?=[\\d.\\s])");
  private static final Pattern QUANTITY =
      Pattern.compile("(?<!\\p{L})(?<!\\p{L}\\d{1,3})(?<! \\()[a-zA-Z](?![\\p{L}\\d])");

  private Markup() {}

  static List<Run> parse(String line) {
    List<Run> runs = new ArrayList<>();
    Matcher script = SCRIPT.matcher(line);
    int end = 0;
    while (script.find()) {
      addPlain(runs, line.substring(end, script.start()), true);
      boolean raised = script.group().charAt(0) == '^';
      addScript(runs, firstOf(script), raised ? 1 : -1);
      end = script.end();
    }
    addPlain(runs, line.substring(end), end == 0 && line.length() == 1);
    return runs;
  }

  private static String firstOf(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i) != null) {
        return matcher.group(i);
      }
    }
    return "";
  }

  private static void addScript(List<Run> runs, String text, int level) {
    if (text.equals("T") && level == 1) { // the transpose is not a quantity
      runs.add(new Run(text, level, false));
    } else {
      addRuns(runs, new Run(text, level, false), false);
    }
  }

  private static void addPlain(List<Run> runs, String text, boolean lastIsQuantity) {
    addRuns(runs, new Run(text, 0, false), lastIsQuantity);
  }

  /**
   * Splits off quantities. The words "a", "A" and "I" are none, unless they carry a script or stand
   * alone.
   */
  private static void addRuns(List<Run> runs, Run whole, boolean lastIsQuantity) {
    String text = HYPHEN_AS_MINUS.matcher(whole.text()).replaceAll("\u2212");
    Matcher quantity = QUANTITY.matcher(text);
    int end = 0;
    while (quantity.find()) {
      boolean sure = lastIsQuantity && quantity.end() == text.length();
      if (sure || !"aAI".contains(quantity.group())) {
        addText(runs, new Run(text.substring(end, quantity.start()), whole.level(), false));
        addText(runs, new Run(quantity.group(), whole.level(), true));
        end = quantity.end();
      }
    }
    addText(runs, new Run(text.substring(end), whole.level(), false));
  }

  private static void addText(List<Run> runs, Run run) {
    if (!run.text().isEmpty()) {
      runs.add(run);
    }
  }
}
