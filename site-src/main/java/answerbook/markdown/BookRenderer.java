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
import java.util.Collections;
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

  private final FragmentShelf shelf;
  private final Map<Question, Document> documents =
      Collections.synchronizedMap(new LinkedHashMap<>());

  /**
   * The tools by which fragments are made.
   *
   * @param shelf what was made before
   */
  public record Engines(MathRenderer maths, Highlighter highlighter, FragmentShelf shelf) {}

  /**
   * @param root the book's root
   */
  public BookRenderer(Path root, Book book, Engines engines, Diagnostics diagnostics) {
    this.book = book;
    this.tools =
        new Scope.Tools(
            engines.maths(), engines.highlighter(), BookNames.of(root, book), diagnostics);
    this.shelf = engines.shelf();
    engines.maths().begin();
    engines.highlighter().begin();
    parse(book.questions().filter(q -> shelf.ofText(q) == null).toList());
  }

  /** Parses questions by as many threads as there are cores; they stay in their order. */
  private void parse(List<Question> questions) {
    List<Document> parsed =
        questions.parallelStream()
            .map(each -> BookMarkdown.parse(each.file().text(), each.bodyOffset()))
            .toList();
    for (int i = 0; i < questions.size(); i++) {
      documents.put(questions.get(i), parsed.get(i));
    }
  }

  /** Renders the formulas that hold no values, so that this is done when the values arrive. */
  public void warmUp() {
    List.copyOf(documents.values()).parallelStream()
        .forEach(document -> new Formulas(document).warm(tools.maths()));
  }

  /** All texts as they were written: the book's introduction, the topics', the questions. */
  public List<Manuscript> manuscripts() {
    List<Manuscript> manuscripts = new ArrayList<>();
    manuscripts.add(manuscript(book.file(), book.title(), book.bodyOffset()));
    for (Topic topic : book.topics()) {
      manuscripts.add(manuscript(topic.file(), topic.title(), topic.bodyOffset()));
    }
    book.questions().forEach(question -> manuscripts.add(manuscript(question)));
    return manuscripts;
  }

  private Manuscript manuscript(Question question) {
    SourceFile file = question.file();
    return shelf.manuscript(
        file, () -> new ManuscriptReader(file).read(question.front().title(), document(question)));
  }

  private static Manuscript manuscript(SourceFile file, Located title, int bodyOffset) {
    return new ManuscriptReader(file).read(title, BookMarkdown.parse(file.text(), bodyOffset));
  }

  /** Renders everything. */
  public RenderedBook render(Results results) {
    List<RenderedTopic> topics = new ArrayList<>();
    for (Topic topic : book.topics()) {
      List<RenderedQuestion> questions = new ArrayList<>();
      for (FragmentShelf.Kept kept : questions(topic, results)) {
        kept.links().forEach(link -> links.add(link.reportingTo(tools.diagnostics())));
        questions.add(kept.rendered());
      }
      Text title = title(topic.file(), topic.title());
      topics.add(
          new RenderedTopic(
              topic.slug(), title, body(topic.file(), topic.bodyOffset()), questions));
    }
    Text introduction = body(book.file(), book.bodyOffset());
    shelf.keepOnly(tools.names().questions().keySet());
    checkLinks(topics);
    return new RenderedBook(title(book.file(), book.title()), introduction, topics, references());
  }

  /** The questions of a topic in their order, rendered by as many threads as there are cores. */
  private List<FragmentShelf.Kept> questions(Topic topic, Results results) {
    return topic.questions().parallelStream().map(each -> question(each, results)).toList();
  }

  /** Takes a question from the shelf, or renders it and puts it there if it has no mistake. */
  private FragmentShelf.Kept question(Question question, Results results) {
    FragmentShelf.Kept kept =
        shelf.find(
            question,
            QuestionRenderer.programs(question, results),
            QuestionRenderer.opinions(question, results),
            tools.names());
    if (kept != null) {
      tools.maths().reuse(kept.formulas());
      tools.highlighter().reuse(kept.listings());
    } else {
      kept = rendered(question, results);
    }
    return kept;
  }

  private FragmentShelf.Kept rendered(Question question, Results results) {
    Diagnostics mistakes = new Diagnostics();
    Document document = document(question);
    QuestionRenderer renderer =
        new QuestionRenderer(tools.reportingTo(mistakes), question, document, results);
    RenderedQuestion[] rendered = new RenderedQuestion[1];
    Set<String> listings = new TreeSet<>();
    Set<String> formulas =
        tools
            .maths()
            .usedBy(
                () -> {
                  new Formulas(document).warm(tools.maths());
                  listings.addAll(
                      tools.highlighter().usedBy(() -> rendered[0] = renderer.render()));
                });
    FragmentShelf.Kept kept =
        new FragmentShelf.Kept(
            FragmentShelf.sources(renderer, tools.names()),
            rendered[0],
            List.copyOf(renderer.links()),
            formulas,
            listings);
    tools.diagnostics().addAll(mistakes.all());
    boolean ran = question.programNames().stream().noneMatch(results.failed()::contains);
    if (mistakes.isEmpty() && ran) {
      shelf.keep(kept);
    }
    return kept;
  }

  private Document document(Question question) {
    return documents.computeIfAbsent(
        question, q -> BookMarkdown.parse(q.file().text(), q.bodyOffset()));
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
      String title = titleOf(reference);
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

  /** A work's title as HTML; a link in it could depend on other things, so it isn't kept. */
  private String titleOf(Reference work) {
    FragmentShelf.KeptText kept = shelf.find(work.title());
    if (kept != null) {
      tools.maths().reuse(kept.formulas());
      return kept.html();
    }
    Diagnostics mistakes = new Diagnostics();
    Scope scope =
        new Scope(
            tools.reportingTo(mistakes),
            Place.in(book.bibliography(), work.offset(), mistakes),
            "",
            Programs.NONE,
            new Labels());
    String[] html = new String[1];
    Set<String> formulas =
        tools.maths().usedBy(() -> html[0] = new InlineMarkdown(scope).html(work.title()));
    if (mistakes.isEmpty() && scope.links().isEmpty() && scope.citations().isEmpty()) {
      shelf.keep(work.title(), new FragmentShelf.KeptText(html[0], formulas));
    }
    tools.diagnostics().addAll(mistakes.all());
    return html[0];
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
