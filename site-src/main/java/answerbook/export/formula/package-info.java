/**
 * Formulas outside of the site's pages: found in fragments that KaTeX rendered, as TeX or as MathML
 * that engines draw by themselves.
 *
 * <p>Knows KaTeX's markup, not what stands around it.
 */
package answerbook.export.formula;
