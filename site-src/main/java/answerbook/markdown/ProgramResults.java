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
 */
public record ProgramResults(
    SourceFile source,
    Map<String, Result> results,
    Map<String, Integer> lines,
    List<Check> checks,
    String output) {
  /**
   * Whether this is the same source with the very same results, as an outcome that was kept has.
   */
  boolean isLike(ProgramResults other) {
    return source.name().equals(other.source.name())
        && source.text().equals(other.source.text())
        && results.keySet().equals(other.results.keySet())
        && results.entrySet().stream()
            .allMatch(entry -> entry.getValue() == other.results.get(entry.getKey()))
        && lines.equals(other.lines)
        && checks.equals(other.checks)
        && output.equals(other.output);
  }
}
