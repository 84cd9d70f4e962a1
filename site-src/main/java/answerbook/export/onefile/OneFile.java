package answerbook.export.onefile;

import answerbook.export.Edition;
import answerbook.export.Ingredients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;

/**
 * The book in one file, which a browser opens from wherever it lies: with its styles, fonts,
 * figures, search and practice. Nothing is loaded, and a policy in the page forbids it.
 */
public final class OneFile implements Edition {
  private final Path site;
  private final Path parts;

  /**
   * @param root the book's root, which holds {@code site-src/editions}
   * @param site the folder of the baked site
   */
  public OneFile(Path root, Path site) {
    this.site = site;
    this.parts = root.resolve("site-src/editions");
  }

  @Override
  public String file() {
    return "book.html";
  }

  @Override
  public String title() {
    return "The whole book in one file, with search and practice";
  }

  @Override
  public String form() {
    return "HTML";
  }

  @Override
  public Job prepare() throws IOException {
    Pages pages = new Pages(site);
    Document book = pages.read("book.html");
    Policy policy = new Policy();
    Styles styles = new Styles(site, parts, book);
    Scripts scripts = new Scripts(site, parts, book, pages.read("practice.html"));
    new Views(pages, book).arrange();
    Formulas.replace(book);
    Drawings.shorten(book);
    Listings.shorten(book);
    new Addresses(book).resolve();
    styles.putInto(book, policy);
    scripts.putInto(book, policy);
    policy.putInto(book);
    book.head().textNodes().forEach(Node::remove);
    return new Text("<!DOCTYPE html>\n" + book.selectFirst("html").outerHtml() + "\n");
  }

  /** The file's content. */
  private record Text(String html) implements Job {
    @Override
    public String key() {
      return new Ingredients().add(html).key();
    }

    @Override
    public void make(Path file) throws IOException {
      Files.writeString(file, html);
    }
  }
}
