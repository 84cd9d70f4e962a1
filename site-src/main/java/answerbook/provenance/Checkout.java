package answerbook.provenance;

/**
 * What is checked out of a book's repository.
 *
 * @param commit its full hash
 * @param date of the commit, as {@code 2026-01-31}
 * @param seconds of the commit since 1970
 * @param edited whether files differ from the commit
 * @param shallow whether the history before the commit isn't there
 */
public record Checkout(String commit, String date, long seconds, boolean edited, boolean shallow) {
  /** Names all of it in words. */
  public String name() {
    return commit
        + " "
        + date
        + " "
        + seconds
        + (edited ? " edited" : "")
        + (shallow ? " shallow" : "");
  }
}
