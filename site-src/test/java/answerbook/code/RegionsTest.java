package answerbook.code;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.diagnostic.Diagnostic;
import answerbook.diagnostic.SourceFile;
import org.junit.jupiter.api.Test;

class RegionsTest {
  private static Regions regions(String text) {
    return new Regions(new SourceFile("A.java", text));
  }

  @Test
  void regionLosesItsIndentationAndItsMarks() {
    Regions regions =
        regions(
            """
            class A {
              // @start region="one"
              void one() {
                // @start region=inner
                two();
                // @end
              }

              // @end
            }
            """);

    assertThat(regions.text("one")).isEqualTo("void one() {\n  two();\n}\n");
    assertThat(regions.text("inner")).isEqualTo("two();\n");
    assertThat(regions.text("")).isEqualTo("class A {\n  void one() {\n    two();\n  }\n\n}\n");
    assertThat(regions.mistakes()).isEmpty();
  }

  @Test
  void pythonMarksFollowAHash() {
    assertThat(regions("# @start region=\"a\"\nx = 1\n# @end region=\"a\"\n").text("a"))
        .isEqualTo("x = 1\n");
  }

  @Test
  void marksThatDontMatchAreMistakes() {
    Regions regions =
        regions("// @end\n// @start region=a\n// @start region=a\n// @start region=b\n");

    assertThat(regions.mistakes())
        .extracting(Diagnostic::message)
        .containsExactlyInAnyOrder(
            "this ends no region",
            "region 'a' is marked twice",
            "region 'a' has no end",
            "region 'b' has no end");
  }
}
