package answerbook.answer.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All differences between a recorded outcome and one computed now. */
public final class OutcomeDrift {
  /**
   * One difference.
   *
   * @param line the program's line to blame; {@link #GONE} where what was recorded is gone, {@link
   *     #OUTPUT} for output
   * @param message what changed, in words
   */
  public record Change(int line, String message) {
    private static final int GONE = 0;
    private static final int OUTPUT = -1;

    /** Whether what the program prints is concerned. */
    public boolean isOutput() {
      return line == OUTPUT;
    }
  }

  private final Outcome recorded;
  private final Outcome now;
  private final List<Change> changes = new ArrayList<>();

  private OutcomeDrift(Outcome recorded, Outcome now) {
    this.recorded = recorded;
    this.now = now;
  }

  /** What changed: one entry for every result, every claim, and the output. */
  public static List<Change> between(Outcome recorded, Outcome now) {
    OutcomeDrift drift = new OutcomeDrift(recorded, now);
    drift.compareResults();
    drift.compareChecks();
    drift.compareOutput();
    return drift.changes;
  }

  /** {@code now}, with the recorded result wherever that agrees. */
  public static Outcome settled(Outcome recorded, Outcome now) {
    Map<String, Shown> results = new LinkedHashMap<>();
    now.results()
        .forEach((name, shown) -> results.put(name, settled(recorded.results().get(name), shown)));
    return new Outcome(results, now.checks(), now.output());
  }

  private static Shown settled(Shown recorded, Shown now) {
    boolean agrees = recorded != null && Drift.between(recorded.result(), now.result()).isEmpty();
    return agrees ? new Shown(recorded.result(), now.line()) : now;
  }

  private void compareResults() {
    now.results()
        .forEach(
            (name, shown) -> {
              Shown before = recorded.results().get(name);
              Optional<String> drift =
                  before == null
                      ? Optional.of("is new")
                      : Drift.between(before.result(), shown.result());
              drift.ifPresent(
                  words -> changes.add(new Change(shown.line(), "'" + name + "' " + words)));
            });
    for (String name : recorded.results().keySet()) {
      if (!now.results().containsKey(name)) {
        changes.add(new Change(Change.GONE, "'" + name + "' is no longer shown"));
      }
    }
  }

  private void compareChecks() {
    Map<String, List<Checked>> before = byClaim(recorded.checks());
    Map<String, List<Checked>> after = byClaim(now.checks());
    after.forEach(
        (claim, checks) -> {
          int line = checks.get(0).line();
          if (!before.containsKey(claim)) {
            changes.add(new Change(line, "the check '" + claim + "' is new"));
          } else if (!bounds(before.get(claim)).equals(bounds(checks))) {
            String change = TreeDrift.change(bounds(before.get(claim)), bounds(checks));
            changes.add(new Change(line, "the check '" + claim + "' changed: " + change));
          }
        });
    for (String claim : before.keySet()) {
      if (!after.containsKey(claim)) {
        changes.add(new Change(Change.GONE, "the check '" + claim + "' is no longer made"));
      }
    }
  }

  private static Map<String, List<Checked>> byClaim(List<Checked> checks) {
    Map<String, List<Checked>> byClaim = new LinkedHashMap<>();
    checks.forEach(
        one -> byClaim.computeIfAbsent(one.check().claim(), claim -> new ArrayList<>()).add(one));
    return byClaim;
  }

  private static String bounds(List<Checked> checks) {
    List<String> bounds = checks.stream().map(one -> one.check().bound()).toList();
    boolean same = bounds.stream().distinct().count() == 1;
    return same
        ? wording(bounds.get(0)) + (bounds.size() == 1 ? "" : " ×" + bounds.size())
        : String.join("; ", bounds);
  }

  private static String wording(String bound) {
    return bound.isEmpty() ? "true" : bound;
  }

  private void compareOutput() {
    if (recorded.output().equals(now.output())) {
      return;
    }
    String[] before = recorded.output().split("\n", -1);
    String[] after = now.output().split("\n", -1);
    int line = 0;
    while (line < Math.min(before.length, after.length) && before[line].equals(after[line])) {
      line++;
    }
    String change = TreeDrift.change(line(before, line), line(after, line));
    changes.add(
        new Change(
            Change.OUTPUT, "the printed output changed in its line " + (line + 1) + ": " + change));
  }

  private static String line(String[] lines, int index) {
    return index < lines.length ? '"' + lines[index] + '"' : "nothing";
  }
}
