package answerbook.lint;

import answerbook.diagnostic.Diagnostics;
import java.util.HashMap;
import java.util.Map;

/** A paragraph that stands in two answers, be it with other numbers. */
final class RepetitionLint implements Lint {
  @Override
  public boolean comparesParts() {
    return true;
  }

  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    Map<String, String> first = new HashMap<>();
    book.questions()
        .forEach(
            question ->
                question
                    .facts()
                    .paragraphs()
                    .forEach(paragraph -> check(question, paragraph, first, diagnostics)));
  }

  private static void check(
      LintedQuestion question,
      TextFacts.Paragraph paragraph,
      Map<String, String> first,
      Diagnostics diagnostics) {
    String other = first.putIfAbsent(paragraph.words(), question.file().name());
    if (other != null) {
      diagnostics.error(
          question.file(),
          paragraph.start(),
          "this paragraph stands in " + other + " too",
          "say it once, and link there; or say what is different here");
    }
  }
}
