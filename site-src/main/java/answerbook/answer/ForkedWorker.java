package answerbook.answer;

import answerbook.answer.worker.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A worker for each job. */
final class ForkedWorker implements Workplace {
  private static final int POLL_MILLIS = 250;

  private final RunSettings settings;

  ForkedWorker(RunSettings settings) {
    this.settings = settings;
  }

  @Override
  public Path home() {
    return settings.cache();
  }

  @Override
  public Ending work(Job job) throws IOException, InterruptedException {
    Path console = job.folder().resolve("console");
    Process worker =
        new WorkerCommand(settings).process(job, List.of(job.folder().toString())).start();
    try {
      Silence silence = new Silence(job);
      while (!silence.isTooLong() && !worker.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        silence.isBroken();
      }
      int exitCode = worker.destroyForcibly().waitFor();
      if (exitCode == 0 && settings.archive().isPresent()) {
        settings.archive().get().take(job.folder());
      }
      return new Ending(exitCode, Files.deleteIfExists(job.crash()), Files.readString(console));
    } finally {
      worker.destroyForcibly();
    }
  }
}
