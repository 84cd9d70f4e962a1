package answerbook.cli;

import answerbook.address.AddressKeeper;
import answerbook.bake.Baker;
import answerbook.bake.Making.Download;
import answerbook.check.KeptFacts;
import answerbook.check.KeptWeights;
import answerbook.check.SiteChecker;
import answerbook.check.WeightChecker;
import answerbook.diagnostic.Diagnostics;
import answerbook.export.DataExporter;
import answerbook.export.SearchIndex;
import answerbook.store.EntryFolder;
import answerbook.store.KeptTexts;
import answerbook.store.LastSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Makes a site of a book: its pages, what there is besides them, and the checks of it all. */
final class SiteMaker {
  private final BuildSettings settings;
  private final Stages stages;
  private final Diagnostics diagnostics;

  SiteMaker(BuildSettings settings, Stages stages, Diagnostics diagnostics) {
    this.settings = settings;
    this.stages = stages;
    this.diagnostics = diagnostics;
  }

  /** Writes the pages and what is read beside them. */
  void bake(Baker baker, LastSite last, WholeBook book) throws IOException {
    stages.begin("bake");
    CompletableFuture<Void> exporting = Beside.run(() -> export(last, book));
    int pages = baker.bake(book.book(), book.rendered(), book.making());
    stages.done(
        "bake", Stages.count(pages, "page") + ", " + baker.unchanged() + " files unchanged");
    exporting.join();
    stages.done("data", "data/questions.json, valid by its schema, and what search reads");
  }

  /** Writes what there is besides pages. */
  void export(LastSite last, WholeBook book) throws IOException {
    Optional<EntryFolder> folder =
        last.isNone() ? Optional.empty() : Optional.of(settings.kept("fragments"));
    new DataExporter(last.next(), new KeptTexts(folder, "data"))
        .export(book.book(), book.rendered(), book.results());
    new SearchIndex(last.next(), new KeptTexts(folder, "search")).export(book.rendered());
    new Outreach(settings.root(), last, diagnostics)
        .export(book.book(), book.rendered(), book.making().provenance().files());
  }

  /**
   * Adds to a baked site what stands on its pages, and checks everything.
   *
   * @return the sums of the site's files
   */
  Map<String, String> complete(Baker baker, LastSite last, WholeBook book) throws IOException {
    Path site = last.next();
    keepAddresses(site, book);
    if (diagnostics.isEmpty() && !settings.editions().isEmpty()) {
      WholeBook offered = book.with(editions(site, book));
      baker.bakeHome(offered.book(), offered.rendered(), offered.making());
    }
    Map<String, String> sums = last.sums();
    check(last, sums);
    return sums;
  }

  /** Writes redirects, and refuses a site in which a recorded address is gone. */
  void keepAddresses(Path site, WholeBook book) throws IOException {
    AddressKeeper keeper = new AddressKeeper(settings.root(), site, diagnostics);
    AddressKeeper.Report report = keeper.keep(book.rendered(), book.book().settings().url());
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
  private List<Download> editions(Path site, WholeBook book) throws IOException {
    stages.begin("editions");
    Editions editions = new Editions(settings.target());
    List<Download> downloads =
        editions.make(new Catalogue(settings, diagnostics).of(book, site), site);
    stages.done(
        "editions",
        Stages.count(downloads.size(), "book") + ", " + editions.reused() + " of them unchanged");
    PeakMemory.ofThisProcess()
        .ifPresent(peak -> stages.note("the build took " + peak + " MB at most"));
    return downloads;
  }

  /**
   * Checks a site that has no mistake so far.
   *
   * @param last from which files of the site were taken
   * @param sums of all files of the site
   */
  void check(LastSite last, Map<String, String> sums) throws IOException {
    if (diagnostics.isEmpty()) {
      CompletableFuture<Integer> heaviest = Beside.get(() -> weigh(last.next(), sums));
      SiteChecker.Report report =
          new SiteChecker(last, sums, new KeptFacts(settings.kept("fragments")), diagnostics)
              .check();
      String pages = Stages.count(report.pages(), "page");
      stages.done("check", Stages.count(report.links(), "link") + " of " + pages + " looked at");
      int most = (heaviest.join() + 999) / 1000;
      stages.done("weigh", "at most " + most + " kB for a question, fonts apart");
    }
  }

  private int weigh(Path site, Map<String, String> sums) throws IOException {
    return new WeightChecker(site, sums, new KeptWeights(settings.kept("fragments")), diagnostics)
        .check();
  }
}
