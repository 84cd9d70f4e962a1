package answerbook.lint;

import answerbook.api.Diagram;
import answerbook.api.Plot;
import answerbook.api.Result;
import answerbook.api.Table;
import answerbook.content.Question;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.Manuscript.Kind;
import answerbook.markdown.ProgramResults;
import answerbook.markdown.ValueReference;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A result that a program shows and nothing shows to the reader. What a second opinion is compared
 * with is used: the page tells of the agreement. What is only to hold is better checked.
 */
final class UnusedResultLint implements Lint {
  @Override
  public boolean comparesParts() {
    return true;
  }

  @Override
  public boolean needsGoodBook() {
    return true;
  }

  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    Set<String> used = new HashSet<>();
    book.questions().forEach(question -> collect(book, question, used));
    for (Map.Entry<String, ProgramResults> program : book.programs().entrySet()) {
      Map<String, Integer> shown = book.shown().get(program.getKey());
      for (String name : idle(program.getKey(), shown, program.getValue(), used)) {
        report(program.getValue(), name, program.getValue().results().get(name), diagnostics);
      }
    }
  }

  /**
   * A line that shows several results, under names that it composes, is useful if one of them is
   * used.
   */
  private static Collection<String> idle(
      String program, Map<String, Integer> shown, ProgramResults results, Set<String> used) {
    Set<Integer> usefulLines = new HashSet<>();
    Map<Integer, String> idle = new TreeMap<>();
    for (String name : shown.keySet()) {
      boolean isUsed =
          used.contains(program + "." + name) || results.source().text().contains("{{" + name);
      if (isUsed) {
        usefulLines.add(shown.get(name));
      } else {
        idle.putIfAbsent(shown.get(name), name);
      }
    }
    idle.keySet().removeAll(usefulLines);
    return idle.values();
  }

  private static void collect(LintedBook book, LintedQuestion question, Set<String> used) {
    String own = question.question().programName();
    for (String target : question.facts().targets(Kind.VALUE)) {
      useValue(own, target, used);
    }
    for (Question.Ask ask : question.question().front().asks()) {
      useValue(own, ask.value().text(), used);
    }
    for (String target : question.facts().targets(Kind.DIRECTIVE)) {
      String name = target.substring(target.indexOf(':') + 1);
      used.add(name.contains(".") ? name : own + "." + name);
    }
    for (SourceFile evidence : book.sources().values()) {
      if (evidence.name().startsWith(question.stem() + ".") && evidence.name().endsWith(".json")) {
        question.question().programNames().stream()
            .filter(book.shown()::containsKey)
            .forEach(program -> useCompared(own, book.shown().get(program), evidence.text(), used));
      }
    }
  }

  private static void useValue(String own, String target, Set<String> used) {
    ValueReference reference = ValueReference.parse(target);
    if (reference != null) {
      String program = reference.program().isEmpty() ? own : reference.program();
      used.add(program + "." + reference.name());
    }
  }

  private static void useCompared(
      String own, Map<String, Integer> shown, String evidence, Set<String> used) {
    for (String name : shown.keySet()) {
      if (evidence.contains("\"" + name + "\":")) {
        used.add(own + "." + name);
      }
    }
  }

  private static void report(
      ProgramResults program, String name, Result result, Diagnostics diagnostics) {
    boolean block = result instanceof Plot || result instanceof Diagram || result instanceof Table;
    String kind = block ? result.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ":" : "";
    int line = Math.max(1, program.lines().getOrDefault(name, 1));
    diagnostics.error(
        program.source(),
        program.source().lineStart(line),
        "'" + name + "' is computed, and nothing shows it",
        "insert {{"
            + kind
            + name
            + (block ? " | …" : "")
            + "}} in the text, "
            + (block ? "" : "check it instead of showing it, ")
            + "or remove it");
  }
}
