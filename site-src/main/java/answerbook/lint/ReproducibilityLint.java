package answerbook.lint;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import java.util.regex.Pattern;

/** A Java program that depends on chance or on the clock. */
final class ReproducibilityLint implements Lint {
  /** Only files with one of these words are parsed, since parsing all would take a second. */
  private static final Pattern SUSPECT =
      Pattern.compile(
          "\\brandom\\s*\\(|new\\s+(?:[\\w.]+\\.)?(?:Random|SplittableRandom|SecureRandom|Date)\\s*\\((?!\\s*\\w)"
              + "|SecureRandom|ThreadLocalRandom|randomUUID|nanoTime|currentTimeMillis|\\bnow\\s*\\("
              + "|\\bshuffle\\b|Nd4j\\s*\\.\\s*(?:rand|choice|getRandom)|Calendar");

  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    book.sources(".java")
        .filter(source -> SUSPECT.matcher(source.text()).find())
        .forEach(source -> check(source, diagnostics));
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
