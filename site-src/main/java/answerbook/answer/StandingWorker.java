package answerbook.answer;

import answerbook.answer.worker.Job;
import answerbook.answer.worker.Report;
import answerbook.answer.worker.Worker;
import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A worker that stays between jobs, with ND4J loaded and the compiler warm. Programs in it are as
 * much apart as those of one job are in a forked worker. One that is no longer fit for others, by
 * its own judgement, ends; the next job finds a new one.
 */
final class StandingWorker implements Workplace, AutoCloseable {
  private static final int POLL_MILLIS = 5;

  /** Makes the compiler and ND4J do once what they do for every program. */
  private static final SourceFile WARM_UP =
      new SourceFile(
          "WarmUp.java",
          """
          import static answerbook.api.Snippet.*;

          import org.nd4j.linalg.factory.Nd4j;

          public class WarmUp {
            public static void main(String[] args) {
              show("product", Nd4j.rand(3, 3).mmul(Nd4j.ones(3, 1)));
              table("numbers").column("n", "%.2f").row(0.5);
              check("small", 0.5, below(1));
            }
          }
          """);

  /**
   * Starts workers. A sandbox ends with the very thread that started it, not with its process: on
   * Linux a parent is a thread.
   */
  private final ExecutorService starter = Executors.newSingleThreadExecutor(StandingWorker::thread);

  private final RunSettings settings;
  private WorkFolder folder;
  private volatile Process process;
  private volatile boolean closed;

  StandingWorker(RunSettings settings) {
    this.settings = settings;
  }

  /** Starts the worker unless there is one; the first job warms it up. */
  synchronized void begin() throws IOException, InterruptedException {
    if (!closed && process == null) {
      start();
    }
  }

  /** Starts the worker unless there is one, and warms it up. */
  synchronized void prepare() throws IOException, InterruptedException {
    if (closed || (process != null && process.isAlive())) {
      return;
    }
    start();
    try (WorkFolder own = new WorkFolder(home())) {
      Job job = new Job(own.path(), settings.timeout(), List.of(WARM_UP), List.of("WarmUp"));
      job.write();
      hand(job);
    }
  }

  /** A folder that outlasts the workers in it. */
  @Override
  public synchronized Path home() throws IOException {
    if (folder == null) {
      folder = new WorkFolder(settings.cache());
    }
    return folder.path();
  }

  @Override
  public synchronized Ending work(Job job) throws IOException, InterruptedException {
    boolean stoodBy = process != null && process.isAlive();
    if (!stoodBy) {
      start();
    }
    hand(job);
    if (stoodBy && !process.isAlive() && !Files.exists(job.report())) {
      // It found itself unfit for others just before the job came.
      start();
      hand(job);
    }
    Path crash = folder.path().resolve("crash");
    int exitCode = process.isAlive() ? 0 : process.exitValue();
    return new Ending(exitCode, Files.deleteIfExists(crash), Files.readString(console()));
  }

  /** Ends the worker, whatever it is doing; there will be no other. */
  @Override
  public void close() {
    closed = true;
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
    }
    tidy();
  }

  private synchronized void tidy() {
    try {
      stop();
      starter.shutdown();
      if (folder != null) {
        folder.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start() throws IOException, InterruptedException {
    if (closed) {
      throw new IllegalStateException("the worker is closed");
    }
    stop();
    Job home = new Job(home(), settings.timeout(), List.of(), List.of());
    home.write();
    new Natives(settings).unpack(console());
    ProcessBuilder command =
        new WorkerCommand(settings)
            .process(home, List.of(Worker.STANDING, home.folder().toString()));
    try {
      process = starter.submit(command::start).get();
    } catch (ExecutionException e) {
      throw new IOException("the worker can't be started", e.getCause());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "starts workers");
    thread.setDaemon(true);
    return thread;
  }

  private void stop() {
    if (process != null) {
      process.destroyForcibly().onExit().orTimeout(1, TimeUnit.MINUTES).join();
      process = null;
    }
  }

  /** Hands a job over and waits until it is done, or the worker is no more. */
  private void hand(Job job) throws IOException, InterruptedException {
    String order = job.folder() + "\n";
    try {
      process.getOutputStream().write(order.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      // It ended just now; its report will not say that the job is done.
      process.destroyForcibly();
    }
    Silence silence = new Silence(job);
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      if (silence.isBroken() && Report.isDone(job.report())) {
        return;
      }
      if (silence.isTooLong()) {
        process.destroyForcibly();
      }
    }
  }

  private Path console() {
    return folder.path().resolve("console");
  }
}
