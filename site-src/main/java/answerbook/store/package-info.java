/**
 * What is kept from build to build: sums by which contents are told apart, and files that are whole
 * or not there.
 *
 * <p>Knows nothing of what is kept.
 */
package answerbook.store;
