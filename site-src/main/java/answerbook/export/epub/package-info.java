/**
 * The book for readers of books: EPUB 3 with MathML and text that flows.
 *
 * <p>Knows the rendered book; knows nothing of the site's pages.
 */
package answerbook.export.epub;
