package answerbook.lint;

import answerbook.content.Question;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.Manuscript;

/** A question and its text. */
record LintedQuestion(Question question, Manuscript text) {
  SourceFile file() {
    return question.file();
  }

  /** The names of its files below {@code answers} without their ending, as listings have them. */
  String stem() {
    return "answers/" + question.topic() + "/" + question.slug();
  }
}
