package answerbook.bake;

import answerbook.content.Question;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedQuestion;
import answerbook.provenance.Provenance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the colophon's template sees: tools, counts, and when each value last changed. */
final class ColophonModel {
  private final RenderedBook rendered;
  private final Making making;

  ColophonModel(RenderedBook rendered, Making making) {
    this.rendered = rendered;
    this.making = making;
  }

  Map<String, Object> model() {
    Provenance provenance = making.provenance();
    Map<String, Object> model = new HashMap<>();
    model.put("jdk", provenance.jdk());
    model.put("nd4j", provenance.nd4j());
    model.put("commit", provenance.history().commit());
    model.put("date", provenance.history().date());
    model.put("edited", provenance.history().edited());
    model.put("programs", making.programs());
    model.put("formulas", making.formulas());
    model.put("checks", questions().mapToInt(question -> question.checks().size()).sum());
    model.put("questions", questions().count());
    model.put("changes", changes());
    return model;
  }

  /** For each question whose values have dates: {@code slug} and {@code dates}. */
  private List<Map<String, Object>> changes() {
    List<Map<String, Object>> changes = new ArrayList<>();
    questions()
        .map(RenderedQuestion::source)
        .forEach(
            question -> {
              List<Map<String, Object>> dates = dates(question);
              if (!dates.isEmpty()) {
                changes.add(Map.of("slug", question.slug(), "dates", dates));
              }
            });
    return changes;
  }

  /** The dates of a question's values, the newest first: {@code date} and {@code values}. */
  private List<Map<String, Object>> dates(Question question) {
    Map<String, List<String>> values = new TreeMap<>(Comparator.reverseOrder());
    for (String program : question.programNames()) {
      String prefix = program.equals(question.programName()) ? "" : program + ".";
      making
          .provenance()
          .history()
          .changes()
          .getOrDefault(program, Map.of())
          .forEach(
              (name, date) ->
                  values.computeIfAbsent(date, key -> new ArrayList<>()).add(prefix + name));
    }
    List<Map<String, Object>> dates = new ArrayList<>();
    values.forEach((date, names) -> dates.add(Map.of("date", date, "values", names)));
    return dates;
  }

  private Stream<RenderedQuestion> questions() {
    return rendered.topics().stream().flatMap(topic -> topic.questions().stream());
  }
}
