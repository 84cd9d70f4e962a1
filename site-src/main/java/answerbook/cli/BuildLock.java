package answerbook.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one build at a time work in a target folder. The system frees a lock whose process has
 * ended, however it did; its file stays. Where the system knows no locks, all builds hold one.
 */
final class BuildLock implements AutoCloseable {
  /** What is told to who comes second. */
  static final String BUSY =
      """
      target/lock: error: another build of this folder is running
        wait until it has ended, and build again""";

  /**
   * The locks of this process. Systems have them by process, and closing a file anywhere in a
   * process would free its lock: so nobody opens it again here.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private BuildLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder, if it is free; the folder is made where there is none.
   *
   * @throws IOException if the folder can't be written
   */
  static BuildLock take(Path target) throws IOException {
    Path file = Files.createDirectories(target).toRealPath().resolve("lock");
    if (!HELD.add(file)) {
      return new BuildLock(file, null);
    }
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isFree(channel)) {
        return new BuildLock(file, channel);
      }
      channel.close();
      HELD.remove(file);
      return new BuildLock(file, null);
    } catch (IOException e) {
      HELD.remove(file);
      throw e;
    }
  }

  private static boolean isFree(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return true; // The system knows no locks here.
    }
  }

  /** Whether it was free. */
  boolean isHeld() {
    return channel != null;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      try {
        channel.close();
      } finally {
        HELD.remove(file);
      }
    }
  }
}
