package answerbook.bake;

import answerbook.content.Book;
import answerbook.content.Question;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import answerbook.markdown.RenderedQuestion.RenderedCheck;
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
  private static final String PRACTICE = "practice.html";

  private final Book book;
  private final RenderedBook rendered;
  private final Addresses addresses;
  private final Map<String, Map<String, Object>> questions = new LinkedHashMap<>();
  private final List<Map<String, Object>> topics = new ArrayList<>();
  private final Making making;

  PageModels(Book book, RenderedBook rendered, Making making) {
    this.book = book;
    this.rendered = rendered;
    this.making = making;
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
    addTags(pages);
    pages.put(PRACTICE, page("practice", PRACTICE, "Practice"));
    pages.put("colophon.html", colophon());
    List<String> listed = List.copyOf(pages.keySet());
    pages.put("404.html", page("notfound", "404.html", "Page not found"));
    Map<String, Object> sitemap = page("sitemap", "sitemap.xml", rendered.title().plain());
    sitemap.put("addresses", listed);
    pages.put("sitemap.xml", sitemap);
    addCards(pages);
    return pages;
  }

  private void addTags(Map<String, Map<String, Object>> pages) {
    List<Map<String, Object>> tags = new TagModels(questions.values()).all();
    for (Map<String, Object> tag : tags) {
      String address = (String) tag.get("address");
      Map<String, Object> model = page("tag", address, (String) tag.get("name"));
      model.put("tag", tag);
      pages.put(address, model);
    }
    Map<String, Object> index = page("tags", "tags/index.html", "Tags");
    index.put("tags", tags);
    pages.put("tags/index.html", index);
  }

  /** Questions as scripts, for practice: from a file, a page can load nothing else. */
  private void addCards(Map<String, Map<String, Object>> pages) {
    rendered.topics().stream()
        .flatMap(topic -> topic.questions().stream())
        .forEach(
            question -> {
              String slug = question.source().slug();
              Map<String, Object> card = page("card", PRACTICE, question.title());
              card.put("question", withFragments(question, PRACTICE));
              pages.put("practice/" + slug + ".js", card);
            });
  }

  private Map<String, Object> colophon() {
    Map<String, Object> model = page("colophon", "colophon.html", "Colophon");
    model.put("colophon", new ColophonModel(rendered, making).model());
    model.put("bySlug", questions);
    return model;
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
      questions
          .get(question.source().slug())
          .put("related", related.to(question).stream().map(questions::get).toList());
    }
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
    copy.put("asks", question.asks().stream().map(PageModels::ask).toList());
    copy.put("references", question.citations().stream().map(this::work).toList());
    return copy;
  }

  private static Map<String, Object> check(RenderedCheck check) {
    return Map.of("claimHtml", check.claimHtml(), "bound", check.check().bound());
  }

  private static Map<String, Object> ask(RenderedQuestion.Asked ask) {
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
}
