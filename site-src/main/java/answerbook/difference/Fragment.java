package answerbook.difference;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** Fragments of pages, made fit to stand on one page with their older versions. */
final class Fragment {
  private static final String BEFORE = "before--";

  private Fragment() {}

  /**
   * Parses a fragment. Links lead nowhere, since the pages are elsewhere; anchors of an older
   * version are renamed, so that each is there once.
   */
  static Element parse(String html, boolean older) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    Element body = document.body();
    body.select("a:not([href^=http])").removeAttr("href");
    body.select("input").forEach(Element::remove);
    if (older) {
      for (Element element : body.select("[id]")) {
        String id = element.id();
        element.attr("id", before(id));
        body.select("[aria-labelledby=" + id + "]").attr("aria-labelledby", before(id));
        body.select("[aria-describedby=" + id + "]").attr("aria-describedby", before(id));
        String use = "url(#" + id + ")";
        body.getElementsByAttributeValue("clip-path", use)
            .attr("clip-path", "url(#" + before(id) + ")");
        body.getElementsByAttributeValue("href", "#" + id).attr("href", "#" + before(id));
      }
    }
    return body;
  }

  /** An anchor of the older version. */
  static String before(String id) {
    return id.isEmpty() ? "" : BEFORE + id;
  }

  /** HTML in which anchors of the older version are as those of the newer. */
  static String plain(Element element) {
    return element.outerHtml().replace(BEFORE, "");
  }

  static String escape(String text) {
    return Entities.escape(text, new Document.OutputSettings());
  }
}
