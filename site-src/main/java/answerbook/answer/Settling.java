package answerbook.answer;

import answerbook.answer.outcome.Outcome;
import answerbook.diagnostic.Diagnostics;
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
   * @param recorded the program's recorded results
   * @param sum of the program, its outcome and its record
   */
  Supplier<Outcome> settle(Recorded recorded, String sum, Supplier<Outcome> outcome) {
    Program program = recorded.program();
    Supplier<Outcome> counts =
        bench.settled(
            program,
            sum,
            () -> new Acceptance(settings, new Diagnostics()).settle(recorded, outcome.get()));
    if (counts != null) {
      return counts;
    }
    Diagnostics own = new Diagnostics();
    Acceptance acceptance = new Acceptance(settings, own);
    Outcome settled = acceptance.settle(recorded, outcome.get());
    diagnostics.addAll(own.all());
    if (own.isEmpty() && !acceptance.hasRecorded()) {
      bench.settle(program, new Workbench.Settled(sum, () -> settled));
    }
    return () -> settled;
  }
}
