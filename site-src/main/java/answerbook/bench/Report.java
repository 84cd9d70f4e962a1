package answerbook.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Measurements as a page of Markdown. */
final class Report {
  private static final List<String> STAGES =
      List.of("read", "answers", "render", "lint", "bake", "data", "check", "weigh");

  private final List<Measurement> measured;

  Report(List<Measurement> measured) {
    this.measured = measured;
  }

  /**
   * The page.
   *
   * @param plot the file of the plot beside it; empty if there is none
   */
  String markdown(String plot) {
    return "# Results\n\n"
        + Machine.describe()
        + "\n\nSeconds of whole processes, from start to end. *Computing* counts all cores, and is"
        + " what to compare where other\nwork shares the machine; *core* is how much of one core a"
        + " calibrated loop got just before.\n\n"
        + times()
        + (plot.isEmpty() ? "" : "\n![Computing time against size](" + plot + ")\n")
        + "\n## Stages\n\nSeconds by the clock, as the build tells them.\n\n"
        + stages();
  }

  private String times() {
    return "| questions | programs | formulas (different) | change | clock s | computing s | MB | pages/s"
        + " | core |\n|--:|--:|--:|---|--:|--:|--:|--:|--:|\n"
        + measured.stream().map(Report::times).collect(Collectors.joining());
  }

  private static String times(Measurement each) {
    Run run = each.run();
    String pages =
        run.pages() == 0 ? "–" : String.format(Locale.ROOT, "%.0f", run.pages() / run.wall());
    return String.format(
        Locale.ROOT,
        "| %d | %d | %d (%d) | %s | %.2f | %.2f | %.0f | %s | %s |%n",
        each.shape().questions(),
        each.shape().programs(),
        each.shape().formulas(),
        each.different(),
        each.change().title(),
        run.wall(),
        run.computing(),
        run.peak(),
        pages,
        each.calibration());
  }

  private String stages() {
    String head = String.join(" | ", STAGES);
    return "| questions | programs | change | "
        + head
        + " |\n|--:|--:|---|"
        + "--:|".repeat(STAGES.size())
        + "\n"
        + measured.stream().map(Report::stages).collect(Collectors.joining());
  }

  private static String stages(Measurement each) {
    String cells =
        STAGES.stream()
            .map(each.run().stages()::get)
            .map(s -> s == null ? "–" : String.format(Locale.ROOT, "%.2f", s))
            .collect(Collectors.joining(" | "));
    return String.format(
        Locale.ROOT,
        "| %d | %d | %s | %s |%n",
        each.shape().questions(),
        each.shape().programs(),
        each.change().title(),
        cells);
  }
}
