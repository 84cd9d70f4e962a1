package answerbook.cli;

import answerbook.bake.SitePages;
import answerbook.content.Book;
import answerbook.diagnostic.Diagnostic;
import answerbook.diagnostic.Diagnostics;
import answerbook.serve.PreviewServer;
import answerbook.serve.State;
import answerbook.store.LastSite;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Builds for the preview, in two steps. The first reads, runs and renders what has changed, and
 * shows it. The second makes all other pages and checks the whole site; if something is wrong
 * there, the last good site is shown again.
 */
final class LiveBuild {
  private static final List<String> ASSETS = List.of("site-src/assets", "LICENSE");
  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  private final BuildSettings settings;
  private final Workshop workshop;
  private final PreviewServer server;
  private final Draft draft;

  private Diagnostics mistakes = new Diagnostics();
  private BookMaker maker;
  private SiteMaker site;
  private WholeBook book;
  private SitePages pages;
  private State good;
  private boolean newAssets = true;
  private boolean newRecords = true;

  /**
   * @param settings of the mirror
   * @param server shows what is built
   */
  LiveBuild(BuildSettings settings, Workshop workshop, PreviewServer server) throws IOException {
    this.settings = settings;
    this.workshop = workshop;
    this.server = server;
    this.draft = new Draft(settings.target().resolve("preview/site"));
    this.good = server.state();
  }

  /**
   * Builds what depends on what has changed.
   *
   * @param changed names of files and folders
   * @return what is wrong; empty if the new site is shown
   */
  List<Diagnostic> change(Set<String> changed) throws IOException {
    newAssets |= changed.stream().anyMatch(name -> ASSETS.stream().anyMatch(name::startsWith));
    newRecords |= changed.stream().anyMatch(name -> name.endsWith(".json"));
    book = null;
    Stages stages = new Stages(NOWHERE, false);
    mistakes = new Diagnostics();
    maker = new BookMaker(settings, stages, mistakes);
    site = new SiteMaker(settings, stages, mistakes);
    Book read = maker.read();
    WholeBook made = read == null ? null : maker.make(read, workshop);
    if (made == null || !mistakes.isEmpty()) {
      return mistaken(mistakes);
    }
    book = made;
    pages = pages();
    server.openPages().forEach(pages::text);
    if (!pages.mistakes().isEmpty()) {
      book = null;
      return mistaken(pages.mistakes());
    }
    if (newAssets) {
      draft.copyAssets(pages);
      newAssets = false;
    }
    if (good.site() instanceof LiveSite before) {
      server.show(state(before.files()));
    }
    return List.of();
  }

  /**
   * Makes and checks all that {@link #change} left, if it found no mistake.
   *
   * @param isOutdated whether this is no longer worth the while
   * @return what is wrong; null if there was something newer to do
   */
  List<Diagnostic> complete(BooleanSupplier isOutdated) throws IOException {
    if (book == null) {
      return List.of();
    }
    if (workshop.refreshProvenance(newRecords)) {
      book = book.of(workshop.provenance());
      pages = pages();
    }
    for (String address : pages.addresses()) {
      if (isOutdated.getAsBoolean()) {
        return null;
      }
      pages.text(address);
    }
    mistakes.addAll(pages.mistakes().all());
    LastSite last = LastSite.none(draft.folder());
    boolean done =
        take(
            isOutdated,
            () -> draft.write(pages),
            () -> site.export(last, book),
            () -> site.keepAddresses(draft.folder(), book),
            () -> site.check(last, last.sums()));
    if (!done) {
      return null;
    }
    List<Diagnostic> found = mistakes.isEmpty() ? publish() : mistaken(mistakes);
    book = null;
    return found;
  }

  /** What can't be stopped half done. */
  private interface Step {
    void take() throws IOException;
  }

  /**
   * Takes steps until one finds a mistake.
   *
   * @return false if there is something newer to do
   */
  private boolean take(BooleanSupplier isOutdated, Step... steps) throws IOException {
    for (Step step : steps) {
      if (!mistakes.isEmpty()) {
        return true;
      }
      if (isOutdated.getAsBoolean()) {
        return false;
      }
      step.take();
    }
    return true;
  }

  /** Takes what was checked for the last good site, and says what an editor finds in it. */
  private List<Diagnostic> publish() throws IOException {
    newRecords = false;
    good = state(draft.others());
    if (settings.linting()) {
      maker.findings(book);
    }
    server.show(good.with(mistakes.all()));
    return mistakes.all();
  }

  private SitePages pages() {
    SitePages.Parts parts = new SitePages.Parts(book.book(), book.rendered(), book.making());
    return new SitePages(settings.root(), parts, workshop.pages());
  }

  private List<Diagnostic> mistaken(Diagnostics told) {
    server.show(good.mistaken(told.all()));
    return told.all();
  }

  /** The pages as they are now, with other files as they were, but for those that pages load. */
  private State state(Map<String, byte[]> others) throws IOException {
    Map<String, byte[]> files = new HashMap<>(others);
    files.keySet().removeIf(address -> address.startsWith("assets/"));
    Map<String, byte[]> assets = draft.assets();
    assets.forEach((address, content) -> files.put("assets/" + address, content));
    return new State(
        new LiveSite(pages, files),
        LiveSite.hash(assets, address -> address.endsWith(".css")),
        LiveSite.hash(assets, address -> !address.endsWith(".css")),
        State.Told.NOTHING);
  }
}
