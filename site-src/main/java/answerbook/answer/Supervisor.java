package answerbook.answer;

import answerbook.answer.worker.Failure;
import answerbook.answer.worker.Job;
import answerbook.answer.worker.Report;
import answerbook.answer.worker.SourceGraph;
import answerbook.answer.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sees to it that every program is run, whatever becomes of the workers: one that dies is replaced.
 */
final class Supervisor {
  private static final int FIRST_SIGNAL = 128;

  private final Workplace workplace;
  private final SourceGraph graph;
  private final Path folder;
  private final List<Failure> failures = new ArrayList<>();
  private final List<Report.Run> runs = new ArrayList<>();

  /** Works in {@code folder}, which is empty and stays so no longer. */
  Supervisor(Workplace workplace, SourceGraph graph, Path folder) {
    this.workplace = workplace;
    this.graph = graph;
    this.folder = folder;
  }

  /**
   * Compiles and runs {@code programs}; call it once.
   *
   * @param timeout the computing time that one program may take
   */
  void run(List<String> programs, Duration timeout) throws IOException, InterruptedException {
    List<String> remaining = programs;
    while (!remaining.isEmpty()) {
      Job job = new Job(folder, timeout, List.copyOf(graph.closure(remaining)), remaining);
      job.write();
      Files.deleteIfExists(job.report());
      Workplace.Ending ending = workplace.work(job);
      Report.Progress progress = Report.read(job.report());
      if (ending.exitCode() == Worker.DEFECT && progress.programs().isEmpty()) {
        throw new IOException("the JVM for the programs has failed: " + ending.console().strip());
      }
      failures.addAll(progress.mistakes());
      boolean crashed =
          ending.crashed() || ending.exitCode() < 0 || ending.exitCode() >= FIRST_SIGNAL;
      progress
          .programs()
          .forEach(
              run -> runs.add(run.ended() ? run : died(run.program(), crashed, ending.exitCode())));
      remaining = progress.done() ? List.of() : after(progress, remaining, ending.console());
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
  private static List<String> after(Report.Progress progress, List<String> programs, String console)
      throws IOException {
    if (progress.programs().isEmpty()) {
      throw new IOException("the JVM for the programs fails before the first: " + console.strip());
    }
    String last = progress.programs().get(progress.programs().size() - 1).program();
    return programs.subList(programs.indexOf(last) + 1, programs.size());
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
        "look for native code that is called with a wrong shape or type, or that takes too much"
            + " memory"),
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
