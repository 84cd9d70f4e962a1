package answerbook.answer;

import answerbook.answer.worker.Failure;
import answerbook.answer.worker.Job;
import answerbook.answer.worker.Report;
import answerbook.answer.worker.SourceGraph;
import answerbook.answer.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that every program is run, whatever becomes of the workers: one that dies is replaced.
 */
final class Supervisor {
  private static final int POLL_MILLIS = 250;

  /** No healthy worker is silent for longer, beyond what a program may take. */
  private static final int SILENCE_MILLIS = 120_000;

  private static final int FIRST_SIGNAL = 128;

  private final RunSettings settings;
  private final SourceGraph graph;
  private final Path folder;
  private final List<Failure> failures = new ArrayList<>();
  private final List<Report.Run> runs = new ArrayList<>();

  /** Works in {@code folder}, which is empty and stays so no longer. */
  Supervisor(RunSettings settings, SourceGraph graph, Path folder) {
    this.settings = settings;
    this.graph = graph;
    this.folder = folder;
  }

  /** Compiles and runs {@code programs}; call it once. */
  void run(List<String> programs) throws IOException, InterruptedException {
    new Natives(settings).unpack(graph, programs, console());
    List<String> remaining = programs;
    while (!remaining.isEmpty()) {
      Job job =
          new Job(folder, settings.timeout(), List.copyOf(graph.closure(remaining)), remaining);
      job.write();
      int exitCode = work(job);
      Report.Progress progress = Report.read(job.report());
      if (exitCode == Worker.DEFECT && progress.programs().isEmpty()) {
        throw new IOException(
            "the JVM for the programs has failed: " + Files.readString(console()).strip());
      }
      failures.addAll(progress.mistakes());
      boolean crashed =
          Files.deleteIfExists(job.crash()) || exitCode < 0 || exitCode >= FIRST_SIGNAL;
      progress
          .programs()
          .forEach(run -> runs.add(run.ended() ? run : died(run.program(), crashed, exitCode)));
      remaining = progress.done() ? List.of() : after(progress, remaining);
    }
    runs.forEach(run -> failures.addAll(run.failures()));
  }

  /** All mistakes, those that prevent compilation first. */
  List<Failure> failures() {
    return failures;
  }

  /** What became of each program that could be compiled. */
  List<Report.Run> runs() {
    return runs;
  }

  /** The programs after the one that a worker's life ended with. */
  private List<String> after(Report.Progress progress, List<String> programs) throws IOException {
    if (progress.programs().isEmpty()) {
      throw new IOException(
          "the JVM for the programs fails before the first: "
              + Files.readString(console()).strip());
    }
    String last = progress.programs().get(progress.programs().size() - 1).program();
    return programs.subList(programs.indexOf(last) + 1, programs.size());
  }

  private int work(Job job) throws IOException, InterruptedException {
    Files.deleteIfExists(job.report());
    Process worker = new WorkerCommand(settings).process(job, console()).start();
    try {
      long silence = 0;
      long size = -1;
      while (silence < SILENCE_MILLIS + job.longestRun().toMillis()) {
        if (worker.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          return worker.exitValue();
        }
        long newSize = Files.exists(job.report()) ? Files.size(job.report()) : 0;
        silence = newSize == size ? silence + POLL_MILLIS : 0;
        size = newSize;
      }
      return worker.destroyForcibly().waitFor();
    } finally {
      worker.destroyForcibly();
    }
  }

  private Path console() {
    return folder.resolve("console");
  }

  private static Report.Run died(String program, boolean crashed, int exitCode) {
    Death death = crashed ? Death.CRASH : exitCode == Worker.DEFECT ? Death.EXHAUSTION : Death.HALT;
    Failure failure = new Failure(program, 0, 0, program + death.message, death.remedy);
    return new Report.Run(program, true, List.of(failure), Optional.empty());
  }

  /** How a program takes the worker with it. */
  private enum Death {
    CRASH(
        " crashes the JVM",
        "look for native code that is called with a wrong shape or type, or that takes too much memory"),
    EXHAUSTION(" takes what the JVM needs", "open fewer files, and hold less at a time"),
    HALT(" halts the JVM", "let main return instead of calling Runtime.halt");

    private final String message;
    private final String remedy;

    Death(String message, String remedy) {
      this.message = message;
      this.remedy = remedy;
    }
  }
}
