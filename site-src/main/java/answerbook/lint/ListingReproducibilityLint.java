package answerbook.lint;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A listing in Python or C++ that depends on chance without a seed, or on the clock. */
final class ListingReproducibilityLint implements Lint {
  /**
   * A call that needs another one.
   *
   * @param seed what makes it harmless; null if nothing does
   */
  private record Rule(Pattern call, Pattern seed, String remedy) {
    static Rule of(String call, String seed, String remedy) {
      return new Rule(Pattern.compile(call), seed == null ? null : Pattern.compile(seed), remedy);
    }
  }

  private static final String NO_CLOCK = "a listing's results can't depend on the clock; remove it";

  private static final List<Rule> PYTHON =
      List.of(
          Rule.of(
              "\\btime\\.(?:time|perf_counter|monotonic)\\w*\\(|\\.(?:now|today)\\(\\)",
              null,
              NO_CLOCK),
          Rule.of("\\bdefault_rng\\(\\s*\\)", null, "give it a seed: default_rng(7)"),
          Rule.of(
              "(?:np|numpy)\\.random\\.(?!default_rng|seed|Generator|RandomState)\\w+\\(",
              "random\\.seed\\(",
              "draw from np.random.default_rng(7) instead"),
          Rule.of(
              "\\btorch\\.(?:rand\\w*|normal|bernoulli)\\(",
              "manual_seed\\(",
              "call torch.manual_seed(7) first"),
          Rule.of(
              "(?<![.\\w])random\\.(?!seed|Random)\\w+\\(",
              "(?<![.\\w])random\\.seed\\(",
              "call random.seed(7) first"));

  private static final List<Rule> CPP =
      List.of(
          Rule.of("\\brandom_device\\b|::now\\(", null, "use an engine with a seed, and no clock"),
          Rule.of("\\btorch::rand\\w*\\(", "manual_seed\\(", "call torch::manual_seed(7) first"),
          Rule.of(
              "\\bstd::rand\\(|(?<![:\\w])rand\\(", "\\bsrand\\(", "use an engine with a seed"));

  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    book.sources(".py").forEach(source -> check(source, PYTHON, diagnostics));
    book.sources(".cpp").forEach(source -> check(source, CPP, diagnostics));
  }

  private static void check(SourceFile source, List<Rule> rules, Diagnostics diagnostics) {
    for (Rule rule : rules) {
      boolean seeded = rule.seed != null && rule.seed.matcher(source.text()).find();
      Matcher call = rule.call.matcher(source.text());
      while (!seeded && call.find()) {
        diagnostics.error(
            source,
            call.start(),
            "'" + call.group().replaceFirst("\\($", "") + "' gives another result each time",
            rule.remedy);
      }
    }
  }
}
