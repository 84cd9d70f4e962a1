package answerbook.markdown;

import answerbook.api.Check;
import answerbook.api.Result;
import answerbook.diagnostic.SourceFile;
import java.util.List;
import java.util.Map;

/**
 * What a program gave, ready to be inserted.
 *
 * @param source its file
 * @param results by name, in the order in which they were shown
 * @param lines the line of the program at which each result was shown
 * @param checks all that held
 * @param output what it printed
 * @param sum names all of this: as long as it is the same, so is the rest; empty if nothing is
 *     known to do so
 */
public record ProgramResults(
    SourceFile source,
    Map<String, Result> results,
    Map<String, Integer> lines,
    List<Check> checks,
    String output,
    String sum) {
  /** Results that nothing names, so that whatever is made of them is not kept. */
  public ProgramResults(
      SourceFile source,
      Map<String, Result> results,
      Map<String, Integer> lines,
      List<Check> checks,
      String output) {
    this(source, results, lines, checks, output, "");
  }
}
