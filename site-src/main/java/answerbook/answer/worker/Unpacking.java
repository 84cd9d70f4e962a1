package answerbook.answer.worker;

/**
 * The main class of a JVM that does nothing but load ND4J, which unpacks its native libraries. Exit
 * code 0 says that they are there.
 */
public final class Unpacking {
  /** What a source holds that needs ND4J. */
  public static final String ND4J = "org.nd4j";

  private Unpacking() {}

  public static void main(String[] args) {
    boolean loaded = Nd4j.isLoadable();
    Runtime.getRuntime().halt(loaded ? 0 : 1);
  }
}
