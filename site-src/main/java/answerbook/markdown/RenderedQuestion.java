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
 * @param texts all that is long
 * @param citations keys of cited works in the order of citation
 * @param checks what its programs checked, with the claims as HTML
 * @param opinions what its programs in other languages say
 * @param asks what a reader may be asked to type
 * @param anchors all anchors in the fragments
 * @param linked the slugs of the questions that the fragments link to
 * @param sum names all of this but {@code source}: as long as it is the same, so is the rest
 */
public record RenderedQuestion(
    Question source,
    String title,
    String titleHtml,
    Texts texts,
    List<String> citations,
    List<RenderedCheck> checks,
    List<Opinion> opinions,
    List<Asked> asks,
    Set<String> anchors,
    Set<String> linked,
    String sum) {

  /** The texts of a question, which may be read from a disk whenever they are asked for. */
  public interface Texts {
    Fragments fragments();

    Plain plain();
  }

  /**
   * HTML.
   *
   * @param footnotes empty if there are none
   */
  public record Fragments(String question, String answer, String footnotes) {}

  /** The question as HTML. */
  public String question() {
    return texts.fragments().question();
  }

  /** The answer as HTML. */
  public String answer() {
    return texts.fragments().answer();
  }

  /** Footnotes as HTML; empty if there are none. */
  public String footnotes() {
    return texts.fragments().footnotes();
  }

  /** Question and answer as text with TeX. */
  public Plain plain() {
    return texts.plain();
  }

  /** The same question with what its programs checked and what a reader may be asked. */
  RenderedQuestion with(List<RenderedCheck> nowChecked, List<Asked> nowAsked) {
    return new RenderedQuestion(
        source,
        title,
        titleHtml,
        texts,
        citations,
        nowChecked,
        opinions,
        nowAsked,
        anchors,
        linked,
        sum);
  }

  /** The same question with the same texts from elsewhere. */
  RenderedQuestion with(Texts same, String newSum) {
    return new RenderedQuestion(
        source, title, titleHtml, same, citations, checks, opinions, asks, anchors, linked, newSum);
  }

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
