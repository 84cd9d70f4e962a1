package answerbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The memory that this process has taken: not its heap alone, all that it had at once. */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long KILOBYTES = 1024;

  private PeakMemory() {}

  /** Megabytes until now, as Linux tells; elsewhere nothing is known. */
  static OptionalLong ofThisProcess() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
