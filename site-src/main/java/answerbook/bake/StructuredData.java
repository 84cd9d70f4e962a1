package answerbook.bake;

import answerbook.content.Book;
import answerbook.content.Level;
import answerbook.markdown.ReadableTex;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * What pages say to search engines in the words of schema.org, as JSON-LD. A question's page is a
 * quiz with a flash card, which is what Google reads of sites that teach; {@code QAPage} is for
 * pages where anybody may add an answer. The card's back is the answer's start, what one would say.
 */
final class StructuredData {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Level, String> LEVELS =
      Map.of(
          Level.EASY, "Beginner",
          Level.MEDIUM, "Intermediate",
          Level.HARD, "Advanced");
  private static final String LANGUAGE = "en-GB";

  private final String url;
  private final RenderedBook book;
  private final String description;

  StructuredData(Book source, RenderedBook book) {
    this.url = source.settings().url();
    this.description = source.settings().description();
    this.book = book;
  }

  /** The home page's; empty where the site has no address. */
  String site() {
    if (url.isEmpty()) {
      return "";
    }
    ObjectNode site = thing("WebSite").put("name", book.title().plain()).put("url", url);
    return text(site.put("description", description).put("inLanguage", LANGUAGE));
  }

  /** A topic's; empty where the site has no address. */
  String topic(RenderedTopic topic) {
    return url.isEmpty() ? "" : text(path(topic.title().plain(), topic.slug() + "/"));
  }

  /** A question's. */
  String question(RenderedQuestion question, RenderedTopic topic) {
    ArrayNode all = JSON.createArrayNode();
    String title = ReadableTex.of(question.title());
    ObjectNode quiz = thing("Quiz").put("name", title).put("inLanguage", LANGUAGE);
    quiz.put("educationalLevel", LEVELS.get(question.source().front().level()));
    quiz.put("isAccessibleForFree", true);
    quiz.putObject("about").put("@type", "Thing").put("name", topic.title().plain());
    question.source().front().tags().forEach(quiz.putArray("keywords")::add);
    ObjectNode card = quiz.putArray("hasPart").addObject().put("@type", "Question");
    card.put("eduQuestionType", "Flashcard");
    card.put("text", ReadableTex.of(question.plain().question()));
    card.putObject("acceptedAnswer")
        .put("@type", "Answer")
        .put("text", ReadableTex.of(start(question.plain().answer())));
    all.add(quiz);
    if (!url.isEmpty()) {
      quiz.put("url", url + question.source().address());
      ObjectNode path = path(topic.title().plain(), topic.slug() + "/");
      step((ArrayNode) path.get("itemListElement"), title, question.source().address());
      all.add(path);
    }
    return text(all);
  }

  /** All that a question's depends on. */
  List<String> sources(RenderedQuestion question, RenderedTopic topic) {
    var source = question.source();
    return List.of(
        "structured",
        question.sum(),
        url,
        book.title().plain(),
        topic.title().plain() + "\n" + topic.slug(),
        source.address() + " " + source.front().level() + " " + source.front().tags());
  }

  /** The first paragraph of an answer, and those after it that it announces by a colon. */
  static String start(String answer) {
    String[] paragraphs = answer.split("\n\n+");
    StringBuilder start = new StringBuilder(paragraphs[0]);
    for (int i = 1; i < paragraphs.length && paragraphs[i - 1].strip().endsWith(":"); i++) {
      start.append(' ').append(paragraphs[i]);
    }
    return start.toString();
  }

  private ObjectNode path(String topic, String address) {
    ObjectNode path = thing("BreadcrumbList");
    ArrayNode steps = path.putArray("itemListElement");
    step(steps, book.title().plain(), "");
    step(steps, topic, address);
    return path;
  }

  private void step(ArrayNode steps, String name, String address) {
    steps
        .addObject()
        .put("@type", "ListItem")
        .put("position", steps.size())
        .put("name", name)
        .put("item", url + address);
  }

  private static ObjectNode thing(String type) {
    return JSON.createObjectNode().put("@context", "https://schema.org").put("@type", type);
  }

  /** As it may stand in a script element, which no text in it can end. */
  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value).replace("<", "\\u003c");
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
