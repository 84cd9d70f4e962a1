package answerbook.print;

import answerbook.content.Level;
import answerbook.content.Question;
import answerbook.markdown.RenderedQuestion;
import answerbook.markdown.RenderedQuestion.RenderedCheck;
import answerbook.print.Edition.Kind;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** A question and its answer, as an edition puts them. */
final class QuestionHtml {
  /** How many lines there are to write on. */
  private static final Map<Level, Integer> LINES =
      Map.of(Level.EASY, 8, Level.MEDIUM, 12, Level.HARD, 16);

  private final Kind kind;

  QuestionHtml(Kind kind) {
    this.kind = kind;
  }

  /** The question with what the edition has below it. */
  Element question(RenderedQuestion question, int topic) {
    Question source = question.source();
    Element article = article(question, source.slug());
    Element part = kind == Kind.ANSWERS_BELOW ? article : whole(article);
    heading(part, question, "Question " + number(source, topic));
    part.appendElement("div").addClass("question-body").html(question.question());
    switch (kind) {
      case ANSWERS_BELOW -> {
        Element answer = part.appendElement("div").addClass("answer");
        answer.id(answerId(source));
        answer.appendElement("p").addClass("answer-label").text("Answer");
        answer(answer, question);
      }
      case ANSWERS_LAST -> turn(part, "Answer", answerId(source));
      case QUESTIONS_ONLY -> room(part, source.front().level());
    }
    return article;
  }

  /** The answer by itself, with the way back to its question. */
  Element answerApart(RenderedQuestion question, int topic) {
    Question source = question.source();
    Element article = article(question, answerId(source));
    heading(article, question, "Answer " + number(source, topic));
    turn(article, "Question", source.slug());
    answer(article.appendElement("div").addClass("answer-apart"), question);
    return article;
  }

  /** What a page does not part, unless it is longer. */
  private static Element whole(Element article) {
    return article.addClass("brief").appendElement("div").addClass("whole").addClass("keep");
  }

  /** The way to the other half. */
  private static void turn(Element parent, String text, String id) {
    Element turn = parent.appendElement("p").addClass("turn");
    turn.appendElement("a").addClass("paged").attr("href", "#" + id).text(text);
  }

  /** "2.14": the question's place in its topic, the topic's in the book. */
  static String number(Question question, int topic) {
    return topic + "." + question.number();
  }

  static String answerId(Question question) {
    return question.slug() + "--answer";
  }

  private static Element article(RenderedQuestion question, String id) {
    return new Element("div")
        .addClass("question")
        .id(id)
        .attr(Mistakes.OWNER, question.source().slug());
  }

  private static void heading(Element article, RenderedQuestion question, String label) {
    Question.Front front = question.source().front();
    String level = front.level().name().toLowerCase(Locale.ROOT);
    Element eyebrow = article.appendElement("p").addClass("eyebrow");
    eyebrow.appendElement("strong").text(label);
    eyebrow.appendText(" · " + level + " · " + String.join(", ", front.tags()));
    article.appendElement("h2").html(question.titleHtml());
  }

  private static void answer(Element parent, RenderedQuestion question) {
    parent.appendElement("div").addClass("answer-body").html(question.answer());
    if (!question.footnotes().isEmpty()) {
      parent.appendElement("div").addClass("notes").html(question.footnotes());
    }
    if (question.checks().isEmpty()) {
      return;
    }
    Element notes = parent.appendElement("div").addClass("notes");
    notes.appendElement("p").addClass("notes-label").text("Checked when the book was built");
    Element list = notes.appendElement("ul").addClass("checks");
    for (RenderedCheck check : question.checks()) {
      String bound = check.check().bound();
      Element item = list.appendElement("li");
      item.appendElement("span").addClass("tick").text("✓ ");
      item.append(check.claimHtml());
      item.appendText(bound.isEmpty() ? "" : " (" + bound + ")");
    }
  }

  private static void room(Element article, Level level) {
    Element room = article.appendElement("div").addClass("room");
    for (int line = 0; line < LINES.get(level); line++) {
      room.appendElement("div").addClass("line");
    }
  }
}
