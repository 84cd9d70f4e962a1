package answerbook.provenance;

import java.util.Map;

/**
 * What the repository's history says.
 *
 * @param commit the full hash of the commit that was built; empty if that isn't known
 * @param date of that commit, as {@code 2026-01-31}; empty if that isn't known
 * @param seconds of that commit since 1970; 0 if that isn't known
 * @param edited whether files differ from that commit
 * @param changes by program and name of the value, the date on which the value got what it is now;
 *     a value that isn't committed yet has none
 */
public record History(
    String commit,
    String date,
    long seconds,
    boolean edited,
    Map<String, Map<String, String>> changes) {
  /** Nothing is known. */
  public static final History NONE = new History("", "", 0, false, Map.of());
}
