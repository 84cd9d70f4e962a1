package answerbook.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what an author probably meant by a name that doesn't exist. */
public final class Nearest {
  private Nearest() {}

  /**
   * The remedy for an unknown name: {@code did you mean 'out1'?} if one is near, or else the list
   * of all.
   *
   * @param kind what the names are, in the plural, such as "values"
   */
  public static String remedy(String unknown, Collection<String> known, String kind) {
    return to(unknown, known)
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(
            () ->
                known.isEmpty()
                    ? "there are no " + kind
                    : kind + " are: " + String.join(", ", known));
  }

  /**
   * The known name with the least edit distance, if that is at most a third of the length (or 1).
   */
  public static Optional<String> to(String unknown, Collection<String> known) {
    int limit = Math.max(1, unknown.length() / 3);
    return known.stream()
        .filter(name -> distance(unknown, name) <= limit)
        .min(
            Comparator.comparingInt((String name) -> distance(unknown, name))
                .thenComparing(name -> name));
  }

  /** The Levenshtein distance, ignoring case. */
  static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
