package answerbook.serve;

import answerbook.diagnostic.Diagnostic;
import java.util.List;

/**
 * What is shown.
 *
 * @param site the last good site; empty before the first
 * @param styles a hash of its style sheets
 * @param scripts a hash of all else that pages load
 * @param told what is wrong
 */
public record State(Site site, String styles, String scripts, Told told) {
  /**
   * What is wrong.
   *
   * @param inThis whether the site shows it; if not, it is in what was to follow
   * @param mistakes empty if nothing is
   */
  public record Told(boolean inThis, List<Diagnostic> mistakes) {
    /** Nothing is wrong. */
    public static final Told NOTHING = new Told(true, List.of());

    public Told {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** The same site, with mistakes in what was to follow it. */
  public State mistaken(List<Diagnostic> mistakes) {
    return new State(site, styles, scripts, new Told(false, mistakes));
  }

  /** The same site, with findings in it. */
  public State with(List<Diagnostic> findings) {
    return new State(site, styles, scripts, new Told(true, findings));
  }
}
