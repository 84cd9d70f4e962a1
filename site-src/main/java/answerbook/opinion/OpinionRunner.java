package answerbook.opinion;

import answerbook.diagnostic.Diagnostics;
import answerbook.opinion.OpinionSettings.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    try (RunFolders folders = new RunFolders(settings.cache())) {
      for (Listing listing : listings) {
        if (!runners.containsKey(listing.language())) {
          runners.put(listing.language(), runner(listing.language(), folders.next(), listings));
        }
      }
      List<CompletableFuture<Said>> running = new ArrayList<>();
      for (Listing listing : listings) {
        Path own = folders.next();
        running.add(CompletableFuture.supplyAsync(() -> ask(listing, own), pool));
      }
      return collect(running.stream().map(CompletableFuture::join).toList());
    } finally {
      pool.shutdown();
    }
  }

  private ListingRunner runner(Language language, Path folder, Collection<Listing> listings) {
    return switch (language) {
      case PYTHON -> new PythonRunner(settings, folder, librariesOf(listings));
      case CPP -> new CppRunner(settings, folder);
    };
  }

  private static Set<Library> librariesOf(Collection<Listing> listings) {
    Set<Library> used = EnumSet.noneOf(Library.class);
    listings.forEach(listing -> used.addAll(listing.libraries()));
    return used;
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
    return new Opinions(bySlug, all.size(), run, notRun, unproven);
  }

  private Said ask(Listing listing, Path folder) {
    ListingRunner runner = runners.get(listing.language());
    try {
      Optional<String> missing = runner.missing(listing);
      if (missing.isPresent()) {
        return withoutRun(listing, missing.get());
      }
      Optional<Opinion> opinion =
          runner
              .run(listing, folder, diagnostics)
              .flatMap(output -> settle(listing, output, runner));
      return new Said(listing, opinion, true, "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + listing.source().name(), e);
    }
  }

  private Said withoutRun(Listing listing, String missing) {
    if (settings.mode() == Mode.REQUIRED) {
      diagnostics.error(
          listing.source(),
          listing.start(),
          listing.fileName() + " can't be run: there is no " + missing,
          "install it, or build with -Dsecond-opinions, which leaves out what is not installed");
    }
    return new Said(listing, recorded(listing).opinion(), false, missing);
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
      throw new UncheckedIOException("cannot write " + listing.evidenceName(), e);
    }
  }
}
