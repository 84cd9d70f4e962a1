package answerbook.serve;

import answerbook.diagnostic.Diagnostic;
import java.util.List;

/**
 * What is shown.
 *
 * @param site the last good site; empty before the first
 * @param styles a hash of its style sheets
 * @param scripts a hash of all else that pages load
 * @param mistakes what is wrong now; empty if the site is up to date
 */
public record State(Site site, String styles, String scripts, List<Diagnostic> mistakes) {
  public State {
    mistakes = List.copyOf(mistakes);
  }

  /** The same site, with mistakes in what was to follow it. */
  public State mistaken(List<Diagnostic> newMistakes) {
    return new State(site, styles, scripts, newMistakes);
  }
}
