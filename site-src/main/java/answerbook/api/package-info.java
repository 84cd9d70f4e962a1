/**
 * What an answer's program calls: named values, tables, plots, diagrams and checks.
 *
 * <p>The classes here are data and small builders. They know ND4J's arrays, but nothing of how
 * results are stored, compared or drawn, and nothing of the rest of the generator.
 */
package answerbook.api;
