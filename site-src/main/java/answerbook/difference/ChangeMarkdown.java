package answerbook.difference;

import answerbook.markdown.RenderedQuestion;

/** A question's changes as Markdown. */
final class ChangeMarkdown {
  private ChangeMarkdown() {}

  static String of(QuestionChange change) {
    RenderedQuestion question = change.either();
    StringBuilder out = new StringBuilder();
    out.append("## ").append(question.source().front().title().text()).append("\n\n`");
    out.append(question.source().file().name()).append("`");
    if (change.before() == null) {
      return out.append(" is new.\n\n").toString();
    }
    if (change.after() == null) {
      return out.append(" is gone.\n\n").toString();
    }
    out.append("\n\n");
    change.facts().forEach(fact -> out.append("- ").append(fact).append('\n'));
    out.append(change.facts().isEmpty() ? "" : "\n");
    values(change, out);
    out.append(
        MarkdownDifference.of(
            change.before().plain().markdown(), change.after().plain().markdown()));
    return out.toString();
  }

  private static void values(QuestionChange change, StringBuilder out) {
    if (change.values().isEmpty()) {
      return;
    }
    out.append("| value | before | after | tolerance | change |\n|---|---|---|---|---|\n");
    for (ValueChange value : change.values()) {
      out.append("| `").append(value.name()).append("` | ").append(cell(value.before()));
      out.append(" | ").append(cell(value.after())).append(" | ").append(cell(value.tolerance()));
      out.append(" | ").append(cell(value.remark())).append(" |\n");
    }
    out.append('\n');
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;");
  }
}
