package answerbook.answer.worker;

import java.lang.reflect.InvocationTargetException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Puts into words what ended a program. */
final class FailureWording {
  /** The system property that holds the heap's size as it was set. */
  private static final String HEAP = "answers.heap";

  private static final Pattern HEAP_EXHAUSTED =
      Pattern.compile("Java heap space|GC overhead.*|Requested array size.*");

  private static final int LONGEST = 300;

  private FailureWording() {}

  /** The failure that {@code thrown} means for {@code program}, at its innermost line there. */
  static Failure of(String program, Throwable thrown) {
    Throwable cause = unwrapped(thrown);
    int line = Frames.line(program, cause.getStackTrace());
    return new Failure(program, line, 0, message(cause), remedy(program, cause));
  }

  /** What was thrown in the first place. */
  static Throwable unwrapped(Throwable thrown) {
    boolean wrapper =
        thrown instanceof InvocationTargetException
            || thrown instanceof ExceptionInInitializerError;
    return wrapper && thrown.getCause() != null ? unwrapped(thrown.getCause()) : thrown;
  }

  private static String message(Throwable thrown) {
    if (isAboutNetwork(thrown)) {
      return NoNetwork.MESSAGE;
    }
    if (thrown instanceof OutOfMemoryError) {
      boolean heap = HEAP_EXHAUSTED.matcher(String.valueOf(thrown.getMessage())).matches();
      return "the "
          + (heap ? "heap" : "memory for ND4J's arrays")
          + " ("
          + System.getProperty(HEAP)
          + ") is exhausted";
    }
    if (thrown instanceof StackOverflowError) {
      return "StackOverflowError: the recursion goes too deep";
    }
    String text = thrown.getMessage() == null ? "" : oneLine(thrown.getMessage());
    if (isOurs(thrown) && !text.isEmpty()) {
      return text;
    }
    return thrown.getClass().getSimpleName() + (text.isEmpty() ? "" : ": " + text);
  }

  private static String remedy(String program, Throwable thrown) {
    if (isAboutNetwork(thrown)) {
      return "write the data into the program: it must give the same everywhere and always";
    }
    if (thrown instanceof OutOfMemoryError) {
      return "use smaller arrays, or hold fewer of them at a time";
    }
    if (thrown instanceof StackOverflowError) {
      return "check the condition that ends the recursion, or use a loop";
    }
    StackTraceElement[] stack = thrown.getStackTrace();
    if (isOurs(thrown)
        || stack.length == 0
        || Frames.line(program, new StackTraceElement[] {stack[0]}) > 0) {
      return "run " + program + " from an IDE to look closer";
    }
    String type = stack[0].getClassName();
    String method = type.substring(type.lastIndexOf('.') + 1) + "." + stack[0].getMethodName();
    return "thrown by " + method + ", which this line leads to";
  }

  /** Whether somewhere beneath it the network was refused. */
  private static boolean isAboutNetwork(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException
          || String.valueOf(cause.getMessage()).equals(NoNetwork.MESSAGE)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the snippet API itself complains: its messages are made for authors. */
  private static boolean isOurs(Throwable thrown) {
    StackTraceElement[] stack = thrown.getStackTrace();
    return stack.length > 0 && stack[0].getClassName().startsWith("answerbook.");
  }

  /** {@code text} on one line, and not too long a one. */
  static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
