package answerbook.export;

import answerbook.markdown.RenderedQuestion;
import answerbook.markdown.Results;
import answerbook.store.ContentSum;

/** What the texts of a question for machines depend on. */
final class QuestionText {
  private QuestionText() {}

  /**
   * A sum of a question, its results and what else there is; empty if results have no sum.
   *
   * @param more whatever else a text depends on
   */
  static String sum(RenderedQuestion question, Results results, String more) {
    var source = question.source();
    ContentSum sum = new ContentSum();
    sum.text(more);
    sum.text(question.sum());
    sum.text(source.topic() + " " + source.number() + " " + source.address());
    sum.text(source.front().source() + " " + source.front().level() + source.front().tags());
    sum.text(question.opinions().toString());
    for (String program : source.programNames()) {
      var given = results.byName().get(program);
      if (given != null && given.sum().isEmpty()) {
        return "";
      }
      sum.text(program + " " + (given == null ? "" : given.sum()));
    }
    return sum.toString();
  }
}
