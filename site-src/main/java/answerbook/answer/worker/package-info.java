/**
 * The other side of the fork: a JVM that compiles programs in one go, runs one after the other and
 * reports on each.
 *
 * <p>It takes a {@link answerbook.answer.worker.Job} from a file and appends to a {@link
 * answerbook.answer.worker.Report}; standard output belongs to the programs and their native
 * libraries. It may die at any time: the report then tells how far it got. It knows nothing of
 * caches and recorded results.
 */
package answerbook.answer.worker;
