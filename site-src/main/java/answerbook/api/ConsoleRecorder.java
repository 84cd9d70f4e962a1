package answerbook.api;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;

/** Prints results, for a program that is run on its own. */
final class ConsoleRecorder implements Recorder {
  private final PrintStream out;
  private final Set<String> names = new HashSet<>();

  ConsoleRecorder(PrintStream out) {
    this.out = out;
  }

  @Override
  public void result(String name, Result result) {
    if (!names.add(name)) {
      throw new IllegalStateException("two results are named '" + name + "'");
    }
    out.println(name + " = " + wording(result));
  }

  @Override
  public void check(Check check) {
    out.println(
        (check.holds() ? "holds: " : "FAILS: ")
            + check.claim()
            + " "
            + check.bound()
            + check.failure());
  }

  private static String wording(Result result) {
    if (result instanceof Text text) {
      return text.value();
    }
    if (result instanceof Tensor tensor) {
      return tensor.toString();
    }
    return "(a " + result.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + ")";
  }
}
