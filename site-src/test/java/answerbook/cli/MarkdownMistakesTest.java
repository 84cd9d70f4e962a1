package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Smaller mistakes in a question's Markdown, beside the twenty of {@link MistakesTest}. */
class MarkdownMistakesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      commentCharacter = '%',
      textBlock =
          """
          A line\\n1. that is no list.       | 14:1 | a list that interrupts a paragraph
          A lone $ sign.                     | 13:8 | a '$' that belongs to no formula
          A value {{small.                   | 13:9 | '{{' that begins no value
          <b>Bold</b>                        | 13:1 | raw HTML is not used here
          ## Too high                        | 13:1 | headings start at '###' here
          See [@nobody2000].                 | 13:7 | there is no reference 'nobody2000'
          See [@plot:none].                  | 13:7 | there is no figure or table 'plot:none'
          $$\\na + b                         | 13:1 | the formula has no end
          {{plot:none                        | 13:1 | '{{plot' has no end
          {{code:none}}                      | 13:8 | there is no program here
          [x](neighbour.md#nothing)          | 13:5 | 'neighbour' has no part 'nothing'
          ```nolang\\nx\\n```                | 13:4 | there is no language 'nolang'
          Text ![x](../figures/slice.svg "y") | 13:6 | a figure can't stand inside a line
          ![x](../figures/gone.svg "y")      | 13:1 | there is no file '../figures/gone.svg'
          ![x](../figures/slice.svg)         | 13:1 | the figure has no caption
          ### The part\\n\\n### The part      | 15:1 | this heading is there twice
          """)
  void isToldInItsPlace(String line, String place, String message) {
    MiniBook book = MiniBook.copyOf("markdown", folder);
    book.edit(
        "content/topic/neighbour.md",
        "### The part",
        line.replace("\\n", "\n") + "\n\n### The other part");
    book.edit("content/topic/dialect.md", "neighbour.md#the-part", "neighbour.md#the-other-part");

    assertThat(book.build()).isFalse();

    List<String> told = book.output().lines().filter(text -> text.contains(": error: ")).toList();
    assertThat(told).hasSize(1);
    assertThat(told.get(0))
        .startsWith("content/topic/neighbour.md:" + place + ": error: " + message);
  }

  /** A title stands in links, and is shown where nobody would look for what it takes from. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          topic/neighbour.md | Its neighbour       | See [@glorot2010] there  | 2:12 | a citation
          topic/neighbour.md | Its neighbour       | See [@nobody2000] there  | 2:12 | a citation
          topic/neighbour.md | Its neighbour       | Of [x](dialect.md)       | 2:11 | a link
          topic/neighbour.md | Its neighbour       | Of https://example.org   | 2:11 | a link
          topic/neighbour.md | Its neighbour       | Of ![x](../y.svg "z") it | 2:11 | a picture
          topic/index.md     | 'A topic with $x^2$' | Of [](dialect.md)       | 2:11 | a link
          """)
  void titleHoldsNoLink(String file, String old, String now, String place, String what) {
    MiniBook book = MiniBook.copyOf("markdown", folder);
    book.edit("content/" + file, "title: " + old, "title: " + now);

    assertThat(book.build()).isFalse();

    assertThat(book.output())
        .contains(
            "content/" + file + ":" + place + ": error: " + what + " can't stand in a title",
            " ".repeat(Integer.parseInt(place.substring(2)) - 1) + "^",
            "move it into the text")
        .contains("1 error;");
  }
}
