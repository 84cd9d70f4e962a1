package answerbook.print;

import answerbook.content.Book;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import answerbook.print.Edition.Kind;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One edition as a single document, in the order of its pages. */
final class BookHtml {
  private final Book book;
  private final RenderedBook rendered;
  private final Edition edition;
  private final QuestionHtml questions;

  BookHtml(Book book, RenderedBook rendered, Edition edition) {
    this.book = book;
    this.rendered = rendered;
    this.edition = edition;
    this.questions = new QuestionHtml(edition.kind());
  }

  Document document() {
    Document document = Document.createShell("");
    document.selectFirst("html").attr("lang", "en-GB");
    document.title(rendered.title().plain() + ": " + edition.kind().title());
    meta(document, "description", book.settings().description());
    meta(document, "subject", book.settings().description());
    Element body = document.body();
    titlePage(body);
    Contents contents = new Contents(rendered, edition);
    contents.appendTo(body);
    rendered.topics().forEach(topic -> topic(body, topic));
    if (edition.kind() == Kind.ANSWERS_LAST) {
      answers(body);
    }
    if (edition.kind().hasAnswers()) {
      references(body);
    }
    new TagIndex(rendered).appendTo(body);
    new Links(edition.kind()).resolve(document);
    document.head().appendChild(contents.bookmarks());
    return document;
  }

  private static void meta(Document document, String name, String content) {
    document.head().appendElement("meta").attr("name", name).attr("content", content);
  }

  private void titlePage(Element body) {
    Element page = body.appendElement("div").addClass("title-page");
    page.appendElement("p").addClass("book-title").html(rendered.title().html());
    page.appendElement("p").addClass("book-kind").text(edition.kind().title());
    page.appendElement("div").addClass("introduction").html(rendered.introduction().html());
    Element imprint = page.appendElement("p").addClass("imprint");
    imprint.appendText("Every number was computed when the book was built. ");
    imprint.appendText("Text and programs under the MIT licence.");
    if (!book.settings().url().isEmpty()) {
      imprint.appendElement("br");
      imprint.appendElement("a").attr("href", book.settings().url()).text(book.settings().url());
    }
  }

  private void topic(Element body, RenderedTopic topic) {
    int number = rendered.topics().indexOf(topic) + 1;
    Element section = chapter(body, "topic-" + topic.slug(), topic.title().plain());
    section.attr(Mistakes.OWNER, topic.slug());
    section.appendElement("p").addClass("eyebrow").text("Topic " + number);
    section.appendElement("h1").html(topic.title().html());
    section.appendElement("div").addClass("introduction").html(topic.introduction().html());
    for (RenderedQuestion question : topic.questions()) {
      section.appendChild(questions.question(question, number));
    }
  }

  private void answers(Element body) {
    List<RenderedTopic> topics = rendered.topics();
    for (int i = 0; i < topics.size(); i++) {
      RenderedTopic topic = topics.get(i);
      Element section =
          chapter(body, "answers-" + topic.slug(), "Answers: " + topic.title().plain());
      section.appendElement("p").addClass("eyebrow").text("Answers to topic " + (i + 1));
      section.appendElement("h1").html(topic.title().html());
      for (RenderedQuestion question : topic.questions()) {
        section.appendChild(questions.answerApart(question, i + 1));
      }
    }
  }

  private void references(Element body) {
    if (rendered.references().isEmpty()) {
      return;
    }
    Element section = chapter(body, "references", "References");
    section.appendElement("h1").text("References");
    Element list = section.appendElement("ul").addClass("references");
    rendered
        .references()
        .forEach(
            (key, html) -> {
              Element entry = list.appendElement("li").id("ref-" + key).html(html);
              entry.prependElement("span").addClass("outdent");
            });
  }

  /** A part that starts a page, with what stands above its pages. */
  static Element chapter(Element body, String id, String head) {
    Element section = body.appendElement("div").addClass("chapter").id(id);
    section.appendElement("p").addClass("running-head").text(head);
    return section;
  }
}
