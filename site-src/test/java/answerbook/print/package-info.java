/**
 * The books on paper, looked at as files: what a reader, a printer and a screen reader find in
 * them.
 */
package answerbook.print;
