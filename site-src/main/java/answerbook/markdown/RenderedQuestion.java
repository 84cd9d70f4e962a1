package answerbook.markdown;

import answerbook.api.Check;
import answerbook.api.Tolerance;
import answerbook.content.Question;
import answerbook.opinion.Opinion;
import java.util.List;
import java.util.Set;

/**
 * A question ready for its pages. HTML fragments have symbolic addresses: {@code slug:hidden-node},
 * {@code ref:glorot2010}.
 *
 * @param title for text
 * @param titleHtml for the page
 * @param question HTML
 * @param answer HTML
 * @param footnotes HTML; empty if there are none
 * @param plain question and answer as text with TeX
 * @param citations keys of cited works in the order of citation
 * @param checks what its programs checked, with the claims as HTML
 * @param opinions what its programs in other languages say
 * @param asks what a reader may be asked to type
 * @param anchors all anchors in the fragments
 */
public record RenderedQuestion(
    Question source,
    String title,
    String titleHtml,
    String question,
    String answer,
    String footnotes,
    Plain plain,
    List<String> citations,
    List<RenderedCheck> checks,
    List<Opinion> opinions,
    List<Asked> asks,
    Set<String> anchors) {

  /**
   * A check that held.
   *
   * @param claimHtml the claim as inline HTML
   */
  public record RenderedCheck(Check check, String claimHtml) {}

  /**
   * Plain text with formulas as TeX between dollar signs.
   *
   * @param markdown question and answer as common Markdown, with everything that programs computed
   */
  public record Plain(String question, String answer, String markdown) {}

  /**
   * A number that a reader may be asked to type.
   *
   * @param label names it, as HTML
   * @param value what the program computed
   * @param tolerance how far what is typed may be from it, as for drift
   * @param written the value as text shows it
   */
  public record Asked(String label, double value, Tolerance tolerance, String written) {}
}
