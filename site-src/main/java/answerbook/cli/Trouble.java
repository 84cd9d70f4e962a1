package answerbook.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * What a machine has against a build, and nobody's mistake: a full disk, a folder that can't be
 * written, a file that has vanished, too little memory.
 *
 * @param place the file or folder
 * @param message what is wrong with it
 * @param remedy what to do
 */
record Trouble(String place, String message, String remedy) {
  private static final String FULL = "the disk is full";
  private static final String MAKE_ROOM = "make room on it; nothing else needs to be mended";
  private static final String READ_ONLY = "it may not be written";
  private static final String MAKE_WRITABLE =
      "make it writable for who builds, or build a copy elsewhere";

  private static final String MORE_MEMORY = "give the build more: mvn -Dsite.heap=2g";
  private static final long MEGABYTE = 1 << 20;

  /** What systems say, in lower case, and what it means. */
  private static final Map<String, Trouble> MEANINGS =
      Map.of(
          "no space left on device", new Trouble("", FULL, MAKE_ROOM),
          "not enough space", new Trouble("", FULL, MAKE_ROOM),
          "disk quota exceeded", new Trouble("", "the disk's quota is used up", MAKE_ROOM),
          "file too large", new Trouble("", "a file grows too large", MAKE_ROOM),
          "read-only file system", new Trouble("", READ_ONLY, MAKE_WRITABLE),
          "operation not permitted", new Trouble("", READ_ONLY, MAKE_WRITABLE),
          "was changed while",
              new Trouble("", "something else has changed it meanwhile", "build again"),
          "too many open files",
              new Trouble("", "too many files are open", "allow more: ulimit -n 4096"));

  /** The trouble beneath an exception; null if it is of another kind. */
  static Trouble in(Throwable thrown, Path root) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        Trouble trouble = of((IOException) cause, root);
        if (trouble != null) {
          return trouble;
        }
      }
      if (cause instanceof OutOfMemoryError) {
        String heap = Runtime.getRuntime().maxMemory() / MEGABYTE + " MB";
        return new Trouble("memory", "a heap of " + heap + " does not suffice", MORE_MEMORY);
      }
    }
    return null;
  }

  private static Trouble of(IOException e, Path root) {
    String place = place(e, root);
    if (e instanceof NoSuchFileException) {
      return new Trouble(
          place,
          "the file has vanished",
          "something else has moved or deleted it while the book was built; build again");
    }
    if (e instanceof AccessDeniedException) {
      return new Trouble(place, "access is denied", MAKE_WRITABLE);
    }
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return MEANINGS.entrySet().stream()
        .filter(meaning -> words.contains(meaning.getKey()))
        .findFirst()
        .map(meaning -> new Trouble(place, meaning.getValue().message, meaning.getValue().remedy))
        .orElse(null);
  }

  private static String place(IOException e, Path root) {
    String file = e instanceof FileSystemException where ? where.getFile() : null;
    if (file == null) {
      return "target";
    }
    Path path = Path.of(file).toAbsolutePath();
    Path base = root.toAbsolutePath();
    return path.startsWith(base) ? base.relativize(path).toString().replace('\\', '/') : file;
  }

  /** The place, what is wrong there, and the remedy on a line of its own. */
  String told() {
    return place + ": error: " + message + "\n  " + remedy;
  }
}
