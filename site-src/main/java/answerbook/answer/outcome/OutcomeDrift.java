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
  private final Map<String, Shown> settled = new LinkedHashMap<>();

  /** Compares the two. */
  public OutcomeDrift(Outcome recorded, Outcome now) {
    this.recorded = recorded;
    this.now = now;
    compareResults();
    compareChecks();
    compareOutput();
  }

  /** What changed: one entry for every result, every claim, and the output. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /** What is computed now, but with the recorded result wherever that agrees. */
  public Outcome settled() {
    return new Outcome(settled, now.checks(), now.output());
  }

  private void compareResults() {
    now.results().forEach(this::compareResult);
    for (String name : recorded.results().keySet()) {
      if (!now.results().containsKey(name)) {
        changes.add(new Change(Change.GONE, "'" + name + "' is no longer shown"));
      }
    }
  }

  private void compareResult(String name, Shown shown) {
    Shown before = recorded.results().get(name);
    Optional<String> drift =
        before == null ? Optional.of("is new") : Drift.between(before.result(), shown.result());
    drift.ifPresent(words -> changes.add(new Change(shown.line(), "'" + name + "' " + words)));
    settled.put(name, drift.isPresent() ? shown : new Shown(before.result(), shown.line()));
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
    if (!same) {
      return String.join("; ", bounds);
    }
    return wording(bounds.get(0)) + (bounds.size() == 1 ? "" : " ×" + bounds.size());
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
