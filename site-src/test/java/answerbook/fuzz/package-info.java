/** Random inputs, made by spoiling good ones. Knows nothing of what reads them. */
package answerbook.fuzz;
