package answerbook.difference;

import answerbook.markdown.RenderedQuestion;
import java.util.List;

/** A question's changes as a section of HTML. */
final class ChangeHtml {
  private ChangeHtml() {}

  /** The list of all sections. */
  static String contents(List<QuestionChange> changes) {
    StringBuilder out = new StringBuilder();
    for (QuestionChange change : changes) {
      RenderedQuestion question = change.either();
      out.append("<li><a href=\"#").append(question.source().slug()).append("\">");
      out.append(question.titleHtml()).append("</a> <small>").append(kind(change));
      out.append("</small></li>\n");
    }
    return out.toString();
  }

  static String of(QuestionChange change) {
    RenderedQuestion question = change.either();
    String slug = question.source().slug();
    StringBuilder out = new StringBuilder();
    out.append("<section class=\"change\" aria-labelledby=\"").append(slug).append("\">\n");
    out.append("<p class=\"eyebrow\">").append(kind(change)).append(" · ");
    out.append(Fragment.escape(question.source().file().name())).append("</p>\n");
    out.append("<h2 id=\"").append(slug).append("\">").append(question.titleHtml());
    out.append("</h2>\n");
    facts(change.facts(), out);
    values(change.values(), out);
    part("The question", text(change.before(), false), text(change.after(), false), out);
    part("The answer", text(change.before(), true), text(change.after(), true), out);
    return out.append("</section>\n").toString();
  }

  private static String kind(QuestionChange change) {
    return change.before() == null ? "added" : change.after() == null ? "removed" : "changed";
  }

  private static String text(RenderedQuestion question, boolean answer) {
    return question == null
        ? ""
        : answer ? question.answer() + question.footnotes() : question.question();
  }

  private static void part(String name, String before, String after, StringBuilder out) {
    if (!before.equals(after)) {
      out.append("<h3 class=\"part\">").append(name).append("</h3>\n<div class=\"prose\">\n");
      out.append(HtmlDifference.of(before, after)).append("</div>\n");
    }
  }

  private static void facts(List<String> facts, StringBuilder out) {
    if (!facts.isEmpty()) {
      out.append("<ul class=\"facts-changed\">\n");
      facts.forEach(fact -> out.append("<li>").append(Fragment.escape(fact)).append("</li>\n"));
      out.append("</ul>\n");
    }
  }

  private static void values(List<ValueChange> values, StringBuilder out) {
    if (values.isEmpty()) {
      return;
    }
    out.append(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Values\">\n<table>\n");
    out.append("<thead><tr>");
    for (String head : List.of("Value", "Before", "After", "Tolerance", "Change")) {
      out.append("<th scope=\"col\">").append(head).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (ValueChange value : values) {
      out.append("<tr><th scope=\"row\"><code>").append(Fragment.escape(value.name()));
      out.append("</code></th>");
      cell("<del>", value.before(), "</del>", out);
      cell("<ins>", value.after(), "</ins>", out);
      cell("", value.tolerance(), "", out);
      cell("", value.remark(), "", out);
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n</div>\n");
  }

  private static void cell(String open, String text, String close, StringBuilder out) {
    String content = text.isEmpty() ? "" : open + Fragment.escape(text) + close;
    out.append("<td>").append(content).append("</td>");
  }
}
