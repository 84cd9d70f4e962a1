package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as no author of this book makes them: each gives a clear error, or the right page. */
@SuppressWarnings("StringConcatToTextBlock")
class OddFilesTest {
  private static final String TEXT = "content/topic/hidden-unit.md";
  private static final int MANY = 10_000;

  @TempDir private Path folder;

  @Test
  void spacesUnicodeAndEmojiInNamesOfFoldersAndFigures() {
    MiniBook plain = MiniBook.copyOf("markdown", folder.resolve("plain"));
    MiniBook odd = MiniBook.copyOf("markdown", folder.resolve("Mein Bück 🧠 日本"));
    assertThat(plain.build()).as(plain.output()).isTrue();
    assertThat(odd.build()).as(odd.output()).isTrue();
    assertThat(SiteSum.of(odd.site())).isEqualTo(SiteSum.of(plain.site()));

    String dialect = odd.read("content/topic/dialect.md");
    odd.write("content/figures/my ü 🧠/slice.svg", odd.read("content/figures/slice.svg"));
    odd.write(
        "content/topic/dialect.md",
        dialect.replace("../figures/slice.svg", "../figures/my%20ü%20🧠/slice.svg"));

    assertThat(odd.build()).as(odd.output()).isTrue();
    assertThat(odd.read("target/site/topic/dialect.html"))
        .isEqualTo(plain.read("target/site/topic/dialect.html"));
  }

  @Test
  void windowsLineEndsAndByteOrderMarksMakeNoDifference() throws IOException {
    MiniBook plain = MiniBook.copyOf("reading", folder.resolve("plain"));
    MiniBook windows = MiniBook.copyOf("reading", folder.resolve("windows"));
    for (String part : List.of("content", "answers")) {
      try (Stream<Path> files = Files.walk(windows.root().resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.writeString(file, "\uFEFF" + Files.readString(file).replace("\n", "\r\n"));
        }
      }
    }

    assertThat(plain.build()).as(plain.output()).isTrue();
    assertThat(windows.build()).as(windows.output()).isTrue();
    assertThat(SiteSum.of(windows.site())).isEqualTo(SiteSum.of(plain.site()));
  }

  @Test
  void linksOutOfTheBookAreRefusedAndThoseWithinAreFollowed() throws IOException {
    MiniBook book = MiniBook.copyOf("markdown", folder.resolve("book"));
    Path secret = Files.writeString(folder.resolve("secret.txt"), "a secret");
    link(book, "content/figures/leak.svg", secret);
    link(book, "content/figures/nowhere.svg", folder.resolve("nothing"));
    link(book, "content/elsewhere", folder);
    link(book, "templates/leak.ftlh", secret);
    link(book, "site-src/assets/leak.txt", secret);

    assertThat(book.build()).isFalse();
    assertThat(errors(book))
        .containsExactly(
            "content/elsewhere:1:1: error: the symbolic link leads out of the book",
            "content/figures/leak.svg:1:1: error: the symbolic link leads out of the book",
            "content/figures/nowhere.svg:1:1: error: the symbolic link leads nowhere",
            "site-src/assets/leak.txt:1:1: error: the symbolic link leads out of the book",
            "templates/leak.ftlh:1:1: error: the symbolic link leads out of the book");

    MiniBook inside = MiniBook.copyOf("markdown", folder.resolve("inside"));
    Path slice = inside.root().resolve("content/figures/slice.svg");
    Path original = inside.root().resolve("content/figures/original.svg");
    Files.move(slice, original);
    Files.createSymbolicLink(slice, Path.of("original.svg"));
    assertThat(inside.build()).as(inside.output()).isTrue();
  }

  /**
   * What is behind such a link would be read, but no sum of the folder would tell that it changed.
   */
  @Test
  void linksToFoldersAreRefused() throws IOException {
    MiniBook book = MiniBook.copyOf("markdown", folder.resolve("book"));
    book.write("target/elsewhere/more.svg", "<svg/>");
    link(book, "content/figures/more", Path.of("../../target/elsewhere"));
    Files.move(book.root().resolve("site-src/print"), book.root().resolve("print"));
    link(book, "site-src/print", Path.of("../print"));

    assertThat(book.build()).isFalse();
    assertThat(errors(book))
        .containsExactly(
            "content/figures/more:1:1: error: the symbolic link leads to a folder",
            "site-src/print:1:1: error: the symbolic link leads to a folder");
  }

  @Test
  void fileOfFiftyMegabytesIsRefused() {
    MiniBook book = MiniBook.copyOf("reading", folder.resolve("book"));
    book.write(TEXT, book.read(TEXT) + "0123456789abcde\n".repeat((50 << 20) / 16));

    assertThat(book.build()).isFalse();
    assertThat(errors(book)).containsExactly(TEXT + ":1:1: error: the file has 50 MB, more than 4");
  }

  @Test
  void tenThousandQuestionsWithoutAnAnswerAreAllTold() {
    MiniBook book = withQuestions(MANY, "Why?\n");

    assertThat(book.build()).isFalse();
    assertThat(errors(book))
        .hasSize(MANY)
        .allMatch(error -> error.endsWith(":7:4: error: the question has no answer"));
  }

  @Test
  void bookTooLargeForOnePageListsItsTopicsThereAndMakesNoSingleFile() {
    MiniBook book =
        withQuestions(298, "Why?\n\n<details><summary>Answer</summary>\n\nSo.\n\n</details>\n");

    assertThat(book.build()).as(book.output()).isTrue();
    assertThat(book.read("target/site/book.html"))
        .contains("This book is too large for one page", "href=\"topic/index.html\"")
        .doesNotContain("<details class=\"answer\"");

    assertThat(book.build(Set.of(EditionKind.HTML))).isFalse();
    assertThat(errors(book))
        .containsExactly(
            "content/index.md:1:1: error: a book of 301 questions is too large for one file of"
                + " HTML; the most is 300");
  }

  /** The book "reading", of three questions, with so many more. */
  private MiniBook withQuestions(int number, String text) {
    MiniBook book = MiniBook.copyOf("reading", folder.resolve("book"));
    List<String> slugs = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String slug = "open-" + letters(i);
      slugs.add("  - " + slug);
      book.write(
          "content/topic/" + slug + ".md",
          "---\ntitle: Open\nsource: open-"
              + (i + 1)
              + "\nlevel: easy\ntags: [open]\n---\n"
              + text);
    }
    String index = book.read("content/topic/index.md");
    book.write(
        "content/topic/index.md",
        index.replace("  - hidden-unit", "  - hidden-unit\n" + String.join("\n", slugs)));
    return book;
  }

  private static List<String> errors(MiniBook book) {
    return book.output().lines().filter(line -> line.contains(": error: ")).toList();
  }

  private static void link(MiniBook book, String name, Path target) throws IOException {
    Files.createSymbolicLink(book.root().resolve(name), target);
  }

  /** A number as four letters, since slugs hold no digits. */
  private static String letters(int number) {
    StringBuilder word = new StringBuilder();
    for (int i = 0, rest = number; i < 4; i++, rest /= 26) {
      word.append((char) ('a' + rest % 26));
    }
    return word.toString();
  }
}
