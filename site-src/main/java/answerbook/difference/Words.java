package answerbook.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Comparisons of sequences. */
final class Words {
  /**
   * A stretch of two sequences.
   *
   * @param before what only the first has
   * @param after what only the second has; both are the same if nothing differs
   */
  record Stretch<T>(boolean same, List<T> before, List<T> after) {}

  private Words() {}

  /** Two sequences, stretch by stretch, those in common and those that differ in turn. */
  static <T> List<Stretch<T>> compare(List<T> before, List<T> after) {
    List<Stretch<T>> stretches = new ArrayList<>();
    int done = 0;
    for (AbstractDelta<T> delta : DiffUtils.diff(before, after).getDeltas()) {
      same(before, done, delta.getSource().getPosition(), stretches);
      stretches.add(
          new Stretch<>(false, delta.getSource().getLines(), delta.getTarget().getLines()));
      done = delta.getSource().getPosition() + delta.getSource().size();
    }
    same(before, done, before.size(), stretches);
    return stretches;
  }

  private static <T> void same(List<T> of, int from, int to, List<Stretch<T>> stretches) {
    if (from < to) {
      stretches.add(new Stretch<>(true, of.subList(from, to), of.subList(from, to)));
    }
  }

  /** The share of words that two texts have in common, from 0 to 1. */
  static double likeness(String before, String after) {
    String[] old = before.split("\\W+");
    String[] now = after.split("\\W+");
    Map<String, Integer> counts = new HashMap<>();
    for (String word : old) {
      counts.merge(word, 1, Integer::sum);
    }
    int common = 0;
    for (String word : now) {
      if (counts.merge(word, -1, Integer::sum) >= 0) {
        common++;
      }
    }
    return (double) common / Math.max(1, Math.max(old.length, now.length));
  }
}
