package answerbook.script;

import app.cash.zipline.QuickJs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * QuickJS with some libraries loaded. It starts at the first call. A QuickJS belongs to one thread,
 * so all calls run on a thread of its own; callers may be many.
 */
public final class ScriptEngine implements AutoCloseable {
  private static final long STACK_BYTES = 4L << 20;

  private final Supplier<List<String>> scripts;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(ScriptEngine::thread);
  private QuickJs engine;

  /**
   * @param scripts JavaScript sources to run before the first call, in this order; asked for at the
   *     first call
   */
  public ScriptEngine(Supplier<List<String>> scripts) {
    this.scripts = scripts;
  }

  /**
   * The text of a file on the class path.
   *
   * @throws IllegalStateException if there is none of that name
   */
  public static String resource(String name) {
    try (InputStream in = ScriptEngine.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Calls a global function of strings that returns a string.
   *
   * @throws IllegalStateException if the function throws
   */
  public String call(String function, String... arguments) {
    StringBuilder script = new StringBuilder(function).append('(');
    for (int i = 0; i < arguments.length; i++) {
      script.append(i == 0 ? "" : ",").append(literal(arguments[i]));
    }
    String source = script.append(')').toString();
    try {
      return thread.submit(() -> (String) engine().evaluate(source, "call.js")).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + function, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(function + " failed: " + e.getCause().getMessage(), e);
    }
  }

  /** Frees what the engine takes until it is called again. */
  public void rest() {
    thread.execute(
        () -> {
          if (engine != null) {
            engine.close();
            engine = null;
          }
        });
  }

  /** Frees the engine. */
  @Override
  public void close() {
    rest();
    thread.shutdown();
  }

  /** A thread that keeps no JVM alive, whatever happens to the build. */
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(null, task, "script", 4 * STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  private QuickJs engine() {
    if (engine == null) {
      engine = QuickJs.create();
      engine.setMaxStackSize(STACK_BYTES);
      for (String script : scripts.get()) {
        engine.evaluate(script + "\n;null", "library.js");
      }
    }
    return engine;
  }

  private static String literal(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c < ' ' || c > '~') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
