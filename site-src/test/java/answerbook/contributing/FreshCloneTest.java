package answerbook.contributing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import answerbook.contributing.Guide.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fresh clone, following CONTRIBUTING word for word: a test for each section makes the edits that
 * the section describes, and types the commands that stand there.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FreshCloneTest {
  private static final Path GUIDE = Path.of(".github/CONTRIBUTING.md");

  @TempDir private static Path folder;
  private static Guide guide;
  private static Clone clone;

  @BeforeAll
  static void cloneTheProject() throws IOException {
    guide = new Guide(GUIDE);
    clone = Clone.into(folder.resolve("a clone"));
    assumeTrue(clone.run("mvn --version").getKey() == 0, "Skipped: there is no mvn on the path.");
  }

  @Test
  void everySectionWithCommandsIsFollowedHere() {
    assertThat(guide.sections())
        .containsExactly(
            "Fix a typo", "Add an answer", "Change a template", "Accept a changed result");
  }

  /** It would run this very test in the clone, and so on without an end. */
  @Test
  void noSectionAsksForEveryTest() {
    for (String section : guide.sections()) {
      assertThat(guide.commands(section)).extracting(Command::line).doesNotContain("mvn verify");
    }
  }

  @Test
  @Order(5)
  void buildWhoseJvmDoesNotStartFails() throws IOException {
    Map.Entry<Integer, String> result = clone.run("mvn -Dsite.main=answerbook.Nowhere");

    assertThat(result.getKey()).isNotZero();
    assertThat(result.getValue()).contains("The site was not built");
  }

  @Test
  @Order(1)
  void typoIsFixed() throws IOException {
    clone.edit("content/topic/hidden-node.md", "must find out", "has to find out");

    follow("Fix a typo");

    assertThat(clone.read("target/site/topic/hidden-node.html")).contains("has to find out");
    assertCommitted("content/topic/hidden-node.md");
  }

  @Test
  @Order(2)
  void answerIsAdded() throws IOException {
    clone.write(
        "content/topic/fresh-unit.md",
        """
        ---
        title: A fresh unit
        source: example-3
        level: easy
        tags: [relu]
        ---
        What becomes of the weighted sum $z = 1.5$ if every weight is doubled?

        <details><summary>Answer</summary>

        It becomes {{twice}}, since doubling every weight doubles each of the products that are added,
        and a sum of doubled terms is twice the sum. The bias would have to be doubled too; here there is none.

        </details>
        """);
    clone.write(
        "answers/topic/FreshUnit.java",
        """
        import static answerbook.api.Snippet.show;

        final class FreshUnit {
          public static void main(String[] arguments) {
            show("twice", 2 * 1.5);
          }
        }
        """);
    clone.edit("content/topic/index.md", "  - hidden-node", "  - hidden-node\n  - fresh-unit");

    follow("Add an answer");

    assertThat(clone.read("answers/topic/FreshUnit.json")).contains("\"twice\": 3.0");
    assertThat(clone.read("target/site/topic/fresh-unit.html")).contains("A fresh unit", ">3<");
    assertCommitted("answers/topic/FreshUnit.json");
  }

  @Test
  @Order(3)
  void templateIsChanged() throws IOException {
    clone.edit("templates/parts.ftlh", "<span>Question </span>", "<span>Problem </span>");

    String said = follow("Change a template");

    assertThat(clone.read("target/site/topic/hidden-node.html")).contains("<span>Problem </span>");
    assertThat(said).contains("parts.ftlh", "expected/topic-dialect.html");
    assertCommitted("site-src/test/resources/sites/markdown/expected/topic-dialect.html");
  }

  @Test
  @Order(4)
  void changedResultIsAccepted() throws IOException {
    clone.edit("answers/topic/FreshUnit.java", "2 * 1.5", "3 * 1.5");

    String said = follow("Accept a changed result");

    assertThat(said)
        .contains("answers/topic/FreshUnit.java:5:5: error: 'twice' drifted: 3.0 → 4.5")
        .contains("accept it with: mvn -Danswers.record");
    assertThat(clone.read("answers/topic/FreshUnit.json")).contains("\"twice\": 4.5");
    assertThat(clone.read("target/answer-diff/diff.md"))
        .contains("| `twice` | 3 | 4.5 |", "It becomes <del>3</del><ins>4.5</ins>, since");
    assertCommitted("answers/topic/FreshUnit.json");
  }

  /** Types the commands of a section; returns all that they said. */
  private static String follow(String section) throws IOException {
    StringBuilder said = new StringBuilder();
    assertThat(guide.commands(section)).isNotEmpty();
    for (Command command : guide.commands(section)) {
      Map.Entry<Integer, String> result = clone.run(command.line());
      assertThat(result.getKey() != 0)
          .as(command.line() + " said:\n" + result.getValue())
          .isEqualTo(command.fails());
      said.append(result.getValue());
    }
    return said.toString();
  }

  private static void assertCommitted(String file) throws IOException {
    assertThat(clone.run("git show --stat=200 --format= HEAD").getValue()).contains(file);
    assertThat(clone.run("git status --porcelain").getValue()).isEmpty();
  }
}
