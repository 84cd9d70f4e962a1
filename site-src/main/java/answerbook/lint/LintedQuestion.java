package answerbook.lint;

import answerbook.content.Question;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.Manuscript;

/**
 * A question and its text.
 *
 * @param text null where parts of the book are compared
 * @param facts null where they aren't
 */
record LintedQuestion(Question question, Manuscript text, TextFacts facts) {
  SourceFile file() {
    return question.file();
  }

  /** The names of its files below {@code answers} without their ending, as listings have them. */
  String stem() {
    return "answers/" + question.topic() + "/" + question.slug();
  }
}
