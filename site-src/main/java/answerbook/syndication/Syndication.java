package answerbook.syndication;

import answerbook.content.Book;
import answerbook.markdown.RenderedBook;
import answerbook.provenance.FileHistory;
import answerbook.store.LastSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files by which machines find and read a site. */
public final class Syndication {
  /** The feed's address. */
  public static final String FEED = "feed.xml";

  private final LastSite last;

  /**
   * @param last whose next site gets the files, and from which those are taken that are the same
   */
  public Syndication(LastSite last) {
    this.last = last;
  }

  /**
   * Writes {@code robots.txt}, {@code llms.txt} with a Markdown file beside each question's page,
   * and {@code feed.xml}. A feed is made of whole addresses and of dates, so there is none where
   * either isn't known.
   */
  public void export(Book book, RenderedBook rendered, FileHistory history) throws IOException {
    String url = book.settings().url();
    Path site = last.next();
    Files.writeString(site.resolve("robots.txt"), robots(url));
    new MarkdownPages(book, rendered).write(last);
    if (hasFeed(book, history)) {
      Files.writeString(site.resolve(FEED), new Feed(book, rendered, history).text());
    }
  }

  /** Whether there is a feed. */
  public static boolean hasFeed(Book book, FileHistory history) {
    return !book.settings().url().isEmpty() && !history.isEmpty();
  }

  private static String robots(String url) {
    String map = url.isEmpty() ? "" : "\nSitemap: " + url + "sitemap.xml\n";
    return "User-agent: *\nDisallow:\n" + map;
  }
}
