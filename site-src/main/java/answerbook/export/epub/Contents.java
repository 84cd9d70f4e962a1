package answerbook.export.epub;

import answerbook.content.Question;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which page holds what, and all pages in reading order. */
final class Contents {
  static final String REFERENCES = "references.xhtml";

  private final List<Page> pages = new ArrayList<>();
  private final Map<String, RenderedTopic> topics = new HashMap<>();
  private final Map<String, RenderedQuestion> questions = new HashMap<>();
  private final List<String> order;

  Contents(RenderedBook book) {
    this.order = book.topics().stream().map(RenderedTopic::slug).toList();
    for (RenderedTopic topic : book.topics()) {
      for (RenderedQuestion question : topic.questions()) {
        topics.put(question.source().slug(), topic);
        questions.put(question.source().slug(), question);
      }
    }
  }

  void add(Page page) {
    pages.add(page);
  }

  List<Page> pages() {
    return pages;
  }

  /** "2.14": the question's place in its topic, the topic's in the book. */
  String number(Question question) {
    return number(topics.get(question.slug())) + "." + question.number();
  }

  int number(RenderedTopic topic) {
    return order.indexOf(topic.slug()) + 1;
  }

  static String questionsFile(RenderedTopic topic) {
    return topic.slug() + ".xhtml";
  }

  static String answersFile(RenderedTopic topic) {
    return topic.slug() + "-answers.xhtml";
  }

  static String answerId(String slug) {
    return slug + "--answer";
  }

  /** The address of a question. */
  String question(String slug) {
    return questionsFile(topics.get(slug)) + "#" + slug;
  }

  /** The address of a question's answer. */
  String answer(String slug) {
    return answersFile(topics.get(slug)) + "#" + answerId(slug);
  }

  /** The address of a part of a question: it stands in the question or in its answer. */
  String part(String slug, String anchor) {
    RenderedQuestion question = questions.get(slug);
    boolean asked = question.question().contains("id=\"" + anchor + "\"");
    RenderedTopic topic = topics.get(slug);
    return (asked ? questionsFile(topic) : answersFile(topic)) + "#" + anchor;
  }
}
