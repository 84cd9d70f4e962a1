package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A book in which lints find nothing, and the same book with every kind of finding. */
class LintsTest {
  private static final String SUM = "content/topic/weighted-sum.md";
  private static final String PROGRAM = "answers/topic/WeightedSum.java";

  @TempDir private static Path folder;
  private static boolean goodBookIsPublished;
  private static String toldOfGoodBook;
  private static boolean badBookIsPublished;
  private static String told;

  @BeforeAll
  static void buildBothBooks() {
    MiniBook book = MiniBook.copyOf("linted", folder).linting();
    goodBookIsPublished = book.record();
    toldOfGoodBook = book.output();
    spoilTexts(book);
    spoilPrograms(book);
    badBookIsPublished = book.record();
    told = book.output();
  }

  private static void spoilTexts(MiniBook book) {
    book.edit(SUM, "It is {{z:%.3f}} with", "It is −0.165, or nearly 0.166, not {{z}}, with");
    book.edit(SUM, "a rate of\n0.375 would", "a rate would");
    book.edit(SUM, "In a mini-batch,", "In a mini\nbatch or minibatch we recieve inputs; TODO:");
    book.edit(SUM, "are normalised", "are normalized; TODO(#12) is fine, and");
    book.edit(SUM, "\\varepsilon", "\\epsilon");
    book.edit(SUM, "[@glorot2010]", "others");
    book.edit("content/topic/two-parts.md", "### 2 and 3. What", "### 3. What");
    book.edit(
        "content/topic/index.md",
        "three-steps\n",
        "three-steps\n  - empty\n  - scaffold\n  - again\n");
    question(book, "empty", 4, "It is so.");
    question(book, "scaffold", 5, "Write here: the short answer.");
    question(
        book,
        "again",
        6,
        "The multiplication comes first, since the sum is taken over the products of inputs\nand weights.");
  }

  private static void question(MiniBook book, String slug, int number, String answer) {
    book.write(
        "content/topic/" + slug + ".md",
        "---\ntitle: One more\nsource: linted-"
            + number
            + "\nlevel: easy\ntags: [bias]\n---\nWhy?\n\n<details><summary>Answer</summary>\n\n"
            + answer
            + "\n\n</details>\n");
  }

  private static void spoilPrograms(MiniBook book) {
    book.edit(
        PROGRAM,
        "    show(\"z\", z);\n",
        """
            show("z", z);
            show("idle", 3.25);
            // @start region="unseen"
            double chance = new Random().nextDouble() + Math.random();
            // @end
            long clock = System.nanoTime();
            // FIXME the line above
        """);
    book.edit(PROGRAM, "A line that rises from the origin to one.", "A line");
    book.edit("answers/topic/weighted-sum.py", "default_rng(7).random()", "rand()");
  }

  @Test
  void nothingIsFoundWhereNothingIsWrong() {
    assertThat(goodBookIsPublished).as(toldOfGoodBook).isTrue();
    assertThat(toldOfGoodBook).contains("lint     ").doesNotContain("error");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          unused value            | answers/topic/WeightedSum.java:13:5 | 'idle' is computed, and nothing shows it
          unused region           | answers/topic/WeightedSum.java:14:8 | no answer shows the region 'unseen'
          chance                  | answers/topic/WeightedSum.java:15:21 | 'new Random' gives another result each time
          chance in a call        | answers/topic/WeightedSum.java:15:49 | 'Math.random' gives another result each time
          clock                   | answers/topic/WeightedSum.java:17:18 | 'System.nanoTime' gives another result each time
          open task in a program  | answers/topic/WeightedSum.java:18:8 | FIXME without the number of an issue
          short description       | answers/topic/WeightedSum.java:26:5 | the description of 'curve' is too short for a reader who can't see it
          chance in Python        | answers/topic/weighted-sum.py:5:9 | 'np.random.rand' gives another result each time
          uncited work            | content/references.yaml:1:1 | no text cites 'glorot2010'
          repeated answer         | content/topic/again.md:11:1 | this paragraph stands in content/topic/three-steps.md too
          empty answer            | content/topic/empty.md:9:1 | the answer has only 3 words
          template                | content/topic/scaffold.md:11:1 | this is a template's text, not an answer's
          missed sub-question     | content/topic/two-parts.md:8:1 | the answer has nothing under the number 2
          idle exemption          | content/topic/weighted-sum.md:6:9 | 'given' names 0.375, which needs no exemption
          typed number            | content/topic/weighted-sum.md:12:8 | the number 0.165 is typed, and the program shows it as 'z'
          nearly typed number     | content/topic/weighted-sum.md:12:25 | the number 0.166 is typed, and the program shows it as 'z'
          term over two lines     | content/topic/weighted-sum.md:12:221 | 'mini batch' is not the book's term
          term                    | content/topic/weighted-sum.md:13:10 | 'minibatch' is not the book's term
          misspelled word         | content/topic/weighted-sum.md:13:23 | 'recieve' is no British spelling that is known
          open task in a text     | content/topic/weighted-sum.md:13:39 | TODO without the number of an issue
          American spelling       | content/topic/weighted-sum.md:13:58 | 'normalized' is no British spelling that is known
          symbol                  | content/topic/weighted-sum.md:13:123 | '\\epsilon' is not the book's term
          """)
  void findingIsToldInItsPlace(String kind, String place, String message) {
    assertThat(told.lines()).as(kind).contains(place + ": error: " + message.replace("\\\\", "\\"));
  }

  @Test
  void nothingElseIsTold() {
    List<String> errors = told.lines().filter(line -> line.contains(": error: ")).toList();

    assertThat(badBookIsPublished).isFalse();
    assertThat(errors).as(told).hasSize(22);
  }

  @Test
  void everyFindingHasARemedy() {
    List<String> parts =
        List.of(told.split("\\n\\n")).stream().filter(it -> it.contains(": error: ")).toList();

    assertThat(parts).allSatisfy(part -> assertThat(part.strip().split("\\n")).hasSize(4));
  }
}
