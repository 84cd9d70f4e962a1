package answerbook.cli;

import answerbook.answer.Workbench;
import answerbook.bake.JBakeRenderer;
import answerbook.content.Book;
import answerbook.diagnostic.Diagnostics;
import java.io.IOException;

/** The beginning of a build, which needs nothing but the book's sources. */
final class Reading implements AutoCloseable {
  private final BuildSettings settings;
  private final BookMaker maker;
  private Workbench bench;
  private JBakeRenderer renderer;
  private Book book;

  Reading(BuildSettings settings, Stages stages, Diagnostics diagnostics) {
    this.settings = settings;
    this.maker = new BookMaker(settings, stages, diagnostics);
  }

  /**
   * Reads the book, unless that was done, and meanwhile makes ready what programs are run by and
   * what pages are rendered with.
   */
  void begin() throws IOException {
    if (bench != null) {
      return;
    }
    bench = new Workbench(settings.kept("fragments"));
    bench.lookAhead(settings.run());
    renderer = new JBakeRenderer(settings.root());
    book = maker.read();
  }

  /** The book; null if there is no good {@code index.md}, or nothing has begun. */
  Book book() {
    return book;
  }

  /** Reports to the build's diagnostics. */
  BookMaker maker() {
    return maker;
  }

  Workbench bench() {
    return bench;
  }

  JBakeRenderer renderer() {
    return renderer;
  }

  @Override
  public void close() {
    if (bench != null) {
      bench.close();
    }
  }
}
