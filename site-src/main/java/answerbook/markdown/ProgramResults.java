package answerbook.markdown;

import answerbook.api.Check;
import answerbook.api.Result;
import answerbook.diagnostic.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a program gave, ready to be inserted.
 *
 * @param source its file
 * @param given what it gave, which is read when it is asked for
 * @param sum names all of this: as long as it is the same, so is the rest; empty if nothing is
 *     known to do so
 */
public record ProgramResults(SourceFile source, Supplier<Given> given, String sum) {
  /**
   * What it gave.
   *
   * @param results by name, in the order in which they were shown
   * @param lines the line of the program at which each result was shown
   * @param checks all that held
   * @param output what it printed
   */
  public record Given(
      Map<String, Result> results, Map<String, Integer> lines, List<Check> checks, String output) {}

  /** Results that nothing names, so that whatever is made of them is not kept. */
  public ProgramResults(SourceFile source, Given given) {
    this(source, () -> given, "");
  }

  /** Results by name, in the order in which they were shown. */
  public Map<String, Result> results() {
    return given.get().results();
  }

  /** The line of the program at which each result was shown. */
  public Map<String, Integer> lines() {
    return given.get().lines();
  }

  /** All checks, which held. */
  public List<Check> checks() {
    return given.get().checks();
  }

  /** What it printed. */
  public String output() {
    return given.get().output();
  }
}
