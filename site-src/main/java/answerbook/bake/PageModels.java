package answerbook.bake;

import answerbook.content.Book;
import answerbook.markdown.ReadableTex;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What templates see, page by page: maps, lists and texts. Lists of questions carry no fragments;
 * pages add them.
 */
final class PageModels {
  static final String HOME = "index.html";

  /** More questions are not put on one page: a browser would take minutes, and fail on a phone. */
  static final int MOST_ON_A_PAGE = 300;

  private static final String PRACTICE = "practice.html";
  private static final String GUIDE = "authoring.html";

  /** Links of examples, which lead to questions that are none of this book's. */
  private static final Pattern ELSEWHERE = Pattern.compile(" href=\"(?:slug|ref):[^\"]*\"");

  private final Book book;
  private final RenderedBook rendered;
  private final Addresses addresses;
  private final QuestionModels questions;
  private final List<Map<String, Object>> topics = new ArrayList<>();
  private final Making making;
  private final StructuredData structured;

  PageModels(Book book, RenderedBook rendered, Making making) {
    this.book = book;
    this.rendered = rendered;
    this.making = making;
    this.structured = new StructuredData(book, rendered);
    this.addresses = new Addresses(book);
    this.questions = new QuestionModels(rendered, addresses);
    for (RenderedTopic topic : rendered.topics()) {
      topics.add(topic(topic));
    }
  }

  /**
   * The models of all pages by address, each made when it is asked for. Each has the key {@code
   * type}, which names its template.
   */
  Map<String, Supplier<Map<String, Object>>> pages() {
    Map<String, Supplier<Map<String, Object>>> pages = new LinkedHashMap<>();
    pages.put(HOME, this::home);
    for (int i = 0; i < topics.size(); i++) {
      RenderedTopic topic = rendered.topics().get(i);
      Map<String, Object> base = topics.get(i);
      pages.put((String) base.get("address"), () -> topicPage(topic, base));
      for (RenderedQuestion question : topic.questions()) {
        pages.put(question.source().address(), () -> questionPage(question, topic, base));
      }
    }
    pages.put(Addresses.BOOK, this::bookPage);
    pages.put(Addresses.REFERENCES, this::references);
    addTags(pages);
    pages.put(PRACTICE, () -> page("practice", PRACTICE, "Practice"));
    pages.put("colophon.html", this::colophon);
    if (!making.guide().isEmpty()) {
      pages.put(GUIDE, this::guide);
    }
    List<String> listed = List.copyOf(pages.keySet());
    pages.put("404.html", () -> page("notfound", "404.html", "Page not found"));
    pages.put("sitemap.xml", () -> sitemap(listed));
    addCards(pages);
    return pages;
  }

  private Map<String, Object> sitemap(List<String> addresses) {
    Map<String, Object> sitemap = without(page("sitemap", "sitemap.xml", rendered.title().plain()));
    sitemap.put("addresses", addresses);
    sitemap.put("dates", dates());
    return sitemap;
  }

  /** When questions last changed, by their pages' addresses. */
  private Map<String, Object> dates() {
    Map<String, Object> dates = new HashMap<>();
    book.questions()
        .forEach(
            question ->
                making
                    .provenance()
                    .files()
                    .of(question.sourceNames())
                    .ifPresent(known -> dates.put(question.address(), known.changed())));
    return dates;
  }

  private void addTags(Map<String, Supplier<Map<String, Object>>> pages) {
    List<Map<String, Object>> tags = new TagModels(questions.bySlug().values()).all();
    for (Map<String, Object> tag : tags) {
      pages.put((String) tag.get("address"), () -> tagPage(tag));
    }
    pages.put("tags/index.html", () -> tagsPage(tags));
  }

  private Map<String, Object> tagPage(Map<String, Object> tag) {
    Map<String, Object> model =
        without(page("tag", (String) tag.get("address"), (String) tag.get("name")));
    model.put("tag", tag);
    return model;
  }

  private Map<String, Object> tagsPage(List<Map<String, Object>> tags) {
    Map<String, Object> index = without(page("tags", "tags/index.html", "Tags"));
    index.put("tags", tags);
    return index;
  }

  /** Questions as scripts, for practice: from a file, a page can load nothing else. */
  private void addCards(Map<String, Supplier<Map<String, Object>>> pages) {
    rendered.topics().stream()
        .flatMap(topic -> topic.questions().stream())
        .forEach(
            question ->
                pages.put("practice/" + question.source().slug() + ".js", () -> card(question)));
  }

  private Map<String, Object> card(RenderedQuestion question) {
    Map<String, Object> card = without(page("card", PRACTICE, question.title()));
    card.put("question", questions.withFragments(question, PRACTICE));
    return card;
  }

  /** Questions by their slugs, as lists show them. */
  Map<String, Map<String, Object>> questions() {
    return questions.bySlug();
  }

  /** Sums up what many pages show. */
  ModelSum sums() {
    ModelSum sums = new ModelSum();
    questions.bySlug().values().forEach(sums::share);
    topics.forEach(sums::share);
    sums.share(topics);
    sums.share(questions.bySlug());
    return sums;
  }

  private Map<String, Object> colophon() {
    Map<String, Object> model = without(page("colophon", "colophon.html", "Colophon"));
    model.put("colophon", new ColophonModel(rendered, making).model());
    model.put("bySlug", questions.bySlug());
    return model;
  }

  private Map<String, Object> guide() {
    Map<String, Object> model = without(page("guide", GUIDE, "How a question is written"));
    List<Map<String, Object>> parts = new ArrayList<>();
    for (Making.Example example : making.guide()) {
      String html = ELSEWHERE.matcher(example.html()).replaceAll("");
      parts.add(
          Map.of("prose", example.prose(), "markdown", example.markdown().strip(), "html", html));
    }
    model.put("guide", parts);
    return model;
  }

  private Map<String, Object> home() {
    Map<String, Object> model = page("home", HOME, rendered.title().plain());
    model.put("introductionHtml", addresses.resolve(rendered.introduction().html(), HOME));
    structure(model, structured.site());
    model.put("downloads", DownloadModels.of(making.downloads()));
    model.put("date", making.provenance().history().date());
    return model;
  }

  private Map<String, Object> topicPage(RenderedTopic topic, Map<String, Object> base) {
    String address = (String) base.get("address");
    Map<String, Object> model = page("topic", address, topic.title().plain());
    describe(model, topic.title().html(), Description.of(topic.introduction().plain()));
    structure(model, structured.topic(topic));
    picture(model, address);
    model.put("topic", withIntroduction(topic, base, address));
    return model;
  }

  private Map<String, Object> questionPage(
      RenderedQuestion question, RenderedTopic of, Map<String, Object> topic) {
    String address = question.source().address();
    Map<String, Object> model = without(page("question", address, question.title()));
    List<String> description = List.of("description", question.sum());
    describe(
        model,
        question.titleHtml(),
        new Fragment(description, () -> Description.of(question.plain().question())));
    structure(
        model,
        new Fragment(structured.sources(question, of), () -> structured.question(question, of)));
    picture(model, address);
    model.put("topic", topic);
    model.put("question", questions.whole(question, address));
    return model;
  }

  /** A page that shows no list of topics, and so need not be made anew if one changes. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> without(Map<String, Object> page) {
    ((Map<String, Object>) page.get("site")).remove("topics");
    return page;
  }

  /** The page of the whole book; of a large book it lists the topics alone. */
  private Map<String, Object> bookPage() {
    Map<String, Object> model = page("book", Addresses.BOOK, "The whole book");
    boolean isWhole = questions.bySlug().size() <= MOST_ON_A_PAGE;
    model.put("isWhole", isWhole);
    if (!isWhole) {
      return model;
    }
    List<Map<String, Object>> full = new ArrayList<>();
    for (int i = 0; i < topics.size(); i++) {
      RenderedTopic topic = rendered.topics().get(i);
      Map<String, Object> copy = withIntroduction(topic, topics.get(i), Addresses.BOOK);
      copy.put(
          "questions",
          topic.questions().stream().map(q -> questions.withFragments(q, Addresses.BOOK)).toList());
      full.add(copy);
    }
    model.put("site", site(full));
    return model;
  }

  private Map<String, Object> references() {
    Map<String, Object> model = without(page("references", Addresses.REFERENCES, "References"));
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
        .map(question -> questions.base(question))
        .toList();
  }

  private Map<String, Object> page(String type, String address, String title) {
    Map<String, Object> page = new HashMap<>();
    page.put("type", type);
    page.put("title", ReadableTex.of(title));
    page.put("titleHtml", title.replace("&", "&amp;").replace("<", "&lt;"));
    page.put("address", address);
    page.put("root", Addresses.root(address));
    page.put("structured", "");
    page.put("picture", picture("index.html"));
    page.put("description", Description.of(book.settings().description()));
    Map<String, Object> model = new HashMap<>();
    model.put("type", type);
    model.put("page", page);
    model.put("site", site(topics));
    return model;
  }

  @SuppressWarnings("unchecked")
  private static void describe(Map<String, Object> model, String titleHtml, Object description) {
    Map<String, Object> page = (Map<String, Object>) model.get("page");
    page.put("titleHtml", titleHtml);
    page.put("description", description);
  }

  @SuppressWarnings("unchecked")
  private static void structure(Map<String, Object> model, Object data) {
    ((Map<String, Object>) model.get("page")).put("structured", data);
  }

  @SuppressWarnings("unchecked")
  private static void picture(Map<String, Object> model, String address) {
    ((Map<String, Object>) model.get("page")).put("picture", picture(address));
  }

  /** Where the picture of links to a page is. */
  private static String picture(String address) {
    return "pictures/" + address.replaceFirst("\\.html$", ".png");
  }

  private Map<String, Object> site(List<Map<String, Object>> withTopics) {
    Map<String, Object> site = new HashMap<>();
    site.put("title", rendered.title().plain());
    site.put("description", book.settings().description());
    site.put("url", book.settings().url());
    site.put("repository", book.settings().repository());
    site.put("hasFeed", !site.get("url").equals("") && !making.provenance().files().isEmpty());
    site.put("hasGuide", !making.guide().isEmpty());
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
    model.put("questions", topic.questions().stream().map(questions::base).toList());
    return model;
  }

  private Map<String, Object> withIntroduction(
      RenderedTopic topic, Map<String, Object> base, String page) {
    Map<String, Object> copy = new HashMap<>(base);
    copy.put("introductionHtml", addresses.resolve(topic.introduction().html(), page));
    return copy;
  }
}
