package answerbook.lint;

import answerbook.api.Diagram;
import answerbook.api.Plot;
import answerbook.api.Result;
import answerbook.diagnostic.Diagnostics;
import answerbook.markdown.ProgramResults;

/**
 * A plot or diagram whose description doesn't say what can be seen. That there is one at all,
 * {@code answerbook.api} sees to; that a hand-drawn figure has one, the renderer.
 */
final class FigureTextLint implements Lint {
  private static final int FEWEST_WORDS = 5;

  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    book.parts()
        .programs()
        .forEach(
            program ->
                program
                    .results()
                    .forEach((name, result) -> check(program, name, result, diagnostics)));
  }

  private static void check(
      ProgramResults program, String name, Result result, Diagnostics diagnostics) {
    String description;
    if (result instanceof Plot plot) {
      description = plot.description();
    } else if (result instanceof Diagram diagram) {
      description = diagram.description();
    } else {
      return;
    }
    if (description.strip().split("\\s+").length < FEWEST_WORDS) {
      int line = Math.max(1, program.lines().getOrDefault(name, 1));
      diagnostics.error(
          program.source(),
          program.source().lineStart(line),
          "the description of '" + name + "' is too short for a reader who can't see it",
          "say what it shows: what runs where, and what it proves");
    }
  }
}
