package answerbook.cli;

import answerbook.answer.Outcomes;
import answerbook.answer.Sandbox;
import answerbook.bake.Making;
import answerbook.content.Book;
import answerbook.content.ContentReader;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.lint.LintMemory;
import answerbook.lint.Linter;
import answerbook.markdown.BookRenderer;
import answerbook.markdown.Manuscript;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.Results;
import answerbook.math.MathRenderer;
import answerbook.opinion.Opinions;
import answerbook.provenance.Provenance;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Makes a book of its sources: reads them, runs the programs and renders the text. */
final class BookMaker {
  private final BuildSettings settings;
  private final Stages stages;
  private final Diagnostics diagnostics;
  private Function<SourceFile, Manuscript> manuscripts;
  private LintMemory memory = new LintMemory();

  BookMaker(BuildSettings settings, Stages stages, Diagnostics diagnostics) {
    this.settings = settings;
    this.stages = stages;
    this.diagnostics = diagnostics;
  }

  /**
   * Reads the book.
   *
   * @return null if there is no good {@code index.md}
   */
  Book read() throws IOException {
    Book book = new ContentReader(settings.root(), diagnostics).read();
    return book == null ? null : book.published(settings.url(), settings.repository());
  }

  /** Runs a book's programs and renders its text. */
  WholeBook make(Book book, Workshop workshop) throws IOException {
    stages.done(
        "read",
        Stages.count(book.questions().count(), "question")
            + ", "
            + Stages.count(book.topics().size(), "topic"));
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
        "render",
        Stages.count(maths.usedCount(), "formula") + ", " + maths.madeCount() + " of them new");
    manuscripts = renderer::manuscript;
    memory = workshop.lints();
    Making making =
        new Making(
            provenance.join(),
            results.byName().size(),
            maths.usedCount(),
            List.of(),
            workshop.guide(new GuidePage(settings, diagnostics)));
    workshop.rest();
    return new WholeBook(book, rendered, results, making);
  }

  /** Runs programs in their own process, and meanwhile renders what doesn't wait for them. */
  private Results run(Programs programs, BookRenderer renderer, Workshop workshop) {
    stages.begin("answers");
    CompletableFuture<Outcomes> running =
        CompletableFuture.supplyAsync(() -> programs.run(settings.run(), workshop.bench()));
    renderer.warmUp(running::isDone);
    Outcomes outcomes = running.join();
    stages.done(
        "answers",
        Stages.count(outcomes.run(), "program") + " run, " + outcomes.reused() + " unchanged");
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
        Stages.count(opinions.total(), "listing")
            + ", "
            + run
            + " of them run; evidence agrees for "
            + opinions.agreeing());
    opinions.notRun().forEach(name -> stages.note("not run: " + name));
    opinions.unproven().forEach(name -> stages.note("no evidence: " + name));
    return results.with(opinions.bySlug());
  }

  /** Reads as an editor would what was made, and returns how many kinds of finding there are. */
  int findings(WholeBook book) {
    return new Linter(settings.root(), memory, diagnostics)
        .check(book.book(), manuscripts, book.results());
  }
}
