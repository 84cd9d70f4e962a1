package answerbook.answer;

import answerbook.answer.outcome.Outcome;
import answerbook.answer.worker.SourceGraph;
import answerbook.diagnostic.SourceFile;
import answerbook.store.EntryFolder;
import answerbook.store.KeptTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What running programs keeps from one build to the next in the same process: what each yielded and
 * what came of holding that against its record, so that no file is parsed again; and, if wanted, a
 * worker that stands by.
 */
public final class Workbench implements AutoCloseable {
  /** What a program yielded. */
  private record Yield(String key, OutcomeCache.Found found) {}

  /**
   * What counts of it.
   *
   * @param sum of the program, its outcome and the record that it was held against without a
   *     mistake
   */
  record Settled(String sum, Supplier<Outcome> counts) {}

  /** All sources of the last build, and what they call. */
  private record Sources(Map<String, String> texts, SourceGraph graph) {}

  private static final String SETTLED = "settled";

  /** What is kept belongs to one class path, see {@link answerbook.store.ClassPathSum}. */
  private static final String CLASS_PATH = "classpath";

  private Optional<StandingWorker> worker;
  private final KeptTexts good;
  private final KeptTexts classPaths;
  private final Map<String, Yield> yields = new ConcurrentHashMap<>();
  private final Map<String, Settled> settled = new ConcurrentHashMap<>();
  private final Map<RunSettings, List<String>> keyParts = new ConcurrentHashMap<>();
  private Sources sources;

  /** A workbench for a single build, whose workers are forked. */
  public Workbench() {
    this(Optional.empty(), Optional.empty());
  }

  /**
   * The same.
   *
   * @param kept what earlier processes left
   */
  public Workbench(EntryFolder kept) {
    this(Optional.empty(), Optional.of(kept));
  }

  /** A workbench with a worker that stands by; it starts when it is prepared or first needed. */
  public Workbench(RunSettings settings) {
    this(Optional.of(new StandingWorker(settings)), Optional.empty());
  }

  private Workbench(Optional<StandingWorker> worker, Optional<EntryFolder> kept) {
    this.worker = worker;
    this.good = new KeptTexts(kept, SETTLED);
    this.classPaths = new KeptTexts(kept, CLASS_PATH);
  }

  /** Has a worker start already, if programs look likely to be run. */
  public void lookAhead(RunSettings settings) {
    worker = EarlyWorker.start(settings);
  }

  /** Makes the worker stand by, if it doesn't; takes a second or two. */
  public void prepare() {
    try {
      if (worker.isPresent()) {
        worker.get().prepare();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the worker. */
  @Override
  public void close() {
    worker.ifPresent(StandingWorker::close);
  }

  Workplace workplace(RunSettings settings) {
    return worker.<Workplace>map(standing -> standing).orElseGet(() -> new ForkedWorker(settings));
  }

  /** Which source may call which. */
  synchronized SourceGraph graph(Collection<SourceFile> all) {
    Map<String, String> texts = new TreeMap<>();
    all.forEach(source -> texts.put(source.name(), source.text()));
    if (sources == null || !sources.texts().equals(texts)) {
      sources = new Sources(texts, new SourceGraph(all));
    }
    return sources.graph();
  }

  /** What all keys have in common: the class path and the JDK don't change in a process. */
  List<String> keyParts(RunSettings settings) {
    return keyParts.computeIfAbsent(settings, this::common);
  }

  private List<String> common(RunSettings settings) {
    String classPath = classPaths.get(CLASS_PATH, CacheKey::classPath);
    classPaths.save();
    return CacheKey.common(settings, classPath);
  }

  /** What a program with this key yielded; from {@code cache} if that isn't known. */
  Optional<OutcomeCache.Found> outcome(Program program, String key, OutcomeCache cache) {
    Yield known = yields.get(program.name());
    if (known != null && known.key().equals(key)) {
      return Optional.of(known.found());
    }
    Optional<OutcomeCache.Found> found = cache.find(program, key);
    found.ifPresent(outcome -> keep(program, key, outcome));
    return found;
  }

  void keep(Program program, String key, OutcomeCache.Found found) {
    yields.put(program.name(), new Yield(key, found));
  }

  /**
   * What counts of a program, if the same was held against the same record before, be it by an
   * earlier process; or null.
   *
   * @param maker finds out again what counts
   */
  Supplier<Outcome> settled(Program program, String sum, Supplier<Outcome> maker) {
    Settled known = settled.get(program.name());
    if (known == null || !known.sum().equals(sum)) {
      known = good.knows(sum) ? new Settled(sum, new Later<>(maker)) : null;
    }
    if (known != null) {
      settle(program, known);
    }
    return known == null ? null : known.counts();
  }

  /** Keeps for other processes which outcomes agree with their records. */
  void saveSettled() {
    good.save();
  }

  /** Keeps what counts of a program. */
  void settle(Program program, Settled counts) {
    good.get(counts.sum(), () -> "");
    settled.put(program.name(), counts);
  }
}
