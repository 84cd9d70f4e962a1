/**
 * What is done for authors: a question begun, a question renamed with all that belongs to it.
 *
 * <p>Knows where the files of a book lie; knows nothing of how they are read, run or rendered.
 * Either everything that a task needs is written, or nothing.
 */
package answerbook.author;
