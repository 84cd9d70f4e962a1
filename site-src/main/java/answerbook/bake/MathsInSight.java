package answerbook.bake;

import freemarker.core.TemplateMarkupOutputModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import java.util.List;

/**
 * Tells a template whether a page shows a formula outside of closed answers. A pattern in the
 * template would take longer for a page of the whole book than all else on it.
 */
final class MathsInSight implements TemplateMethodModelEx {
  private static final String FORMULA = "katex";
  private static final String START = "<details class=\"answer\"";
  private static final String END = "</details>";

  @Override
  @SuppressWarnings("rawtypes")
  public Object exec(List arguments) throws TemplateModelException {
    TemplateMarkupOutputModel<?> body = (TemplateMarkupOutputModel<?>) arguments.get(0);
    return isIn(markup(body));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static String markup(TemplateMarkupOutputModel body) throws TemplateModelException {
    return body.getOutputFormat().getMarkupString(body);
  }

  /** Whether there is a formula where no answer is. */
  static boolean isIn(String html) {
    int from = 0;
    while (true) {
      int formula = html.indexOf(FORMULA, from);
      int answer = html.indexOf(START, from);
      int end = answer < 0 ? -1 : html.indexOf(END, answer);
      if (formula < 0) {
        return false;
      }
      if (end < 0 || formula < answer) {
        return true;
      }
      from = end + END.length();
    }
  }
}
