package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.opinion.OpinionSettings;
import answerbook.opinion.OpinionSettings.Mode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listings in other languages as a build that runs none of them sees them. */
class ListingsTest {
  private static final String LISTING = "answers/topic/all-kinds.py";

  @TempDir private Path folder;
  private MiniBook book;

  @BeforeEach
  void copy() {
    book = MiniBook.copyOf("results", folder);
  }

  @Test
  void evidenceBecomesANote() {
    assertThat(book.build()).as(book.output()).isTrue();

    assertThat(book.read("target/site/topic/all-kinds.html"))
        .contains("agrees with PyTorch 1.13.1 to 1e-7")
        .contains("fails as said: <code>TypeError: no")
        .contains("recorded 2026-01-31");
    assertThat(book.output()).contains("1 listing, none of them run; evidence agrees for 1");
  }

  @Test
  void unchangedBookIsBuiltAgainWhenOpinionsAreAskedFor() {
    assertThat(book.build()).as(book.output()).isTrue();
    OpinionSettings nowhere =
        OpinionSettings.of(book.root()).python("/nowhere/python3").mode(Mode.INSTALLED);

    assertThat(book.ask(nowhere)).as(book.output()).isTrue();

    assertThat(book.output())
        .contains("not run: " + LISTING + " (no Python at /nowhere/python3)")
        .contains("evidence agrees for 1");
  }

  @Test
  void changedListingHasNoNote() {
    book.edit(LISTING, "second", "third");

    assertThat(book.build()).as(book.output()).isTrue();

    assertThat(book.read("target/site/topic/all-kinds.html")).doesNotContain("PyTorch 1.13.1");
    assertThat(book.output()).contains("no evidence: " + LISTING);
  }

  @Test
  void changedEvidenceIsHeldAgainstTheResults() {
    book.edit(LISTING + ".json", "\"count\": 3", "\"count\": 4");

    assertThat(book.build()).isFalse();

    assertThat(book.output())
        .contains(
            LISTING + ":5:1: error: by its evidence, 'count' is 4 here, but 3 in AllKinds.java");
  }

  @Test
  void failureThatTheTextDoesNotTellIsAMistake() {
    book.edit("content/topic/all-kinds.md", "`TypeError`", "error");

    assertThat(book.build()).isFalse();

    assertThat(book.output())
        .contains("all-kinds.py shows that a listing fails with TypeError; the text doesn't say");
  }

  @Test
  void listingWithoutQuestionIsAMistake() {
    book.write("answers/topic/all-kindz.py", "print('count =', 3)\n");

    assertThat(book.build()).isFalse();

    assertThat(book.output())
        .contains("answers/topic/all-kindz.py:1:1: error: no question has the listing")
        .contains("did you mean 'answers/topic/all-kinds'?");
  }

  @Test
  void evidenceWithoutListingIsAMistake() {
    book.write("answers/topic/gone.cpp.json", "{}\n");

    assertThat(book.build()).isFalse();

    assertThat(book.output())
        .contains("there is no answers/topic/gone.cpp that this would be evidence of");
  }
}
