package answerbook.answer.worker;

import java.lang.reflect.Method;

/**
 * The state of ND4J that programs start from, reached by reflection: only programs know ND4J at
 * compile time. Doubles are the default type and the random seed is fixed.
 */
final class Nd4j {
  private static final long SEED = 0;
  private static final String FACTORY = "org.nd4j.linalg.factory.Nd4j";

  private final boolean wanted;
  private Thread loading;

  /** Starts to load ND4J beside whatever else happens, if {@code wanted}. */
  Nd4j(boolean wanted) {
    this.wanted = wanted;
    loading = new Thread(this::reset, "nd4j");
    loading.setDaemon(true);
    if (wanted) {
      loading.start();
    }
  }

  /** Waits until ND4J is loaded, and gives it the state that every program finds. */
  void prepare() throws InterruptedException {
    if (wanted) {
      loading.join();
      reset();
    }
  }

  /** Where this fails, the program's own first call will, and it has the line to blame. */
  private void reset() {
    try {
      Class<?> factory = Class.forName(FACTORY);
      Class<?> type = Class.forName("org.nd4j.linalg.api.buffer.DataType");
      Object doubles = type.getField("DOUBLE").get(null);
      factory.getMethod("setDefaultDataTypes", type, type).invoke(null, doubles, doubles);
      Object random = factory.getMethod("getRandom").invoke(null);
      Method seed =
          Class.forName("org.nd4j.linalg.api.rng.Random").getMethod("setSeed", long.class);
      seed.invoke(random, SEED);
    } catch (ReflectiveOperationException | LinkageError e) {
      loading = new Thread();
    }
  }
}
