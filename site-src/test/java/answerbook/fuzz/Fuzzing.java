package answerbook.fuzz;

import static org.assertj.core.api.Assertions.fail;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Tries a reader with many inputs: {@code -Dfuzz.inputs} says how many, {@code -Dfuzz.seed} which.
 * No input may make it throw what it doesn't tell of, or compute for more than two seconds.
 */
public final class Fuzzing {
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 4_000);
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final long LONGEST_NANOS = Duration.ofSeconds(2).toNanos();

  private static final OperatingSystemMXBean CLOCK =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Fuzzing() {}

  /**
   * Tries all of a corpus and what is made of it.
   *
   * @param reader throws nothing, or what its callers don't turn into diagnostics
   */
  public static void run(String corpus, Consumer<String> reader) {
    Mutations mutations = new Mutations(corpus, SEED);
    long start = CLOCK.getProcessCpuTime();
    long longest = 0;
    for (String entry : mutations.corpus()) {
      longest = Math.max(longest, attempt(corpus, entry, reader));
    }
    for (int i = 0; i < INPUTS; i++) {
      longest = Math.max(longest, attempt(corpus, mutations.get(), reader));
    }
    System.out.printf(
        Locale.ROOT,
        "fuzz %s: %d inputs of seed %d, %.1f s of the processor, longest %.0f ms%n",
        corpus,
        INPUTS + mutations.corpus().size(),
        SEED,
        (CLOCK.getProcessCpuTime() - start) / 1e9,
        longest / 1e6);
  }

  /** Returns how long it computed. */
  private static long attempt(String corpus, String input, Consumer<String> reader) {
    long start = CLOCK.getProcessCpuTime();
    try {
      reader.accept(input);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new AssertionError("keep this input in the corpus " + corpus + ":\n" + shown(input), e);
    }
    long took = CLOCK.getProcessCpuTime() - start;
    if (took > LONGEST_NANOS) {
      fail("computed for %.1f s, keep it in the corpus %s:\n%s", took / 1e9, corpus, shown(input));
    }
    return took;
  }

  /** The input as a Java literal, so that odd characters can be seen. */
  private static String shown(String input) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < input.length(); i++) {
      char c = input.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
