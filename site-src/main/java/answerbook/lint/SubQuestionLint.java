package answerbook.lint;

import answerbook.diagnostic.Diagnostics;
import answerbook.markdown.Manuscript.Part;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sub-question that an answer misses. A numbered sub-question is answered under a heading that
 * starts with its number ({@code ### 2. …}, {@code ### 1 and 2. …}, {@code ### 1–3. …}), or in the
 * item of that number of an ordered list. A list without a question mark that no number of the
 * answer refers to is a list of choices or steps. An answer without headings is a short one, and
 * may answer all at once.
 */
final class SubQuestionLint implements Lint {
  private static final Pattern HEADING =
      Pattern.compile("#+\\s+((?:\\d+(?:\\s*(?:,|and|to|–|-)\\s*)?)+)[.:)\\s]");
  private static final Pattern RANGE = Pattern.compile("(\\d+)(?:\\s*(?:to|–|-)\\s*(\\d+))?");

  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    book.questions().forEach(question -> check(question, diagnostics));
  }

  private static void check(LintedQuestion question, Diagnostics diagnostics) {
    List<Part> asked =
        question.text().items().stream()
            .filter(item -> !question.text().inAnswer(item.start()))
            .toList();
    if (asked.size() < 2 || question.text().headings().isEmpty()) {
      return;
    }
    Set<Integer> answered = answered(question);
    if (answered.isEmpty() && asked.stream().noneMatch(item -> asks(question, item))) {
      return;
    }
    for (Part item : asked) {
      if (!answered.contains(item.number())) {
        diagnostics.error(
            question.file(),
            item.start(),
            "the answer has nothing under the number " + item.number(),
            "answer it below a heading '### " + item.number() + ". …'");
      }
    }
  }

  private static boolean asks(LintedQuestion question, Part item) {
    return question.text().prose().substring(item.start(), item.end()).contains("?");
  }

  private static Set<Integer> answered(LintedQuestion question) {
    Set<Integer> numbers = new TreeSet<>();
    question.text().items().stream()
        .filter(item -> question.text().inAnswer(item.start()))
        .forEach(item -> numbers.add(item.number()));
    for (Part part : question.text().headings()) {
      Matcher heading =
          HEADING.matcher(question.file().text().substring(part.start(), part.end()) + " ");
      if (heading.lookingAt()) {
        addAll(heading.group(1), numbers);
      }
    }
    return numbers;
  }

  private static void addAll(String numbers, Set<Integer> into) {
    Matcher range = RANGE.matcher(numbers);
    while (range.find()) {
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      for (int number = first; number <= last; number++) {
        into.add(number);
      }
    }
  }
}
