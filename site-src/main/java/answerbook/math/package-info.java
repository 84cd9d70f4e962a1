/**
 * Formulas: TeX to HTML and MathML by KaTeX, at build time.
 *
 * <p>Knows TeX source; knows nothing of where it stands.
 */
package answerbook.math;
