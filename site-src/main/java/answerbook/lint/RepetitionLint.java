package answerbook.lint;

import answerbook.diagnostic.Diagnostics;
import answerbook.markdown.Manuscript.Part;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A paragraph that stands in two answers, be it with other numbers. */
final class RepetitionLint implements Lint {
  private static final int FEWEST_WORDS = 12;

  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    Map<String, String> first = new HashMap<>();
    book.questions()
        .forEach(
            question ->
                question
                    .text()
                    .paragraphs()
                    .forEach(paragraph -> check(question, paragraph, first, diagnostics)));
  }

  private static void check(
      LintedQuestion question, Part paragraph, Map<String, String> first, Diagnostics diagnostics) {
    String words =
        question
            .text()
            .prose()
            .substring(paragraph.start(), paragraph.end())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}]+", " ")
            .strip();
    if (words.split(" ").length < FEWEST_WORDS) {
      return;
    }
    String other = first.putIfAbsent(words, question.file().name());
    if (other != null) {
      diagnostics.error(
          question.file(),
          paragraph.start(),
          "this paragraph stands in " + other + " too",
          "say it once, and link there; or say what is different here");
    }
  }
}
