package answerbook.lint;

import answerbook.diagnostic.Diagnostics;

/** One kind of finding. */
interface Lint {
  /** Reports each finding in its place with a remedy. */
  void check(LintedBook book, Diagnostics diagnostics);

  /** Whether a mistake anywhere in the book may lead to false findings. */
  default boolean needsGoodBook() {
    return false;
  }
}
