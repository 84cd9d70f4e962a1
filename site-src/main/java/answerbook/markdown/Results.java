package answerbook.markdown;

import answerbook.opinion.Opinion;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all programs gave.
 *
 * @param byName the programs that ran well
 * @param failed the programs that did not, which was reported
 * @param opinions what programs in other languages say, by the slug of their question
 */
public record Results(
    Map<String, ProgramResults> byName, Set<String> failed, Map<String, List<Opinion>> opinions) {

  /** The same results with second opinions. */
  public Results with(Map<String, List<Opinion>> newOpinions) {
    return new Results(byName, failed, newOpinions);
  }
}
