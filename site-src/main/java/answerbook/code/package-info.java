/**
 * Listings: source code to highlighted HTML by highlight.js, at build time, and the regions of a
 * program.
 *
 * <p>Knows source text; knows nothing of answers or pages.
 */
package answerbook.code;
