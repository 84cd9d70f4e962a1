package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books to take away: which are made, which are kept, and what the home page says of them. */
class EditionsTest {
  private static final Set<EditionKind> LIGHT = EnumSet.complementOf(EnumSet.of(EditionKind.PDF));
  private static final String SIZE = "</a> \\(\\d+\\.\\d MB\\)";

  @TempDir private Path folder;

  @Test
  void homePageNamesEachWithFormAndSize() throws IOException {
    String home = PaperBook.shared().read("target/site/index.html");

    assertThat(home)
        .contains("<li>Take it with you")
        .containsPattern("editions/answers-below-a4.pdf\">PDF, A4" + SIZE)
        .containsPattern("editions/answers-last-letter.pdf\">PDF, US Letter" + SIZE)
        .containsPattern("editions/book.html\">HTML" + SIZE)
        .containsPattern("editions/book.epub\">EPUB" + SIZE)
        .containsPattern("editions/cards.apkg\">Anki deck" + SIZE)
        .containsPattern("editions/site.zip\">ZIP" + SIZE);
    assertThat(home.split("href=\"editions/", -1)).hasSize(files(PaperBook.shared()).size() + 1);
  }

  @Test
  void homePageTellsOfWhichDayTheBooksAre() {
    MiniBook book = PaperBook.copy(folder);
    Repository.in(folder).commit("2026-02-03T04:05:06Z", "A book");
    assertThat(book.build(Set.of(EditionKind.CARDS))).as(book.output()).isTrue();

    assertThat(book.read("target/site/index.html"))
        .contains("Take it with you, as it was on <time datetime=\"2026-02-03\">2026-02-03</time>");
  }

  @Test
  void bundleHoldsTheSiteAndNamesNoOtherBook() throws IOException {
    try (ZipFile zip = new ZipFile(PaperBook.edition("site.zip").toFile())) {
      byte[] packed = zip.getInputStream(zip.getEntry("answerbook/index.html")).readAllBytes();

      assertThat(new String(packed, StandardCharsets.UTF_8)).doesNotContain("editions/");
      assertThat(zip.stream().map(entry -> entry.getName()))
          .allMatch(name -> name.startsWith("answerbook/"))
          .noneMatch(name -> name.contains("editions/"));
    }
  }

  @Test
  void sameBookBuiltFromNothingHasTheSameBytes() throws IOException {
    MiniBook again = PaperBook.built("again");

    List<Path> files = files(PaperBook.shared());
    assertThat(files).hasSize(10);
    for (Path file : files) {
      assertThat(again.site().resolve("editions").resolve(file.getFileName()))
          .hasSameBinaryContentAs(file);
    }
  }

  @Test
  void unchangedEditionsAreKeptAndChangedOnesMadeAgain() throws IOException {
    MiniBook book = PaperBook.copy(folder);
    Path deck = book.site().resolve("editions/cards.apkg");
    assertThat(book.build(LIGHT)).as(book.output()).isTrue();
    byte[] before = Files.readAllBytes(deck);
    book.write("target/site/index.html", "damaged");
    assertThat(book.build(LIGHT)).isTrue();
    assertThat(book.output())
        .contains("%1$s books, %1$s of them unchanged".formatted(LIGHT.size()));
    assertThat(Files.readAllBytes(deck)).isEqualTo(before);

    book.edit("content/topic/neighbour.md", "It is there.", "It is still there.");
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

  private static List<Path> files(MiniBook book) throws IOException {
    try (Stream<Path> files = Files.list(book.site().resolve("editions"))) {
      return files.sorted().toList();
    }
  }
}
