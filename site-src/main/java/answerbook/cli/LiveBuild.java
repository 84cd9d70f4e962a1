package answerbook.cli;

import answerbook.bake.SitePages;
import answerbook.cli.Build.Edition;
import answerbook.diagnostic.Diagnostic;
import answerbook.diagnostic.Diagnostics;
import answerbook.serve.PreviewServer;
import answerbook.serve.State;
import answerbook.store.FolderTree;
import answerbook.store.LastSite;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final String NOTICES = "notices.txt";
  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  private final BuildSettings settings;
  private final Workshop workshop;
  private final PreviewServer server;
  private final Path draft;

  /** What the draft's pages are. */
  private final Map<String, String> written = new HashMap<>();

  private Build build;
  private Edition edition;
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
    this.draft = settings.target().resolve("preview/site");
    FolderTree.delete(draft);
    Files.createDirectories(draft);
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
    edition = null;
    build = new Build(settings.linting(false), NOWHERE);
    Edition made = build.edition(workshop);
    if (made == null || !build.diagnostics().isEmpty()) {
      return mistaken(build.diagnostics());
    }
    edition = made;
    pages = pages();
    server.openPages().forEach(pages::text);
    if (!pages.mistakes().isEmpty()) {
      edition = null;
      return mistaken(pages.mistakes());
    }
    copyAssets();
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
    if (edition == null) {
      return List.of();
    }
    if (workshop.refreshProvenance(newRecords)) {
      edition = edition.of(workshop.provenance());
      pages = pages();
    }
    for (String address : pages.addresses()) {
      if (isOutdated.getAsBoolean()) {
        return null;
      }
      pages.text(address);
    }
    Diagnostics mistakes = build.diagnostics();
    mistakes.addAll(pages.mistakes().all());
    LastSite last = LastSite.none(draft);
    boolean done =
        take(
            isOutdated,
            this::write,
            () -> build.export(last, edition),
            () -> build.keepAddresses(draft, edition),
            () -> build.check(draft, LastSite.sumsOf(draft)));
    if (!done) {
      return null;
    }
    List<Diagnostic> found = mistakes.isEmpty() ? publish() : mistaken(mistakes);
    edition = null;
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
      if (!build.diagnostics().isEmpty()) {
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
    good = state(LiveSite.read(draft, written.keySet()));
    if (settings.linting()) {
      build.findings(edition);
    }
    server.show(good.with(build.diagnostics().all()));
    return build.diagnostics().all();
  }

  private SitePages pages() {
    SitePages.Parts parts =
        new SitePages.Parts(edition.book(), edition.rendered(), edition.making());
    return new SitePages(settings.root(), parts, workshop.pages());
  }

  private List<Diagnostic> mistaken(Diagnostics mistakes) {
    server.show(good.mistaken(mistakes.all()));
    return mistakes.all();
  }

  /** The pages as they are now, with other files as they were, but for those that pages load. */
  private State state(Map<String, byte[]> others) throws IOException {
    Map<String, byte[]> files = new HashMap<>(others);
    files.keySet().removeIf(address -> address.startsWith("assets/"));
    Map<String, byte[]> assets = LiveSite.read(draft.resolve("assets"), Set.of());
    assets.forEach((address, content) -> files.put("assets/" + address, content));
    return new State(
        new LiveSite(pages, files),
        LiveSite.hash(assets, address -> address.endsWith(".css")),
        LiveSite.hash(assets, address -> !address.endsWith(".css")),
        State.Told.NOTHING);
  }

  private void copyAssets() throws IOException {
    if (newAssets) {
      FolderTree.delete(draft.resolve("assets"));
      pages.copyAssets(draft);
      newAssets = false;
    }
  }

  /** Brings the pages of the draft up to date; whatever else is made anew is taken away. */
  private void write() throws IOException {
    written.keySet().retainAll(pages.addresses());
    for (String address : LiveSite.read(draft, written.keySet()).keySet()) {
      if (!address.startsWith("assets/") && !address.equals(NOTICES)) {
        Files.delete(draft.resolve(address));
      }
    }
    for (String address : pages.addresses()) {
      String text = pages.text(address).orElseThrow();
      if (!text.equals(written.get(address))) {
        Path file = draft.resolve(address);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        written.put(address, text);
      }
    }
  }
}
