package answerbook.answer.worker;

import answerbook.answer.outcome.Checked;
import answerbook.answer.outcome.Outcome;
import answerbook.answer.outcome.Shown;
import answerbook.api.Check;
import answerbook.api.Recorder;
import answerbook.api.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes what one program shows and checks, with the lines. */
final class ResultRecorder implements Recorder {
  private final String program;
  private final Map<String, Shown> results = new LinkedHashMap<>();
  private final List<Checked> checks = new ArrayList<>();

  ResultRecorder(String program) {
    this.program = program;
  }

  @Override
  public synchronized void result(String name, Result result) {
    Shown first = results.putIfAbsent(name, new Shown(result, Frames.currentLine(program)));
    if (first != null) {
      throw new IllegalStateException(
          "two results are named '" + name + "'; the first is shown in line " + first.line());
    }
  }

  @Override
  public synchronized void check(Check check) {
    checks.add(new Checked(check, Frames.currentLine(program)));
  }

  /** The checks that don't hold. */
  synchronized List<Failure> failures() {
    return checks.stream().filter(one -> !one.check().holds()).map(this::failure).toList();
  }

  synchronized Outcome outcome(String output) {
    return new Outcome(results, checks, output);
  }

  private Failure failure(Checked checked) {
    Check check = checked.check();
    String message = "the check '" + check.claim() + "' fails: " + check.failure();
    return new Failure(program, checked.line(), 0, message, "correct the computation or the claim");
  }
}
