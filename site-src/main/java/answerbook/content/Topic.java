package answerbook.content;

import answerbook.diagnostic.SourceFile;
import java.util.List;

/**
 * A topic.
 *
 * @param slug names its folder
 * @param number its place in the book, from 1
 * @param file its {@code index.md}
 * @param bodyOffset where in the file the introduction starts
 * @param questions in reading order
 */
public record Topic(
    String slug,
    int number,
    SourceFile file,
    Located title,
    int bodyOffset,
    List<Question> questions) {
  public Topic {
    questions = List.copyOf(questions);
  }

  /** The address of its page from the site's root. */
  public String address() {
    return slug + "/index.html";
  }
}
