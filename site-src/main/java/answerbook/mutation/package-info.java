/**
 * Tests the tests inside programs: changes one constant at a time and sees whether a check or a
 * recorded result notices.
 *
 * <p>Knows programs, how they are run and what they recorded; knows nothing of texts and pages.
 */
package answerbook.mutation;
