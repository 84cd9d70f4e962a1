package answerbook.bench;

import answerbook.store.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is done to a book before it is built again. */
enum Change {
  /** Everything that builds left is deleted, but for ND4J's unpacked libraries. */
  COLD("cold", "", "", ""),
  NOTHING("unchanged", "", "", ""),
  WORD("one word", "content/%s/%s.md", "This", "That"),
  NUMBER("one number", "answers/%s/%s.java", "double input = ", "double input = 1"),
  TEMPLATE("one template", "templates/question.ftlh", "</main>", "<p>Edited.</p></main>"),
  SHARED("one shared source", "answers/%s/%s.java", "return ", "return 1 + ");

  private final String title;
  private final String file;
  private final String before;
  private final String after;

  Change(String title, String file, String before, String after) {
    this.title = title;
    this.file = file;
    this.before = before;
    this.after = after;
  }

  /** What a table calls it. */
  String title() {
    return title;
  }

  /** Whether it makes sense for a book of this shape. */
  boolean suits(BookShape shape) {
    return shape.programs() > 0 || (this != NUMBER && this != SHARED);
  }

  /** Whether what programs compute changes, so that the build has to accept it. */
  boolean changesResults() {
    return this == NUMBER || this == SHARED;
  }

  /** Makes the change in the book at {@code root}. */
  void make(BookShape shape, Path root) throws IOException {
    if (this == COLD) {
      FolderTree.delete(root.resolve("target"));
    } else if (this != NOTHING) {
      Path path = root.resolve(file.formatted(names(shape)));
      String text = Files.readString(path);
      if (!text.contains(before)) {
        throw new IllegalStateException(path + " does not hold '" + before + "'");
      }
      Files.writeString(path, text.replaceFirst(before, after));
    }
  }

  /** Folder and file of a question in the middle of the book, or of what its programs share. */
  private Object[] names(BookShape shape) {
    int question = shape.questions() / 2;
    while (changesResults() && !shape.hasProgram(question)) {
      question++;
    }
    int topic = question / BookShape.TOPIC;
    String folder = Names.slug("t", topic);
    return switch (this) {
      case WORD -> new Object[] {folder, Names.slug("q", question)};
      case NUMBER -> new Object[] {folder, Names.type("q", question)};
      default -> new Object[] {folder, Names.type("t", topic)};
    };
  }
}
