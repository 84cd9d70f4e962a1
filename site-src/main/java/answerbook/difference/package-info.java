/**
 * What changed between two versions of a book, as a reader would see it: values, figures, and text
 * with insertions and deletions; as HTML and as Markdown.
 *
 * <p>Runs no program: results are those that each version recorded. Knows nothing of git.
 */
package answerbook.difference;
