package answerbook.print;

import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import answerbook.print.Edition.Kind;
import java.util.List;
import org.jsoup.nodes.Element;

/** The contents: as pages with page numbers, and as the outline that readers show beside pages. */
final class Contents {
  private final RenderedBook rendered;
  private final Edition edition;

  Contents(RenderedBook rendered, Edition edition) {
    this.rendered = rendered;
    this.edition = edition;
  }

  void appendTo(Element body) {
    Element page = BookHtml.chapter(body, "contents", "Contents");
    page.addClass("contents-page");
    page.appendElement("h1").text("Contents");
    Element list = page.appendElement("ul").addClass("contents");
    List<RenderedTopic> topics = rendered.topics();
    for (int i = 0; i < topics.size(); i++) {
      RenderedTopic topic = topics.get(i);
      Element entry = entry(list, "topic-" + topic.slug(), (i + 1) + "", topic.title().html());
      questions(entry, topic.questions(), i + 1);
    }
    if (edition.kind() == Kind.ANSWERS_LAST) {
      for (RenderedTopic topic : topics) {
        entry(list, "answers-" + topic.slug(), "", "Answers: " + topic.title().html());
      }
    }
    if (hasReferences()) {
      entry(list, "references", "", "References");
    }
    entry(list, "tags", "", "Index of tags");
  }

  /** A topic's questions, the first of which stays with the topic's title. */
  private static void questions(Element entry, List<RenderedQuestion> questions, int topic) {
    Element start = new Element("div").addClass("keep");
    start.appendChild(entry.child(0));
    Element first = entry.appendChild(start).child(0).appendElement("ul");
    Element rest = entry.appendElement("ul");
    for (RenderedQuestion question : questions) {
      String number = QuestionHtml.number(question.source(), topic);
      Element list = first.childrenSize() == 0 ? first : rest;
      entry(list, question.source().slug(), number, question.titleHtml());
    }
    entry.select("> ul:empty").remove();
  }

  private static Element entry(Element list, String id, String number, String titleHtml) {
    Element entry = list.appendElement("li");
    Element link = entry.appendElement("a").addClass("entry").attr("href", "#" + id);
    if (!number.isEmpty()) {
      link.appendElement("span").addClass("number").text(number);
      link.appendText(" ");
    }
    link.append(titleHtml);
    return entry;
  }

  /** The outline. */
  Element bookmarks() {
    Element bookmarks = new Element("bookmarks");
    bookmark(bookmarks, "contents", "Contents");
    List<RenderedTopic> topics = rendered.topics();
    for (int i = 0; i < topics.size(); i++) {
      RenderedTopic topic = topics.get(i);
      String title = (i + 1) + " " + topic.title().plain();
      Element inner = bookmark(bookmarks, "topic-" + topic.slug(), title);
      for (RenderedQuestion question : topic.questions()) {
        String number = QuestionHtml.number(question.source(), i + 1);
        bookmark(inner, question.source().slug(), number + " " + question.title());
      }
    }
    if (edition.kind() == Kind.ANSWERS_LAST) {
      topics.forEach(topic -> answers(bookmarks, topic));
    }
    if (hasReferences()) {
      bookmark(bookmarks, "references", "References");
    }
    bookmark(bookmarks, "tags", "Index of tags");
    return bookmarks;
  }

  private void answers(Element bookmarks, RenderedTopic topic) {
    int number = rendered.topics().indexOf(topic) + 1;
    String title = "Answers: " + topic.title().plain();
    Element inner = bookmark(bookmarks, "answers-" + topic.slug(), title);
    for (RenderedQuestion question : topic.questions()) {
      String name = QuestionHtml.number(question.source(), number) + " " + question.title();
      bookmark(inner, QuestionHtml.answerId(question.source()), name);
    }
  }

  private static Element bookmark(Element parent, String id, String name) {
    return parent.appendElement("bookmark").attr("name", name).attr("href", "#" + id);
  }

  private boolean hasReferences() {
    return edition.kind().hasAnswers() && !rendered.references().isEmpty();
  }
}
