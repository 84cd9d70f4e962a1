package answerbook.markdown;

import java.util.Map;
import java.util.Set;

/**
 * What all programs gave.
 *
 * @param byName the programs that ran well
 * @param failed the programs that did not, which was reported
 */
public record Results(Map<String, ProgramResults> byName, Set<String> failed) {}
