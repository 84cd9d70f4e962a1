package answerbook.author;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Begins a question: its text, its program, its entry in the topic. What it writes is refused as a
 * template by the lints until somebody has replaced it.
 */
public final class NewQuestion {
  private static final Pattern SOURCE = Pattern.compile("(?m)^source: ([a-z]+)-(\\d+)");

  private final Path root;
  private final Diagnostics diagnostics;

  /**
   * @param root the book's root
   */
  public NewQuestion(Path root, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
  }

  /**
   * Writes the files.
   *
   * @param path {@code topic/slug}
   * @param title of the question
   * @return the names of the files that were written; none if something is wrong, which is reported
   * @throws IOException if a file can't be read or written
   */
  public List<String> create(String path, String title) throws IOException {
    BookFolder book = new BookFolder(root);
    Optional<QuestionPath> read = QuestionPath.read("-Dquestion", path, diagnostics);
    if (title.isBlank()) {
      diagnostics.error(
          new SourceFile("-Dtitle", title), 0, "the question has no title", "add -Dtitle=\"…\"");
    }
    read.ifPresent(it -> it.hasTopic(book, diagnostics));
    read.ifPresent(it -> it.isFree(book, diagnostics));
    if (read.isEmpty() || !diagnostics.isEmpty()) {
      return List.of();
    }
    QuestionPath question = read.get();
    book.write(question.content(), Scaffold.text(title, source(book, question)));
    book.write(
        question.answers() + question.program() + ".java", Scaffold.program(question.program()));
    book.write(question.index(), TopicIndex.with(book.read(question.index()), question.slug()));
    return book.save();
  }

  /** An id after the highest of the topic's questions, with the prefix that most of them have. */
  private static String source(BookFolder book, QuestionPath question) {
    Map<String, Integer> count = new TreeMap<>();
    Map<String, Integer> highest = new TreeMap<>();
    for (String file : book.files()) {
      if (file.startsWith("content/") && file.endsWith(".md")) {
        Matcher source = SOURCE.matcher(book.read(file));
        if (source.find()) {
          boolean here = file.startsWith("content/" + question.topic() + "/");
          count.merge(source.group(1), here ? 1 : 0, Integer::sum);
          highest.merge(source.group(1), Integer.parseInt(source.group(2)), Math::max);
        }
      }
    }
    String prefix =
        count.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(question.topic().replace("-", ""));
    return prefix + "-" + (highest.getOrDefault(prefix, 0) + 1);
  }
}
