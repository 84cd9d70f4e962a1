package answerbook.answer.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;

/**
 * Decides when a program has run for too long: when it has computed for its time, or has waited in
 * vain for as long. A program that merely gets little of a busy machine has {@value #PATIENCE}
 * times as long.
 */
final class Deadline {
  /** How much longer than its computing time a program may take by the clock. */
  static final int PATIENCE = 6;

  private static final int POLL_MILLIS = 50;
  private static final int IDLE_POLLS = 8;

  private final SnippetThreads threads;
  private final Duration timeout;
  private final long start = System.nanoTime();
  private long computed;
  private int idlePolls;

  Deadline(SnippetThreads threads, Duration timeout) {
    this.threads = threads;
    this.timeout = timeout;
  }

  /** How the wait for a program ended. */
  enum End {
    IN_TIME,
    TOO_LATE,
    TOO_MANY_THREADS
  }

  /** Waits for all threads to end, as long as a program may take. */
  End await() throws InterruptedException {
    List<Thread> awaited = threads.awaited();
    while (!awaited.isEmpty()) {
      if (threads.areTooMany()) {
        return End.TOO_MANY_THREADS;
      }
      if (elapsed().compareTo(timeout) >= 0 && isOver(awaited)) {
        return End.TOO_LATE;
      }
      awaited.get(0).join(POLL_MILLIS);
      awaited = threads.awaited();
    }
    return End.IN_TIME;
  }

  private boolean isOver(List<Thread> awaited) {
    long before = computed;
    computed = computingNanos(awaited);
    boolean idle = computed == before && awaited.stream().allMatch(Deadline::isWaiting);
    idlePolls = idle ? idlePolls + 1 : 0;
    return computed >= timeout.toNanos()
        || idlePolls >= IDLE_POLLS
        || elapsed().compareTo(timeout.multipliedBy(PATIENCE)) >= 0;
  }

  private static long computingNanos(List<Thread> awaited) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    return awaited.stream()
        .mapToLong(thread -> Math.max(0, clock.getThreadCpuTime(thread.getId())))
        .sum();
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() != Thread.State.RUNNABLE && thread.getState() != Thread.State.NEW;
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
