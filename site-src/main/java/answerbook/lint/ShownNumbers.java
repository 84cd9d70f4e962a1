package answerbook.lint;

import answerbook.api.ElementType;
import answerbook.api.Result;
import answerbook.api.Table;
import answerbook.api.Tensor;
import answerbook.markdown.ProgramResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers that a question's programs show. */
final class ShownNumbers {
  /** In longer arrays any number of two digits is found by chance. */
  private static final int LONGEST = 64;

  /** From this many digits on a number that is off by one in the last digit is a copy too. */
  private static final int DIGITS_OF_NEAR_COPY = 3;

  /**
   * Where a number is shown.
   *
   * @param name as the text would refer to it
   * @param remedy how the text gets it
   */
  record Match(String name, String remedy) {}

  private record Shown(String name, boolean inTable, double value) {}

  private final List<Shown> all = new ArrayList<>();

  ShownNumbers(List<ProgramResults> programs) {
    programs.forEach(program -> program.results().forEach(this::add));
  }

  private void add(String name, Result result) {
    if (result instanceof Tensor tensor && tensor.values().length <= LONGEST) {
      add(name, tensor, false);
    } else if (result instanceof Table table) {
      table.rows().stream()
          .flatMap(List::stream)
          .filter(Tensor.class::isInstance)
          .forEach(cell -> add(name, (Tensor) cell, true));
    }
  }

  private void add(String name, Tensor tensor, boolean inTable) {
    for (int i = 0; i < tensor.values().length && tensor.type() != ElementType.BOOLEAN; i++) {
      if (Double.isFinite(tensor.values()[i])) {
        String element = inTable || tensor.rank() == 0 ? name : name + index(tensor, i);
        all.add(new Shown(element, inTable, Math.abs(tensor.values()[i])));
      }
    }
  }

  private static String index(Tensor tensor, int position) {
    List<String> indices = new ArrayList<>();
    int rest = position;
    for (int axis = tensor.rank() - 1; axis >= 0; axis--) {
      indices.add(0, Integer.toString(rest % tensor.shape()[axis]));
      rest /= tensor.shape()[axis];
    }
    return "[" + String.join(",", indices) + "]";
  }

  /** Where a typed number is shown, values before tables. */
  Optional<Match> of(TypedNumber number) {
    return all.stream()
        .filter(shown -> equal(number, shown.value))
        .sorted((a, b) -> Boolean.compare(a.inTable, b.inTable))
        .findFirst()
        .map(shown -> new Match(shown.name, remedy(number, shown)));
  }

  private static String remedy(TypedNumber number, Shown shown) {
    if (shown.inTable) {
      return "let the program show it as a value of its own and insert that";
    }
    String format = number.decimals() > 0 ? ":%." + number.decimals() + "f" : "";
    return "write {{" + shown.name + format + "}}";
  }

  /** Whether {@code value}, rounded as the number is, gives it; or nearly so. */
  private static boolean equal(TypedNumber number, double value) {
    double unit = Math.pow(10, -number.decimals()) * number.scale();
    double distance = Math.abs(value - number.value() * number.scale());
    double allowed = number.digits() >= DIGITS_OF_NEAR_COPY && number.decimals() > 0 ? 1 : 0.5;
    boolean percent = number.scale() == 0.01 && equalPercent(number, value, allowed);
    return distance <= allowed * unit * (1 + 1e-9) || percent;
  }

  /** A program may show a percentage as 48.6 as well as 0.486. */
  private static boolean equalPercent(TypedNumber number, double value, double allowed) {
    double unit = Math.pow(10, -number.decimals());
    return Math.abs(value - number.value()) <= allowed * unit * (1 + 1e-9);
  }
}
