package answerbook.export.epub;

import answerbook.content.Book;
import answerbook.export.Archive;
import answerbook.export.Edition;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The book as an EPUB: each topic's questions in one file and their answers in the next, linked
 * both ways, so that nobody reads an answer by accident.
 */
public final class Epub implements Edition {
  private static final Instant UNDATED = Instant.parse("2026-01-01T00:00:00Z");
  private static final String CONTAINER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
      <rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
      </container>
      """;

  private final Path parts;
  private final Book book;
  private final RenderedBook rendered;
  private final Instant released;

  /**
   * @param root the book's root, which holds {@code site-src}
   * @param seconds when this release was made, since 1970; 0 if that isn't known
   */
  public Epub(Path root, Book book, RenderedBook rendered, long seconds) {
    this.parts = root.resolve("site-src/editions");
    this.book = book;
    this.rendered = rendered;
    this.released = seconds == 0 ? UNDATED : Instant.ofEpochSecond(seconds);
  }

  @Override
  public String file() {
    return "book.epub";
  }

  @Override
  public String title() {
    return "For e-readers, answers after each topic";
  }

  @Override
  public String form() {
    return "EPUB";
  }

  @Override
  public Job prepare() throws IOException {
    Contents contents = new Contents(rendered);
    pages(contents);
    Archive archive = new Archive();
    archive.add("mimetype", "application/epub+zip");
    archive.add("META-INF/container.xml", CONTAINER);
    archive.add("book/package.opf", new PackageFile(book, rendered, released).of(contents));
    archive.add("book/nav.xhtml", new Navigation(rendered, contents).page());
    archive.add("book/cover.svg", Cover.svg(rendered.title().plain()));
    archive.add(
        "book/style/book.css",
        Files.readString(parts.resolve("math.css")) + Files.readString(parts.resolve("epub.css")));
    archive.add(
        "book/style/fonts/math.woff2", Files.readAllBytes(parts.resolve("fonts/math.woff2")));
    contents.pages().forEach(page -> archive.add("book/" + page.file(), page.xhtml()));
    return archive;
  }

  /** All pages in reading order. */
  private void pages(Contents contents) {
    FrontPages front = new FrontPages(book, rendered);
    contents.add(front.cover());
    contents.add(front.titlePage());
    Chapters chapters = new Chapters(contents);
    for (RenderedTopic topic : rendered.topics()) {
      contents.add(chapters.questions(topic));
      contents.add(chapters.answers(topic));
    }
    if (!rendered.references().isEmpty()) {
      contents.add(front.references(contents));
    }
  }
}
