package answerbook.export.epub;

import answerbook.export.Xml;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import org.jsoup.nodes.Element;

/** The table of contents, from which reading systems make their own. */
final class Navigation {
  private final RenderedBook book;
  private final Contents contents;

  Navigation(RenderedBook book, Contents contents) {
    this.book = book;
    this.contents = contents;
  }

  String page() {
    Element body = new Element("body");
    Element toc = body.appendElement("nav").attr("epub:type", "toc").id("toc");
    toc.appendElement("h1").text("Contents");
    Element list = toc.appendElement("ol");
    entry(list, "title.xhtml", book.title().plain());
    for (RenderedTopic topic : book.topics()) {
      String title = contents.number(topic) + " " + topic.title().plain();
      Element questions = entry(list, Contents.questionsFile(topic), title).appendElement("ol");
      topic.questions().forEach(question -> question(questions, question));
      entry(list, Contents.answersFile(topic), "Answers: " + topic.title().plain());
    }
    if (!book.references().isEmpty()) {
      entry(list, Contents.REFERENCES, "References");
    }
    landmarks(body);
    return new Page("nav.xhtml", "Contents", "frontmatter", body).xhtml();
  }

  private void question(Element list, RenderedQuestion question) {
    String slug = question.source().slug();
    Element item = list.appendElement("li");
    Element link = item.appendElement("a").attr("href", contents.question(slug));
    link.text(contents.number(question.source()) + " " + Xml.plain(question.titleHtml()));
  }

  private static Element entry(Element list, String address, String title) {
    Element item = list.appendElement("li");
    item.appendElement("a").attr("href", address).text(title);
    return item;
  }

  private void landmarks(Element body) {
    Element nav = body.appendElement("nav").attr("epub:type", "landmarks").attr("hidden", "hidden");
    nav.appendElement("h2").text("Landmarks");
    Element list = nav.appendElement("ol");
    landmark(list, "cover", "cover.xhtml", "Cover");
    landmark(list, "toc", "nav.xhtml", "Contents");
    String first = Contents.questionsFile(book.topics().get(0));
    landmark(list, "bodymatter", first, book.topics().get(0).title().plain());
    if (!book.references().isEmpty()) {
      landmark(list, "bibliography", Contents.REFERENCES, "References");
    }
  }

  private static void landmark(Element list, String type, String address, String title) {
    entry(list, address, title).selectFirst("a").attr("epub:type", type);
  }
}
