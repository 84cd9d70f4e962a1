package answerbook.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waits for changes. It says that something may have changed, never what: whoever asks looks at
 * everything, so that no event that is lost or late can lead astray. Where the system tells of no
 * change, it says so itself from time to time.
 */
public final class ChangeWatcher implements AutoCloseable {
  private static final WatchEvent.Kind<?>[] ALL = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_DELETE,
    StandardWatchEventKinds.ENTRY_MODIFY
  };

  /** Why a look is due. */
  public enum Reason {
    /** The system told of a change. */
    CHANGE,
    /** It told of none for a while. */
    TIME
  }

  private final WatchService service;
  private final Duration quiet;
  private final Duration tick;
  private boolean changed;

  /**
   * @param quiet how long nothing may happen before many changes count as one
   * @param tick how long to wait for the system to tell of a change
   */
  public ChangeWatcher(Duration quiet, Duration tick) throws IOException {
    this.service = FileSystems.getDefault().newWatchService();
    this.quiet = quiet;
    this.tick = tick;
  }

  /** Watches a folder, but not those in it; to be called again whenever it is looked at. */
  public void watch(Path folder) {
    try {
      folder.register(service, ALL);
    } catch (NoSuchFileException | NotDirectoryException vanished) {
      // Then its own folder tells.
    } catch (IOException e) {
      throw new UncheckedIOException("cannot watch " + folder, e);
    }
  }

  /** Whether something may have changed since {@link #await} returned. */
  public boolean hasChanged() {
    WatchKey key = service.poll();
    while (key != null) {
      take(key);
      key = service.poll();
    }
    return changed;
  }

  /**
   * Waits for that time, or until something may have changed.
   *
   * @return whether nothing has
   */
  public boolean staysCalm(Duration time) throws InterruptedException {
    if (hasChanged()) {
      return false;
    }
    WatchKey key = service.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    if (key != null) {
      take(key);
    }
    return key == null;
  }

  /**
   * Waits until something may have changed and nothing has happened since for a moment; if things
   * go on happening, for ten moments at most.
   */
  public Reason await() throws InterruptedException {
    try {
      if (!hasChanged()) {
        WatchKey key = service.poll(tick.toMillis(), TimeUnit.MILLISECONDS);
        if (key == null) {
          return Reason.TIME;
        }
        take(key);
      }
      long end = System.nanoTime() + quiet.toNanos() * 10;
      WatchKey key = service.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
      while (key != null && System.nanoTime() < end) {
        take(key);
        key = service.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
      }
      if (key != null) {
        take(key);
      }
      changed = false;
      return Reason.CHANGE;
    } catch (ClosedWatchServiceException e) {
      throw new InterruptedException("closed");
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }

  private void take(WatchKey key) {
    key.pollEvents();
    key.reset();
    changed = true;
  }
}
