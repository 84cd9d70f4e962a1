package answerbook.export.onefile;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Turns addresses of pages into places of the one page. */
final class Addresses {
  private static final Map<String, String> PAGES =
      Map.of(
          "index.html", "view-book",
          "book.html", "view-book",
          "practice.html", "view-practice",
          "tags/index.html", "view-tags",
          "references.html", "view-references",
          "colophon.html", "view-colophon");

  /** What is for authors, or lies beside the site: a reader on the way can do without. */
  private static final Set<String> LEFT_OUT = Set.of("authoring.html", "notices.txt");

  private final Document page;
  private final Set<String> places;

  Addresses(Document page) {
    this.page = page;
    this.places = new HashSet<>(page.select("[id]").eachAttr("id"));
  }

  /**
   * Rewrites all links.
   *
   * @throws IllegalStateException if one leads to what the page does not hold
   */
  void resolve() {
    for (Element link : page.select("a[href]")) {
      String href = link.attr("href");
      if (LEFT_OUT.contains(href)) {
        link.parent().remove();
      } else if (!href.startsWith("#") && !href.matches("[a-z]+:.*")) {
        link.attr("href", "#" + place(href));
      }
    }
  }

  private String place(String href) {
    int hash = href.indexOf('#');
    String address = hash < 0 ? href : href.substring(0, hash);
    String part = hash < 0 ? "" : href.substring(hash + 1);
    String place = PAGES.get(address);
    if (address.equals("references.html") && !part.isEmpty()) {
      place = "ref-" + part;
    } else if (!part.isEmpty()) {
      place = part;
    } else if (place == null) {
      place = ofFile(address.replaceFirst("\\.html$", ""));
    }
    if (!places.contains(place)) {
      throw new IllegalStateException("nothing in the one file stands for " + href);
    }
    return place;
  }

  /** "tags/relu", "perceptron/index", "perceptron/hidden-node". */
  private static String ofFile(String path) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String name = path.substring(folder.length());
    if (folder.equals("tags/")) {
      return "tag-" + name;
    }
    return name.equals("index") ? "topic-" + folder.replace("/", "") : name;
  }
}
