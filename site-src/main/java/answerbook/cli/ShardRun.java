package answerbook.cli;

import answerbook.answer.Outcomes;
import answerbook.content.Book;
import answerbook.content.ContentReader;
import answerbook.diagnostic.Diagnostics;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Runs a part of a book's programs and keeps what they yield, for a build elsewhere that gets the
 * folders of all parts. It makes no site.
 */
final class ShardRun {
  private final BuildSettings settings;
  private final PrintStream out;

  ShardRun(BuildSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Runs the part; mistakes are told. Returns whether there is none. */
  boolean run(Shard shard) {
    Diagnostics diagnostics = new Diagnostics();
    Book book = new ContentReader(settings.root(), diagnostics).read();
    if (book != null) {
      Programs programs = new Programs(settings.root(), book, diagnostics);
      Outcomes outcomes = programs.run(settings.run(), shard);
      out.printf(
          Locale.ROOT,
          "  part %d of %d: %d programs run, %d unchanged; kept in %s%n",
          shard.number(),
          shard.count(),
          outcomes.run(),
          outcomes.reused(),
          settings.run().cache());
    }
    diagnostics.all().forEach(mistake -> out.println("\n" + mistake.rendered().stripTrailing()));
    return diagnostics.isEmpty();
  }
}
