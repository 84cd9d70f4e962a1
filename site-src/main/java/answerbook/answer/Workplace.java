package answerbook.answer;

import answerbook.answer.worker.Job;
import java.io.IOException;
import java.nio.file.Path;

/** Where programs are run: in a JVM that is forked for one job, or in one that stands by. */
interface Workplace {
  /**
   * How a job ended.
   *
   * @param exitCode of the worker; 0 if it lives on
   * @param crashed whether the JVM described a crash
   * @param console what the worker and native libraries printed
   */
  record Ending(int exitCode, boolean crashed, String console) {}

  /** The folder in which folders of jobs have to be. */
  Path home() throws IOException;

  /** Does {@code job} until it is done or its worker is no more; the job's report tells which. */
  Ending work(Job job) throws IOException, InterruptedException;
}
