package answerbook.answer.worker;

import java.util.Arrays;
import java.util.List;

/** Finds the line of a program that is to blame. */
final class Frames {
  private static final StackWalker WALKER = StackWalker.getInstance();

  private Frames() {}

  /** The line of {@code program} that the current thread is in, or 0. */
  static int currentLine(String program) {
    return WALKER.walk(
        frames ->
            frames
                .filter(frame -> isOf(program, frame.getClassName()))
                .mapToInt(StackWalker.StackFrame::getLineNumber)
                .filter(line -> line > 0)
                .findFirst()
                .orElse(0));
  }

  /** The line of the innermost frame of {@code program}, or 0. */
  static int line(String program, StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(frame -> isOf(program, frame.getClassName()))
        .mapToInt(StackTraceElement::getLineNumber)
        .filter(line -> line > 0)
        .findFirst()
        .orElse(0);
  }

  /** The line of {@code program} in the first of the stacks that has one, or 0. */
  static int line(String program, List<StackTraceElement[]> stacks) {
    return stacks.stream()
        .mapToInt(stack -> line(program, stack))
        .filter(line -> line > 0)
        .findFirst()
        .orElse(0);
  }

  private static boolean isOf(String program, String className) {
    return className.startsWith(program)
        && (className.length() == program.length() || className.charAt(program.length()) == '$');
  }
}
