/**
 * Where the book's values come from: the tools that computed them, and what its history says of
 * when they changed.
 *
 * <p>Knows git's command line and the form of recorded results; knows nothing of questions and
 * pages. Without git, or outside a repository, or in a shallow one, there is nothing to say, and
 * nothing is said.
 */
package answerbook.provenance;
