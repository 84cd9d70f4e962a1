package answerbook.markdown;

import answerbook.content.Book;
import answerbook.content.Question;
import answerbook.content.Reference;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What text may refer to.
 *
 * @param root the book's root
 * @param questions by the name of their files, as {@code content/perceptron/hidden-node.md}
 * @param bySlug the same questions by their slugs
 * @param references by key
 */
record BookNames(
    Path root,
    Map<String, Question> questions,
    Map<String, Question> bySlug,
    Map<String, Reference> references) {
  static BookNames of(Path root, Book book) {
    Map<String, Question> questions =
        book.questions()
            .collect(
                Collectors.toMap(
                    q -> q.file().name(), q -> q, (first, second) -> first, TreeMap::new));
    Map<String, Question> bySlug = new HashMap<>();
    questions.values().forEach(question -> bySlug.putIfAbsent(question.slug(), question));
    return new BookNames(root, questions, bySlug, book.references());
  }

  /**
   * The file of the book that {@code path}, written in {@code from}, leads to, as a name from the
   * root; empty if it can't be a path.
   */
  static String resolve(String from, String path) {
    try {
      String plain = path.replace("%20", " ");
      return Path.of(from).resolveSibling(plain).normalize().toString().replace('\\', '/');
    } catch (InvalidPathException e) {
      return "";
    }
  }

  /**
   * The path by which the file {@code from} links to the file {@code to}; both are names from the
   * root.
   */
  static String relative(String from, String to) {
    return Path.of(from).resolveSibling("").relativize(Path.of(to)).toString().replace('\\', '/');
  }
}
