package answerbook.markdown;

import answerbook.api.Check;
import answerbook.content.Located;
import answerbook.content.Question;
import answerbook.markdown.RenderedQuestion.RenderedCheck;
import answerbook.markdown.syntax.AnswerBlock;
import answerbook.markdown.syntax.AnswerEnd;
import answerbook.markdown.syntax.BookMarkdown;
import answerbook.opinion.Opinion;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renders one question. Mistakes are reported at their place in its file. */
final class QuestionRenderer {
  private static final Pattern LINK = Pattern.compile("href=\"slug:([^\"#]+)");

  private final Scope.Tools tools;
  private final Question question;
  private final Place place;
  private final Document document;
  private final Scope scope;
  private final Programs programs;
  private final List<Opinion> opinions;

  QuestionRenderer(Scope.Tools tools, Question question, Document document, Results results) {
    this.tools = tools;
    this.question = question;
    this.place = Place.in(question.file(), 0, tools.diagnostics());
    this.document = document;
    this.programs = programs(question, results);
    this.opinions = opinions(question, results);
    this.scope = new Scope(tools, place, question.slug(), programs, new Labels(document, place));
  }

  /** Links found while rendering, to be checked when all questions are rendered. */
  List<LinkUse> links() {
    return scope.links();
  }

  Question question() {
    return question;
  }

  Programs programs() {
    return programs;
  }

  List<Opinion> opinions() {
    return opinions;
  }

  /** Keys of the works that were cited while rendering. */
  Set<String> citations() {
    return scope.citations();
  }

  /** Texts of the files that were shown while rendering, by their names. */
  Map<String, String> files() {
    return scope.files();
  }

  RenderedQuestion render() {
    AnswerBlock answer = answer();
    String html = new FragmentRenderer(scope, question.file().name()).html(document);
    int start = html.indexOf(BlockHtml.ANSWER_START);
    int end = html.indexOf(BlockHtml.ANSWER_END);
    boolean answered = start >= 0 && end > start;
    RenderedQuestion.Fragments fragments =
        new RenderedQuestion.Fragments(
            (answered ? html.substring(0, start) : html).strip(),
            answered ? html.substring(start + 1, end).strip() : "",
            answered ? html.substring(end + 1).strip() : "");
    Located title = question.front().title();
    return new RenderedQuestion(
        question,
        plainTitle(title),
        inline(title),
        new HeldTexts(fragments, plain(answer)),
        List.copyOf(scope.citations()),
        checks(),
        opinions,
        new AskedNumbers(programs, place).of(question.front().asks(), this::inline),
        scope.anchors(),
        linked(fragments),
        "");
  }

  /** Texts that are in memory. */
  record HeldTexts(RenderedQuestion.Fragments fragments, RenderedQuestion.Plain plain)
      implements RenderedQuestion.Texts {}

  private RenderedQuestion.Plain plain(AnswerBlock answer) {
    return new RenderedQuestion.Plain(
        new PlainText(scope).of(document),
        answer == null ? "" : new PlainText(scope).of(answer),
        new CommonMarkdown(scope).of(document));
  }

  private static Set<String> linked(RenderedQuestion.Fragments fragments) {
    Set<String> slugs = new TreeSet<>();
    for (String html : List.of(fragments.question(), fragments.answer(), fragments.footnotes())) {
      for (Matcher link = LINK.matcher(html); link.find(); ) {
        slugs.add(link.group(1));
      }
    }
    return slugs;
  }

  /**
   * The question's one answer; reports where there is none, one without end, or anything after it.
   */
  private AnswerBlock answer() {
    AnswerBlock answer = null;
    boolean open = false;
    for (Node node : document.getChildren()) {
      if (node instanceof AnswerBlock block) {
        if (answer != null) {
          place.error(
              block.opening().getStartOffset(), "a second answer", "a question has one; join them");
        }
        answer = answer == null ? block : answer;
        open = true;
      } else if (node instanceof AnswerEnd) {
        if (!open) {
          place.error(node.getStartOffset(), "this ends no answer", "remove it");
        }
        open = false;
      } else if (answer != null
          && !(node instanceof FootnoteBlock || node instanceof HtmlCommentBlock)) {
        place.error(node.getStartOffset(), "text after the answer", "move it before '</details>'");
      }
    }
    if (open) {
      place.error(
          answer.opening().getStartOffset(),
          "the answer has no end",
          "close it with a line '</details>'");
    } else if (answer == null) {
      int last =
          Math.max(question.bodyOffset(), question.file().text().stripTrailing().length() - 1);
      String remedy = "add it between '<details><summary>Answer</summary>' and '</details>'";
      place.error(last, "the question has no answer", remedy);
    }
    return answer;
  }

  /** A text of the front matter as HTML. */
  private String inline(Located text) {
    Place place = Place.in(question.file(), text.offset(), tools.diagnostics());
    return new InlineMarkdown(new Scope(tools, place, "", programs, new Labels()))
        .title(text.text());
  }

  private String plainTitle(Located title) {
    return new PlainText(scope).of(BookMarkdown.parse(title.text(), 0)).replace("$", "");
  }

  /** What the programs of a question gave. */
  static Programs programs(Question question, Results results) {
    Map<String, ProgramResults> usable = new TreeMap<>();
    for (String name : question.programNames()) {
      if (results.byName().containsKey(name)) {
        usable.put(name, results.byName().get(name));
      }
    }
    return new Programs(question.programName(), usable, results.failed());
  }

  /** What programs in other languages say on a question. */
  static List<Opinion> opinions(Question question, Results results) {
    return results.opinions().getOrDefault(question.slug(), List.of());
  }

  /** Claims are inline Markdown; a mistake in one is reported at the top of its program. */
  private List<RenderedCheck> checks() {
    List<RenderedCheck> checks = new ArrayList<>();
    for (ProgramResults results : programs.byName().values()) {
      InlineMarkdown markdown = new InlineMarkdown(scope, results.source(), 1);
      for (Check check : results.checks()) {
        checks.add(new RenderedCheck(check, markdown.html(check.claim())));
      }
    }
    return checks;
  }
}
