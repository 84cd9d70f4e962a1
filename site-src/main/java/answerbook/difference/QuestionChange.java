package answerbook.difference;

import answerbook.answer.outcome.Outcome;
import answerbook.answer.outcome.OutcomeJson;
import answerbook.answer.outcome.Shown;
import answerbook.api.Result;
import answerbook.content.Level;
import answerbook.markdown.ProgramResults;
import answerbook.markdown.RenderedQuestion;
import answerbook.markdown.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A question that is not what it was.
 *
 * @param before null if it is new
 * @param after null if it is gone
 * @param values the results that changed
 * @param facts what changed besides, in words
 */
record QuestionChange(
    RenderedQuestion before, RenderedQuestion after, List<ValueChange> values, List<String> facts) {

  /** The changes between two versions of a book, in reading order; what is gone comes last. */
  static List<QuestionChange> all(Version before, Version after) {
    Map<String, RenderedQuestion> old = before.questions();
    Map<String, RenderedQuestion> now = after.questions();
    Set<String> slugs = new LinkedHashSet<>(now.keySet());
    slugs.addAll(old.keySet());
    List<QuestionChange> changes = new ArrayList<>();
    for (String slug : slugs) {
      QuestionChange change =
          new QuestionChange(
              old.get(slug),
              now.get(slug),
              values(
                  results(old.get(slug), before.results()),
                  results(now.get(slug), after.results())),
              facts(old.get(slug), now.get(slug)));
      if (change.isSeen()) {
        changes.add(change);
      }
    }
    return changes;
  }

  /** The one that there is, the later if there are both. */
  RenderedQuestion either() {
    return after == null ? before : after;
  }

  private boolean isSeen() {
    return before == null
        || after == null
        || !values.isEmpty()
        || !facts.isEmpty()
        || !html(before).equals(html(after));
  }

  /** All that the page shows of a question; empty if there is none. */
  static String html(RenderedQuestion question) {
    return question == null
        ? ""
        : question.question() + "\n" + question.answer() + "\n" + question.footnotes();
  }

  private static List<ValueChange> values(Map<String, Result> before, Map<String, Result> after) {
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    List<ValueChange> changes = new ArrayList<>();
    for (String name : names) {
      if (!json(before.get(name)).equals(json(after.get(name)))) {
        changes.add(ValueChange.of(name, before.get(name), after.get(name)));
      }
    }
    return changes;
  }

  /** A result as it is recorded, since plots and tables can't be compared otherwise. */
  private static Object json(Result result) {
    return result == null
        ? ""
        : OutcomeJson.write(new Outcome(Map.of("", new Shown(result, 0)), List.of(), ""));
  }

  private static Map<String, Result> results(RenderedQuestion question, Results all) {
    Map<String, Result> results = new LinkedHashMap<>();
    if (question != null) {
      for (String program : question.source().programNames()) {
        ProgramResults of = all.byName().get(program);
        boolean own = program.equals(question.source().programName());
        if (of != null) {
          of.results()
              .forEach((name, result) -> results.put(own ? name : program + "." + name, result));
        }
      }
    }
    return results;
  }

  private static List<String> facts(RenderedQuestion before, RenderedQuestion after) {
    List<String> facts = new ArrayList<>();
    if (before != null && after != null) {
      fact(facts, "title", before.title(), after.title());
      fact(facts, "topic", before.source().topic(), after.source().topic());
      var old = before.source().front();
      var now = after.source().front();
      fact(facts, "level", word(old.level()), word(now.level()));
      fact(facts, "tags", old.tags(), now.tags());
      fact(facts, "checks", claims(before), claims(after));
    }
    return facts;
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> claims(RenderedQuestion question) {
    return question.checks().stream()
        .map(each -> each.check().claim() + " " + each.check().bound())
        .map(String::strip)
        .toList();
  }

  private static void fact(List<String> facts, String name, Object before, Object after) {
    if (!before.equals(after)) {
      facts.add(name + ": " + before + " → " + after);
    }
  }
}
