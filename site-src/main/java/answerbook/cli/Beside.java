package answerbook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/** Work that is done beside other work; what it throws comes to who waits for it. */
final class Beside {
  private Beside() {}

  /** Work that yields something. */
  interface Task<T> {
    T get() throws IOException;
  }

  /** Work that yields nothing. */
  interface Action {
    void run() throws IOException;
  }

  static <T> CompletableFuture<T> get(Task<T> task) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return task.get();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  static CompletableFuture<Void> run(Action action) {
    return get(
        () -> {
          action.run();
          return null;
        });
  }
}
