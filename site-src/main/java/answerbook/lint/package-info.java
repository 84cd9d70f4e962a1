/**
 * What an editor would find in a book that is otherwise without mistakes: typed numbers, results
 * that nothing shows, thin answers, wrong words, programs that depend on chance or the clock.
 *
 * <p>Knows texts as they were written, programs' sources and results; knows nothing of how they are
 * rendered, and changes nothing.
 */
package answerbook.lint;
