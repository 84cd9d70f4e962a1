package answerbook.cli;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.nio.file.Path;
import java.util.Map;

/**
 * Exchanges two folders in one step, so that whoever looks sees the one or the other, whenever the
 * build may be killed. The JDK can't ask for that, but Linux and macOS can do it.
 */
final class FolderExchange {
  private static final int CURRENT_FOLDER = -100;
  private static final int EXCHANGE = 2;

  private FolderExchange() {}

  /** What is asked of the C library; the functions have the names of the systems that have them. */
  private interface CLibrary extends Library {
    /** Linux. */
    int renameat2(int oneFolder, String one, int otherFolder, String other, int flags);

    /** macOS. */
    @SuppressWarnings("checkstyle:MethodName")
    int renamex_np(String one, String other, int flags);
  }

  /** Made when it is first asked for, which takes a while. */
  private static final class Loaded {
    static final CLibrary LIBRARY = library();

    /** The C library, which every process has; so nobody needs to ask where libraries are. */
    private static CLibrary library() {
      System.setProperty("jna.platform.library.path", "");
      return Native.load(CLibrary.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
    }
  }

  /** Whether folders can be exchanged here; asked early, so that there is no waiting later. */
  static boolean isPossible() {
    try {
      return (Platform.isLinux() || Platform.isMac()) && Loaded.LIBRARY != null;
    } catch (LinkageError e) {
      // An old C library, or one of another kind.
      return false;
    }
  }

  /**
   * Exchanges two folders on one disk.
   *
   * @return whether that was done; if not, nothing has happened
   */
  static boolean exchange(Path one, Path other) {
    if (!isPossible()) {
      return false;
    }
    try {
      String from = one.toAbsolutePath().toString();
      String to = other.toAbsolutePath().toString();
      int error =
          Platform.isMac()
              ? Loaded.LIBRARY.renamex_np(from, to, EXCHANGE)
              : Loaded.LIBRARY.renameat2(CURRENT_FOLDER, from, CURRENT_FOLDER, to, EXCHANGE);
      return error == 0;
    } catch (LinkageError e) {
      // It has no such function.
      return false;
    }
  }
}
