package answerbook.lint;

import answerbook.diagnostic.SourceFile;

/**
 * The words of a book.
 *
 * @param dictionary the words that no British dictionary has, one a line; {@code #} starts a
 *     comment
 * @param terms lines {@code term: variants to avoid}; see {@link TermLint}
 */
record Words(SourceFile dictionary, SourceFile terms) {}
