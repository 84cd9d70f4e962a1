package answerbook.export.onefile;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Listings without marks for what the style sheet gives the colour that all code has. */
final class Listings {
  private static final String PLAIN =
      ".hljs-variable, .hljs-operator, .hljs-params, .hljs-property, .hljs-punctuation";

  private Listings() {}

  static void shorten(Document page) {
    page.select("pre").select(PLAIN).forEach(Element::unwrap);
  }
}
