package answerbook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux says about processes; elsewhere nothing is known. */
final class Usage {
  private static final double KILOBYTES = 1000;
  private static final double TICKS = 100;
  private static final int CHILDREN_USER = 13;

  private final ProcessHandle process;
  private double own = Double.NaN;
  private double children;

  Usage(ProcessHandle process) {
    this.process = process;
  }

  /** Computing seconds of all processes that this one started and that have ended. */
  static double computingOfChildren() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      double ticks =
          Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_USER + 1]);
      return ticks / TICKS;
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** Looks at the process, which is running. */
  void look() {
    double now = peak(process.pid());
    own = Double.isNaN(now) ? own : now;
    process.descendants().map(child -> peak(child.pid())).forEach(this::largest);
  }

  private void largest(double child) {
    children = child > children ? child : children; // One that has just ended tells nothing.
  }

  /** Megabytes, up to the last look. */
  double peak() {
    return own + children;
  }

  private static double peak(long pid) {
    try {
      List<String> lines = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
      return lines.stream()
          .filter(line -> line.startsWith("VmHWM"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES)
          .findAny()
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
