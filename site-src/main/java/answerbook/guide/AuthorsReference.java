package answerbook.guide;

import answerbook.content.Book;
import answerbook.content.ContentReader;
import answerbook.content.Located;
import answerbook.content.Question;
import answerbook.content.Topic;
import answerbook.diagnostic.Diagnostic;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.difference.RecordedResults;
import answerbook.guide.SpecFile.Part;
import answerbook.markdown.BookRenderer;
import answerbook.markdown.ProgramResults;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import answerbook.markdown.Results;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Renders the author's reference. Its examples stand in the question {@code example} of a small
 * book beside it, each in a copy of its own with the program's recorded results.
 */
public final class AuthorsReference {
  private static final String PROGRAM = "Example";
  private static final String QUESTION = "example";

  private final Path root;
  private final SpecFile spec;
  private final Diagnostics diagnostics;

  /**
   * An example with the prose before it.
   *
   * @param prose HTML
   * @param markdown the example's Markdown; empty after the last
   * @param html what comes of it
   */
  public record Piece(String prose, String markdown, String html) {}

  /**
   * @param root the root of the small book
   */
  public AuthorsReference(Path root, SpecFile spec, Diagnostics diagnostics) {
    this.root = root;
    this.spec = spec;
    this.diagnostics = diagnostics;
  }

  /** Everything in order; empty if there is a mistake. */
  public List<Piece> render(BookRenderer.Engines engines) {
    Diagnostics mistakes = new Diagnostics();
    Book base = new ContentReader(root, mistakes).read();
    if (base == null || !mistakes.isEmpty()) {
      diagnostics.addAll(mistakes.all());
      return List.of();
    }
    Results results = new RecordedResults(root, mistakes).of(base);
    Book book = withExamples(base);
    RenderedBook rendered =
        new BookRenderer(root, book, engines, mistakes).render(named(results, book));
    mistakes.all().forEach(this::report);
    return mistakes.isEmpty() ? pieces(rendered) : List.of();
  }

  private List<Piece> pieces(RenderedBook rendered) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < spec.parts().size(); i++) {
      RenderedTopic topic = rendered.topics().get(i);
      String html = "";
      if (!topic.questions().isEmpty()) {
        RenderedQuestion question = topic.questions().get(0);
        html = question.answer() + "\n" + question.footnotes();
      }
      String prose = topic.introduction().html();
      pieces.add(new Piece(raised(prose), spec.parts().get(i).markdown(), html.strip() + "\n"));
    }
    return pieces;
  }

  /** Headings of the page itself, one level above those of questions. */
  private static String raised(String html) {
    return html.replaceAll("(</?h)3\\b", "$12").replaceAll("(</?h)4\\b", "$13");
  }

  /** A topic for each part, with its prose as introduction, and the book's own after them. */
  private Book withExamples(Book base) {
    Question model =
        base.questions()
            .filter(question -> question.slug().equals(QUESTION))
            .findAny()
            .orElseThrow();
    List<Topic> topics = new ArrayList<>();
    for (Part part : spec.parts()) {
      int number = topics.size() + 1;
      List<Question> questions =
          part.markdown().isEmpty() ? List.of() : List.of(example(model, part, number));
      String prose = lowered(part.prose());
      SourceFile file =
          new SourceFile(spec.file().name(), "\n".repeat(part.proseLine() - 1) + prose);
      topics.add(new Topic("part-" + letters(number), number, file, base.title(), 0, questions));
    }
    topics.addAll(base.topics());
    return new Book(
        base.file(),
        base.title(),
        base.settings(),
        base.bodyOffset(),
        topics,
        base.bibliography(),
        base.references());
  }

  /**
   * Prose with its headings as questions have them, without the title, but listings as they are.
   */
  private static String lowered(String prose) {
    StringBuilder out = new StringBuilder();
    boolean fenced = false;
    for (String line : prose.split("\n", -1)) {
      fenced ^= line.startsWith("```");
      boolean heading = !fenced && line.startsWith("#");
      out.append(!heading ? line : line.startsWith("##") ? "#" + line : "").append('\n');
    }
    return out.toString();
  }

  /** A question with the example as its answer, at the same lines as in the file. */
  private static Question example(Question model, Part part, int number) {
    String slug = QUESTION + "-" + letters(number);
    String text =
        "\n".repeat(part.line() - 3)
            + "<details><summary>Answer</summary>\n\n"
            + part.markdown()
            + "\n</details>\n";
    SourceFile file = new SourceFile("content/" + model.topic() + "/" + slug + ".md", text);
    Question.Front front = model.front();
    Located title = new Located("Example", 0);
    return new Question(
        slug,
        model.topic(),
        number,
        file,
        new Question.Front(
            title, front.source(), front.level(), front.tags(), List.of(), List.of(), List.of()),
        0);
  }

  /** The program's results under the names that the examples' programs have by their slugs. */
  private static Results named(Results results, Book book) {
    Map<String, ProgramResults> byName = new TreeMap<>(results.byName());
    ProgramResults example = results.byName().get(PROGRAM);
    if (example != null) {
      book.questions().forEach(question -> byName.putIfAbsent(question.programName(), example));
    }
    return new Results(byName, results.failed(), Map.of());
  }

  /** Numbers as slugs can hold them: a, b, …, z, aa, ab. */
  private static String letters(int number) {
    String last = String.valueOf((char) ('a' + (number - 1) % 26));
    return number <= 26 ? last : letters((number - 1) / 26) + last;
  }

  private void report(Diagnostic mistake) {
    boolean inExample = mistake.source().name().matches("content/[a-z]+/example-[a-z]+\\.md");
    SourceFile source = inExample ? spec.file() : mistake.source();
    diagnostics.error(source, mistake.position(), mistake.message(), mistake.remedy());
  }
}
