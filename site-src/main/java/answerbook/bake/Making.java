package answerbook.bake;

import answerbook.provenance.Provenance;
import java.util.List;

/**
 * What pages tell of how the book was made, and what was made besides them.
 *
 * @param programs how many programs stand behind its answers
 * @param formulas how many different formulas it holds
 * @param downloads books to take away; empty if none were made
 */
public record Making(Provenance provenance, int programs, int formulas, List<Download> downloads) {
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
  }

  /** The same with books to take away. */
  public Making downloads(List<Download> made) {
    return new Making(provenance, programs, formulas, made);
  }
}
