package answerbook.cli;

import answerbook.answer.Workbench;
import answerbook.bake.PageShelf;
import answerbook.code.Highlighter;
import answerbook.markdown.BookRenderer;
import answerbook.markdown.FragmentShelf;
import answerbook.math.MathRenderer;
import answerbook.provenance.History;
import answerbook.provenance.HistoryReader;
import java.nio.file.Path;

/**
 * What lasts from one build to the next in the same process: engines that are slow to start, and
 * what stages have made, which they reuse where all that it depends on is as it was. A single build
 * has a workshop of its own; the preview keeps one for as long as it runs.
 */
final class Workshop implements AutoCloseable {
  private final MathRenderer maths;
  private final Highlighter highlighter;
  private final FragmentShelf fragments = new FragmentShelf();
  private final PageShelf pages = new PageShelf();
  private final Workbench bench;
  private final HistoryReader historian;
  private History history;
  private String version = "";

  /** A workshop for a single build. */
  Workshop(BuildSettings settings) {
    this(settings, new Workbench(), settings.root());
  }

  /**
   * @param bench where programs are run
   * @param repository the folder whose history is told
   */
  Workshop(BuildSettings settings, Workbench bench, Path repository) {
    Path cache = settings.target().resolve("fragments");
    this.maths = new MathRenderer(cache);
    this.highlighter = new Highlighter(cache);
    this.bench = bench;
    this.historian = new HistoryReader(repository);
  }

  MathRenderer maths() {
    return maths;
  }

  /** What Markdown is rendered with. */
  BookRenderer.Engines engines() {
    return new BookRenderer.Engines(maths, highlighter, fragments);
  }

  Workbench bench() {
    return bench;
  }

  PageShelf pages() {
    return pages;
  }

  /** The repository's history as it was when it was last read, which is now if it never was. */
  synchronized History history() {
    if (history == null) {
      history = historian.read();
    }
    return history;
  }

  /**
   * Reads the repository's history again, if it can have changed.
   *
   * @param newRecords whether recorded results have changed
   * @return whether it says something else
   */
  synchronized boolean refreshHistory(boolean newRecords) {
    String now = historian.version();
    if (!newRecords && now.equals(version)) {
      return false;
    }
    History before = history;
    version = now;
    history = historian.read();
    return !history.equals(before);
  }

  /**
   * Keeps what the last build needed for the next process, which may begin before this one ends.
   */
  void save() {
    maths.save();
    highlighter.save();
  }

  @Override
  public void close() {
    maths.close();
    highlighter.close();
    bench.close();
  }
}
