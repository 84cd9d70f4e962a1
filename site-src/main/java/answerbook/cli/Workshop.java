package answerbook.cli;

import answerbook.code.Highlighter;
import answerbook.markdown.BookRenderer;
import answerbook.markdown.FragmentShelf;
import answerbook.math.MathRenderer;
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

  Workshop(BuildSettings settings) {
    Path cache = settings.target().resolve("fragments");
    this.maths = new MathRenderer(cache);
    this.highlighter = new Highlighter(cache);
  }

  MathRenderer maths() {
    return maths;
  }

  /** What Markdown is rendered with. */
  BookRenderer.Engines engines() {
    return new BookRenderer.Engines(maths, highlighter, fragments);
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
  }
}
