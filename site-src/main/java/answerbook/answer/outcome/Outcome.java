package answerbook.answer.outcome;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a program yielded.
 *
 * @param results what it showed, by name, in the order of being shown
 * @param checks what it tested, in order; all of them hold
 * @param output what it printed, with {@code \n} as line end
 */
public record Outcome(Map<String, Shown> results, List<Checked> checks, String output) {
  public Outcome {
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    checks = List.copyOf(checks);
  }
}
