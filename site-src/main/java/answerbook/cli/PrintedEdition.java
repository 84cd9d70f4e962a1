package answerbook.cli;

import answerbook.export.Edition;
import answerbook.markdown.RenderedBook;
import answerbook.print.EditionPrinter;
import java.io.IOException;
import java.nio.file.Path;

/** One of the books on paper, as a book to take away. */
final class PrintedEdition implements Edition {
  private final EditionPrinter printer;
  private final RenderedBook rendered;
  private final answerbook.print.Edition edition;

  PrintedEdition(EditionPrinter printer, RenderedBook rendered, answerbook.print.Edition edition) {
    this.printer = printer;
    this.rendered = rendered;
    this.edition = edition;
  }

  @Override
  public String file() {
    return edition.file();
  }

  @Override
  public String title() {
    return edition.kind().title();
  }

  @Override
  public String form() {
    return "PDF, " + edition.paper().title();
  }

  @Override
  public Job prepare() {
    EditionPrinter.Job job = printer.prepare(rendered, edition);
    return new Job() {
      @Override
      public String key() {
        return job.key();
      }

      @Override
      public void make(Path file) throws IOException {
        job.print(file);
      }
    };
  }
}
