package answerbook.answer.worker;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps what a program prints. What a library prints on its own account is dropped: it is noise,
 * and differs from version to version.
 */
final class OutputCapture extends OutputStream {
  /** The most that is kept; the rest would not fit an answer either. */
  static final int MOST_BYTES = 64 * 1024;

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private final String program;
  private final ClassLoader loader;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private int overflowLine = -1;

  /** Keeps what is printed by classes of {@code loader}. */
  OutputCapture(String program, ClassLoader loader) {
    this.program = program;
    this.loader = loader;
  }

  PrintStream printStream() {
    return new PrintStream(this, true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    if (!isPrintedByProgram()) {
      return;
    }
    if (kept.size() + length <= MOST_BYTES) {
      kept.write(bytes, offset, length);
    } else if (overflowLine < 0) {
      overflowLine = Frames.currentLine(program);
    }
  }

  /** Whether more was printed than is kept. */
  synchronized boolean isOverflown() {
    return overflowLine >= 0;
  }

  /** The program's line that printed too much, or 0. */
  synchronized int overflowLine() {
    return Math.max(0, overflowLine);
  }

  /** What was printed, with {@code \n} as line end. */
  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  /** The printer is the innermost frame that is neither the JDK's nor ours. */
  private boolean isPrintedByProgram() {
    return WALKER.walk(
        frames ->
            frames
                .map(StackWalker.StackFrame::getDeclaringClass)
                .filter(type -> type != OutputCapture.class && !isOfJdk(type))
                .findFirst()
                .map(type -> type.getClassLoader() == loader)
                .orElse(false));
  }

  private static boolean isOfJdk(Class<?> type) {
    return type.getClassLoader() == null
        || type.getClassLoader() == ClassLoader.getPlatformClassLoader();
  }
}
