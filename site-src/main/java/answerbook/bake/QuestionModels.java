package answerbook.bake;

import answerbook.content.Question;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import answerbook.markdown.RenderedQuestion.Asked;
import answerbook.markdown.RenderedQuestion.RenderedCheck;
import answerbook.opinion.Opinion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What templates see of questions. */
final class QuestionModels {
  private final RenderedBook rendered;
  private final Addresses addresses;
  private final Map<String, Map<String, Object>> bySlug = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> neighbours = new HashMap<>();

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
    List<String> sources = addresses.sources(question, page);
    copy.put("questionHtml", fragment("question", sources, page, question::question));
    copy.put("answerHtml", fragment("answer", sources, page, question::answer));
    copy.put("footnotesHtml", fragment("footnotes", sources, page, question::footnotes));
    copy.put("checks", question.checks().stream().map(QuestionModels::check).toList());
    copy.put("opinions", question.opinions().stream().map(QuestionModels::opinion).toList());
    copy.put("asks", question.asks().stream().map(QuestionModels::ask).toList());
    copy.put("references", question.citations().stream().map(this::work).toList());
    return copy;
  }

  private Fragment fragment(String kind, List<String> sources, String page, Supplier<String> html) {
    List<String> all = new ArrayList<>(sources);
    all.add(kind);
    return new Fragment(all, () -> addresses.resolve(html.get(), page));
  }

  /** A question with its fragments, its neighbours and those that it is related to. */
  Map<String, Object> whole(RenderedQuestion question, String page) {
    Map<String, Object> whole = withFragments(question, page);
    whole.putAll(neighbours.get(question.source().slug()));
    return whole;
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

  /**
   * Finds the neighbours of each question, across topics, and those that it is related to: as lists
   * show them, so that no page sees more of another question than its title and the like.
   */
  private void connect() {
    List<RenderedQuestion> all =
        rendered.topics().stream().flatMap(topic -> topic.questions().stream()).toList();
    RelatedQuestions related = new RelatedQuestions(all);
    Map<String, Object> previous = null;
    String last = null;
    for (RenderedQuestion question : all) {
      String slug = question.source().slug();
      Map<String, Object> near = new HashMap<>();
      near.put("related", related.to(question).stream().map(bySlug::get).toList());
      if (previous != null) {
        near.put("previous", previous);
        neighbours.get(last).put("next", base(question));
      }
      neighbours.put(slug, near);
      previous = base(question);
      last = slug;
    }
  }
}
