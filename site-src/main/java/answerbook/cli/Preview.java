package answerbook.cli;

import answerbook.answer.Workbench;
import answerbook.diagnostic.Diagnostic;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import answerbook.serve.ChangeWatcher;
import answerbook.serve.Mirror;
import answerbook.serve.PreviewServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A running preview: builds after every change, and serves what it has built. {@code target/site}
 * is not touched.
 */
public final class Preview implements AutoCloseable {
  /** How long nothing may happen before many changes count as one. */
  private static final Duration QUIET = Duration.ofMillis(15);

  /** How long nothing may happen before the rest of the site is made, for which nobody waits. */
  private static final Duration REST = Duration.ofMillis(250);

  private static final Duration BUSY = Duration.ofMillis(100);

  private final BuildSettings settings;
  private final PrintStream out;
  private final Workshop workshop;
  private final Mirror mirror;
  private final ChangeWatcher watcher;
  private final PreviewServer server;
  private final LiveBuild build;
  private final Thread thread = new Thread(this::run, "builds");
  private List<Diagnostic> told = List.of();
  private int calmLooks;

  /**
   * How to preview.
   *
   * @param port where to serve; 0 for any that is free
   * @param look how often to look whether something has changed without being told
   */
  public record Manner(int port, Duration look) {}

  private Preview(BuildSettings settings, Manner manner, PrintStream out) throws IOException {
    Path copy = settings.target().resolve("preview/book");
    this.settings = settings;
    this.out = out;
    this.mirror = new Mirror(settings.root(), copy, Fingerprint.INPUTS);
    this.watcher = new ChangeWatcher(QUIET, manner.look());
    this.server = new PreviewServer(manner.port());
    BuildSettings ofMirror = settings.readFrom(mirror.root());
    this.workshop = new Workshop(ofMirror, new Workbench(ofMirror.run()), settings.root());
    this.build = new LiveBuild(ofMirror, workshop, server);
  }

  /**
   * Starts a preview: serves at once, and builds from now on.
   *
   * @param out where it says what it does
   * @throws IOException if it can't serve or watch
   */
  public static Preview start(BuildSettings settings, Manner manner, PrintStream out)
      throws IOException {
    Preview preview = new Preview(settings, manner, out);
    preview.thread.setDaemon(true);
    preview.thread.start();
    return preview;
  }

  /** Where it is served. */
  public String address() {
    return server.address();
  }

  /** Waits until two looks in a row have found nothing to do. */
  public synchronized void awaitCalm() throws InterruptedException {
    int wanted = calmLooks + 2;
    while (calmLooks < wanted) {
      wait();
    }
  }

  /** Waits until the preview is closed. */
  void await() throws InterruptedException {
    thread.join();
  }

  @Override
  public void close() {
    try {
      watcher.close();
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.close();
    workshop.close();
  }

  private void run() {
    boolean complete = false;
    boolean first = true;
    try {
      ChangeWatcher.Reason reason = ChangeWatcher.Reason.CHANGE;
      while (true) {
        Set<String> changed = sync(reason);
        if (first || !changed.isEmpty() || !complete) {
          complete = build(changed, first || !changed.isEmpty());
        } else {
          calm();
        }
        first = false;
        reason = watcher.await();
      }
    } catch (ClosedWatchServiceException closed) {
      // The usual end.
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void calm() {
    calmLooks++;
    notifyAll();
  }

  private Set<String> sync(ChangeWatcher.Reason reason) {
    try {
      watcher.watch(settings.root());
      watcher.watch(settings.root().resolve("site-src"));
      return mirror.sync(reason == ChangeWatcher.Reason.TIME, watcher::watch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Builds once.
   *
   * @return whether everything is done that there was to do
   */
  private boolean build(Set<String> changed, boolean anew) throws InterruptedException {
    try (BuildLock lock = lock()) {
      if (!lock.isHeld() || !buildAlone(changed, anew)) {
        return false;
      }
      workshop.save();
    } catch (ClosedWatchServiceException closed) {
      throw closed;
    } catch (IOException | RuntimeException e) {
      out.println("The preview could not build; it tries again after the next change.");
      e.printStackTrace(out);
      server.show(server.state().mistaken(List.of(defect(e))));
    }
    Thread preparing = new Thread(workshop.bench()::prepare, "prepares the next worker");
    preparing.setDaemon(true);
    preparing.start();
    return true;
  }

  private boolean buildAlone(Set<String> changed, boolean anew)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<Diagnostic> mistakes = anew ? build.change(changed) : List.of();
    long shown = System.nanoTime();
    if (mistakes.isEmpty()) {
      mistakes = watcher.staysCalm(REST) ? build.complete(watcher::hasChanged) : null;
    }
    if (mistakes == null) {
      return false;
    }
    tell(changed, mistakes, shown - start);
    return true;
  }

  /** Waits until no other build works in the target folder. */
  private BuildLock lock() throws IOException, InterruptedException {
    BuildLock lock = BuildLock.take(settings.target());
    if (!lock.isHeld()) {
      out.println("Another build of this folder is running; the preview waits for it.");
    }
    while (!lock.isHeld()) {
      Thread.sleep(BUSY.toMillis());
      watcher.hasChanged(); // Ends this where the preview is closed.
      lock = BuildLock.take(settings.target());
    }
    return lock;
  }

  /** Says what was shown after which change, or what is wrong, unless it has just been said. */
  private void tell(Set<String> changed, List<Diagnostic> mistakes, long nanos) {
    String what =
        changed.size() == 1 ? changed.iterator().next() : changed.size() + " files and folders";
    if (mistakes.isEmpty()) {
      out.printf(Locale.ROOT, "  %-64s %6.2f s%n", what, nanos / 1e9);
    } else if (!mistakes.equals(told)) {
      mistakes.forEach(mistake -> out.println("\n" + mistake.rendered().stripTrailing()));
      out.println();
    }
    told = mistakes;
  }

  private static Diagnostic defect(Exception e) {
    String message = "the preview could not build: " + e.getMessage();
    return new Diagnostic(
        new SourceFile("answerbook", ""), Position.START, message, "see the console");
  }
}
