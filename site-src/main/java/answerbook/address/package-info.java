/**
 * The addresses that readers may have kept: a recorded list of them, and redirects from those that
 * moved, so that none ever dies.
 *
 * <p>Knows the finished site and the anchors of the book; knows nothing of how pages are made.
 */
package answerbook.address;
