package answerbook.opinion;

import java.util.List;
import java.util.Map;

/**
 * All second opinions.
 *
 * @param bySlug those for which there is evidence, by their question's slug
 * @param total how many programs there are
 * @param run how many of them were run
 * @param notRun programs that weren't since something is not installed, as {@code
 *     answers/perceptron/hidden-node.py (no PyTorch)}
 * @param unproven programs whose text has no evidence: new ones, and ones that were changed since
 */
public record Opinions(
    Map<String, List<Opinion>> bySlug,
    int total,
    int run,
    List<String> notRun,
    List<String> unproven) {
  public Opinions {
    notRun = List.copyOf(notRun);
    unproven = List.copyOf(unproven);
  }

  /** How many programs agree with the Java program beside them. */
  public int agreeing() {
    return bySlug.values().stream().mapToInt(List::size).sum();
  }
}
