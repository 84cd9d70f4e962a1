package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twenty kinds of mistake in one book, each told once and in its place, all in one run. */
class MistakesTest {
  @TempDir private static Path folder;
  private static boolean published;
  private static MiniBook book;
  private static Map<String, List<String>> told;

  @BeforeAll
  static void buildOverAGoodSite() throws IOException {
    book = MiniBook.copyOf("mistakes", folder);
    Files.createDirectories(book.site());
    Files.writeString(book.site().resolve("index.html"), "the last good site");
    published = book.build();
    told =
        book.output()
            .lines()
            .filter(line -> line.contains(": error: "))
            .collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf(": error: "))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          bad YAML                     | content/topic/bad-yaml.md:5:5          | bad YAML: expected ',' or ']', but got :
          unknown key                  | content/topic/unknown-key.md:4:1       | unknown key 'levle'
          unlisted file                | content/topic/unlisted.md:1:1          | no topic lists this file
          unknown value                | content/topic/unknown-value.md:11:14   | the program shows no 'outt'
          bad TeX in text              | content/topic/bad-tex.md:11:32         | bad TeX: Undefined control sequence: \\foo
          bad TeX in a title           | content/topic/bad-tex-in-title.md:2:29 | bad TeX: Unexpected end of input in a macro argument, expected '}'
          bad TeX in a table           | content/topic/bad-tex-in-table.md:13:17 | bad TeX: Unexpected end of input in a macro argument, expected '}'
          compile error                | answers/topic/CompileError.java:5:20   | ')' expected
          exception                    | answers/topic/Exception.java:6:5       | ArrayIndexOutOfBoundsException: Index 2 out of bounds for length 2
          failed check                 | answers/topic/FailedCheck.java:6:5     | the check 'the error is small' fails: 0.5 is not below 1e-6
          drift                        | answers/topic/Drift.java:5:5           | 'out' drifted: 1.25 → 1.5
          endless loop                 | answers/topic/EndlessLoop.java:7:7     | EndlessLoop did not end within 3 s
          System.exit                  | answers/topic/Exit.java:6:5            | System.exit ends the JVM that all programs share
          exhausted heap               | answers/topic/Heap.java:7:7            | the heap (512m) is exhausted
          missing caption              | content/topic/missing-caption.md:11:8  | 'plot:curve' has no caption
          broken link                  | content/topic/broken-link.md:11:17     | the link leads nowhere: 'goood.md'
          duplicate slug               | content/other/index.md:5:5             | slug 'good' is there twice
          missing alternative text     | content/topic/missing-alt.md:11:1      | the figure has no text for readers who can't see it
          two figures of one name      | answers/topic/SameFigureNames.java:6:5 | two results are named 'curve'; the first is shown in line 5
          unclosed answer              | content/topic/unclosed-answer.md:9:1   | the answer has no end
          """)
  void isToldOnceInItsPlace(String kind, String place, String message) {
    String expected = place + ": error: " + message.replace("\\\\", "\\");

    assertThat(told.get(place)).as(kind).containsExactly(expected);
  }

  @Test
  void nothingElseIsTold() {
    assertThat(told).hasSize(20);
    assertThat(book.output()).contains("20 errors; target/site is unchanged");
  }

  @Test
  void theLastGoodSiteStays() throws IOException {
    assertThat(published).isFalse();
    assertThat(book.site().resolve("index.html")).hasContent("the last good site");
    assertThat(book.root().resolve("target").toFile().list())
        .doesNotContain("site.next", "site.last");
  }

  @Test
  void everyMistakeComesWithItsLineACaretAndARemedy() {
    String[] parts = book.output().split("\\n\\n");
    List<String> diagnostics =
        List.of(parts).stream().filter(part -> part.contains(": error: ")).toList();

    assertThat(diagnostics).allSatisfy(part -> assertThat(part.strip().split("\\n")).hasSize(4));
    assertThat(diagnostics)
        .allSatisfy(part -> assertThat(part.strip().split("\\n")[2].strip()).isEqualTo("^"));
    assertThat(book.output()).doesNotContain("\tat ");
  }
}
