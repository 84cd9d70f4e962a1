package answerbook.export.epub;

import answerbook.content.Question;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import answerbook.markdown.RenderedQuestion.RenderedCheck;
import answerbook.opinion.Opinion;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** The two pages of a topic: its questions, and their answers. */
final class Chapters {
  private final Contents contents;
  private final Fragment fragment;

  Chapters(Contents contents) {
    this.contents = contents;
    this.fragment = new Fragment(contents);
  }

  Page questions(RenderedTopic topic) {
    Element body = new Element("body");
    heading(body, "Topic " + contents.number(topic), topic);
    body.appendElement("div")
        .addClass("introduction")
        .insertChildren(0, fragment.of(topic.introduction().html(), "").childNodes());
    topic.questions().forEach(question -> question(body, question));
    return new Page(
        Contents.questionsFile(topic), topic.title().plain(), "bodymatter chapter", body);
  }

  Page answers(RenderedTopic topic) {
    Element body = new Element("body");
    heading(body, "Answers to topic " + contents.number(topic), topic);
    topic.questions().forEach(question -> answer(body, question));
    String title = "Answers: " + topic.title().plain();
    return new Page(Contents.answersFile(topic), title, "bodymatter chapter", body);
  }

  private void heading(Element body, String above, RenderedTopic topic) {
    Element header = body.appendElement("header");
    header.appendElement("p").addClass("eyebrow").text(above);
    header
        .appendElement("h1")
        .insertChildren(0, fragment.of(topic.title().html(), "").childNodes());
  }

  private void question(Element body, RenderedQuestion question) {
    Question source = question.source();
    Element section = section(body, question, source.slug(), "question");
    section
        .appendElement("p")
        .addClass("meta")
        .text(
            source.front().level().name().toLowerCase(Locale.ROOT)
                + " · "
                + String.join(", ", source.front().tags()));
    append(section, fragment.of(question.question(), source.slug()));
    turn(section, "Answer to ", question, contents.answer(source.slug()));
  }

  private void answer(Element body, RenderedQuestion question) {
    String slug = question.source().slug();
    Element section = section(body, question, Contents.answerId(slug), "answer");
    append(section, fragment.of(question.answer(), slug));
    if (!question.footnotes().isEmpty()) {
      append(
          section.appendElement("div").addClass("notes"), fragment.of(question.footnotes(), slug));
    }
    checks(section, question);
    turn(section, "Back to question ", question, contents.question(slug));
  }

  private Element section(Element body, RenderedQuestion question, String id, String kind) {
    Element section = body.appendElement("section").addClass(kind).id(id);
    Element heading = section.appendElement("h2");
    heading.appendElement("span").addClass("number").text(contents.number(question.source()));
    heading.appendText(" ");
    fragment.of(question.titleHtml(), "").childNodesCopy().forEach(heading::appendChild);
    return section;
  }

  private void checks(Element section, RenderedQuestion question) {
    if (question.checks().isEmpty() && question.opinions().isEmpty()) {
      return;
    }
    Element notes = section.appendElement("div").addClass("notes");
    notes.appendElement("h3").text("Checked when the book was built");
    Element list = notes.appendElement("ul");
    for (RenderedCheck check : question.checks()) {
      Element item = list.appendElement("li");
      append(item, fragment.of(check.claimHtml(), question.source().slug()));
      String bound = check.check().bound();
      item.appendText(bound.isEmpty() ? "" : " (" + bound + ")");
    }
    for (Opinion opinion : question.opinions()) {
      String accuracy = opinion.accuracy();
      list.appendElement("li")
          .text(
              accuracy.isEmpty()
                  ? "agrees exactly with " + opinion.software()
                  : "agrees with " + opinion.software() + " to " + accuracy);
    }
  }

  private void turn(Element section, String text, RenderedQuestion question, String address) {
    section
        .appendElement("p")
        .addClass("turn")
        .appendElement("a")
        .attr("href", address)
        .text(text + contents.number(question.source()));
  }

  private static void append(Element parent, Element holder) {
    holder.childNodesCopy().forEach(parent::appendChild);
  }
}
