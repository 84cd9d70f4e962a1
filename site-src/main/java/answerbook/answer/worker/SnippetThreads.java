package answerbook.answer.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** The thread that runs a program, and all that it starts. */
final class SnippetThreads extends ThreadGroup {
  private static final int POOL_MILLIS = 200;

  private final Thread main;
  private final List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());

  SnippetThreads(String program, Runnable body) {
    super(program);
    main = new Thread(this, body, program);
  }

  void start() {
    main.start();
  }

  @Override
  public void uncaughtException(Thread thread, Throwable exception) {
    if (exception instanceof OutOfMemoryError) {
      Worker.releaseReserve();
    }
    thrown.add(exception);
  }

  /** What ended a thread, first things first. */
  List<Throwable> thrown() {
    return List.copyOf(thrown);
  }

  /** The threads that a JVM would wait for; the program's own comes first. */
  List<Thread> awaited() {
    return alive().stream().filter(thread -> !thread.isDaemon()).toList();
  }

  /** Whether anything of the program may still be running. */
  boolean isBusy() {
    return !alive().isEmpty()
        || !ForkJoinPool.commonPool().awaitQuiescence(POOL_MILLIS, TimeUnit.MILLISECONDS);
  }

  private List<Thread> alive() {
    Thread[] threads = new Thread[activeCount() + 16];
    enumerate(threads);
    List<Thread> alive = new ArrayList<>(Arrays.stream(threads).filter(Objects::nonNull).toList());
    if (alive.remove(main)) {
      alive.add(0, main);
    }
    return alive;
  }
}
