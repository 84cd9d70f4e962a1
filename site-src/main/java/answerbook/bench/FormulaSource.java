package answerbook.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The formulas of a book, one after the other. In a real book they recur, as words do: of {@code n}
 * uses about {@code 1.66 n^0.87} are different ones. That was fitted to this project's own book,
 * which uses 2369 formulas, 1426 of them different.
 */
final class FormulaSource {
  private static final double FACTOR = 1.66;
  private static final double EXPONENT = 0.87;

  private static final List<String> FORMS =
      List.of(
          "w_{%d}",
          "\\eta_{%d} = 10^{-%d}",
          "\\frac{\\partial L}{\\partial w_{%d}} = %d\\,x_{%1$d}",
          "\\sigma(z_{%d}) = \\frac{1}{1 + e^{-%d z_{%1$d}}}",
          "z_{%d} = \\sum_{j=1}^{%d} w_j x_j + b",
          "\\mathbf W^{(%d)} \\in \\mathbb R^{%d \\times n}",
          "x_{%d} > %d",
          "\\lVert \\mathbf w_{%d} \\rVert_2^2 \\le %d",
          "p(y = %d \\mid \\mathbf x_{%d})",
          "\\hat y_{%d} = \\operatorname{softmax}(\\mathbf z)_{%d}",
          "n_{%d}",
          "\\sqrt{v_{%d}} + \\epsilon_{%d}");

  private final boolean allDifferent;
  private final Random random = new Random(1);
  private final List<String> made = new ArrayList<>();
  private int uses;

  FormulaSource(boolean allDifferent) {
    this.allDifferent = allDifferent;
  }

  /** The TeX of the next formula. */
  String next() {
    uses++;
    if (allDifferent || made.size() < Math.min(uses, FACTOR * Math.pow(uses, EXPONENT))) {
      int number = made.size();
      made.add(FORMS.get(number % FORMS.size()).formatted(number + 1, number % 7 + 2));
      return made.get(number);
    }
    double place = random.nextDouble(); // The older a formula, the more often it recurs.
    return made.get((int) (made.size() * place * place));
  }

  /** How many different formulas there were. */
  int different() {
    return made.size();
  }
}
