package answerbook.cli;

import answerbook.bake.Baker;
import answerbook.diagnostic.Diagnostics;
import answerbook.provenance.Checkout;
import answerbook.store.LastSite;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Builds a book: the stages in their order. */
public final class Build {
  private final BuildSettings settings;
  private final PrintStream out;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Stages stages;
  private Map<String, String> sums = Map.of();

  /**
   * @param out where progress and mistakes are told
   */
  public Build(BuildSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
    this.stages = new Stages(out, settings.live());
  }

  /**
   * Builds and publishes the site, unless there is a mistake or another build of it is running:
   * then that is told and the last site stays as it is.
   *
   * @return whether the site was published
   * @throws IOException if a file can't be read or written
   */
  public boolean run() throws IOException {
    try (BuildLock lock = BuildLock.take(settings.target())) {
      if (lock.isHeld()) {
        return runAlone();
      }
      out.println("\n" + BuildLock.BUSY);
      return false;
    }
  }

  /** The same for who holds the lock of the target folder. */
  boolean runAlone() throws IOException {
    Publisher publisher = new Publisher(settings.site());
    try {
      return run(publisher);
    } catch (IOException | UncheckedIOException | CompletionException | OutOfMemoryError e) {
      Trouble trouble = Trouble.in(e, settings.root());
      if (trouble == null) {
        throw e;
      }
      publisher.abandon();
      out.println("\n" + trouble.told());
      out.println("\n1 error; " + relative(settings.site()) + " is unchanged");
      return false;
    }
  }

  private boolean run(Publisher publisher) throws IOException {
    publisher.recover();
    Leftovers.clear(settings.target());
    Fingerprint fingerprint = new Fingerprint(settings);
    try (Reading reading = new Reading(settings, stages, diagnostics)) {
      boolean isReadable = new Inventory(settings.root(), diagnostics).isGood();
      if (isReadable && isUnchanged(fingerprint, reading)) {
        stages.total("nothing has changed; the site is in " + relative(settings.site()));
        return true;
      }
      fingerprint.forget();
      boolean good = isReadable && build(publisher, fingerprint, reading);
      if (!good) {
        tellMistakes();
      }
      return good;
    }
  }

  /** Whether there is nothing to do; unless that looks likely, reading begins meanwhile. */
  private static boolean isUnchanged(Fingerprint fingerprint, Reading reading) throws IOException {
    fingerprint.look();
    if (fingerprint.isLikelyEdited()) {
      reading.begin();
    }
    boolean isUnchanged = fingerprint.isUnchanged();
    if (!isUnchanged) {
      reading.begin();
    }
    return isUnchanged;
  }

  private boolean build(Publisher publisher, Fingerprint fingerprint, Reading reading)
      throws IOException {
    Path list = settings.target().resolve("fragments/site");
    LastSite last = new LastSite(settings.site(), publisher.prepare(), list);
    boolean good = build(reading, last, fingerprint.checkout());
    if (good) {
      publisher.publish();
      if (fingerprint.isOfTheInputs()) {
        fingerprint.save(sums);
        last.save(sums);
      }
      stages.total("the site is in " + relative(settings.site()));
    } else {
      publisher.discard();
    }
    return good;
  }

  private boolean build(Reading reading, LastSite last, Optional<Checkout> checkout)
      throws IOException {
    try (Workshop workshop = new Workshop(settings, reading.bench(), checkout)) {
      WholeBook book =
          reading.book() == null ? null : reading.maker().make(reading.book(), workshop);
      Baker baker = new Baker(reading.renderer(), last, diagnostics);
      return book != null && make(reading.maker(), baker, last, book);
    }
  }

  /**
   * Bakes a book that has no mistake so far, and meanwhile reads it as an editor would: both tell
   * all that they find, whichever is done first.
   */
  private boolean make(BookMaker maker, Baker baker, LastSite last, WholeBook book)
      throws IOException {
    SiteMaker site = new SiteMaker(settings, stages, diagnostics);
    boolean isRendered = diagnostics.isEmpty();
    CompletableFuture<Boolean> exchange = CompletableFuture.supplyAsync(FolderExchange::isPossible);
    CompletableFuture<Integer> linting =
        CompletableFuture.supplyAsync(() -> settings.linting() ? maker.findings(book) : 0);
    if (isRendered) {
      site.bake(baker, last, book);
    }
    int kinds = linting.join();
    if (settings.linting()) {
      stages.done("lint", Stages.count(kinds, "kind") + " of finding looked for");
    }
    if (diagnostics.isEmpty()) {
      sums = site.complete(baker, last, book);
    }
    exchange.join(); // Which the publisher then need not wait for.
    return diagnostics.isEmpty();
  }

  private void tellMistakes() {
    diagnostics
        .all()
        .forEach(diagnostic -> out.println("\n" + diagnostic.rendered().stripTrailing()));
    out.println(
        "\n"
            + Stages.count(diagnostics.all().size(), "error")
            + "; "
            + relative(settings.site())
            + " is unchanged");
  }

  private String relative(Path path) {
    return settings.root().toAbsolutePath().relativize(path.toAbsolutePath()).toString();
  }
}
