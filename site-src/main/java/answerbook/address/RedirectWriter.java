package answerbook.address;

import answerbook.markdown.RenderedBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes a page at each old address, and old anchors beside the new ones on the pages where these
 * are: on their own page, and on the page of the whole book.
 */
final class RedirectWriter {
  private static final String WHOLE_BOOK = "book.html";

  private final Path site;
  private final Redirects redirects;
  private final NavigableSet<String> live;

  RedirectWriter(Path site, Redirects redirects, NavigableSet<String> live) {
    this.site = site;
    this.redirects = redirects;
    this.live = live;
  }

  /**
   * @param recorded all recorded addresses, whose anchors need to be kept
   */
  void write(Set<String> recorded, RenderedBook book, String url) throws IOException {
    Map<String, String> titles =
        book.topics().stream()
            .flatMap(topic -> topic.questions().stream())
            .collect(
                Collectors.toMap(
                    question -> question.source().address(), question -> question.titleHtml()));
    NavigableSet<String> moved = new TreeSet<>(redirects.moved());
    moved.addAll(recorded);
    moved.removeAll(live);
    NavigableMap<String, NavigableMap<String, String>> aliases = new TreeMap<>();
    for (String old : moved) {
      Optional<String> target = redirects.target(old).filter(live::contains);
      if (target.isPresent() && old.contains("#")) {
        alias(old, target.get(), aliases);
      } else if (target.isPresent()) {
        String title = titles.getOrDefault(target.get(), target.get());
        page(old, target.get(), new RedirectPage(title, url));
        aliases
            .computeIfAbsent(WHOLE_BOOK, page -> new TreeMap<>())
            .put(Redirects.slug(old), Redirects.slug(target.get()));
      }
    }
    for (Map.Entry<String, NavigableMap<String, String>> page : aliases.entrySet()) {
      addAnchors(page.getKey(), page.getValue());
    }
  }

  private static void alias(
      String old, String target, NavigableMap<String, NavigableMap<String, String>> aliases) {
    String oldAnchor = old.substring(old.indexOf('#') + 1);
    String anchor = target.substring(target.indexOf('#') + 1);
    String page = target.substring(0, target.indexOf('#'));
    for (String file : new String[] {page, WHOLE_BOOK}) {
      aliases.computeIfAbsent(file, it -> new TreeMap<>()).put(oldAnchor, anchor);
    }
  }

  private void page(String old, String target, RedirectPage page) throws IOException {
    Path file = site.resolve(old);
    Files.createDirectories(file.getParent());
    Files.write(file, page.html(old, target).getBytes(StandardCharsets.UTF_8));
  }

  /** Puts an empty element with the old anchor into the element that has the new one. */
  private void addAnchors(String page, Map<String, String> anchors) throws IOException {
    Path file = site.resolve(page);
    if (!Files.exists(file)) {
      return;
    }
    String html = Files.readString(file);
    Map<String, String> changed = new LinkedHashMap<>(anchors);
    for (Map.Entry<String, String> anchor : changed.entrySet()) {
      int id = html.indexOf(" id=\"" + anchor.getValue() + "\"");
      int end = html.indexOf('>', id);
      if (id >= 0 && end >= 0 && !html.contains(" id=\"" + anchor.getKey() + "\"")) {
        String alias = "<span id=\"" + anchor.getKey() + "\"></span>";
        int start = html.lastIndexOf('<', id);
        boolean inside =
            html.startsWith("<h", start)
                || html.startsWith("<li", start)
                || html.startsWith("<article", start)
                || html.startsWith("<section", start);
        int place = inside ? end + 1 : start;
        html = html.substring(0, place) + alias + html.substring(place);
      }
    }
    Files.write(file, html.getBytes(StandardCharsets.UTF_8));
  }
}
