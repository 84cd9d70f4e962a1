package answerbook.print;

import answerbook.content.Question;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedQuestion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Element;

/** The index: each tag with its questions and their pages. */
final class TagIndex {
  /** By tag: links to questions, in reading order. */
  private final Map<String, Element> entries = new TreeMap<>();

  TagIndex(RenderedBook rendered) {
    for (int i = 0; i < rendered.topics().size(); i++) {
      List<RenderedQuestion> questions = rendered.topics().get(i).questions();
      for (RenderedQuestion question : questions) {
        add(question.source(), i + 1);
      }
    }
  }

  private void add(Question question, int topic) {
    for (String tag : question.front().tags()) {
      Element entry = entries.computeIfAbsent(tag, TagIndex::entry);
      entry
          .appendElement("span")
          .addClass("indexed")
          .appendElement("a")
          .attr("href", "#" + question.slug())
          .text(QuestionHtml.number(question, topic));
      entry.appendText(" ");
    }
  }

  private static Element entry(String tag) {
    Element entry = new Element("li");
    entry.appendElement("span").addClass("outdent").text(tag);
    entry.appendText(" ");
    return entry;
  }

  void appendTo(Element body) {
    Element section = BookHtml.chapter(body, "tags", "Index of tags");
    section.appendElement("h1").text("Index of tags");
    section
        .appendElement("p")
        .addClass("introduction")
        .text("Questions by their numbers, with their pages in brackets.");
    Element list =
        section.appendElement("div").addClass("columns").appendElement("ul").addClass("tags");
    entries.values().forEach(list::appendChild);
  }
}
