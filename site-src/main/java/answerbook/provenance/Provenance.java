package answerbook.provenance;

/**
 * Where a build comes from.
 *
 * @param jdk the runtime's version, as {@code 17.0.12+7}
 * @param nd4j the version of ND4J
 */
public record Provenance(String jdk, String nd4j, History history) {
  /** What this process knows of itself. */
  public static Provenance of(History history) {
    return new Provenance(Runtime.version().toString(), Nd4jVersion.read(), history);
  }
}
