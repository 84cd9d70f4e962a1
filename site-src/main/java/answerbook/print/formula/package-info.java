/**
 * Formulas on paper: the HTML that KaTeX makes, laid out as boxes of glyphs, rules and outlines.
 *
 * <p>All lengths are in em of the formula's own size; x grows to the right, y downwards from the
 * baseline. Knows KaTeX's class names and fonts; knows nothing of books and PDF.
 */
package answerbook.print.formula;
