package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mini-books with what is expected of them: {@code expected/*.html} holds the main part of pages,
 * {@code expected/diagnostics.txt} what the build says. Run with {@code -Dgoldens.write} to accept
 * what comes out now.
 */
class GoldenSitesTest {
  private static final boolean WRITE = Boolean.getBoolean("goldens.write");

  @TempDir private Path folder;

  static Stream<String> sites() throws IOException {
    try (Stream<Path> paths = Files.list(MiniBook.source(""))) {
      return paths
          .filter(path -> Files.isDirectory(path.resolve("expected")))
          .map(path -> path.getFileName().toString())
          .sorted()
          .collect(Collectors.toList())
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void comesOutAsExpected(String name) throws IOException {
    MiniBook book = MiniBook.copyOf(name, folder);
    Path expected = MiniBook.source(name).resolve("expected");

    boolean published = book.build();

    if (published) {
      Set<String> pages = new TreeSet<>();
      for (Path page : pagesOf(book)) {
        String file = book.site().relativize(page).toString().replace('/', '-');
        pages.add(file);
        compare(expected.resolve(file), Jsoup.parse(page).selectFirst("main").outerHtml() + "\n");
      }
      assertThat(names(expected)).as("expected pages").isEqualTo(pages);
    } else {
      compare(
          expected.resolve("diagnostics.txt"),
          book.output().replaceAll("(?m)^  (.* \\d+\\.\\d\\d s| +sandbox .*)\\n", ""));
      assertThat(names(expected)).as("expected files").containsExactly("diagnostics.txt");
    }
  }

  private static Set<Path> pagesOf(MiniBook book) throws IOException {
    try (Stream<Path> paths = Files.walk(book.site())) {
      return paths
          .filter(path -> path.toString().endsWith(".html"))
          .filter(path -> path.getParent().getFileName().toString().equals("topic"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> names(Path expected) throws IOException {
    try (Stream<Path> paths = Files.list(expected)) {
      return paths
          .map(path -> path.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static void compare(Path expected, String actual) throws IOException {
    if (WRITE) {
      Files.createDirectories(expected.getParent());
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
