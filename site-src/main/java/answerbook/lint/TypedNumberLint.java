package answerbook.lint;

import answerbook.content.Located;
import answerbook.diagnostic.Diagnostics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A number that is typed in an answer although a program of the question shows it: it would stay
 * when the program's changes.
 *
 * <p>Numbers of one digit, round numbers and years are no evidence of copying, nor is a number that
 * the question itself states. For any other that is given and not computed, front matter says so:
 * {@code given: [0.25, 224]}. There it must be needed.
 */
final class TypedNumberLint implements Lint {
  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    book.questions().forEach(question -> check(book, question, diagnostics));
  }

  private static void check(LintedBook book, LintedQuestion question, Diagnostics diagnostics) {
    ShownNumbers shown = new ShownNumbers(book.programsOf(question).toList());
    List<TypedNumber> all = TypedNumber.all(question.text());
    Set<Double> stated = new HashSet<>(TypedNumber.inListings(question));
    all.stream()
        .filter(number -> !question.text().inAnswer(number.offset()))
        .forEach(number -> stated.add(number.value()));
    Set<String> needed = new HashSet<>();
    for (TypedNumber number : all) {
      if (question.text().inAnswer(number.offset())
          && number.isTelling()
          && !stated.contains(number.value())) {
        shown.of(number).ifPresent(name -> report(question, number, name, needed, diagnostics));
      }
    }
    refuseIdle(question, needed, diagnostics);
  }

  private static void report(
      LintedQuestion question,
      TypedNumber number,
      ShownNumbers.Match match,
      Set<String> needed,
      Diagnostics diagnostics) {
    boolean given =
        question.question().front().given().stream()
            .anyMatch(it -> it.text().equals(number.text()));
    if (given) {
      needed.add(number.text());
      return;
    }
    diagnostics.error(
        question.file(),
        number.offset(),
        "the number "
            + number.text()
            + " is typed, and the program shows it as '"
            + match.name()
            + "'",
        match.remedy() + ", or add it to 'given' in front matter if it is not computed");
  }

  private static void refuseIdle(
      LintedQuestion question, Set<String> needed, Diagnostics diagnostics) {
    for (Located given : question.question().front().given()) {
      if (!needed.contains(given.text())) {
        diagnostics.error(
            question.file(),
            given.offset(),
            "'given' names " + given.text() + ", which needs no exemption",
            "remove it");
      }
    }
  }
}
