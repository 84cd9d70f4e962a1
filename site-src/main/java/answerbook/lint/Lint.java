package answerbook.lint;

import answerbook.diagnostic.Diagnostics;

/** One kind of finding. */
interface Lint {
  /** Reports each finding in its place with a remedy. */
  void check(LintedBook book, Diagnostics diagnostics);

  /**
   * Whether it compares parts of the book with each other, and is asked each time. Any other looks
   * at one text, one program or one source at a time, and is asked of those alone that have
   * changed.
   */
  default boolean comparesParts() {
    return false;
  }

  /** Whether a mistake anywhere in the book may lead to false findings. */
  default boolean needsGoodBook() {
    return false;
  }
}
