package answerbook.answer.worker;

import answerbook.api.Snippet;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs one program, in threads and with classes of its own. */
final class SnippetRun {
  private final String program;
  private final Runnable preparation;
  private final URLClassLoader loader;
  private final ResultRecorder recorder;
  private final OutputCapture output;
  private final SnippetThreads threads;

  /**
   * @param classes the folder of the compiled classes
   * @param preparation what is to be done first in the program's thread
   */
  SnippetRun(String program, Path classes, Runnable preparation) throws IOException {
    this.program = program;
    this.preparation = preparation;
    loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
    recorder = new ResultRecorder(program);
    output = new OutputCapture(program, loader);
    threads = new SnippetThreads(program, this::callMain);
  }

  String program() {
    return program;
  }

  /** Runs the program to its end and reports. */
  void run(Duration timeout, Report report) throws InterruptedException {
    try {
      conclude(failures(timeout), report);
    } catch (OutOfMemoryError e) {
      // The program holds the whole heap, and it was our turn to ask for a little.
      Worker.releaseReserve();
      threads.uncaughtException(Thread.currentThread(), e);
      report.failed(program, List.of(FailureWording.of(program, e).at(currentLine())));
    }
  }

  /** Runs the program to its end; its mistakes are returned. */
  private List<Failure> failures(Duration timeout) throws InterruptedException {
    Snippet.recordTo(recorder);
    System.setOut(output.printStream());
    threads.start();
    Deadline.End end = new Deadline(threads, timeout).await();
    List<Failure> failures = new ArrayList<>(recorder.failures());
    threads.thrown().stream()
        .limit(1)
        .forEach(thrown -> failures.add(FailureWording.of(program, thrown)));
    if (end == Deadline.End.TOO_LATE) {
      failures.add(tooLong(timeout));
    } else if (end == Deadline.End.TOO_MANY_THREADS) {
      failures.add(tooManyThreads());
    }
    if (output.isOverflown()) {
      failures.add(tooMuchOutput());
    }
    return failures;
  }

  /**
   * Whether the worker is no longer fit for other programs: something goes on running, or memory or
   * files ran out.
   */
  boolean hasSpoiledWorker() {
    return threads.isBusy() || threads.thrown().stream().anyMatch(SnippetThreads::isExhaustion);
  }

  /** Lets go of the program's classes. */
  void close() throws IOException {
    loader.close();
  }

  /** The line that a thread calling {@code System.exit} is in. */
  int exitLine() {
    List<StackTraceElement[]> exiting =
        Thread.getAllStackTraces().values().stream()
            .filter(stack -> List.of(stack).stream().anyMatch(SnippetRun::isExit))
            .toList();
    return Frames.line(program, exiting);
  }

  private static boolean isExit(StackTraceElement frame) {
    return frame.getClassName().equals("java.lang.Runtime") && frame.getMethodName().equals("exit");
  }

  private void callMain() {
    preparation.run();
    Thread.currentThread().setContextClassLoader(loader);
    try {
      Method main = Class.forName(program, true, loader).getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) new String[0]);
    } catch (InvocationTargetException e) {
      threads.uncaughtException(Thread.currentThread(), e.getCause());
    } catch (ReflectiveOperationException e) {
      threads.uncaughtException(Thread.currentThread(), e);
    }
  }

  private void conclude(List<Failure> failures, Report report) {
    if (!failures.isEmpty()) {
      report.failed(program, failures);
      return;
    }
    try {
      report.succeeded(program, recorder.outcome(output.text()));
    } catch (RuntimeException | OutOfMemoryError e) {
      report.failed(program, List.of(FailureWording.of(program, e)));
    }
  }

  private int currentLine() {
    return Frames.line(program, threads.awaited().stream().map(Thread::getStackTrace).toList());
  }

  private Failure tooLong(Duration timeout) {
    String seconds = BigDecimal.valueOf(timeout.toMillis(), 3).stripTrailingZeros().toPlainString();
    return new Failure(
        program,
        currentLine(),
        0,
        program + " did not end within " + seconds + " s",
        "it was running this line: check the loop's condition, or compute less");
  }

  private Failure tooManyThreads() {
    return new Failure(
        program,
        currentLine(),
        0,
        program + " has more than " + SnippetThreads.MOST + " threads",
        "compute in one thread: the order of threads differs from run to run");
  }

  private Failure tooMuchOutput() {
    return new Failure(
        program,
        output.overflowLine(),
        0,
        program + " prints more than " + OutputCapture.MOST_BYTES / 1024 + " KiB",
        "print only what the answer needs");
  }
}
