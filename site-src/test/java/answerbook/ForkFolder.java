package answerbook;

import java.nio.file.Path;

/**
 * A folder that outlives a test class and belongs to this JVM alone: Maven runs tests in two JVMs
 * at a time.
 */
public final class ForkFolder {
  private static final String FORK = System.getProperty("tests.fork", "1");

  private ForkFolder() {}

  /** The folder of that name, whether or not it is there. */
  public static Path of(String name) {
    return Path.of("target", "tests", FORK, name).toAbsolutePath();
  }
}
