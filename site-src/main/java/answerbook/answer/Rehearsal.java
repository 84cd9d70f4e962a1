package answerbook.answer;

import answerbook.answer.outcome.Outcome;
import answerbook.answer.worker.SourceGraph;
import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs programs that are no part of the book: nothing is kept, and nothing is held against recorded
 * results.
 */
public final class Rehearsal {
  private final RunSettings settings;

  public Rehearsal(RunSettings settings) {
    this.settings = settings;
  }

  /**
   * What the programs yield, by their names; one that can't be compiled, throws, takes too long or
   * fails a check is missing.
   *
   * @param programs classes that are declared in {@code sources}
   * @throws IOException if no worker can be started
   */
  public Map<String, Outcome> run(Collection<SourceFile> sources, List<String> programs)
      throws IOException {
    Map<String, Outcome> outcomes = new TreeMap<>();
    try (WorkFolder folder = new WorkFolder(settings.cache())) {
      SourceGraph graph = new SourceGraph(sources);
      new Natives(settings).unpack(graph, programs, folder.path().resolve("console"));
      Supervisor supervisor = new Supervisor(new ForkedWorker(settings), graph, folder.path());
      supervisor.run(programs, settings.timeout());
      supervisor
          .runs()
          .forEach(run -> run.outcome().ifPresent(outcome -> outcomes.put(run.program(), outcome)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while programs were running", e);
    }
    return outcomes;
  }
}
