package answerbook.bake;

import answerbook.provenance.Provenance;

/**
 * What the colophon tells of how the book was made.
 *
 * @param programs how many programs stand behind its answers
 * @param formulas how many different formulas it holds
 */
public record Making(Provenance provenance, int programs, int formulas) {}
