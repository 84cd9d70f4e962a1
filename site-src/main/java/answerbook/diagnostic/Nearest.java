package answerbook.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what an author probably meant by a name that doesn't exist. */
public final class Nearest {
  /** More names than that are no help. */
  private static final int MOST = 20;

  private Nearest() {}

  /**
   * The remedy for an unknown name: {@code did you mean 'out1'?} if one is near, or else the list
   * of all; of many, those that come nearest.
   *
   * @param kind what the names are, in the plural, such as "values"
   */
  public static String remedy(String unknown, Collection<String> known, String kind) {
    return to(unknown, known)
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(() -> known.isEmpty() ? "there are no " + kind : list(unknown, known, kind));
  }

  private static String list(String unknown, Collection<String> known, String kind) {
    if (known.size() <= MOST) {
      return kind + " are: " + String.join(", ", known);
    }
    List<String> nearest = known.stream().sorted(byDistance(unknown)).limit(MOST).sorted().toList();
    return "of %d %s the nearest are: %s".formatted(known.size(), kind, String.join(", ", nearest));
  }

  private static Comparator<String> byDistance(String unknown) {
    return Comparator.comparingInt((String name) -> distance(unknown, name))
        .thenComparing(name -> name);
  }

  /**
   * The known name with the least edit distance, if that is at most a third of the length (or 1).
   */
  public static Optional<String> to(String unknown, Collection<String> known) {
    int limit = Math.max(1, unknown.length() / 3);
    return known.stream().filter(name -> distance(unknown, name) <= limit).min(byDistance(unknown));
  }

  /**
   * How many letters must be changed, added, dropped or swapped with their neighbour, ignoring
   * case.
   */
  static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[][] distances = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distances[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, distances);
      }
    }
    return distances[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] distances) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int changed = distances[i - 1][j - 1] + (same ? 0 : 1);
    int best = Math.min(changed, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, distances[i - 2][j - 2] + 1) : best;
  }
}
