package answerbook.cli;

import answerbook.address.AddressKeeper;
import answerbook.answer.Outcomes;
import answerbook.answer.Sandbox;
import answerbook.bake.Baker;
import answerbook.bake.Making;
import answerbook.bake.Making.Download;
import answerbook.check.KeptFacts;
import answerbook.check.KeptWeights;
import answerbook.check.SiteChecker;
import answerbook.check.WeightChecker;
import answerbook.content.Book;
import answerbook.content.ContentReader;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.export.DataExporter;
import answerbook.export.SearchIndex;
import answerbook.lint.LintMemory;
import answerbook.lint.Linter;
import answerbook.markdown.BookRenderer;
import answerbook.markdown.Manuscript;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.Results;
import answerbook.math.MathRenderer;
import answerbook.opinion.Opinions;
import answerbook.provenance.Provenance;
import answerbook.store.ClassPathSum;
import answerbook.store.EntryFolder;
import answerbook.store.KeptTexts;
import answerbook.store.LastSite;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Builds a book: the stages in their order. */
public final class Build {
  private final BuildSettings settings;
  private final PrintStream out;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Stages stages;
  private Function<SourceFile, Manuscript> manuscripts;
  private LintMemory memory = new LintMemory();
  private Map<String, String> sums = Map.of();

  /**
   * @param out where progress and mistakes are told
   */
  public Build(BuildSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
    this.stages = new Stages(out, settings.live());
  }

  /** All mistakes found so far. */
  public Diagnostics diagnostics() {
    return diagnostics;
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
    if (new Inventory(settings.root(), diagnostics).isGood() && fingerprint.isUnchanged()) {
      stages.total("nothing has changed; the site is in " + relative(settings.site()));
      return true;
    }
    fingerprint.forget();
    LastSite last = null;
    if (diagnostics.isEmpty()) {
      Path list = settings.target().resolve("fragments/site");
      last = new LastSite(settings.site(), publisher.prepare(), list);
    }
    boolean good = last != null && build(last);
    if (good) {
      publisher.publish();
      if (fingerprint.isOfTheInputs()) {
        fingerprint.save(sums);
        last.save(sums);
      }
      stages.total("the site is in " + relative(settings.site()));
    } else {
      publisher.discard();
      tellMistakes();
    }
    return good;
  }

  private boolean build(LastSite last) throws IOException {
    Baker baker = new Baker(settings.root(), last, diagnostics);
    CompletableFuture<Void> warm =
        CompletableFuture.runAsync(baker::warmUp).thenRun(FolderExchange::isPossible);
    try (Workshop workshop = new Workshop(settings)) {
      Edition edition = edition(workshop);
      warm.join();
      return edition != null && make(baker, last, edition);
    }
  }

  /**
   * Bakes what has no mistake so far, and meanwhile reads it as an editor would: both tell all that
   * they find, whichever is done first.
   */
  private boolean make(Baker baker, LastSite last, Edition edition) throws IOException {
    boolean isRendered = diagnostics.isEmpty();
    CompletableFuture<Integer> linting =
        CompletableFuture.supplyAsync(() -> settings.linting() ? findings(edition) : 0);
    if (isRendered) {
      bake(baker, last, edition);
    }
    int kinds = linting.join();
    if (settings.linting()) {
      stages.done("lint", count(kinds, "kind") + " of finding looked for");
    }
    return diagnostics.isEmpty() && publish(baker, last, edition);
  }

  /**
   * Reads the book, runs its programs and renders its text.
   *
   * @return null if there is no good {@code index.md}
   */
  Edition edition(Workshop workshop) throws IOException {
    Book read = new ContentReader(settings.root(), diagnostics).read();
    if (read == null) {
      return null;
    }
    Book book = read.published(settings.url(), settings.repository());
    stages.done(
        "read",
        count(book.questions().count(), "question") + ", " + count(book.topics().size(), "topic"));
    CompletableFuture<Provenance> provenance = CompletableFuture.supplyAsync(workshop::provenance);
    MathRenderer maths = workshop.maths();
    BookRenderer renderer =
        new BookRenderer(settings.root(), book, workshop.engines(), diagnostics);
    Results results =
        secondOpinions(
            run(new Programs(settings.root(), book, diagnostics), renderer, workshop), book);
    stages.begin("render");
    RenderedBook rendered = renderer.render(results);
    stages.done(
        "render", count(maths.usedCount(), "formula") + ", " + maths.madeCount() + " of them new");
    manuscripts = renderer::manuscript;
    memory = workshop.lints();
    Making making =
        new Making(
            provenance.join(),
            results.byName().size(),
            maths.usedCount(),
            List.of(),
            workshop.guide(new GuidePage(settings, diagnostics)));
    return new Edition(book, rendered, results, making);
  }

  /** Runs programs in their own process, and meanwhile renders what doesn't wait for them. */
  private Results run(Programs programs, BookRenderer renderer, Workshop workshop) {
    stages.begin("answers");
    CompletableFuture<Outcomes> running =
        CompletableFuture.supplyAsync(() -> programs.run(settings.run(), workshop.bench()));
    renderer.warmUp(running::isDone);
    Outcomes outcomes = running.join();
    stages.done(
        "answers", count(outcomes.run(), "program") + " run, " + outcomes.reused() + " unchanged");
    if (outcomes.run() > 0) {
      stages.note("sandbox " + Sandbox.of(settings.run().sandbox()).told());
    }
    return programs.results(outcomes);
  }

  /** Adds what programs in other languages say. */
  private Results secondOpinions(Results results, Book book) throws IOException {
    stages.begin("opinions");
    Opinions opinions =
        new Listings(settings.root(), book, diagnostics).run(settings.opinions(), results);
    String run =
        opinions.run() == 0
            ? "none"
            : opinions.run() == opinions.total() ? "all" : opinions.run() + "";
    stages.done(
        "opinions",
        count(opinions.total(), "listing")
            + ", "
            + run
            + " of them run; evidence agrees for "
            + opinions.agreeing());
    opinions.notRun().forEach(name -> stages.note("not run: " + name));
    opinions.unproven().forEach(name -> stages.note("no evidence: " + name));
    return results.with(opinions.bySlug());
  }

  /** Reads as an editor would, and returns how many kinds of finding it looks for. */
  int findings(Edition edition) {
    return new Linter(settings.root(), memory, diagnostics)
        .check(edition.book(), manuscripts, edition.results());
  }

  /** A book with everything that its pages need. */
  record Edition(Book book, RenderedBook rendered, Results results, Making making) {
    /** The same book, of another history. */
    Edition of(Provenance provenance) {
      Making now =
          new Making(
              provenance, making.programs(), making.formulas(), making.downloads(), making.guide());
      return new Edition(book, rendered, results, now);
    }
  }

  private EntryFolder kept() {
    return new EntryFolder(settings.target().resolve("fragments"), ClassPathSum.get());
  }

  /** Writes what there is besides pages. */
  void export(LastSite last, Edition edition) throws IOException {
    Optional<EntryFolder> folder = last.isNone() ? Optional.empty() : Optional.of(kept());
    new DataExporter(last.next(), new KeptTexts(folder, "data"))
        .export(edition.book(), edition.rendered(), edition.results());
    new SearchIndex(last.next(), new KeptTexts(folder, "search")).export(edition.rendered());
    new Outreach(settings.root(), last, diagnostics)
        .export(edition.book(), edition.rendered(), edition.making().provenance().files());
  }

  private void bake(Baker baker, LastSite last, Edition edition) throws IOException {
    stages.begin("bake");
    int pages = baker.bake(edition.book(), edition.rendered(), edition.making());
    stages.done("bake", count(pages, "page") + ", " + baker.unchanged() + " files unchanged");
    export(last, edition);
    stages.done("data", "data/questions.json, valid by its schema, and what search reads");
  }

  private boolean publish(Baker baker, LastSite last, Edition edition) throws IOException {
    Path site = last.next();
    keepAddresses(site, edition);
    if (diagnostics.isEmpty() && !settings.editions().isEmpty()) {
      List<Download> downloads = editions(site, edition);
      baker.bakeHome(edition.book(), edition.rendered(), edition.making().downloads(downloads));
    }
    sums = last.sums();
    check(site, sums);
    return diagnostics.isEmpty();
  }

  /**
   * Checks a site that has no mistake so far.
   *
   * @param sums of its files
   */
  void check(Path site, Map<String, String> sums) throws IOException {
    if (diagnostics.isEmpty()) {
      KeptFacts facts = new KeptFacts(kept());
      int links = new SiteChecker(site, sums, facts, diagnostics).check();
      stages.done("check", count(links, "link"));
    }
    if (diagnostics.isEmpty()) {
      KeptWeights weights = new KeptWeights(kept());
      int heaviest = new WeightChecker(site, sums, weights, diagnostics).check();
      stages.done("weigh", heaviest / 1000 + " kB for the heaviest question, fonts apart");
    }
  }

  /** Writes redirects, and refuses a site in which a recorded address is gone. */
  void keepAddresses(Path site, Edition edition) throws IOException {
    AddressKeeper keeper = new AddressKeeper(settings.root(), site, diagnostics);
    AddressKeeper.Report report = keeper.keep(edition.rendered(), edition.book().settings().url());
    if (settings.recordingAddresses() && diagnostics.isEmpty()) {
      keeper.record(report);
    }
    stages.done(
        "keep",
        report.kept()
            + " addresses as recorded, "
            + report.redirected()
            + " redirected, "
            + report.unrecorded().size()
            + (settings.recordingAddresses() ? " recorded now" : " not yet recorded"));
  }

  /** Makes the books to take away, from the pages and from what stands on them. */
  private List<Download> editions(Path site, Edition edition) throws IOException {
    stages.begin("editions");
    Editions editions = new Editions(settings.target());
    List<Download> downloads =
        editions.make(new Catalogue(settings, diagnostics).of(edition, site), site);
    stages.done(
        "editions",
        count(downloads.size(), "book") + ", " + editions.reused() + " of them unchanged");
    PeakMemory.ofThisProcess()
        .ifPresent(peak -> stages.note("the build took " + peak + " MB at most"));
    return downloads;
  }

  private void tellMistakes() {
    diagnostics
        .all()
        .forEach(diagnostic -> out.println("\n" + diagnostic.rendered().stripTrailing()));
    out.println(
        "\n"
            + count(diagnostics.all().size(), "error")
            + "; "
            + relative(settings.site())
            + " is unchanged");
  }

  private String relative(Path path) {
    return settings.root().toAbsolutePath().relativize(path.toAbsolutePath()).toString();
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
