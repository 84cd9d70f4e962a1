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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Renders all Markdown of the book. */
public final class BookRenderer {
  /** A parsed question takes twenty times the room of its text. */
  private static final int MOST_DOCUMENTS = 400;

  private final Book book;
  private final Scope.Tools tools;
  private final List<LinkUse> links = new ArrayList<>();

  private final FragmentShelf shelf;
  private final Map<String, Document> documents = new ConcurrentHashMap<>();

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
  }

  /**
   * Renders the formulas that hold no values, so that this is done when the values arrive.
   *
   * @param isLate whether the values have arrived; what was not begun by then is left
   */
  public void warmUp(BooleanSupplier isLate) {
    book.questions().toList().parallelStream()
        .filter(question -> !isLate.getAsBoolean() && !shelf.hasText(question))
        .forEach(question -> new Formulas(document(question)).warm(tools.maths()));
  }

  /** The text of the book's introduction, of a topic's, or of a question, as it was written. */
  public Manuscript manuscript(SourceFile file) {
    Question question = tools.names().questions().get(file.name());
    if (question != null) {
      return shelf.manuscript(
          file,
          () -> new ManuscriptReader(file).read(question.front().title(), document(question)));
    }
    return book.topics().stream()
        .filter(topic -> topic.file().name().equals(file.name()))
        .map(topic -> manuscript(file, topic.title(), topic.bodyOffset()))
        .findAny()
        .orElseGet(() -> manuscript(file, book.title(), book.bodyOffset()));
  }

  private static Manuscript manuscript(SourceFile file, Located title, int bodyOffset) {
    return new ManuscriptReader(file).read(title, BookMarkdown.parse(file.text(), bodyOffset));
  }

  /** Renders everything. */
  public RenderedBook render(Results results) {
    List<RenderedTopic> topics = new ArrayList<>();
    Map<String, FragmentShelf.Kept> rendered = questions(results);
    for (Topic topic : book.topics()) {
      List<RenderedQuestion> questions = new ArrayList<>();
      for (Question question : topic.questions()) {
        FragmentShelf.Kept kept = rendered.get(question.file().name());
        kept.links().forEach(link -> links.add(link.reportingTo(tools.diagnostics())));
        questions.add(kept.rendered());
      }
      Text title = title(topic.file(), topic.title());
      topics.add(
          new RenderedTopic(
              topic.slug(), title, body(topic.file(), topic.bodyOffset()), questions));
    }
    Text introduction = body(book.file(), book.bodyOffset());
    shelf.keepOnly(tools.names().questions().values());
    checkLinks(topics);
    return new RenderedBook(title(book.file(), book.title()), introduction, topics, references());
  }

  /** All questions by their files, rendered by as many threads as there are cores. */
  private Map<String, FragmentShelf.Kept> questions(Results results) {
    Needs now = new Needs(tools.names(), results);
    return book.questions().toList().parallelStream()
        .collect(
            Collectors.toConcurrentMap(
                question -> question.file().name(), question -> question(question, results, now)));
  }

  /** Takes a question from the shelf, or renders it and puts it there if it has no mistake. */
  private FragmentShelf.Kept question(Question question, Results results, Needs now) {
    FragmentShelf.Kept kept =
        shelf.find(question, now, QuestionRenderer.opinions(question, results));
    if (kept == null) {
      return rendered(question, results, now);
    }
    tools.maths().reuse(kept.formulas());
    tools.highlighter().reuse(kept.listings());
    return kept;
  }

  private FragmentShelf.Kept rendered(Question question, Results results, Needs now) {
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
    tools.diagnostics().addAll(mistakes.all());
    boolean ran = question.programNames().stream().noneMatch(results.failed()::contains);
    return shelf.keep(
        new FragmentShelf.Kept(
            now.of(renderer), rendered[0], List.copyOf(renderer.links()), formulas, listings),
        mistakes.isEmpty() && ran);
  }

  /**
   * A question's text, parsed; some of a large book are parsed again when they are needed again.
   */
  private Document document(Question question) {
    Document known = documents.get(question.file().name());
    if (known != null) {
      return known;
    }
    Document parsed = BookMarkdown.parse(question.file().text(), question.bodyOffset());
    if (documents.size() < MOST_DOCUMENTS) {
      documents.put(question.file().name(), parsed);
    }
    return parsed;
  }

  private Text title(SourceFile file, Located title) {
    Scope scope = scope(Place.in(file, title.offset(), tools.diagnostics()));
    String html = new InlineMarkdown(scope).title(title.text());
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
