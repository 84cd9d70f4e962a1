/**
 * What authors wrote in {@code content/}: the book, its topics, questions and references, read
 * strictly.
 *
 * <p>Knows front matter and which files there are; knows nothing of Markdown, programs or pages.
 */
package answerbook.content;
