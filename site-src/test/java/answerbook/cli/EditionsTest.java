package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books to take away: which are made, which are kept, and what the home page says of them. */
class EditionsTest {
  private static final Set<EditionKind> LIGHT = EnumSet.complementOf(EnumSet.of(EditionKind.PDF));

  @TempDir private Path folder;
  private MiniBook book;

  @BeforeEach
  void build() {
    book = MiniBook.copyOf("reading", folder);
    assertThat(book.build(LIGHT)).as(book.output()).isTrue();
  }

  @Test
  void homePageNamesEachWithFormAndSizeAndTheBundleDoesNot() throws IOException {
    String home = book.read("target/site/index.html");

    assertThat(home)
        .containsPattern("editions/book.html\">HTML</a> \\(\\d+\\.\\d MB\\)")
        .containsPattern("editions/book.epub\">EPUB</a> \\(\\d+\\.\\d MB\\)")
        .containsPattern("editions/cards.apkg\">Anki deck</a> \\(\\d+\\.\\d MB\\)")
        .containsPattern("editions/site.zip\">ZIP</a> \\(\\d+\\.\\d MB\\)");
    try (ZipFile zip = new ZipFile(book.site().resolve("editions/site.zip").toFile())) {
      byte[] packed = zip.getInputStream(zip.getEntry("answerbook/index.html")).readAllBytes();
      assertThat(new String(packed, StandardCharsets.UTF_8)).doesNotContain("editions/");
      assertThat(zip.stream().map(entry -> entry.getName()))
          .allMatch(name -> name.startsWith("answerbook/"))
          .noneMatch(name -> name.contains("editions/"));
    }
  }

  @Test
  void unchangedEditionsAreKeptAndChangedOnesMadeAgain() throws IOException {
    Path deck = book.site().resolve("editions/cards.apkg");
    byte[] before = Files.readAllBytes(deck);
    book.write("target/site/index.html", "damaged");
    assertThat(book.build(LIGHT)).isTrue();
    assertThat(book.output())
        .contains("%1$s books, %1$s of them unchanged".formatted(LIGHT.size()));
    assertThat(Files.readAllBytes(deck)).isEqualTo(before);

    book.edit("content/topic/step-unit.md", "title: ", "title: Again, ");
    assertThat(book.build(LIGHT)).isTrue();

    assertThat(book.output()).contains(LIGHT.size() + " books, 0 of them unchanged");
    assertThat(Files.readAllBytes(deck)).isNotEqualTo(before);
  }

  @Test
  void kindsAreChosenByName() {
    assertThat(EditionKind.of("true")).isEqualTo(EditionKind.ALL);
    assertThat(EditionKind.of("")).isEmpty();
    assertThat(EditionKind.of("html, epub")).containsExactly(EditionKind.HTML, EditionKind.EPUB);
    assertThatThrownBy(() -> EditionKind.of("html,ebup"))
        .hasMessageContaining("'ebup'")
        .hasMessageContaining("pdf, html, epub, cards, bundle");
  }
}
