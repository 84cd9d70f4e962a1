package answerbook.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * How much of a core this machine gives just now. A fixed piece of computing is timed by the clock
 * and by the processor: on an idle machine both agree.
 *
 * @param wall seconds by the clock
 * @param computing seconds of the processor
 */
record Calibration(double wall, double computing) {
  private static final int ROUNDS = 400;

  /** Times the piece once; it takes about a tenth of a second. */
  static Calibration now() {
    byte[] block = new byte[1 << 20];
    CRC32 crc = new CRC32();
    long computing = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    for (int round = 0; round < ROUNDS; round++) {
      block[round] = (byte) crc.getValue();
      crc.update(block);
    }
    long end = System.nanoTime();
    long computed = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - computing;
    return new Calibration((end - wall) / 1e9, computed / 1e9);
  }

  /** Computing done by one core while others wait for it: 1 on an idle machine. */
  double share() {
    return computing / wall;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share());
  }
}
