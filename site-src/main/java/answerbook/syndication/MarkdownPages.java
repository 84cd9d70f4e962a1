package answerbook.syndication;

import answerbook.content.Book;
import answerbook.content.Question;
import answerbook.markdown.ReadableTex;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import answerbook.store.ClassPathSum;
import answerbook.store.ContentSum;
import answerbook.store.LastSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The book as Markdown: {@code llms.txt} lists the questions, each of which is a file. */
final class MarkdownPages {
  private final Book book;
  private final RenderedBook rendered;

  MarkdownPages(Book book, RenderedBook rendered) {
    this.book = book;
    this.rendered = rendered;
  }

  void write(LastSite last) throws IOException {
    Files.writeString(last.next().resolve("llms.txt"), index());
    for (RenderedTopic topic : rendered.topics()) {
      for (RenderedQuestion question : topic.questions()) {
        String address = address(question.source());
        String sum =
            ContentSum.of(
                ClassPathSum.get(),
                question.sum(),
                head(question.source(), topic),
                question.source().front().title().text());
        if (!last.take(address, sum)) {
          last.note(address, sum);
          Path file = last.next().resolve(address);
          Files.createDirectories(file.getParent());
          Files.writeString(file, text(question, topic));
        }
      }
    }
  }

  /** Where a question's Markdown is. */
  private static String address(Question question) {
    return question.address().replaceFirst("\\.html$", ".md");
  }

  private String index() {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(rendered.title().plain()).append("\n\n");
    out.append("> ").append(book.settings().description()).append("\n\n");
    out.append(
        "Each link leads to a question and its answer as Markdown. Formulas are TeX between ");
    out.append("dollar signs. Numbers are what the program behind the answer computed. ");
    out.append("The same address with `.html` is the page for people.\n");
    for (RenderedTopic topic : rendered.topics()) {
      out.append("\n## ").append(topic.title().plain()).append("\n\n");
      topic.questions().forEach(question -> out.append(entry(question)));
    }
    out.append("\n## Optional\n\n");
    out.append("- [The whole book as data](").append(link("data/questions.json"));
    out.append("): questions, answers and results, described by a JSON Schema beside it\n");
    return out.toString();
  }

  private String entry(RenderedQuestion question) {
    Question source = question.source();
    String title = ReadableTex.of(question.title()).replaceAll("([\\[\\]])", "\\\\$1");
    return "- [" + title + "](" + link(address(source)) + "): " + about(source) + "\n";
  }

  private static String about(Question question) {
    String level = question.front().level().name().toLowerCase(Locale.ROOT);
    return level + "; " + String.join(", ", question.front().tags());
  }

  private String link(String address) {
    return book.settings().url() + address;
  }

  private String text(RenderedQuestion question, RenderedTopic topic) {
    return "# "
        + question.source().front().title().text()
        + "\n\n"
        + head(question.source(), topic)
        + "\n\n"
        + question.plain().markdown();
  }

  /** Where the question stands, and what it is about. */
  private static String head(Question source, RenderedTopic topic) {
    return "["
        + topic.title().plain()
        + "](index.html), "
        + ("[question " + source.number() + "](" + source.slug() + ".html); ")
        + about(source);
  }
}
