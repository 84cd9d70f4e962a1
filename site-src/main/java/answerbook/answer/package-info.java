/**
 * Compiles and runs the programs behind the answers, reuses what can't have changed, and holds what
 * they computed against the recorded results.
 *
 * <p>Nothing here knows questions, Markdown or pages. ND4J is touched only by the programs
 * themselves, in a JVM of their own: {@link answerbook.answer.worker}. What a program yields is in
 * {@link answerbook.answer.outcome}.
 */
package answerbook.answer;
