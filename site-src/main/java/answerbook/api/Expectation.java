package answerbook.api;

import java.util.function.DoublePredicate;

/** A condition on a number, with its wording. NaN meets none. */
public interface Expectation {
  boolean accepts(double value);

  /** The condition in words that follow "is", such as "below 1e-6". */
  String description();

  /** An expectation from a predicate that is false for NaN. */
  static Expectation of(String description, DoublePredicate predicate) {
    return new Expectation() {
      @Override
      public boolean accepts(double value) {
        return predicate.test(value);
      }

      @Override
      public String description() {
        return description;
      }
    };
  }
}
