package answerbook.answer;

import answerbook.answer.outcome.Outcome;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Decides what counts of outcomes; what was decided before, without a mistake, is not asked again.
 */
final class Settling {
  private final RunSettings settings;
  private final Workbench bench;
  private final Diagnostics diagnostics;

  Settling(RunSettings settings, Workbench bench, Diagnostics diagnostics) {
    this.settings = settings;
    this.bench = bench;
    this.diagnostics = diagnostics;
  }

  /**
   * What counts of a program's outcome.
   *
   * @param sum of the program, its outcome and its record
   */
  Supplier<Outcome> settle(Program program, String sum, Supplier<Outcome> outcome) {
    Supplier<Outcome> counts =
        bench.settled(
            program,
            sum,
            () -> new Acceptance(settings, new Diagnostics()).settle(program, outcome.get()));
    if (counts != null) {
      return counts;
    }
    Diagnostics own = new Diagnostics();
    Outcome settled = new Acceptance(settings, own).settle(program, outcome.get());
    diagnostics.addAll(own.all());
    if (own.isEmpty() && !settings.recording()) {
      bench.settle(program, new Workbench.Settled(sum, () -> settled));
    }
    return () -> settled;
  }

  /** The text of the recorded results; empty if there are none. */
  String record(Program program) {
    Path file = settings.root().resolve(program.recordName());
    return Files.exists(file) ? SourceFile.read(settings.root(), file).text() : "";
  }
}
