package answerbook.bake;

import answerbook.content.Question;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import answerbook.markdown.RenderedQuestion.Asked;
import answerbook.markdown.RenderedQuestion.RenderedCheck;
import answerbook.opinion.Opinion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What templates see of questions. */
final class QuestionModels {
  private final RenderedBook rendered;
  private final Addresses addresses;
  private final Map<String, Map<String, Object>> bySlug = new LinkedHashMap<>();

  QuestionModels(RenderedBook rendered, Addresses addresses) {
    this.rendered = rendered;
    this.addresses = addresses;
    for (RenderedTopic topic : rendered.topics()) {
      for (RenderedQuestion question : topic.questions()) {
        bySlug.put(question.source().slug(), question(question, topic));
      }
    }
    connect();
  }

  /** All questions in reading order, without fragments. */
  Map<String, Map<String, Object>> bySlug() {
    return bySlug;
  }

  /** A question without fragments, as lists show it. */
  Map<String, Object> base(RenderedQuestion question) {
    return bySlug.get(question.source().slug());
  }

  /**
   * A question with its fragments.
   *
   * @param page the address of the page that they stand on
   */
  Map<String, Object> withFragments(RenderedQuestion question, String page) {
    Map<String, Object> copy = new HashMap<>(base(question));
    copy.put("questionHtml", addresses.resolve(question.question(), page));
    copy.put("answerHtml", addresses.resolve(question.answer(), page));
    copy.put("footnotesHtml", addresses.resolve(question.footnotes(), page));
    copy.put("checks", question.checks().stream().map(QuestionModels::check).toList());
    copy.put("opinions", question.opinions().stream().map(QuestionModels::opinion).toList());
    copy.put("asks", question.asks().stream().map(QuestionModels::ask).toList());
    copy.put("references", question.citations().stream().map(this::work).toList());
    return copy;
  }

  private static Map<String, Object> check(RenderedCheck check) {
    return Map.of("claimHtml", check.claimHtml(), "bound", check.check().bound());
  }

  private static Map<String, Object> opinion(Opinion opinion) {
    return Map.of(
        "software", opinion.software(),
        "accuracy", opinion.accuracy(),
        "file", opinion.file(),
        "recorded", opinion.recorded(),
        "failures", opinion.failures());
  }

  private static Map<String, Object> ask(Asked ask) {
    return Map.of(
        "label", ask.label(),
        "value", Double.toString(ask.value()),
        "relative", Double.toString(ask.tolerance().relative()),
        "absolute", Double.toString(ask.tolerance().absolute()),
        "written", ask.written());
  }

  private Map<String, Object> work(String key) {
    return Map.of("key", key, "html", rendered.references().get(key));
  }

  private static Map<String, Object> question(RenderedQuestion rendered, RenderedTopic topic) {
    Question source = rendered.source();
    Map<String, Object> model = new HashMap<>();
    model.put("slug", source.slug());
    model.put("source", source.front().source());
    model.put("title", rendered.title());
    model.put("titleHtml", rendered.titleHtml());
    model.put("address", source.address());
    model.put("level", source.front().level().name().toLowerCase(Locale.ROOT));
    model.put("asksNumber", !source.front().asks().isEmpty());
    model.put("file", source.file().name());
    model.put("tags", source.front().tags());
    model.put("number", source.number());
    model.put("topicTitle", topic.title().plain());
    model.put("topicAddress", topic.slug() + "/index.html");
    return model;
  }

  /** Makes each question know its neighbours, across topics, and those that it is related to. */
  private void connect() {
    List<RenderedQuestion> all =
        rendered.topics().stream().flatMap(topic -> topic.questions().stream()).toList();
    RelatedQuestions related = new RelatedQuestions(all);
    for (RenderedQuestion question : all) {
      base(question).put("related", related.to(question).stream().map(bySlug::get).toList());
    }
    Map<String, Object> previous = null;
    for (Map<String, Object> question : bySlug.values()) {
      if (previous != null) {
        question.put("previous", previous);
        previous.put("next", question);
      }
      previous = question;
    }
  }
}
