package answerbook.answer;

import answerbook.answer.outcome.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What the wanted programs yielded.
 *
 * @param byProgram by class name, read when it is asked for; a program that failed is missing
 * @param sums name what each yielded and what counts of it: as long as one is the same, so is that
 * @param run how many were run
 * @param reused how many weren't, since nothing has changed that they depend on
 */
public record Outcomes(
    Map<String, Supplier<Outcome>> byProgram, Map<String, String> sums, int run, int reused) {
  public Outcomes {
    byProgram = Map.copyOf(byProgram);
    sums = Map.copyOf(sums);
  }

  /** What all programs yielded that didn't fail. */
  public Map<String, Outcome> all() {
    Map<String, Outcome> all = new TreeMap<>();
    byProgram.forEach((program, outcome) -> all.put(program, outcome.get()));
    return all;
  }

  /** What {@code program} yielded; empty if it failed, which a diagnostic tells. */
  public Optional<Outcome> of(String program) {
    return later(program).map(Supplier::get);
  }

  /** The same, which is not read yet. */
  public Optional<Supplier<Outcome>> later(String program) {
    return Optional.ofNullable(byProgram.get(program));
  }
}
