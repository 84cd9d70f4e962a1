package answerbook.markdown;

import answerbook.code.Highlighter;
import answerbook.content.Book;
import answerbook.content.Located;
import answerbook.content.Question;
import answerbook.content.Reference;
import answerbook.content.Topic;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Nearest;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedBook.Text;
import answerbook.markdown.syntax.BookMarkdown;
import answerbook.math.MathRenderer;
import com.vladsch.flexmark.util.ast.Document;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Renders all Markdown of the book. */
public final class BookRenderer {
  private final Book book;
  private final Scope.Tools tools;
  private final List<LinkUse> links = new ArrayList<>();

  private final Map<Question, Document> documents = new LinkedHashMap<>();

  /** The tools by which fragments are made. */
  public record Engines(MathRenderer maths, Highlighter highlighter) {}

  /**
   * @param root the book's root
   */
  public BookRenderer(Path root, Book book, Engines engines, Diagnostics diagnostics) {
    this.book = book;
    this.tools =
        new Scope.Tools(
            engines.maths(), engines.highlighter(), BookNames.of(root, book), diagnostics);
    book.questions()
        .forEach(q -> documents.put(q, BookMarkdown.parse(q.file().text(), q.bodyOffset())));
  }

  /** Renders the formulas that hold no values, so that this is done when the values arrive. */
  public void warmUp() {
    documents.values().forEach(document -> new Formulas(document).warm(tools.maths()));
  }

  /** All texts as they were written: the book's introduction, the topics', the questions. */
  public List<Manuscript> manuscripts() {
    List<Manuscript> manuscripts = new ArrayList<>();
    manuscripts.add(manuscript(book.file(), book.title(), book.bodyOffset()));
    for (Topic topic : book.topics()) {
      manuscripts.add(manuscript(topic.file(), topic.title(), topic.bodyOffset()));
    }
    documents.forEach(
        (question, document) ->
            manuscripts.add(
                new ManuscriptReader(question.file()).read(question.front().title(), document)));
    return manuscripts;
  }

  private static Manuscript manuscript(SourceFile file, Located title, int bodyOffset) {
    return new ManuscriptReader(file).read(title, BookMarkdown.parse(file.text(), bodyOffset));
  }

  /** Renders everything. */
  public RenderedBook render(Results results) {
    List<RenderedTopic> topics = new ArrayList<>();
    for (Topic topic : book.topics()) {
      List<RenderedQuestion> questions = new ArrayList<>();
      for (Question question : topic.questions()) {
        QuestionRenderer renderer =
            new QuestionRenderer(tools, question, documents.get(question), results);
        questions.add(renderer.render());
        links.addAll(renderer.links());
      }
      Text title = title(topic.file(), topic.title());
      topics.add(
          new RenderedTopic(
              topic.slug(), title, body(topic.file(), topic.bodyOffset()), questions));
    }
    Text introduction = body(book.file(), book.bodyOffset());
    checkLinks(topics);
    return new RenderedBook(title(book.file(), book.title()), introduction, topics, references());
  }

  private Text title(SourceFile file, Located title) {
    Scope scope = scope(Place.in(file, title.offset(), tools.diagnostics()));
    String html = new InlineMarkdown(scope).html(title.text());
    return new Text(
        new PlainText(scope).of(BookMarkdown.parse(title.text(), 0)).replace("$", ""), html);
  }

  private Text body(SourceFile file, int offset) {
    Place place = Place.in(file, 0, tools.diagnostics());
    Document document = BookMarkdown.parse(file.text(), offset);
    Scope scope = new Scope(tools, place, "", Programs.NONE, new Labels(document, place));
    String html = new FragmentRenderer(scope, file.name()).html(document).strip();
    links.addAll(scope.links());
    return new Text(new PlainText(scope).of(document), html);
  }

  private Scope scope(Place place) {
    return new Scope(tools, place, "", Programs.NONE, new Labels());
  }

  /** References as a list shows them: authors, year, title, venue; the title leads to the work. */
  private Map<String, String> references() {
    Map<String, String> html = new TreeMap<>();
    for (Reference reference : book.references().values()) {
      Scope scope = scope(Place.in(book.bibliography(), reference.offset(), tools.diagnostics()));
      String title = new InlineMarkdown(scope).html(reference.title());
      String venue =
          reference.venue().isEmpty()
              ? ""
              : " <span class=\"venue\">" + Html.escape(reference.venue()) + ".</span>";
      html.put(
          reference.key(),
          Html.escape(String.join(", ", reference.authors()))
              + " ("
              + reference.citedYear()
              + "). <a href=\""
              + Html.escape(reference.link())
              + "\" rel=\"external\">"
              + title
              + "</a>."
              + venue);
    }
    return html;
  }

  private void checkLinks(List<RenderedTopic> topics) {
    Map<String, Set<String>> anchors = new LinkedHashMap<>();
    for (RenderedTopic topic : topics) {
      topic
          .questions()
          .forEach(question -> anchors.put(question.source().slug(), question.anchors()));
    }
    for (LinkUse link : links) {
      Set<String> known = new TreeSet<>();
      String prefix = link.slug() + "--";
      anchors
          .getOrDefault(link.slug(), Set.of())
          .forEach(anchor -> known.add(anchor.substring(prefix.length())));
      if (!link.anchor().isEmpty() && !known.contains(link.anchor()) && !hasMistakes(link.slug())) {
        link.place()
            .error(
                link.offset(),
                "'" + link.slug() + "' has no part '" + link.anchor() + "'",
                Nearest.remedy(link.anchor(), known, "parts"));
      }
    }
  }

  /** Whether a question has mistakes that may have swallowed some of its parts. */
  private boolean hasMistakes(String slug) {
    return tools.diagnostics().all().stream()
        .anyMatch(mistake -> mistake.source().name().endsWith("/" + slug + ".md"));
  }
}
