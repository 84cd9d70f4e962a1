package answerbook.cli;

import answerbook.answer.Workbench;
import answerbook.bake.Making;
import answerbook.bake.PageShelf;
import answerbook.code.Highlighter;
import answerbook.lint.LintMemory;
import answerbook.markdown.BookRenderer;
import answerbook.markdown.FragmentShelf;
import answerbook.math.MathRenderer;
import answerbook.provenance.Checkout;
import answerbook.provenance.FileHistory;
import answerbook.provenance.HistoryReader;
import answerbook.provenance.Provenance;
import answerbook.store.EntryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What lasts from one build to the next in the same process: engines that are slow to start, and
 * what stages have made, which they reuse where all that it depends on is as it was. A single build
 * has a workshop of its own; the preview keeps one for as long as it runs.
 */
final class Workshop implements AutoCloseable {
  private final MathRenderer maths;
  private final Highlighter highlighter;
  private final FragmentShelf fragments;
  private final LintMemory lints;
  private final Optional<EntryFolder> kept;
  private final PageShelf pages = new PageShelf();
  private final Workbench bench;
  private final HistoryReader historian;
  private final Path repository;
  private Provenance provenance;
  private List<Making.Example> guide = List.of();
  private String guideSum = "";
  private Optional<Checkout> checkout = Optional.empty();
  private boolean isCheckoutKnown;

  /**
   * A workshop for a single build.
   *
   * @param bench where programs are run
   * @param checkout what is checked out; empty if that isn't known
   */
  Workshop(BuildSettings settings, Workbench bench, Optional<Checkout> checkout) {
    this(settings, bench, settings.root(), true);
    this.checkout = checkout;
    this.isCheckoutKnown = true;
  }

  /**
   * A workshop that lasts, and so keeps what was made in memory.
   *
   * @param bench where programs are run
   * @param repository the folder whose history is told
   */
  Workshop(BuildSettings settings, Workbench bench, Path repository) {
    this(settings, bench, repository, false);
  }

  private Workshop(BuildSettings settings, Workbench bench, Path repository, boolean single) {
    this.kept = single ? Optional.of(settings.kept("fragments")) : Optional.empty();
    this.fragments = single ? new FragmentShelf(settings.kept("rendered")) : new FragmentShelf();
    this.lints = kept.map(LintMemory::new).orElseGet(LintMemory::new);
    Path cache = settings.target().resolve("fragments");
    this.maths = new MathRenderer(cache);
    this.highlighter = new Highlighter(cache);
    this.bench = bench;
    this.repository = repository;
    this.historian = new HistoryReader(repository);
  }

  /** What lints have found to be good. */
  LintMemory lints() {
    return lints;
  }

  MathRenderer maths() {
    return maths;
  }

  /** What Markdown is rendered with. */
  BookRenderer.Engines engines() {
    return new BookRenderer.Engines(maths, highlighter, fragments);
  }

  Workbench bench() {
    return bench;
  }

  PageShelf pages() {
    return pages;
  }

  /** Where the book comes from, as it was when that was last read; now if it never was. */
  synchronized Provenance provenance() {
    if (!isCheckoutKnown) {
      checkout = historian.checkout();
      isCheckoutKnown = true;
    }
    if (provenance == null) {
      provenance = readProvenance();
    }
    return provenance;
  }

  /**
   * Reads the repository's history again, if it can have changed.
   *
   * @param newRecords whether recorded results have changed
   * @return whether it was read
   */
  synchronized boolean refreshProvenance(boolean newRecords) {
    Optional<Checkout> now = historian.checkout();
    if (!newRecords && isCheckoutKnown && now.equals(checkout)) {
      return false;
    }
    checkout = now;
    isCheckoutKnown = true;
    provenance = readProvenance();
    return true;
  }

  /** The author's reference, made anew only if it was written anew. */
  synchronized List<Making.Example> guide(GuidePage page) throws IOException {
    String sum = page.sum();
    if (!sum.equals(guideSum)) {
      guide = new KeptGuide(kept).examples(sum, page);
      guideSum = page.isGood() ? sum : "";
    }
    return guide;
  }

  private Provenance readProvenance() {
    CompletableFuture<FileHistory> files =
        CompletableFuture.supplyAsync(() -> FileHistory.read(repository, checkout));
    return Provenance.of(historian.read(checkout), files.join());
  }

  /** Frees what only rendering needs, in a workshop that renders but once. */
  void rest() {
    if (kept.isPresent()) {
      maths.rest();
    }
  }

  /**
   * Keeps what the last build needed for the next process, which may begin before this one ends.
   */
  void save() {
    maths.save();
    highlighter.save();
  }

  @Override
  public void close() {
    maths.close();
    highlighter.close();
    bench.close();
  }
}
