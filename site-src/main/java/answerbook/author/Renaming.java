package answerbook.author;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives a question another slug, or moves it to another topic, with all that belongs to it: its
 * text, its program and listings with what they recorded, its entry in the topic, the links of
 * others, and a redirect from its old address.
 */
public final class Renaming {
  private static final String REDIRECTS = "content/redirects.txt";

  private final Path root;
  private final Diagnostics diagnostics;

  /**
   * @param root the book's root
   */
  public Renaming(Path root, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
  }

  /**
   * Moves the files and mends those that refer to them.
   *
   * @param from {@code topic/slug} of a question
   * @param to the same of no question
   * @return the names of the files that were written; none if something is wrong, which is reported
   * @throws IOException if a file can't be read or written
   */
  public List<String> rename(String from, String to) throws IOException {
    BookFolder book = new BookFolder(root);
    Optional<QuestionPath> old = QuestionPath.read("-Dfrom", from, diagnostics);
    Optional<QuestionPath> now = QuestionPath.read("-Dto", to, diagnostics);
    old.ifPresent(it -> requireQuestion(it, book));
    now.ifPresent(it -> it.hasTopic(book, diagnostics));
    now.ifPresent(
        it -> {
          if (old.isEmpty() || !old.get().slug().equals(it.slug()) || old.get().equals(it)) {
            it.isFree(book, diagnostics);
          }
        });
    if (old.isEmpty() || now.isEmpty() || !diagnostics.isEmpty()) {
      return List.of();
    }
    move(book, old.get(), now.get());
    return book.save();
  }

  private void requireQuestion(QuestionPath path, BookFolder book) {
    if (!book.has(path.content())) {
      List<String> known =
          book.files().stream()
              .filter(
                  file -> file.matches("content/[^/]+/[^/]+\\.md") && !file.endsWith("/index.md"))
              .map(file -> file.replaceFirst("^content/", "").replaceFirst("\\.md$", ""))
              .collect(Collectors.toList());
      String name = path.topic() + "/" + path.slug();
      diagnostics.error(
          path.argument(),
          0,
          "there is no question '" + name + "'",
          Nearest.to(name, known)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("name the folder and the file in content, without .md"));
    }
  }

  private static void move(BookFolder book, QuestionPath old, QuestionPath now) {
    new Links(old.content(), now.content()).mend(book);
    book.move(old.content(), now.content());
    book.move(old.answers() + old.program() + ".java", now.answers() + now.program() + ".java");
    book.move(old.answers() + old.program() + ".json", now.answers() + now.program() + ".json");
    String stem = old.answers() + old.slug() + ".";
    for (String file : book.files()) {
      if (file.startsWith(stem)) {
        book.move(file, now.answers() + now.slug() + "." + file.substring(stem.length()));
      }
    }
    new ClassName(old.program(), now.program()).mend(book);
    if (old.topic().equals(now.topic())) {
      String index = book.read(now.index());
      book.write(now.index(), TopicIndex.replacing(index, old.slug(), now.slug()));
    } else {
      book.write(old.index(), TopicIndex.without(book.read(old.index()), old.slug()));
      book.write(now.index(), TopicIndex.with(book.read(now.index()), now.slug()));
    }
    redirect(book, old.address(), now.address());
  }

  /**
   * Notes where the old address leads; an older redirect from the new address would be a circle.
   */
  private static void redirect(BookFolder book, String old, String now) {
    String lines =
        book.read(REDIRECTS)
            .lines()
            .filter(line -> !line.startsWith(now + " "))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    book.write(REDIRECTS, lines + old + " " + now + "\n");
  }
}
