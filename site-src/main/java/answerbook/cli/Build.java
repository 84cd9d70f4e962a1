package answerbook.cli;

import answerbook.answer.Outcomes;
import answerbook.bake.Baker;
import answerbook.bake.Making;
import answerbook.bake.Making.Download;
import answerbook.check.SiteChecker;
import answerbook.check.WeightChecker;
import answerbook.code.Highlighter;
import answerbook.content.Book;
import answerbook.content.ContentReader;
import answerbook.diagnostic.Diagnostics;
import answerbook.export.DataExporter;
import answerbook.export.SearchIndex;
import answerbook.markdown.BookRenderer;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.Results;
import answerbook.math.MathRenderer;
import answerbook.opinion.Opinions;
import answerbook.provenance.History;
import answerbook.provenance.HistoryReader;
import answerbook.provenance.Provenance;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Builds a book: the stages in their order. */
public final class Build {
  private final BuildSettings settings;
  private final PrintStream out;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Stages stages;

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
   * Builds and publishes the site, unless there is a mistake: then all are told and the last site
   * stays as it is.
   *
   * @return whether the site was published
   * @throws IOException if a file can't be read or written
   */
  public boolean run() throws IOException {
    Fingerprint fingerprint = new Fingerprint(settings);
    if (fingerprint.isUnchanged()) {
      stages.total("nothing has changed; the site is in " + relative(settings.site()));
      return true;
    }
    fingerprint.forget();
    Publisher publisher = new Publisher(settings.site());
    boolean good = build(publisher.prepare());
    if (good) {
      publisher.publish();
      fingerprint.save();
      stages.total("the site is in " + relative(settings.site()));
    } else {
      publisher.discard();
      tellMistakes();
    }
    return good;
  }

  private boolean build(Path site) throws IOException {
    Book read = new ContentReader(settings.root(), diagnostics).read();
    if (read == null) {
      return false;
    }
    Book book = read.published(settings.url(), settings.repository());
    stages.done(
        "read",
        count(book.questions().count(), "question") + ", " + count(book.topics().size(), "topic"));
    CompletableFuture<History> history =
        CompletableFuture.supplyAsync(new HistoryReader(settings.root())::read);
    Path cache = settings.target().resolve("fragments");
    try (MathRenderer maths = new MathRenderer(cache);
        Highlighter highlighter = new Highlighter(cache)) {
      BookRenderer.Engines engines = new BookRenderer.Engines(maths, highlighter);
      BookRenderer renderer = new BookRenderer(settings.root(), book, engines, diagnostics);
      Results results =
          secondOpinions(run(new Programs(settings.root(), book, diagnostics), renderer), book);
      stages.begin("render");
      RenderedBook rendered = renderer.render(results);
      stages.done(
          "render",
          count(maths.usedCount(), "formula") + ", " + maths.madeCount() + " of them new");
      Provenance provenance = Provenance.of(history.join());
      Making making = new Making(provenance, results.byName().size(), maths.usedCount(), List.of());
      return diagnostics.isEmpty() && publish(site, new Whole(book, rendered, results, making));
    }
  }

  /** Runs programs in their own process, and meanwhile renders what doesn't wait for them. */
  private Results run(Programs programs, BookRenderer renderer) {
    stages.begin("answers");
    CompletableFuture<Outcomes> running =
        CompletableFuture.supplyAsync(() -> programs.run(settings.run()));
    renderer.warmUp();
    Outcomes outcomes = running.join();
    stages.done(
        "answers", count(outcomes.run(), "program") + " run, " + outcomes.reused() + " unchanged");
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

  /** A book with everything that its pages need. */
  record Whole(Book book, RenderedBook rendered, Results results, Making making) {}

  private boolean publish(Path site, Whole whole) throws IOException {
    stages.begin("bake");
    Baker baker = new Baker(settings.root(), site, diagnostics);
    int pages = baker.bake(whole.book(), whole.rendered(), whole.making());
    stages.done("bake", count(pages, "page"));
    new DataExporter(site).export(whole.book(), whole.rendered(), whole.results());
    new SearchIndex(site).export(whole.rendered());
    stages.done("data", "data/questions.json, valid by its schema, and what search reads");
    if (diagnostics.isEmpty() && !settings.editions().isEmpty()) {
      List<Download> downloads = editions(site, whole);
      baker.bakeHome(whole.book(), whole.rendered(), whole.making().downloads(downloads));
    }
    if (diagnostics.isEmpty()) {
      int links = new SiteChecker(site, diagnostics).check();
      stages.done("check", count(links, "link"));
    }
    if (diagnostics.isEmpty()) {
      int heaviest = new WeightChecker(site, diagnostics).check();
      stages.done("weigh", heaviest / 1000 + " kB for the heaviest question, fonts apart");
    }
    return diagnostics.isEmpty();
  }

  /** Makes the books to take away, from the pages and from what stands on them. */
  private List<Download> editions(Path site, Whole whole) throws IOException {
    stages.begin("editions");
    Editions editions = new Editions(settings.target());
    List<Download> downloads =
        editions.make(new Catalogue(settings, diagnostics).of(whole, site), site);
    stages.done(
        "editions",
        count(downloads.size(), "book") + ", " + editions.reused() + " of them unchanged");
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
