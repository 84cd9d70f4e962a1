package answerbook.answer.worker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;

/**
 * What programs left behind in a worker that stands by: memory that nothing gives back, and
 * settings of ND4J that none of its calls resets. A fresh worker has neither.
 */
final class Leftovers {
  /** The share of its memory that a fit worker has free after all programs have ended. */
  private static final double FREE = 0.7;

  /** Jobs after which a worker is renewed in any case. */
  private static final int MOST_JOBS = 200;

  private String settings;
  private int jobs;

  /** Whether the worker must be renewed; to be asked between jobs. */
  boolean areTooMany() {
    if (jobs++ == 0) {
      return false;
    }
    String now = nd4jSettings();
    if (settings == null) {
      settings = now;
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    boolean heapIsTaken = used > (1 - FREE) * runtime.maxMemory();
    return jobs > MOST_JOBS || heapIsTaken || nativeMemoryIsTaken() || !now.equals(settings);
  }

  /** Whether arrays of ended programs are still there outside of the heap. */
  private static boolean nativeMemoryIsTaken() {
    try {
      Class<?> pointer = Class.forName("org.bytedeco.javacpp.Pointer");
      long used = (long) pointer.getMethod("totalBytes").invoke(null);
      long most = (long) pointer.getMethod("maxBytes").invoke(null);
      return used > (1 - FREE) * most;
    } catch (ReflectiveOperationException | LinkageError e) {
      return false;
    }
  }

  /** What ND4J's environment says of its settings. */
  private static String nd4jSettings() {
    Map<String, Object> all = new TreeMap<>();
    try {
      Object environment =
          Class.forName("org.nd4j.linalg.factory.Nd4j").getMethod("getEnvironment").invoke(null);
      Class<?> type = Class.forName("org.nd4j.linalg.factory.Environment");
      for (Method method : type.getMethods()) {
        if (method.getParameterCount() == 0
            && method.getName().matches("is[A-Z].*|max.*|.*Threshold|helpersAllowed")) {
          all.put(method.getName(), method.invoke(environment));
        }
      }
    } catch (InvocationTargetException e) {
      return "unknown";
    } catch (ReflectiveOperationException | LinkageError e) {
      return "none";
    }
    return all.toString();
  }
}
