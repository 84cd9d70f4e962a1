/**
 * What contributors meet: workflows, forms and documents. Knows files of the repository and the
 * commands that they name.
 */
package answerbook.contributing;
