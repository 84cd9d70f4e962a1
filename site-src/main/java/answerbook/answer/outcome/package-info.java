/**
 * What a program yielded: as data, as reviewable JSON, and compared with what was recorded.
 *
 * <p>Knows nothing of how programs are compiled or run.
 */
package answerbook.answer.outcome;
