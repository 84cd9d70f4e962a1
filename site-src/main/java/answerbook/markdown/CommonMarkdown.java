package answerbook.markdown;

import answerbook.api.Diagram;
import answerbook.api.Plot;
import answerbook.api.Result;
import answerbook.api.Table;
import answerbook.api.Text;
import answerbook.diagnostic.Diagnostics;
import answerbook.markdown.syntax.AnswerBlock;
import answerbook.markdown.syntax.AnswerEnd;
import answerbook.markdown.syntax.CitationNode;
import answerbook.markdown.syntax.Directive;
import answerbook.markdown.syntax.MathBlock;
import answerbook.markdown.syntax.MathNode;
import answerbook.markdown.syntax.ValueNode;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question as Markdown that anybody's reader knows: what the author wrote, with values, listings,
 * tables and the descriptions of figures in the places of what inserts them. Mistakes were reported
 * when the HTML was made; what can't be had stays as it was written.
 */
final class CommonMarkdown {
  private static final Pattern VALUE = Pattern.compile("\\{\\{([^{}\\n]*)\\}\\}");
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final String ANSWER_END = "</details>";

  private final Scope scope;
  private final Listings listings;
  private final PlainText plain;
  private final NavigableMap<Integer, Replacement> replacements = new TreeMap<>();
  private String source = "";

  /** What stands for the source from where it is kept up to {@code end}. */
  private record Replacement(int end, Wording wording) {}

  /** A text that may not be had. */
  private interface Wording {
    String text() throws MistakeException;
  }

  CommonMarkdown(Scope scope) {
    this.scope = scope.at(scope.place().reportingTo(new Diagnostics()));
    this.listings = new Listings(this.scope);
    this.plain = new PlainText(this.scope);
  }

  /** The whole text. */
  String of(Document document) {
    source = document.getChars().getBaseSequence().toString();
    collect(document);
    String text = part(document.getStartOffset(), source.length());
    return text.replaceAll("\n{3,}", "\n\n").strip() + "\n";
  }

  /** A stretch of the source with what stands for its parts. */
  private String part(int from, int to) {
    StringBuilder out = new StringBuilder();
    int done = from;
    for (var next = replacements.ceilingEntry(done);
        next != null && next.getKey() < to;
        next = replacements.ceilingEntry(done)) {
      out.append(source, done, next.getKey());
      done = next.getValue().end();
      try {
        out.append(next.getValue().wording().text());
      } catch (MistakeException e) {
        out.append(source, next.getKey(), done);
      }
    }
    return out.append(source, done, to).toString();
  }

  private void collect(Node parent) {
    for (Node node : parent.getChildren()) {
      collectFrom(node);
      collect(node);
    }
  }

  private void collectFrom(Node node) {
    if (node instanceof ValueNode value) {
      String reference = value.reference().toString();
      replace(value, () -> scope.programs().value(reference, Notation.PLAIN));
    } else if (node instanceof MathNode math) {
      values(math.tex());
    } else if (node instanceof MathBlock math) {
      values(math.tex());
    } else if (node instanceof CitationNode citation) {
      replace(citation, () -> plain.citation(citation.target().toString()));
    } else if (node instanceof Link link && link.getText().isBlank()) {
      replace(link, () -> "[" + plain.titleOf(link) + "](" + link.getUrl() + ")");
    } else if (node instanceof Image image) {
      String caption = image.getTitle().unescape();
      replace(image, () -> figure(Labels.of(image), caption, image.getText().unescape()));
    } else if (node instanceof Directive directive) {
      collectFrom(directive);
    } else if (node instanceof AnswerBlock answer) {
      replacements.put(
          answer.opening().getStartOffset(),
          new Replacement(answer.opening().getEndOffset(), () -> "## Answer\n"));
    } else if (node instanceof AnswerEnd && source.startsWith(ANSWER_END, node.getStartOffset())) {
      int end = node.getStartOffset() + ANSWER_END.length();
      replacements.put(node.getStartOffset(), new Replacement(end, () -> ""));
    } else if (node instanceof HtmlCommentBlock) {
      replace(node, () -> "");
    }
  }

  private void replace(Node node, Wording wording) {
    replacements.put(node.getStartOffset(), new Replacement(node.getEndOffset(), wording));
  }

  /** Values in a formula, whose lines need not follow each other in the source. */
  private void values(BasedSequence tex) {
    for (Matcher value = VALUE.matcher(tex); value.find(); ) {
      String reference = value.group(1);
      int start = tex.getIndexOffset(value.start());
      int length = value.end() - value.start();
      replacements.put(
          start,
          new Replacement(start + length, () -> scope.programs().value(reference, Notation.TEX)));
    }
  }

  private void collectFrom(Directive node) {
    int start = source.lastIndexOf(OPEN, node.kind().getStartOffset());
    int inner = Math.max(node.argument().getEndOffset(), node.caption().getEndOffset());
    int end = source.indexOf(CLOSE, Math.max(inner, node.kind().getEndOffset()));
    if (start >= 0 && end >= 0) {
      String indent = source.substring(source.lastIndexOf('\n', start) + 1, start);
      String blanks = indent.isBlank() ? indent : "";
      replacements.put(
          start,
          new Replacement(
              end + CLOSE.length(),
              () -> directive(node).stripTrailing().replace("\n", "\n" + blanks)));
    }
  }

  private String directive(Directive node) throws MistakeException {
    String argument = node.argument().toString();
    String kind = node.kind().toString();
    if (kind.equals("code")) {
      return listings.markdown(argument);
    }
    if (kind.equals("output")) {
      return "```text\n" + scope.programs().program(argument).output().stripTrailing() + "\n```";
    }
    String[] names = argument.split("\\.", 2);
    Result result =
        scope.programs().result(names.length == 2 ? names[0] : "", names[names.length - 1]);
    String caption = part(node.caption().getStartOffset(), node.caption().getEndOffset());
    if (result instanceof Table table) {
      return figure(node.label(), caption, "") + "\n\n" + table(table);
    }
    String description =
        result instanceof Plot plot
            ? plot.description()
            : result instanceof Diagram diagram ? diagram.description() : "";
    return figure(node.label(), caption, description);
  }

  private String figure(String label, String caption, String description) {
    String shown = description.isEmpty() ? "" : " (What it shows: " + description + ")";
    return "**" + scope.labels().number(label) + "** " + caption.strip() + shown;
  }

  private static String table(Table table) throws MistakeException {
    StringBuilder out = new StringBuilder("|");
    table.columns().forEach(column -> out.append(' ').append(column.heading()).append(" |"));
    out.append("\n|").append("---|".repeat(table.columns().size())).append('\n');
    for (List<Result> row : table.rows()) {
      out.append('|');
      for (int column = 0; column < row.size(); column++) {
        String cell = cell(row.get(column), table.columns().get(column).format());
        out.append(' ').append(cell.replace("|", "\\|")).append(" |");
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String cell(Result cell, String format) throws MistakeException {
    return cell instanceof Text text
        ? text.value()
        : new ValueWriter(Notation.PLAIN, Figures.isNumeric(cell) ? format : "").write(cell);
  }
}
