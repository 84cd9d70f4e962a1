package answerbook.markdown;

import answerbook.api.Diagram;
import answerbook.api.ElementType;
import answerbook.api.Plot;
import answerbook.api.Result;
import answerbook.api.Table;
import answerbook.api.Tensor;
import answerbook.api.Text;
import answerbook.diagnostic.SourceFile;
import answerbook.figure.DiagramRenderer;
import answerbook.figure.PlotRenderer;
import java.util.List;

/** Numbered figures and tables. */
final class Figures {
  /**
   * What surrounds a figure.
   *
   * @param kind plot, diagram, picture or table
   * @param label by which text refers to it
   * @param caption inline HTML
   */
  record Frame(String kind, String label, String caption) {
    /** The part of the anchor that names it. */
    String part() {
      return label.replaceAll("[:.]", "-");
    }
  }

  private final Scope scope;

  Figures(Scope scope) {
    this.scope = scope;
  }

  String plot(Plot plot, Frame frame) {
    return framed(new PlotRenderer().svg(plot, anchor(frame) + "-svg", title(frame)), frame);
  }

  String diagram(Diagram diagram, Frame frame) {
    return framed(new DiagramRenderer().svg(diagram, anchor(frame) + "-svg", title(frame)), frame);
  }

  /** A figure around anything that is already HTML. */
  String framed(String content, Frame frame) {
    return "<figure class=\""
        + frame.kind()
        + "\" id=\""
        + anchor(frame)
        + "\">\n"
        + content
        + "\n"
        + caption(frame)
        + "</figure>\n";
  }

  /**
   * A table of a program.
   *
   * @param line where the program shows it, for mistakes in its texts
   */
  String table(Table table, Frame frame, int line, SourceFile source) throws MistakeException {
    InlineMarkdown cells = new InlineMarkdown(scope, source, line);
    StringBuilder out = new StringBuilder();
    out.append("<figure class=\"table\" id=\"")
        .append(anchor(frame))
        .append("\">\n")
        .append(caption(frame));
    out.append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
        .append(title(frame))
        .append("\">\n");
    out.append("<table>\n<thead>\n<tr>");
    List<Table.Column> columns = table.columns();
    for (int column = 0; column < columns.size(); column++) {
      out.append(headerCell(columns.get(column).heading(), alignment(table, column), cells));
    }
    out.append("</tr>\n</thead>\n<tbody>\n");
    for (List<Result> row : table.rows()) {
      out.append("<tr>");
      for (int column = 0; column < columns.size(); column++) {
        String cell = cell(row.get(column), columns.get(column).format(), cells);
        out.append("<td").append(alignment(table, column)).append('>').append(cell).append("</td>");
      }
      out.append("</tr>\n");
    }
    return out.append("</tbody>\n</table>\n</div>\n</figure>\n").toString();
  }

  private static String headerCell(String heading, String alignment, InlineMarkdown markdown) {
    String content = HeaderCell.named(heading, markdown.html(heading));
    String tag = HeaderCell.tag(heading);
    String scope = tag.equals("th") ? " scope=\"col\"" : "";
    return "<" + tag + scope + alignment + ">" + content + "</" + tag + ">";
  }

  private String cell(Result cell, String format, InlineMarkdown markdown) throws MistakeException {
    if (cell instanceof Text text) {
      return markdown.html(text.value());
    }
    return new ValueWriter(Notation.TEXT, isNumeric(cell) ? format : "").write(cell);
  }

  /** Whether a cell's numbers follow the format of its column. */
  static boolean isNumeric(Result cell) {
    return cell instanceof Tensor tensor && tensor.type() != ElementType.BOOLEAN;
  }

  /** Columns of mostly single numbers stand to the right, so that digits stand below each other. */
  private static String alignment(Table table, int column) {
    long numbers = table.rows().stream().filter(row -> isNumber(row.get(column))).count();
    return 2 * numbers >= Math.max(1, table.rows().size()) ? " class=\"right\"" : "";
  }

  private static boolean isNumber(Result cell) {
    return cell instanceof Tensor tensor
        && tensor.rank() == 0
        && tensor.type() != ElementType.BOOLEAN;
  }

  private String caption(Frame frame) {
    return "<figcaption><span class=\"label\">"
        + title(frame)
        + "</span> "
        + frame.caption()
        + "</figcaption>\n";
  }

  /** "Figure 1" or "Table 1". */
  private String title(Frame frame) {
    String number = scope.labels().number(frame.label());
    return number == null ? "" : number;
  }

  private String anchor(Frame frame) {
    String anchor = scope.anchor(frame.part());
    scope.anchors().add(anchor);
    return anchor;
  }
}
