package answerbook.answer.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The forked JVM's main class. It compiles what isn't compiled yet, runs the programs one by one
 * and halts after the last, or after one that left it unfit for others. One that stands by takes
 * further jobs until then.
 */
public final class Worker {
  /** The exit code for a defect of the worker itself; what went wrong is on standard error. */
  public static final int DEFECT = 70;

  /**
   * The argument of a worker that stands by, before its folder: it reads jobs' folders from
   * standard input, one a line, and halts when that ends.
   */
  public static final String STANDING = "--standing";

  /** Memory to report with when the heap is exhausted. */
  @SuppressWarnings("UnusedVariable")
  private static byte[] reserve = new byte[4 << 20];

  /** Open files to report with when a program holds all others. */
  private static final int FILES_IN_RESERVE = 16;

  private static final List<InputStream> RESERVED_FILES = new CopyOnWriteArrayList<>();

  private final CleanSlate slate = new CleanSlate();
  private final Nd4j nd4j;
  private final Path workFolder;
  private volatile SnippetRun current;
  private volatile Report report;

  /**
   * @param workFolder where programs run; each finds it empty
   */
  private Worker(Path workFolder, boolean withNd4j) throws IOException {
    this.workFolder = workFolder;
    NoNetwork.install();
    slate.restore();
    nd4j = new Nd4j(withNd4j);
    Runtime.getRuntime().addShutdownHook(new Thread(this::reportExit));
  }

  /** Does the job that waits in the folder {@code args[0]}, or those that it is told of. */
  public static void main(String[] args) {
    PrintStream console = System.err;
    BlockingQueue<Path> folders = new LinkedBlockingQueue<>();
    watchParent(folders);
    try {
      if (args[0].equals(STANDING)) {
        standBy(folders, Path.of(args[1]).resolve("work"));
      } else {
        Job job = Job.read(Path.of(args[0]));
        boolean withNd4j =
            job.sources().stream().anyMatch(source -> source.text().contains(Unpacking.ND4J));
        new Worker(job.workFolder(), withNd4j).work(job);
      }
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
  private static void reserveFiles(Job job) throws IOException {
    SnippetThreads.isExhaustion(new IOException(Deadline.End.TOO_LATE.name()));
    for (int i = RESERVED_FILES.size(); i < FILES_IN_RESERVE; i++) {
      RESERVED_FILES.add(Files.newInputStream(job.file()));
    }
  }

  private static void standBy(BlockingQueue<Path> folders, Path workFolder)
      throws IOException, InterruptedException {
    Worker worker = new Worker(workFolder, true);
    Leftovers leftovers = new Leftovers();
    while (!leftovers.areTooMany()) {
      worker.work(Job.read(folders.take()));
    }
  }

  private void work(Job job) throws IOException, InterruptedException {
    report = new Report(job.report());
    reserveFiles(job);
    if (!Files.exists(job.classes())) {
      Files.createDirectories(job.classes());
      List<Failure> mistakes = new SnippetCompiler(job).compile();
      report.compiled(mistakes);
    }
    for (String program : job.programs()) {
      if (Files.exists(job.classes().resolve(program + ".class"))) {
        slate.restore();
        Job.empty(workFolder);
        nd4j.await();
        run(new SnippetRun(program, job.classes(), nd4j::reset), job);
      }
    }
    slate.restore();
    report.done();
  }

  private void run(SnippetRun next, Job job) throws IOException, InterruptedException {
    current = next;
    report.started(next.program());
    next.run(job.timeout(), report);
    if (next.hasSpoiledWorker()) {
      Runtime.getRuntime().halt(0);
    }
    current = null;
    next.close();
  }

  /** Blames the program that ends the JVM; without one, the build does, or who watches it. */
  private void reportExit() {
    if (current == null) {
      Runtime.getRuntime().halt(0);
    }
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

  /**
   * Takes the folders of jobs from standard input; halts when it ends, since the build that started
   * this JVM is gone.
   */
  private static void watchParent(BlockingQueue<Path> folders) {
    InputStream input = System.in;
    Thread watch =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
                lines.lines().map(Path::of).forEach(folders::add);
              } catch (IOException | RuntimeException e) {
                // As good as an end.
              }
              Runtime.getRuntime().halt(0);
            },
            "parent watch");
    watch.setDaemon(true);
    watch.start();
  }
}
