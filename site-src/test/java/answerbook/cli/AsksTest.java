package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in what a question asks for. */
class AsksTest {
  private static final String QUESTION = "content/topic/hidden-unit.md";

  @TempDir private Path folder;

  @Test
  void eachMistakeIsToldInItsPlaceWithARemedy() {
    MiniBook book = MiniBook.copyOf("reading", folder);
    book.edit(
        QUESTION,
        "  $z$: z\n",
        """
          unknown: zz
          whole vector: h
          text: word
          truth: truth
          no element: h[2]
          no reference: h.1
          no program: Other.z
          bad $\\foo$ label: z
          of [@glorot2010]: z
          empty:
        """);

    assertThat(book.build()).isFalse();

    assertThat(book.output())
        .contains(QUESTION + ":7:12: error: the program shows no 'zz'", "did you mean 'z'?")
        .contains(
            QUESTION + ":8:17: error: 'h' has the shape [2]", "pick one number of it, as h[0]")
        .contains(QUESTION + ":9:9: error: 'word' is no number")
        .contains(QUESTION + ":10:10: error: 'truth' is no number")
        .contains(QUESTION + ":11:15: error: there is no element [2]")
        .contains(QUESTION + ":12:17: error: 'h.1' refers to no value")
        .contains(QUESTION + ":13:15: error: there is no program 'Other'")
        .contains(QUESTION + ":14:8: error: bad TeX: Undefined control sequence: \\foo")
        .contains(QUESTION + ":15:6: error: a citation can't stand in a title or a label")
        .contains(QUESTION + ":16:9: error: 'empty' must not be empty");
  }

  @Test
  void listIsToldToBeAMapping() {
    MiniBook book = MiniBook.copyOf("reading", folder);
    book.edit(QUESTION, "asks:\n  $z$: z\n  The larger of $\\mathbf h$: h[1]\n", "asks: [z]\n");

    assertThat(book.build()).isFalse();

    assertThat(book.output())
        .contains(QUESTION + ":6:1: error: 'asks' must hold lines of the form 'key: value'")
        .contains("1 error;");
  }

  @Test
  void topicCantHaveTheNameOfAFolderOfTheSite() {
    MiniBook book = MiniBook.copyOf("reading", folder);
    book.edit("content/index.md", "  - other\n", "  - other\n  - tags\n");
    book.write("content/tags/index.md", "---\ntitle: Tags\nquestions: [none]\n---\n");

    assertThat(book.build()).isFalse();

    assertThat(book.output())
        .contains("content/index.md:7:5: error: no topic can be 'tags'")
        .contains("1 error;");
  }
}
