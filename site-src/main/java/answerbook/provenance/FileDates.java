package answerbook.provenance;

/**
 * When a file came and when it last changed, as its commits' authors dated them.
 *
 * @param added as {@code 2026-01-31T12:00:00Z}
 * @param changed likewise, never before {@code added}
 * @param subject the first line of the last commit's message
 */
public record FileDates(String added, String changed, String subject) {
  /** The dates of two files taken for one. */
  FileDates and(FileDates other) {
    boolean later = other.changed.compareTo(changed) > 0;
    return new FileDates(
        added.compareTo(other.added) < 0 ? added : other.added,
        later ? other.changed : changed,
        later ? other.subject : subject);
  }
}
