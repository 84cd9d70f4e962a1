package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books on paper are made when what is in them has changed. */
class KeptEditionsTest {
  @TempDir private Path folder;

  @Test
  void onlyChangedEditionsAreMadeAgain() {
    MiniBook book = MiniBook.copyOf("markdown", folder);
    assertThat(book.print()).as(book.output()).isTrue();
    assertThat(book.output()).contains("6 books, 0 of them unchanged");
    assertThat(book.read("target/site/index.html"))
        .contains("<a href=\"editions/answers-below-a4.pdf\">PDF, A4</a> (")
        .contains("<a href=\"editions/questions-only-letter.pdf\">PDF, US Letter</a> (");

    book.edit("templates/question.ftlh", "</main>", "<!-- end --></main>");
    assertThat(book.print()).as(book.output()).isTrue();
    assertThat(book.output()).contains("6 books, 6 of them unchanged");

    book.edit("content/topic/neighbour.md", "It is there.", "It is still there.");
    assertThat(book.print()).as(book.output()).isTrue();
    assertThat(book.output()).contains("6 books, 2 of them unchanged");

    book.edit("site-src/print/book.css", "font-size: 10.5pt", "font-size: 10pt");
    assertThat(book.print()).as(book.output()).isTrue();
    assertThat(book.output()).contains("6 books, 0 of them unchanged");
  }

  @Test
  void whatCannotBePrintedIsToldAtItsQuestionAndNothingIsPublished() {
    MiniBook book = MiniBook.copyOf("markdown", folder);
    book.edit("content/topic/neighbour.md", "It is there.", "A snowman, ☃, and $☃$.");

    assertThat(book.print()).isFalse();

    assertThat(book.output())
        .contains("content/topic/neighbour.md:2:8: error: this can't be printed")
        .contains("U+2603");
  }
}
