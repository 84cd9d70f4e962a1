/**
 * The author's reference: a Markdown file whose examples are rendered as questions are, so that
 * what it shows is what an author gets.
 *
 * <p>Knows how questions are rendered and how results are recorded; knows nothing of pages.
 */
package answerbook.guide;
