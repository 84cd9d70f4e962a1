package answerbook.lint;

import answerbook.diagnostic.Diagnostics;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer, or a question, that says nothing yet: too few words, or what a scaffold left. */
final class SubstanceLint implements Lint {
  /** What {@code mvn -Pnew} writes where an author's words belong. */
  private static final String PLACEHOLDER = "Write here:";

  private static final String PLACEHOLDER_TAG = "write-here";

  private static final Pattern FILLER =
      Pattern.compile(
          "\\b(?:" + PLACEHOLDER + "|lorem ipsum|to be written|coming soon|tbd\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final int FEWEST_WORDS = 15;

  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    book.questions().forEach(question -> check(question, diagnostics));
  }

  private static void check(LintedQuestion question, Diagnostics diagnostics) {
    String prose = question.text().prose();
    Matcher filler = FILLER.matcher(prose);
    boolean template = false;
    while (filler.find()) {
      template = true;
      diagnostics.error(
          question.file(),
          filler.start(),
          "this is a template's text, not an answer's",
          "replace the whole paragraph by what you have to say");
    }
    int start = question.text().answerStart();
    String answer = prose.substring(start, Math.max(start, question.text().answerEnd()));
    if (question.question().front().tags().contains(PLACEHOLDER_TAG)) {
      template = true;
      diagnostics.error(
          question.file(),
          Math.max(0, question.file().text().indexOf(PLACEHOLDER_TAG)),
          "this is a template's tag",
          "name what the question is about, with tags that others have");
    }
    long words = WORD.matcher(answer).results().count();
    if (!template && start < prose.length() && words < FEWEST_WORDS) {
      diagnostics.error(
          question.file(),
          start,
          words == 0 ? "the answer is empty" : "the answer has only " + words + " words",
          "say the result and why it is so");
    }
  }
}
