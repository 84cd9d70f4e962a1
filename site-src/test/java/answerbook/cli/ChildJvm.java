package answerbook.cli;

import java.util.ArrayList;
import java.util.List;

/** The beginning of the command of a JVM that builds a small book, as Maven starts it. */
final class ChildJvm {
  private ChildJvm() {}

  /** A command to which flags, class path and main class are added. */
  static List<String> command() {
    return new ArrayList<>(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-Xshare:auto",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1"));
  }
}
