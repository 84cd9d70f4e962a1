/**
 * Second opinions: programs in Python and C++ beside the Java programs, run where their language is
 * installed, held against what the Java programs found, and the evidence of it.
 *
 * <p>Knows results and their tolerances; knows nothing of questions, Markdown or pages, and never
 * runs Java.
 */
package answerbook.opinion;
