package answerbook.answer.worker;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Where javac looks for the classes that programs name. It lists every jar that it is given, so the
 * few that almost all programs need are tried first: that takes half of the time.
 */
final class CompilePath {
  /** Names of ND4J's jars whose classes programs name, and of those that these name in turn. */
  private static final List<String> USUAL = List.of("nd4j-api-", "nd4j-common-", "jackson-1.0.0-M");

  private CompilePath() {}

  /** Everything that programs can call when they run. */
  static List<Path> whole() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  /** The generator's own classes and ND4J's, in the order of {@link #whole}. */
  static List<Path> usual() {
    Path own = own();
    return whole().stream()
        .filter(entry -> entry.equals(own) || isUsual(entry.getFileName().toString()))
        .toList();
  }

  private static boolean isUsual(String name) {
    return USUAL.stream().anyMatch(name::startsWith);
  }

  private static Path own() {
    try {
      var source = CompilePath.class.getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
