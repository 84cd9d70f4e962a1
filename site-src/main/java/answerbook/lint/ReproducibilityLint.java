package answerbook.lint;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import java.util.regex.Pattern;

/** A Java program that depends on chance or on the clock. */
final class ReproducibilityLint implements Lint {
  /** Only files that look like it are parsed, since the parser takes a second to begin. */
  private static final Pattern SUSPECT =
      Pattern.compile(
          "\\brandom\\s*\\(\\s*\\)"
              + "|new\\s+(?:[\\w.]+\\.)?(?:Random|SplittableRandom|Date)\\s*\\((?!\\s*\\w)"
              + "|SecureRandom|ThreadLocalRandom|randomUUID|nanoTime|currentTimeMillis"
              + "|\\bnow\\s*\\(|Collections\\s*\\.\\s*shuffle\\s*\\((?!\\s*\\w+\\s*,\\s*\\w)|Calendar");

  private static final Pattern OF_ND4J =
      Pattern.compile("Nd4j\\s*\\.\\s*(?:rand|choice|getRandom)");

  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    book.sources(".java")
        .filter(ReproducibilityLint::isSuspect)
        .forEach(source -> check(source, diagnostics));
  }

  private static boolean isSuspect(SourceFile source) {
    return SUSPECT.matcher(source.text()).find()
        || (OF_ND4J.matcher(source.text()).find() && !source.text().contains(".setSeed("));
  }

  private static void check(SourceFile source, Diagnostics diagnostics) {
    for (ChanceScan.Finding finding : ChanceScan.of(source)) {
      diagnostics.error(
          source,
          finding.offset(),
          "'" + finding.call() + "' gives another result each time",
          finding.remedy());
    }
  }
}
