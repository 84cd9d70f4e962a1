package answerbook.answer.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The forked JVM's main class. It compiles what isn't compiled yet, runs the programs one by one
 * and halts after the last, or after one that left it unfit for others.
 */
public final class Worker {
  /** The exit code for a defect of the worker itself; what went wrong is on standard error. */
  public static final int DEFECT = 70;

  /** Memory to report with when the heap is exhausted. */
  @SuppressWarnings("UnusedVariable")
  private static byte[] reserve = new byte[4 << 20];

  /** Open files to report with when a program holds all others. */
  private static final int FILES_IN_RESERVE = 16;

  private static final List<InputStream> RESERVED_FILES = new CopyOnWriteArrayList<>();

  private final Job job;
  private final Report report;
  private final CleanSlate slate = new CleanSlate();
  private volatile SnippetRun current;

  private Worker(Job job) {
    this.job = job;
    this.report = new Report(job.report());
  }

  /** Does the job that waits in the folder {@code args[0]}. */
  public static void main(String[] args) {
    PrintStream console = System.err;
    endWithParent();
    try {
      new Worker(Job.read(Path.of(args[0]))).work();
      Runtime.getRuntime().halt(0);
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      e.printStackTrace(console);
      Runtime.getRuntime().halt(DEFECT);
    }
  }

  /** Gives back what was held for the time when nothing else is left. */
  static void releaseReserve() {
    reserve = null;
    for (InputStream file : RESERVED_FILES) {
      try {
        file.close();
      } catch (IOException e) {
        // Then there is one file less to report with.
      }
    }
  }

  /** Also loads the classes that are needed then, each of which is a file. */
  private void reserveFiles() throws IOException {
    SnippetThreads.isExhaustion(new IOException(Deadline.End.TOO_LATE.name()));
    for (int i = 0; i < FILES_IN_RESERVE; i++) {
      RESERVED_FILES.add(Files.newInputStream(job.file()));
    }
  }

  private void work() throws IOException, InterruptedException {
    NoNetwork.install();
    reserveFiles();
    slate.restore();
    Nd4j nd4j =
        new Nd4j(job.sources().stream().anyMatch(source -> source.text().contains(Unpacking.ND4J)));
    if (!Files.exists(job.classes())) {
      Files.createDirectories(job.classes());
      report.compiled(new SnippetCompiler(job).compile());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::reportExit));
    for (String program : job.programs()) {
      if (Files.exists(job.classes().resolve(program + ".class"))) {
        slate.restore();
        job.emptyWorkFolder();
        nd4j.await();
        run(new SnippetRun(program, job.classes(), nd4j::reset));
      }
    }
    report.done();
  }

  private void run(SnippetRun next) throws InterruptedException {
    current = next;
    report.started(next.program());
    next.run(job.timeout(), report);
    if (next.hasSpoiledWorker()) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void reportExit() {
    Failure failure =
        new Failure(
            current.program(),
            current.exitLine(),
            0,
            "System.exit ends the JVM that all programs share",
            "let main return instead");
    report.failed(current.program(), List.of(failure));
    Runtime.getRuntime().halt(0);
  }

  /** Halts when standard input ends: the build that started this JVM is gone. */
  private static void endWithParent() {
    InputStream input = System.in;
    Thread watch =
        new Thread(
            () -> {
              try {
                input.read();
              } catch (IOException e) {
                // As good as an end.
              }
              Runtime.getRuntime().halt(0);
            },
            "parent watch");
    watch.setDaemon(true);
    watch.start();
  }
}
