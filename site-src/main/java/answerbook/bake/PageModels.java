package answerbook.bake;

import answerbook.content.Book;
import answerbook.content.Question;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import answerbook.markdown.RenderedQuestion.RenderedCheck;
import answerbook.opinion.Opinion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What templates see, page by page: maps, lists and texts. Lists of questions carry no fragments;
 * pages add them.
 */
final class PageModels {
  private final Book book;
  private final RenderedBook rendered;
  private final Addresses addresses;
  private final Map<String, Map<String, Object>> questions = new LinkedHashMap<>();
  private final List<Map<String, Object>> topics = new ArrayList<>();

  PageModels(Book book, RenderedBook rendered) {
    this.book = book;
    this.rendered = rendered;
    this.addresses = new Addresses(book);
    for (RenderedTopic topic : rendered.topics()) {
      topics.add(topic(topic));
    }
    connect();
  }

  /**
   * The models of all pages by address, the sitemap last. Each has the key {@code type}, which
   * names its template.
   */
  Map<String, Map<String, Object>> all() {
    Map<String, Map<String, Object>> pages = new LinkedHashMap<>();
    pages.put("index.html", home());
    for (int i = 0; i < topics.size(); i++) {
      pages.put(
          (String) topics.get(i).get("address"),
          topicPage(rendered.topics().get(i), topics.get(i)));
      for (RenderedQuestion question : rendered.topics().get(i).questions()) {
        pages.put(question.source().address(), questionPage(question, topics.get(i)));
      }
    }
    pages.put(Addresses.BOOK, bookPage());
    pages.put(Addresses.REFERENCES, references());
    List<String> listed = List.copyOf(pages.keySet());
    pages.put("404.html", page("notfound", "404.html", "Page not found"));
    Map<String, Object> sitemap = page("sitemap", "sitemap.xml", rendered.title().plain());
    sitemap.put("addresses", listed);
    pages.put("sitemap.xml", sitemap);
    return pages;
  }

  private Map<String, Object> home() {
    Map<String, Object> model = page("home", "index.html", rendered.title().plain());
    model.put("introductionHtml", addresses.resolve(rendered.introduction().html(), "index.html"));
    return model;
  }

  private Map<String, Object> topicPage(RenderedTopic topic, Map<String, Object> base) {
    String address = (String) base.get("address");
    Map<String, Object> model = page("topic", address, topic.title().plain());
    describe(model, topic.title().html(), topic.introduction().plain());
    model.put("topic", withIntroduction(topic, base, address));
    return model;
  }

  private Map<String, Object> questionPage(RenderedQuestion question, Map<String, Object> topic) {
    String address = question.source().address();
    Map<String, Object> model = page("question", address, question.title());
    describe(model, question.titleHtml(), question.plain().question());
    model.put("topic", topic);
    model.put("question", withFragments(question, address));
    return model;
  }

  private Map<String, Object> bookPage() {
    Map<String, Object> model = page("book", Addresses.BOOK, "The whole book");
    List<Map<String, Object>> full = new ArrayList<>();
    for (int i = 0; i < topics.size(); i++) {
      RenderedTopic topic = rendered.topics().get(i);
      Map<String, Object> copy = withIntroduction(topic, topics.get(i), Addresses.BOOK);
      copy.put(
          "questions",
          topic.questions().stream().map(q -> withFragments(q, Addresses.BOOK)).toList());
      full.add(copy);
    }
    model.put("site", site(full));
    return model;
  }

  private Map<String, Object> references() {
    Map<String, Object> model = page("references", Addresses.REFERENCES, "References");
    List<Map<String, Object>> works = new ArrayList<>();
    rendered
        .references()
        .forEach(
            (key, html) -> works.add(Map.of("key", key, "html", html, "citedBy", citing(key))));
    model.put("references", works);
    return model;
  }

  private List<Map<String, Object>> citing(String key) {
    return rendered.topics().stream()
        .flatMap(topic -> topic.questions().stream())
        .filter(question -> question.citations().contains(key))
        .map(question -> questions.get(question.source().slug()))
        .toList();
  }

  private Map<String, Object> page(String type, String address, String title) {
    Map<String, Object> page = new HashMap<>();
    page.put("type", type);
    page.put("title", title);
    page.put("titleHtml", title.replace("&", "&amp;").replace("<", "&lt;"));
    page.put("address", address);
    page.put("root", Addresses.root(address));
    page.put("description", Description.of(book.settings().description()));
    Map<String, Object> model = new HashMap<>();
    model.put("type", type);
    model.put("page", page);
    model.put("site", site(topics));
    return model;
  }

  @SuppressWarnings("unchecked")
  private static void describe(Map<String, Object> model, String titleHtml, String description) {
    Map<String, Object> page = (Map<String, Object>) model.get("page");
    page.put("titleHtml", titleHtml);
    page.put("description", Description.of(description));
  }

  private Map<String, Object> site(List<Map<String, Object>> withTopics) {
    Map<String, Object> site = new HashMap<>();
    site.put("title", rendered.title().plain());
    site.put("description", book.settings().description());
    site.put("url", book.settings().url());
    site.put("repository", book.settings().repository());
    site.put("topics", withTopics);
    return site;
  }

  private Map<String, Object> topic(RenderedTopic topic) {
    Map<String, Object> model = new HashMap<>();
    model.put("slug", topic.slug());
    model.put("number", topics.size() + 1);
    model.put("title", topic.title().plain());
    model.put("titleHtml", topic.title().html());
    model.put("address", topic.slug() + "/index.html");
    model.put("introduction", topic.introduction().plain());
    List<Map<String, Object>> list = new ArrayList<>();
    for (RenderedQuestion question : topic.questions()) {
      Map<String, Object> base = question(question, topic);
      questions.put(question.source().slug(), base);
      list.add(base);
    }
    model.put("questions", list);
    return model;
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
    model.put("tags", source.front().tags());
    model.put("number", source.number());
    model.put("topicTitle", topic.title().plain());
    model.put("topicAddress", topic.slug() + "/index.html");
    return model;
  }

  /** Makes each question know its neighbours, across topics. */
  private void connect() {
    Map<String, Object> previous = null;
    for (Map<String, Object> question : questions.values()) {
      if (previous != null) {
        question.put("previous", previous);
        previous.put("next", question);
      }
      previous = question;
    }
  }

  private Map<String, Object> withIntroduction(
      RenderedTopic topic, Map<String, Object> base, String page) {
    Map<String, Object> copy = new HashMap<>(base);
    copy.put("introductionHtml", addresses.resolve(topic.introduction().html(), page));
    return copy;
  }

  private Map<String, Object> withFragments(RenderedQuestion question, String page) {
    Map<String, Object> copy = new HashMap<>(questions.get(question.source().slug()));
    copy.put("questionHtml", addresses.resolve(question.question(), page));
    copy.put("answerHtml", addresses.resolve(question.answer(), page));
    copy.put("footnotesHtml", addresses.resolve(question.footnotes(), page));
    copy.put("checks", question.checks().stream().map(PageModels::check).toList());
    copy.put("opinions", question.opinions().stream().map(PageModels::opinion).toList());
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

  private Map<String, Object> work(String key) {
    return Map.of("key", key, "html", rendered.references().get(key));
  }
}
