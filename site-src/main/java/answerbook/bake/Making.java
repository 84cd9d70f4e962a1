package answerbook.bake;

import answerbook.provenance.Provenance;
import java.util.List;

/**
 * What pages tell of how the book was made, and what was made besides them.
 *
 * @param programs how many programs stand behind its answers
 * @param formulas how many different formulas it holds
 * @param downloads books to take away; empty if none were made
 * @param guide the author's reference; empty if there is none
 */
public record Making(
    Provenance provenance,
    int programs,
    int formulas,
    List<Download> downloads,
    List<Example> guide) {
  /**
   * An example of the author's reference with the prose before it.
   *
   * @param prose HTML
   * @param markdown the example's source; empty after the last
   * @param html what comes of it, with symbolic addresses
   */
  public record Example(String prose, String markdown, String html) {}

  /**
   * A book to take away.
   *
   * @param title what is in it, as "Answers below each question"
   * @param form its kind and paper, as "PDF, A4"
   * @param address from the site's root
   * @param bytes its size
   */
  public record Download(String title, String form, String address, long bytes) {}

  public Making {
    downloads = List.copyOf(downloads);
    guide = List.copyOf(guide);
  }

  /** The same with books to take away. */
  public Making downloads(List<Download> made) {
    return new Making(provenance, programs, formulas, made, guide);
  }
}
