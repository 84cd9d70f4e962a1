package answerbook.answer;

import answerbook.answer.outcome.Outcome;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;

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
   * @param key of the program
   */
  Outcome settle(Program program, String key, Outcome outcome) {
    return bench
        .settled(program, key, record(program))
        .orElseGet(
            () -> {
              Diagnostics own = new Diagnostics();
              Outcome counts = new Acceptance(settings, own).settle(program, outcome);
              diagnostics.addAll(own.all());
              if (own.isEmpty()) {
                bench.settle(program, new Workbench.Settled(key, record(program), counts));
              }
              return counts;
            });
  }

  /** The text of the recorded results; empty if there are none. */
  String record(Program program) {
    Path file = settings.root().resolve(program.recordName());
    return Files.exists(file) ? SourceFile.read(settings.root(), file).text() : "";
  }
}
