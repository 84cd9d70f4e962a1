/**
 * The book in other forms than pages: as data.
 *
 * <p>Knows the rendered book and the results of programs; knows nothing of pages.
 */
package answerbook.export;
