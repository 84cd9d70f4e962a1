/**
 * Mistakes of authors, with the place and the remedy.
 *
 * <p>Knows source text and positions; knows nothing of what is read, run or rendered.
 */
package answerbook.diagnostic;
