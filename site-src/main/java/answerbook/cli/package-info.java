/**
 * The build from the command line: its stages in order, its settings, what it says.
 *
 * <p>Knows every other package; nothing knows it.
 */
package answerbook.cli;
