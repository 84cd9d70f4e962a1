package answerbook.provenance;

import java.nio.file.Path;
import java.util.Optional;

/** Reads a book's history from the repository that it stands in. */
public final class HistoryReader {
  private static final String[] SOURCES = {
    "content", "answers", "templates", "site-src", "pom.xml"
  };

  private final Path root;
  private final Git git;

  /**
   * @param root the book's root
   */
  public HistoryReader(Path root) {
    this.root = root;
    this.git = new Git(root);
  }

  /** Reads what there is. */
  public History read() {
    return read(checkout());
  }

  /** Reads the history of what is checked out; a shallow repository knows its last commit only. */
  public History read(Optional<Checkout> checkout) {
    return checkout
        .map(
            now ->
                new History(
                    now.commit(),
                    now.date(),
                    now.seconds(),
                    now.edited(),
                    now.shallow() ? History.NONE.changes() : new ValueDates(root, git).read()))
        .orElse(History.NONE);
  }

  /** What is checked out; empty if that isn't known, or if the book is none of its files. */
  public Optional<Checkout> checkout() {
    return git.text("log", "-1", "--format=%H %as %ct")
        .filter(commit -> tracked())
        .map(
            commit -> {
              String[] words = commit.strip().split(" ");
              long seconds = Long.parseLong(words[2]);
              return new Checkout(words[0], words[1], seconds, edited(), isShallow());
            });
  }

  private boolean isShallow() {
    return git.text("rev-parse", "--is-shallow-repository").orElse("true").strip().equals("true");
  }

  /** A book in a folder that only happens to lie in somebody's repository is none of its files. */
  private boolean tracked() {
    return !git.text("ls-files", "content").orElse("").isBlank();
  }

  private boolean edited() {
    String[] arguments = new String[SOURCES.length + 3];
    arguments[0] = "status";
    arguments[1] = "--porcelain";
    arguments[2] = "--";
    System.arraycopy(SOURCES, 0, arguments, 3, SOURCES.length);
    return !git.text(arguments).orElse("").isBlank();
  }
}
