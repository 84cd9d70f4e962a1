/**
 * How fast books of several sizes are built, measured on whole processes.
 *
 * <p>Writes books of its own and starts builds as a user would; knows what is drawn, and nothing of
 * how a book is built.
 */
package answerbook.bench;
