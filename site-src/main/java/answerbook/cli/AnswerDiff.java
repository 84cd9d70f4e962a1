package answerbook.cli;

import answerbook.bake.Assets;
import answerbook.code.Highlighter;
import answerbook.content.Book;
import answerbook.content.ContentReader;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Nearest;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import answerbook.difference.BookDifference;
import answerbook.difference.RecordedResults;
import answerbook.difference.Version;
import answerbook.markdown.BookRenderer;
import answerbook.markdown.FragmentShelf;
import answerbook.math.MathRenderer;
import answerbook.provenance.Commits;
import answerbook.store.FolderTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;

/**
 * Tells what changed since a commit as a reader would see it, in {@code target/answer-diff}.
 * Nothing is run: results are those recorded.
 */
public final class AnswerDiff {
  private static final int SHORT_HASH = 10;

  private final Path root;
  private final Path target;
  private final PrintStream out;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Commits commits;

  /**
   * @param root the book's root
   * @param out where is told what was done, and mistakes
   */
  public AnswerDiff(Path root, PrintStream out) {
    this.root = root;
    this.target = root.resolve("target/answer-diff");
    this.out = out;
    this.commits = new Commits(root);
  }

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Path root = Path.of("").toAbsolutePath();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean good =
        new AnswerDiff(root, out)
            .run(System.getProperty("base", ""), System.getProperty("head", ""));
    if (good) {
      Files.deleteIfExists(BuildSettings.of(root).unfinished());
    }
    System.exit(good ? 0 : 1);
  }

  /**
   * Writes {@code index.html} with its assets, and {@code diff.md}.
   *
   * @param base names the older commit
   * @param head names the newer; empty for the files as they are
   * @return whether both could be read
   * @throws IOException if a file can't be read or written
   */
  public boolean run(String base, String head) throws IOException {
    Path work = root.resolve("target/answer-diff.work");
    FolderTree.delete(work);
    Optional<String> older = commit("base", base);
    Optional<String> newer = head.isEmpty() ? Optional.of("") : commit("head", head);
    boolean good = older.isPresent() && newer.isPresent();
    if (good) {
      Path cache = root.resolve("target/fragments");
      try (MathRenderer maths = new MathRenderer(cache);
          Highlighter highlighter = new Highlighter(cache)) {
        Version before = version(older.get(), work.resolve("before"), engines(maths, highlighter));
        Version after = version(newer.get(), work.resolve("after"), engines(maths, highlighter));
        good = before != null && after != null && diagnostics.isEmpty();
        if (good) {
          write(new BookDifference(before, after));
        }
      }
    }
    FolderTree.delete(work);
    diagnostics.all().forEach(each -> out.println("\n" + each.rendered().stripTrailing()));
    return good;
  }

  private static BookRenderer.Engines engines(MathRenderer maths, Highlighter highlighter) {
    return new BookRenderer.Engines(maths, highlighter, new FragmentShelf());
  }

  private Optional<String> commit(String option, String word) {
    Optional<String> found = word.isBlank() ? Optional.empty() : commits.find(word);
    if (found.isEmpty()) {
      String what =
          word.isBlank() ? "no commit is named" : "git knows no commit '" + word + "' here";
      String remedy =
          Nearest.to(word, commits.names())
              .map(near -> "did you mean '" + near + "'?")
              .orElse(
                  "give a hash, a branch or a tag: mvn -Panswer-diff -D"
                      + option
                      + "=main; a shallow clone lacks older ones, see git fetch --unshallow");
      SourceFile place = new SourceFile("-D" + option, word);
      diagnostics.error(place, Position.START, what, remedy);
    }
    return found;
  }

  /**
   * The book as a commit has it. What is wrong in an older one is nobody's mistake now, so it is
   * only told.
   */
  private Version version(String commit, Path folder, BookRenderer.Engines engines)
      throws IOException {
    Diagnostics mistakes = commit.isEmpty() ? diagnostics : new Diagnostics();
    Path place = commit.isEmpty() ? root : folder;
    if (!commit.isEmpty()) {
      commits.extract(commit, folder);
    }
    Book book = new ContentReader(place, mistakes).read();
    String name =
        commit.isEmpty()
            ? "the files as they are"
            : commit.substring(0, SHORT_HASH) + " (" + commits.title(commit) + ")";
    Version version = null;
    if (book != null) {
      var results = new RecordedResults(place, mistakes).of(book);
      var rendered = new BookRenderer(place, book, engines, mistakes).render(results);
      version = new Version(name, rendered, results);
    }
    if (!commit.isEmpty() && !mistakes.isEmpty()) {
      tellOld(name, version == null, mistakes);
    }
    return version;
  }

  private void tellOld(String name, boolean unreadable, Diagnostics mistakes) {
    out.println("  note     " + name + " has mistakes:");
    mistakes.all().forEach(each -> out.println(each.rendered().stripTrailing()));
    if (unreadable) {
      String remedy = "compare with a commit at which the book can be built";
      SourceFile place = new SourceFile("-Dbase", name);
      diagnostics.error(place, Position.START, "the book of this commit can't be read", remedy);
    }
  }

  private void write(BookDifference difference) throws IOException {
    FolderTree.delete(target);
    Files.createDirectories(target);
    new Assets(root, target).copy();
    Files.writeString(target.resolve("assets/css/difference.css"), difference.style());
    for (String unused : List.of("js", "pictures")) {
      FolderTree.delete(target.resolve("assets").resolve(unused));
    }
    Files.writeString(target.resolve("index.html"), difference.html());
    Files.writeString(target.resolve("diff.md"), difference.markdown());
    int count = difference.count();
    String questions = count + " question" + (count == 1 ? "" : "s");
    out.println("  changed  " + questions + "; see target/answer-diff/index.html");
  }
}
