/**
 * What a site tells readers that are machines: an index for language models with the questions as
 * Markdown, a feed of changes, and where search engines may look.
 *
 * <p>Knows the rendered book and its history; knows nothing of pages but their addresses.
 */
package answerbook.syndication;
