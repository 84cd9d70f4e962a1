package answerbook.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Limits that the kernel holds, where there is a POSIX shell to ask for them. */
final class ProcessLimits {
  /** How many files may be open at a time; a JVM and its jars take about 150. */
  static final int OPEN_FILES = 512;

  /** Blocks of 512 bytes: no file grows beyond 64 MB, or twice that where a shell counts kB. */
  private static final int FILE_BLOCKS = 131_072;

  /** Addresses, in kB: a JVM of 512 MB reserves about 3 GB, with ND4J. */
  private static final int ADDRESSES = 8 << 20;

  private static final Path SHELL = Path.of("/bin/sh");

  /** Where the system already allows less, that stays. */
  private static final String SCRIPT =
      "{ ulimit -c 0; ulimit -n "
          + OPEN_FILES
          + "; ulimit -f "
          + FILE_BLOCKS
          + "; ulimit -v "
          + ADDRESSES
          + "; } 2>/dev/null; exec \"$@\"";

  private ProcessLimits() {}

  /** The command that runs {@code command} within the limits. */
  static List<String> around(List<String> command) {
    if (!Files.isExecutable(SHELL)) {
      return command;
    }
    List<String> limited = new ArrayList<>(List.of(SHELL.toString(), "-c", SCRIPT, "sh"));
    limited.addAll(command);
    return limited;
  }
}
