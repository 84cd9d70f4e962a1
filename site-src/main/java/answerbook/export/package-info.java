/**
 * The book in other forms than pages: as data, and in packages below as books to take away, each an
 * {@link answerbook.export.Edition}.
 *
 * <p>Knows the rendered book and the results of programs. Of pages know only those two that are
 * made from a baked site's folder.
 */
package answerbook.export;
