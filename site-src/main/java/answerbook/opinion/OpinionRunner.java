package answerbook.opinion;

import answerbook.diagnostic.Diagnostics;
import answerbook.opinion.OpinionSettings.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Gets second opinions: runs the programs, or relies on their evidence.
 *
 * <pre>{@code
 * Opinions opinions = new OpinionRunner(settings, diagnostics).run(listings);
 * }</pre>
 */
public final class OpinionRunner {
  /** A PyTorch program may take a gigabyte. */
  private static final int MOST_AT_ONCE = 2;

  private final OpinionSettings settings;
  private final Diagnostics diagnostics;
  private final Map<Language, ListingRunner> runners = new EnumMap<>(Language.class);

  public OpinionRunner(OpinionSettings settings, Diagnostics diagnostics) {
    this.settings = settings;
    this.diagnostics = diagnostics;
  }

  /**
   * The opinions of all listings; each mistake is one diagnostic.
   *
   * @throws IOException if no process can be started or a file can't be read or written
   */
  public Opinions run(Collection<Listing> listings) throws IOException {
    if (settings.mode() == Mode.OFF || listings.isEmpty()) {
      return collect(listings.stream().map(this::recorded).toList());
    }
    int threads = Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (TemporaryFolder folder = new TemporaryFolder(settings.cache())) {
      runners.put(Language.PYTHON, new PythonRunner(settings, folder.next()));
      runners.put(Language.CPP, new CppRunner(settings, folder.next()));
      List<CompletableFuture<Said>> running = new ArrayList<>();
      for (Listing listing : listings) {
        Path own = folder.next();
        running.add(CompletableFuture.supplyAsync(() -> ask(listing, own), pool));
      }
      return collect(running.stream().map(CompletableFuture::join).toList());
    } finally {
      pool.shutdown();
    }
  }

  /** What came of one listing. */
  private record Said(Listing listing, Optional<Opinion> opinion, boolean run, String missing) {}

  private Opinions collect(List<Said> all) {
    Map<String, List<Opinion>> bySlug = new TreeMap<>();
    List<String> notRun = new ArrayList<>();
    List<String> unproven = new ArrayList<>();
    for (Said said : all) {
      said.opinion()
          .ifPresent(
              opinion ->
                  bySlug
                      .computeIfAbsent(said.listing().slug(), slug -> new ArrayList<>())
                      .add(opinion));
      String name = said.listing().source().name();
      if (!said.missing().isEmpty()) {
        notRun.add(name + " (no " + said.missing() + ")");
      }
      if (!said.run() && said.opinion().isEmpty()) {
        unproven.add(name);
      }
    }
    int run = (int) all.stream().filter(Said::run).count();
    return new Opinions(bySlug, run, notRun, unproven);
  }

  private Said ask(Listing listing, Path folder) {
    ListingRunner runner = runners.get(listing.language());
    try {
      Optional<String> missing = runner.missing(listing);
      if (missing.isEmpty()) {
        Optional<Opinion> opinion =
            runner
                .run(listing, folder, diagnostics)
                .flatMap(output -> settle(listing, output, runner));
        return new Said(listing, opinion, true, "");
      }
      if (settings.mode() == Mode.REQUIRED) {
        diagnostics.error(
            listing.source(),
            listing.start(),
            listing.fileName() + " can't be run: there is no " + missing.get(),
            "install it, or build with -Dsecond-opinions, which leaves out what is not installed");
      }
      Said recorded = recorded(listing);
      return new Said(listing, recorded.opinion(), false, missing.get());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot run " + listing.source().name(), e);
    }
  }

  private Said recorded(Listing listing) {
    EvidenceShelf shelf = new EvidenceShelf(settings, listing, diagnostics);
    return new Said(listing, shelf.current().flatMap(shelf::opinion), false, "");
  }

  /** Holds output against the Java program, then against the evidence, or makes it the evidence. */
  private Optional<Opinion> settle(Listing listing, String output, ListingRunner runner) {
    Diagnostics own = new Diagnostics();
    Printed printed = Printed.read(listing, output, own);
    boolean agrees = new Comparison(listing, own).of(printed.values()).agrees();
    diagnostics.addAll(own.all());
    if (!agrees || !own.isEmpty()) {
      return Optional.empty();
    }
    EvidenceShelf shelf = new EvidenceShelf(settings, listing, diagnostics);
    try {
      return shelf.settle(printed, runner.versions(listing)).flatMap(shelf::opinion);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot write " + listing.evidenceName(), e);
    }
  }

  /** Folders for a run, deleted with all that is in them at the end. */
  private static final class TemporaryFolder implements AutoCloseable {
    private final Path path;
    private int count;

    TemporaryFolder(Path parent) throws IOException {
      Files.createDirectories(parent);
      path = Files.createTempDirectory(parent.toAbsolutePath(), "run");
    }

    /** A new, empty folder. */
    Path next() throws IOException {
      return Files.createDirectory(path.resolve(String.valueOf(count++)));
    }

    @Override
    public void close() throws IOException {
      List<Path> inside;
      try (var files = Files.walk(path)) {
        inside = files.sorted(java.util.Comparator.reverseOrder()).toList();
      }
      for (Path file : inside) {
        Files.deleteIfExists(file);
      }
    }
  }
}
