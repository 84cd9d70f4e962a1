package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in templates are told like those in content. */
class TemplatesTest {
  @TempDir private Path folder;
  private MiniBook book;

  @BeforeEach
  void copy() {
    book = MiniBook.copyOf("markdown", folder);
  }

  @Test
  void badSyntaxIsToldOnceInItsPlace() {
    book.write("templates/topic.ftlh", "<#if x>\n");

    assertThat(book.build()).isFalse();

    assertThat(book.output())
        .contains("templates/topic.ftlh:")
        .contains("1 error; target/site is unchanged");
    assertThat(book.output()).doesNotContain("\tat ");
  }

  @Test
  void missingValueIsToldOnceHoweverManyPagesItSpoils() {
    book.write("templates/question.ftlh", "<html lang=\"en\">\n  ${question.nothing}\n");

    assertThat(book.build()).isFalse();

    assertThat(book.output()).contains("templates/question.ftlh:2:5: error: ").contains("1 error;");
  }

  @Test
  void missingTemplateIsTold() {
    book.write("templates/topic.ftlh", "<#import \"gone.ftlh\" as gone>\n");

    assertThat(book.build()).isFalse();

    assertThat(book.output()).contains("error:").doesNotContain("\tat ");
  }

  @Test
  void linkToAnotherHostFailsTheSite() {
    book.edit(
        "templates/layout.ftlh",
        "</head>",
        "<script src=\"https://example.org/x.js\"></script></head>");

    assertThat(book.build()).isFalse();

    assertThat(book.output())
        .contains("loads 'https://example.org/x.js' from elsewhere")
        .contains("1 error;");
  }
}
