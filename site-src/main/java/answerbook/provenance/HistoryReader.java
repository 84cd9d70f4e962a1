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

  /** Reads what there is; a shallow repository knows its last commit only. */
  public History read() {
    Optional<String> head = head();
    if (head.isEmpty()) {
      return History.NONE;
    }
    String[] words = head.get().split(" ");
    var changes = isShallow() ? History.NONE.changes() : new ValueDates(root, git).read();
    return new History(words[0], words[1], Long.parseLong(words[2]), edited(), changes);
  }

  /**
   * Names what is checked out, with words for changes and for a history that isn't there; empty if
   * it isn't known.
   */
  public String version() {
    return head()
        .map(commit -> commit + (edited() ? " edited" : "") + (isShallow() ? " shallow" : ""))
        .orElse("");
  }

  private boolean isShallow() {
    return git.text("rev-parse", "--is-shallow-repository").orElse("true").strip().equals("true");
  }

  private Optional<String> head() {
    return git.text("log", "-1", "--format=%H %as %ct")
        .filter(commit -> tracked())
        .map(String::strip);
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
