package answerbook.answer.outcome;

import answerbook.api.Diagram;
import answerbook.api.Plot;
import answerbook.api.Result;
import answerbook.api.Table;
import answerbook.api.Tensor;
import answerbook.api.Text;
import java.util.Locale;
import java.util.Optional;

/** Tells how a result differs from its recorded one, if by more than its tolerance. */
public final class Drift {
  private Drift() {}

  /**
   * The difference in words that follow the result's name, such as {@code drifted: -0.165 →
   * -0.166}.
   *
   * @param recorded what was accepted
   * @param now what is computed now; its tolerances count
   */
  public static Optional<String> between(Result recorded, Result now) {
    if (recorded.getClass() != now.getClass()) {
      return Optional.of("changed its type: " + kind(recorded) + " → " + kind(now));
    }
    if (now instanceof Tensor tensor) {
      return TensorDrift.between((Tensor) recorded, tensor);
    }
    if (now instanceof Text text) {
      return TreeDrift.between(ResultJson.write(recorded), ResultJson.write(text));
    }
    if (now instanceof Table table) {
      return TableDrift.between((Table) recorded, table);
    }
    if (now instanceof Plot plot) {
      return PlotDrift.between((Plot) recorded, plot);
    }
    return TreeDrift.between(
        DiagramJson.write((Diagram) recorded), DiagramJson.write((Diagram) now));
  }

  private static String kind(Result result) {
    if (result instanceof Tensor tensor) {
      return TensorDrift.kind(tensor);
    }
    return result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
