package answerbook.answer;

import answerbook.answer.outcome.Outcome;
import java.util.Map;
import java.util.Optional;

/**
 * What the wanted programs yielded.
 *
 * @param byProgram by class name; a program that failed is missing
 * @param sums name what each yielded and what counts of it: as long as one is the same, so is that
 * @param run how many were run
 * @param reused how many weren't, since nothing has changed that they depend on
 */
public record Outcomes(
    Map<String, Outcome> byProgram, Map<String, String> sums, int run, int reused) {
  public Outcomes {
    byProgram = Map.copyOf(byProgram);
    sums = Map.copyOf(sums);
  }

  /** What {@code program} yielded; empty if it failed, which a diagnostic tells. */
  public Optional<Outcome> of(String program) {
    return Optional.ofNullable(byProgram.get(program));
  }
}
