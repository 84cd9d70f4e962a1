package answerbook.print;

import answerbook.content.Book;
import answerbook.content.Question;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import java.util.Map;
import java.util.TreeMap;

/** Reports what can't be printed, at the question that has it. */
final class Mistakes {
  /** The attribute by which elements say whose they are: the slug of a question or a topic. */
  static final String OWNER = "data-owner";

  private final SourceFile bookFile;
  private final Map<String, SourceFile> files = new TreeMap<>();
  private final Map<String, Position> positions = new TreeMap<>();
  private final Diagnostics diagnostics;
  private boolean found;

  Mistakes(Book book, Diagnostics diagnostics) {
    this.bookFile = book.file();
    this.diagnostics = diagnostics;
    book.topics().forEach(topic -> files.put(topic.slug(), topic.file()));
    book.questions().forEach(this::add);
  }

  private void add(Question question) {
    files.put(question.slug(), question.file());
    positions.put(question.slug(), question.file().position(question.front().title().offset()));
  }

  /** Whether anything was reported. */
  boolean found() {
    return found;
  }

  /**
   * Reports a mistake.
   *
   * @param owner the slug of a question or topic; anything else for the book itself
   */
  void add(String owner, String message, String remedy) {
    found = true;
    diagnostics.error(
        files.getOrDefault(owner, bookFile),
        positions.getOrDefault(owner, Position.START),
        "this can't be printed: " + message,
        remedy);
  }
}
