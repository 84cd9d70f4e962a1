package answerbook.answer;

import answerbook.answer.outcome.Outcome;
import java.util.Map;
import java.util.Optional;

/**
 * What the wanted programs yielded.
 *
 * @param byProgram by class name; a program that failed is missing
 * @param run how many were run
 * @param reused how many weren't, since nothing has changed that they depend on
 */
public record Outcomes(Map<String, Outcome> byProgram, int run, int reused) {
  public Outcomes {
    byProgram = Map.copyOf(byProgram);
  }

  /** What {@code program} yielded; empty if it failed, which a diagnostic tells. */
  public Optional<Outcome> of(String program) {
    return Optional.ofNullable(byProgram.get(program));
  }
}
