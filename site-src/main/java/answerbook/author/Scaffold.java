package answerbook.author;

/** What a new question's files hold. Every paragraph that is to be replaced says so. */
final class Scaffold {
  private static final String TEXT =
      """
      ---
      title: %s
      source: %s
      level: medium
      tags: [write-here]
      ---
      Write here: the question in your own words. Sub-questions are a numbered list.

      <details><summary>Answer</summary>

      Write here: the short answer, as you would give it in the interview. It is {{result}}.

      ### Why

      Write here: why it is so, with every symbol named.

      {{code:computation}}

      ### What an interviewer asks next

      Write here: the next question, and its answer.

      </details>
      """;

  private static final String PROGRAM =
      """
      import static answerbook.api.Snippet.*;

      /** Write here: what is computed. */
      public class %s {
        public static void main(String[] args) {
          // @start region="computation"
          double result = 0.25 + 0.5;
          // @end
          show("result", result);
          check("the sum is the same the other way round", 0.5 + 0.25, near(result, 1e-15));
        }
      }
      """;

  private Scaffold() {}

  static String text(String title, String source) {
    String quoted = "'" + title.strip().replace("'", "''") + "'";
    boolean plain = title.strip().matches("[A-Za-z][\\w ,.()?-]*");
    return TEXT.formatted(plain ? title.strip() : quoted, source);
  }

  static String program(String name) {
    return PROGRAM.formatted(name);
  }
}
