package answerbook.bake;

import answerbook.content.Book;
import answerbook.markdown.RenderedQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the symbolic addresses of fragments into relative ones. */
final class Addresses {
  /** The page that holds every question. */
  static final String BOOK = "book.html";

  static final String REFERENCES = "references.html";

  private static final Pattern SYMBOLIC =
      Pattern.compile("href=\"(slug|ref):([^\"#]+)(#[^\"]*)?\"");

  private final Map<String, String> pages;

  Addresses(Book book) {
    this.pages =
        book.questions().collect(Collectors.toMap(q -> q.slug(), q -> q.address(), (a, b) -> a));
  }

  /** The way from a page to the site's root: empty, or {@code ../} for each folder. */
  static String root(String page) {
    return "../".repeat((int) page.chars().filter(c -> c == '/').count());
  }

  /**
   * Resolves the addresses of a fragment.
   *
   * @param page the address of the page that it stands on
   */
  String resolve(String html, String page) {
    return SYMBOLIC
        .matcher(html)
        .replaceAll(
            match -> {
              String anchor = match.group(3) == null ? "" : match.group(3);
              String address =
                  match.group(1).equals("ref")
                      ? root(page) + REFERENCES + "#" + match.group(2)
                      : question(match.group(2), anchor, page);
              return Matcher.quoteReplacement("href=\"" + address + "\"");
            });
  }

  /** All that the fragments of a question on a page depend on. */
  List<String> sources(RenderedQuestion question, String page) {
    List<String> sources = new ArrayList<>(List.of(question.sum(), page));
    question.linked().forEach(slug -> sources.add(slug + " " + pages.get(slug)));
    return sources;
  }

  private String question(String slug, String anchor, String page) {
    if (page.equals(BOOK)) {
      return anchor.isEmpty() ? "#" + slug : anchor;
    }
    String address = pages.get(slug);
    return address.equals(page) && !anchor.isEmpty() ? anchor : root(page) + address + anchor;
  }
}
