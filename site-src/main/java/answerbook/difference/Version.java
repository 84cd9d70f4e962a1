package answerbook.difference;

import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedQuestion;
import answerbook.markdown.Results;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A book as it was at one time.
 *
 * @param name what to call it, such as a commit's hash and title
 */
public record Version(String name, RenderedBook book, Results results) {
  /** All questions by slug, in reading order. */
  Map<String, RenderedQuestion> questions() {
    Map<String, RenderedQuestion> questions = new LinkedHashMap<>();
    book.topics().stream()
        .flatMap(topic -> topic.questions().stream())
        .forEach(question -> questions.put(question.source().slug(), question));
    return questions;
  }
}
