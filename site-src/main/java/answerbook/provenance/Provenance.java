package answerbook.provenance;

import java.util.stream.Collectors;

/**
 * Where a build comes from.
 *
 * @param jdk the runtime's version, as {@code 17.0.12}; its build number says nothing more of what
 *     it computes
 * @param nd4j the version of ND4J
 * @param history of the values
 * @param files the history of the files
 */
public record Provenance(String jdk, String nd4j, History history, FileHistory files) {
  /** What this process knows of itself. */
  public static Provenance of(History history, FileHistory files) {
    return new Provenance(runtime(), Nd4jVersion.read(), history, files);
  }

  private static String runtime() {
    return Runtime.version().version().stream()
        .map(String::valueOf)
        .collect(Collectors.joining("."));
  }
}
