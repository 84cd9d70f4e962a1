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
  /** How many threads a program may have at a time. */
  static final int MOST = 64;

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
    if (isExhaustion(exception)) {
      Worker.releaseReserve();
    }
    thrown.add(exception);
  }

  /** Whether it says that memory, stack or files have run out. */
  static boolean isExhaustion(Throwable thrown) {
    Throwable cause = FailureWording.unwrapped(thrown);
    return cause instanceof VirtualMachineError
        || String.valueOf(cause.getMessage()).contains("Too many open files");
  }

  /** What ended a thread, first things first. */
  List<Throwable> thrown() {
    return List.copyOf(thrown);
  }

  /** The threads that a JVM would wait for; the program's own comes first. */
  List<Thread> awaited() {
    return alive().stream().filter(thread -> !thread.isDaemon()).toList();
  }

  /** Whether there are more threads than a program may have. */
  boolean areTooMany() {
    return activeCount() > MOST;
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
