package answerbook.answer;

import answerbook.answer.outcome.Outcome;
import answerbook.answer.worker.Failure;
import answerbook.answer.worker.SourceGraph;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Gets the outcomes of programs: from the cache, or by running what has changed; and holds them
 * against the recorded results.
 *
 * <pre>{@code
 * Diagnostics diagnostics = new Diagnostics();
 * Outcomes outcomes = new SnippetRunner(RunSettings.of(root), sources).run(programs, diagnostics);
 * }</pre>
 */
public final class SnippetRunner {
  private final RunSettings settings;
  private final Workbench bench;
  private final List<SourceFile> files;
  private final Map<String, SourceFile> sources = new TreeMap<>();
  private final SourceGraph graph;

  /**
   * @param sources all of {@code answers/}: the programs and the classes that they may call
   */
  public SnippetRunner(RunSettings settings, Collection<SourceFile> sources) {
    this(settings, sources, new Workbench());
  }

  /**
   * @param sources all of {@code answers/}: the programs and the classes that they may call
   * @param bench what earlier builds of the process left
   */
  public SnippetRunner(RunSettings settings, Collection<SourceFile> sources, Workbench bench) {
    this.settings = settings;
    this.bench = bench;
    this.files = List.copyOf(sources);
    sources.forEach(source -> this.sources.putIfAbsent(SourceGraph.className(source), source));
    this.graph = bench.graph(sources);
  }

  /**
   * The outcomes of {@code wanted}, which are among the sources; each mistake of an author is one
   * diagnostic.
   */
  public Outcomes run(Collection<Program> wanted, Diagnostics diagnostics) {
    new LayoutCheck(settings.root(), diagnostics).check(files);
    Map<Program, String> keys = new LinkedHashMap<>();
    CacheKey cacheKey = new CacheKey(graph, bench.keyParts(settings));
    wanted.forEach(program -> keys.put(program, cacheKey.of(program)));

    OutcomeCache cache = new OutcomeCache(settings.cache());
    Map<String, OutcomeCache.Found> outcomes = new TreeMap<>();
    keys.forEach(
        (program, key) ->
            bench
                .outcome(program, key, cache)
                .ifPresent(outcome -> outcomes.put(program.name(), outcome)));
    List<Program> changed =
        keys.keySet().stream().filter(program -> !outcomes.containsKey(program.name())).toList();

    Map<String, Outcome> fresh = changed.isEmpty() ? Map.of() : fork(changed, diagnostics);
    for (Program program : changed) {
      Outcome outcome = fresh.get(program.name());
      if (outcome != null) {
        String key = keys.get(program);
        var found = new OutcomeCache.Found(() -> outcome, cache.store(program, key, outcome));
        bench.keep(program, key, found);
        outcomes.put(program.name(), found);
      }
    }
    return accepted(keys, outcomes, changed.size(), diagnostics);
  }

  private Outcomes accepted(
      Map<Program, String> keys,
      Map<String, OutcomeCache.Found> outcomes,
      int run,
      Diagnostics diagnostics) {
    Settling settling = new Settling(settings, bench, diagnostics);
    Map<String, Supplier<Outcome>> accepted = new TreeMap<>();
    Map<String, String> sums = new TreeMap<>();
    keys.forEach(
        (program, key) -> {
          OutcomeCache.Found found = outcomes.get(program.name());
          if (found != null) {
            Recorded recorded = Recorded.read(settings.root(), program);
            String sum = CacheKey.hash(List.of(key, found.sum(), recorded.text()));
            sums.put(program.name(), sum);
            accepted.put(program.name(), settling.settle(recorded, sum, found.outcome()));
          }
        });
    bench.saveSettled();
    return new Outcomes(accepted, sums, run, keys.size() - run);
  }

  private Map<String, Outcome> fork(List<Program> programs, Diagnostics diagnostics) {
    Map<String, Outcome> outcomes = new TreeMap<>();
    Workplace workplace = bench.workplace(settings);
    List<String> names = programs.stream().map(Program::name).sorted().distinct().toList();
    try (WorkFolder folder = new WorkFolder(workplace.home())) {
      new Natives(settings).unpack(graph, names, folder.path().resolve("console"));
      Supervisor supervisor = new Supervisor(workplace, graph, folder.path());
      supervisor.run(names, settings.timeout());
      supervisor.failures().forEach(failure -> report(failure, diagnostics));
      supervisor
          .runs()
          .forEach(run -> run.outcome().ifPresent(outcome -> outcomes.put(run.program(), outcome)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while programs were running", e);
    }
    return outcomes;
  }

  private void report(Failure failure, Diagnostics diagnostics) {
    SourceFile source = sources.get(failure.className());
    Position position =
        failure.column() > 0
            ? new Position(failure.line(), failure.column())
            : new Program(failure.className(), source).at(failure.line());
    diagnostics.error(source, position, failure.message(), failure.remedy());
  }
}
