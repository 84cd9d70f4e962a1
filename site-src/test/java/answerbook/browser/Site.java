package answerbook.browser;

import answerbook.ForkFolder;
import answerbook.cli.MiniBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A built site. Two are mini-books, which hold every construct and are built once for all tests;
 * the third is the book itself, which Maven has built before it runs tests.
 */
record Site(String name, Path folder, List<SitePage> pages) {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path REAL = TARGET.resolve("site");
  private static final String QUESTION = "question-page";
  private static final int SPREAD = 6;

  /** The sites to test: the mini-books, and the real one where it is built. */
  static List<Site> all() {
    return Built.SITES;
  }

  /** The book itself. */
  static Site real() {
    return all().stream()
        .filter(site -> site.folder.equals(REAL))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("build the site first: mvn"));
  }

  /** The page at a path below the site's folder. */
  SitePage page(String path) {
    return pages.stream().filter(page -> page.path().equals(path)).findFirst().orElseThrow();
  }

  /** The sampled pages of the book, and the questions of the mini-books. */
  static Stream<SitePage> samples() {
    return all().stream()
        .flatMap(site -> site.folder.equals(REAL) ? site.sample().stream() : site.questions());
  }

  private Stream<SitePage> questions() {
    return pages.stream().filter(page -> page.kind().equals(QUESTION));
  }

  /**
   * One page of each kind; of questions the heaviest, the lightest and some between, at even
   * distances of their size.
   */
  Set<SitePage> sample() {
    Map<String, SitePage> kinds = new LinkedHashMap<>();
    pages.forEach(page -> kinds.putIfAbsent(page.kind(), page));
    Set<SitePage> sample = new LinkedHashSet<>();
    List<SitePage> questions =
        questions().sorted(Comparator.comparingLong(SitePage::size)).toList();
    for (int i = 0; i < SPREAD; i++) {
      sample.add(questions.get(i * (questions.size() - 1) / (SPREAD - 1)));
    }
    kinds.values().stream().filter(page -> !page.kind().equals(QUESTION)).forEach(sample::add);
    return sample;
  }

  @Override
  public String toString() {
    return name;
  }

  private static Site read(String name, Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return new Site(
          name,
          folder,
          files
              .filter(file -> file.toString().endsWith(".html"))
              .filter(file -> !file.startsWith(folder.resolve("editions")))
              .sorted()
              .map(file -> SitePage.of(name, folder, file))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Built when the first test asks for it; without an address, which pages would load things from.
   */
  private static final class Built {
    private static final List<Site> SITES = build();

    private static List<Site> build() {
      Stream<Site> minis = Stream.of("results", "markdown").map(Built::mini);
      Stream<Site> real =
          Files.exists(REAL.resolve("index.html")) ? Stream.of(read("book", REAL)) : Stream.of();
      return Stream.concat(minis, real).toList();
    }

    private static Site mini(String name) {
      MiniBook book = MiniBook.copyOf(name, ForkFolder.of("browser/" + name));
      String index = "content/index.md";
      book.write(index, book.read(index).replaceAll("(?m)^url: .*\\n", ""));
      if (!book.build()) {
        throw new IllegalStateException(book.output());
      }
      return read(name, book.site());
    }
  }
}
