package answerbook.cli;

import java.io.PrintStream;
import java.util.Locale;

/** Says what the build does, with a time for each stage. */
final class Stages {
  private final PrintStream out;
  private final boolean live;
  private final long start = System.nanoTime();
  private long stageStart = start;

  /**
   * @param live whether somebody is watching, so that a stage is named when it begins
   */
  Stages(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  /** Begins a stage that may take long. */
  void begin(String stage) {
    if (live) {
      out.printf(Locale.ROOT, "  %-8s …\r", stage);
      out.flush();
    }
  }

  /** Ends a stage: says what was done since the last one ended. */
  void done(String stage, String what) {
    long now = System.nanoTime();
    out.printf(Locale.ROOT, "  %-8s %-64s %6.2f s%n", stage, what, (now - stageStart) / 1e9);
    stageStart = now;
  }

  /** Says something more about the stage that ended last. */
  void note(String what) {
    out.printf(Locale.ROOT, "  %-8s %s%n", "", what);
  }

  /** Says how long everything took. */
  void total(String what) {
    out.printf(
        Locale.ROOT, "  %-8s %-64s %6.2f s%n", "total", what, (System.nanoTime() - start) / 1e9);
  }

  /** A number of things, as it is told. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
