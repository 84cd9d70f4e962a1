package answerbook.answer.worker;

/**
 * The state of ND4J that programs start from, reached by reflection: only programs know ND4J at
 * compile time. Doubles are the default type and the random seed is fixed.
 */
final class Nd4j {
  private static final long SEED = 42;
  private static final String FACTORY = "org.nd4j.linalg.factory.Nd4j";

  private final boolean wanted;
  private final Thread loading = new Thread(this::load, "nd4j");

  /** Starts to load ND4J beside whatever else happens, if {@code wanted}. */
  Nd4j(boolean wanted) {
    this.wanted = wanted;
    loading.setDaemon(true);
    if (wanted) {
      loading.start();
    }
  }

  /** Waits until ND4J is loaded. */
  void await() throws InterruptedException {
    loading.join();
  }

  /**
   * Gives ND4J the state that every program finds; to be called in the program's thread, which has
   * its own seed.
   */
  void reset() {
    if (!wanted) {
      return;
    }
    try {
      Class<?> factory = Class.forName(FACTORY);
      Class<?> type = Class.forName("org.nd4j.linalg.api.buffer.DataType");
      Object doubles = type.getField("DOUBLE").get(null);
      factory.getMethod("setDefaultDataTypes", type, type).invoke(null, doubles, doubles);
      Object random = factory.getMethod("getRandom").invoke(null);
      Class.forName("org.nd4j.linalg.api.rng.Random")
          .getMethod("setSeed", long.class)
          .invoke(random, SEED);
    } catch (ReflectiveOperationException | LinkageError e) {
      // The program's own first call will fail the same way, and it has a line to blame.
    }
  }

  /** Makes a first array, so that ND4J's service threads start here and not as some program's. */
  private void load() {
    // Where it can't be loaded, the program's own first call has a line to blame, as above.
    isLoadable();
  }

  /** Loads it, and tells whether that went well. */
  static boolean isLoadable() {
    try {
      Class.forName(FACTORY)
          .getMethod("ones", long[].class)
          .invoke(null, (Object) new long[] {1, 1});
      return true;
    } catch (ReflectiveOperationException | LinkageError e) {
      return false;
    }
  }
}
