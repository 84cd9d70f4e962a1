package answerbook.answer;

import answerbook.answer.worker.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/** How long a worker's report has not grown. */
final class Silence {
  /** No healthy worker is silent for longer, beyond what a program may take. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Job job;
  private long size;
  private long since = System.nanoTime();

  Silence(Job job) {
    this.job = job;
  }

  /**
   * Whether the worker must be given up, as far as is known since the report was last looked at.
   */
  boolean isTooLong() {
    Duration silent = Duration.ofNanos(System.nanoTime() - since);
    return silent.compareTo(LONGEST.plus(job.longestRun())) > 0;
  }

  /** Looks at the report; whether something was added to it. */
  boolean isBroken() throws IOException {
    long now = Files.exists(job.report()) ? Files.size(job.report()) : 0;
    if (now == size) {
      return false;
    }
    size = now;
    since = System.nanoTime();
    return true;
  }
}
